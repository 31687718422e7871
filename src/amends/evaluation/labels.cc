#include "amends/evaluation/labels.h"

#include <optional>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "amends/input/record.h"

namespace amends::evaluation {
namespace {

using Json = nlohmann::json;

// Reads the labels of one reply; `problem` is the first thing that is wrong.
class LabelReader {
 public:
  explicit LabelReader(const Json& record) : record_(record) {}

  Labels Read() {
    Labels labels;
    labels.id = Id();
    if (!record_.contains("findings")) Blame("findings");
    for (const Json& one : List("findings")) {
      const std::string level = Text(one, "level", "findings");
      if (level != "clear" && level != "borderline") Blame("findings");
      labels.findings.push_back({Text(one, "rule", "findings"),
                                 Text(one, "quote", "findings"),
                                 level == "clear" ? Level::kClear : Level::kBorderline});
    }
    for (const Json& one : List("missing")) {
      if (!one.is_string()) Blame("missing");
      if (one.is_string()) labels.missing.push_back(one.get<std::string>());
    }
    for (const Json& one : List("moves")) {
      labels.moves.push_back({Text(one, "move", "moves"), Text(one, "quote", "moves")});
    }
    return labels;
  }

  const std::string& problem() const { return problem_; }

 private:
  void Blame(const std::string& key) {
    if (!problem_.empty()) return;
    problem_ = record_.contains(key) ? "“" + key + "” is not what labels have there"
                                     : "there is no “" + key + "”: are these labels?";
  }

  std::string Id() {
    const auto id = record_.find("id");
    if (id == record_.end()) return "";
    return id->is_string() ? id->get<std::string>() : id->dump();
  }

  const Json& List(const char* key) {
    static const Json empty = Json::array();
    const auto list = record_.find(key);
    if (list == record_.end()) return empty;
    if (list->is_array()) return *list;
    Blame(key);
    return empty;
  }

  std::string Text(const Json& object, const char* key, const char* list) {
    if (object.is_object()) {
      const auto text = object.find(key);
      if (text != object.end() && text->is_string()) return text->get<std::string>();
    }
    Blame(list);
    return "";
  }

  const Json& record_;
  std::string problem_;
};

}  // namespace

std::variant<LabelledReply, std::string> ReadLabelled(std::string_view json) {
  auto record = input::ReadRecord(json);
  if (const auto* error = std::get_if<input::RecordError>(&record)) return error->message;
  const Json parsed = Json::parse(json, nullptr, false);
  if (!parsed.is_object()) return "this is no JSON object";
  LabelReader reader(parsed);
  LabelledReply reply{std::get<input::Conversation>(std::move(record)), reader.Read()};
  if (!reader.problem().empty()) return reader.problem();
  reply.labels.text = reply.conversation.text;
  return reply;
}

Found FoundIn(const Result& result) {
  Found found;
  for (const Finding& finding : result.findings) {
    found.findings.push_back({finding.rule->id, finding.severity, finding.span});
  }
  for (const FoundMove& move : result.moves) {
    found.moves.push_back({std::string(move.move), move.span});
  }
  return found;
}

}  // namespace amends::evaluation

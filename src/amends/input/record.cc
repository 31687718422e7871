#include "amends/input/record.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "amends/input/html_reader.h"
#include "amends/input/html_text.h"
#include "amends/input/json_repair.h"
#include "amends/input/markdown_reader.h"
#include "amends/input/moment.h"
#include "amends/input/quoted_turns.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

using nlohmann::json;

constexpr size_t kDeepest = 32;
constexpr size_t kLongestShown = 40;   // bytes of a value or a key in a message
constexpr size_t kMostShown = 20;      // unknown keys in a note
constexpr int kMostTimes = 1'000'000;  // any count in a record

// A word of a record and what it stands for.
template <typename Value>
struct Word {
  std::string_view word;
  Value value;
};

struct ChannelAndKind {
  std::optional<Channel> channel;
  Kind kind = Kind::kReply;
};

constexpr std::array<Word<Channel>, 4> kChannels = {{{"email", Channel::kEmail},
                                                     {"chat", Channel::kChat},
                                                     {"public", Channel::kPublic},
                                                     {"phone", Channel::kPhone}}};
constexpr std::array<Word<ChannelAndKind>, 7> kKinds = {
    {{"reply", {}},
     {"notice", {std::nullopt, Kind::kNotice}},
     {"internal", {std::nullopt, Kind::kInternal}},
     {"incident", {std::nullopt, Kind::kIncident}},
     {"email", {Channel::kEmail, Kind::kReply}},
     {"chat", {Channel::kChat, Kind::kReply}},
     {"public", {Channel::kPublic, Kind::kReply}}}};
constexpr std::array<Word<Markup>, 3> kFormats = {
    {{"text", Markup::kNone}, {"html", Markup::kHtml}, {"markdown", Markup::kMarkdown}}};
constexpr std::array<Word<bool>, 2> kExtents = {{{"whole", true}, {"part", false}}};
constexpr std::array<Word<Role>, 2> kRoles = {
    {{"customer", Role::kCustomer}, {"agent", Role::kAgent}}};
constexpr std::array<Word<FailureKind>, 4> kFailureKinds = {
    {{"outcome", FailureKind::kOutcome},
     {"process", FailureKind::kProcess},
     {"money", FailureKind::kMoney},
     {"safety", FailureKind::kSafety}}};

// Text of a record on one line, cut short.
std::string Shown(std::string_view text) {
  const std::string_view cut = CutUtf8(text, kLongestShown);
  std::string shown(cut);
  std::ranges::replace_if(
      shown, [](char c) { return (c >= 0 && c < ' ') || c == 0x7F; }, ' ');
  return cut.size() < text.size() ? shown + "…" : shown;
}

std::string Describe(const json& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  if (value.is_string()) return "“" + Shown(value.get_ref<const std::string&>()) + "”";
  return value.dump();
}

// "email, chat, public or phone"
template <typename Value>
std::string Choices(std::span<const Word<Value>> words) {
  std::string choices;
  for (size_t i = 0; i < words.size(); ++i) {
    if (i > 0) choices += i + 1 == words.size() ? " or " : ", ";
    choices += words[i].word;
  }
  return choices;
}

// "context[3].role" as "/context/3/role"; no key of a record holds marks of its own.
std::string PointerOf(std::string_view path) {
  std::string pointer = "/";
  for (const char c : path) {
    if (c != ']') pointer += c == '.' || c == '[' ? '/' : c;
  }
  return pointer;
}

// What reading the objects of one record brings to light.
struct Findings {
  std::optional<RecordError> error;  // the first
  std::set<std::string> unknown;     // keys
};

// One object of a record, read key by key. A key that is missing or null leaves the value
// as it was; a wrong one is an error; what is not asked for is unknown.
class ObjectReader {
 public:
  // `path` stands before the object's keys in errors, `kind` in the note.
  ObjectReader(const json& object, std::string path, std::string kind, Findings& findings)
      : object_(object),
        path_(std::move(path)),
        kind_(std::move(kind)),
        findings_(findings) {}

  void String(const char* key, std::string& to) {
    if (const json* value = Find(key)) {
      if (!value->is_string()) return Fail(key, *value, "a string");
      to = value->get<std::string>();
    }
  }

  void RequiredString(const char* key, std::string& to) {
    Require(key, "a string");
    String(key, to);
  }

  // A whole number is taken as its text.
  void Id(const char* key, std::string& to) {
    if (const json* value = Find(key)) {
      if (value->is_number_integer()) {
        to = value->dump();
      } else if (value->is_string()) {
        to = value->get<std::string>();
      } else {
        Fail(key, *value, "a string, or a whole number of at most 19 digits");
      }
    }
  }

  void Time(const char* key, std::string& to) {
    if (const json* value = Find(key)) {
      if (!value->is_string() || !ReadMoment(value->get_ref<const std::string&>())) {
        return Fail(key, *value, "a time such as 2026-03-02T10:00:00Z");
      }
      to = value->get<std::string>();
    }
  }

  void Bool(const char* key, std::optional<bool>& to) {
    if (const json* value = Find(key)) {
      if (!value->is_boolean()) return Fail(key, *value, "true or false");
      to = value->get<bool>();
    }
  }

  void Whole(const char* key, int highest, std::string_view must,
             std::optional<int>& to) {
    if (const json* value = Find(key)) {
      const double number = value->is_number() ? value->get<double>() : -1;
      if (number < 0 || number > highest || number != std::floor(number)) {
        return Fail(key, *value, must);
      }
      to = static_cast<int>(number);
    }
  }

  void Number(const char* key, std::optional<double>& to) {
    if (const json* value = Find(key)) {
      if (!value->is_number() || value->get<double>() < 0) {
        return Fail(key, *value, "a number, 0 or more");
      }
      to = value->get<double>();
    }
  }

  template <typename Value>
  std::optional<Value> OneOf(const char* key, std::span<const Word<Value>> words) {
    const json* value = Find(key);
    if (value == nullptr) return std::nullopt;
    for (const Word<Value>& word : words) {
      if (value->is_string() && value->get_ref<const std::string&>() == word.word) {
        return word.value;
      }
    }
    Fail(key, *value, Choices(words));
    return std::nullopt;
  }

  template <typename Value>
  std::optional<Value> RequiredOneOf(const char* key,
                                     std::span<const Word<Value>> words) {
    Require(key, Choices(words));
    return OneOf(key, words);
  }

  void Strings(const char* key, std::vector<std::string>& to) {
    if (const json* value = Find(key)) {
      if (!value->is_array()) return Fail(key, *value, "a list of strings");
      for (const json& item : *value) {
        if (!item.is_string())
          return Say(key, "holds " + Describe(item), "a list of strings");
        to.push_back(item.get<std::string>());
      }
    }
  }

  // The value if it is of that type.
  const json* Object(const char* key) {
    const json* value = Find(key);
    if (value == nullptr || value->is_object()) return value;
    Fail(key, *value, "an object");
    return nullptr;
  }

  const json* List(const char* key, std::string_view must) {
    const json* value = Find(key);
    if (value == nullptr || value->is_array()) return value;
    Fail(key, *value, must);
    return nullptr;
  }

  // What others have written there is theirs.
  void Leave(std::string_view key) { asked_.emplace_back(key); }

  void NoteUnknown() {
    for (const auto& [key, value] : object_.items()) {
      if (std::ranges::find(asked_, key) != asked_.end()) continue;
      findings_.unknown.insert(kind_ + Shown(key));
    }
  }

 private:
  const json* Find(const char* key) {
    asked_.emplace_back(key);
    const auto found = object_.find(key);
    return found == object_.end() || found->is_null() ? nullptr : &*found;
  }

  void Require(const char* key, std::string_view must) {
    const auto found = object_.find(key);
    if (found == object_.end()) return Say(key, "is missing", must);
    if (found->is_null()) Fail(key, *found, must);
  }

  void Fail(const char* key, const json& value, std::string_view must) {
    Say(key, "is " + Describe(value), must);
  }

  void Say(const char* key, const std::string& is, std::string_view must) {
    if (findings_.error) return;
    findings_.error = RecordError{
        "record", fmt::format("“{}{}” {}; it must be {}", path_, key, is, must),
        PointerOf(path_ + key)};
  }

  const json& object_;
  std::string path_;
  std::string kind_;
  Findings& findings_;
  std::vector<std::string_view> asked_;
};

Facts ReadFacts(const json& object, Findings& findings) {
  Facts facts;
  ObjectReader reader(object, "facts.", "facts.", findings);
  reader.Bool("company_at_fault", facts.company_at_fault);
  reader.Whole("severity", 3, "0, 1, 2 or 3", facts.severity);
  reader.Bool("failure", facts.failure);
  facts.failure_kind = reader.OneOf<FailureKind>("failure_kind", kFailureKinds);
  reader.Number("minutes_since_report", facts.minutes_since_report);
  reader.Whole("repeat_failures", kMostTimes, "a whole number up to 1000000",
               facts.repeat_failures);
  reader.Bool("apology_accepted", facts.apology_accepted);
  reader.String("handled_by", facts.handled_by);
  reader.Bool("first_reply", facts.first_reply);
  reader.Bool("alert_sent", facts.alert_sent);
  reader.Bool("resolved", facts.resolved);
  reader.Strings("already_known", facts.already_known);
  reader.NoteUnknown();
  return facts;
}

std::vector<Turn> ReadContext(const json& list, Findings& findings) {
  std::vector<Turn> turns;
  for (const json& item : list) {
    const std::string path = fmt::format("context[{}]", turns.size());
    if (!item.is_object()) {
      findings.error = findings.error.value_or(
          RecordError{"record",
                      fmt::format("“{}” is {}; it must be an object with role and text",
                                  path, Describe(item)),
                      PointerOf(path)});
      break;
    }
    Turn& turn = turns.emplace_back();
    ObjectReader reader(item, path + ".", "context.", findings);
    turn.role = reader.RequiredOneOf<Role>("role", kRoles).value_or(Role::kCustomer);
    reader.RequiredString("text", turn.text);
    reader.Time("at", turn.at);
    reader.NoteUnknown();
  }
  return turns;
}

std::string UnknownKeys(const std::set<std::string>& unknown) {
  std::vector<std::string> shown;
  for (const std::string& key : unknown) {
    if (shown.size() == kMostShown) break;
    shown.push_back('"' + key + '"');
  }
  std::string note = fmt::format("unknown keys ignored: {}", fmt::join(shown, ", "));
  if (unknown.size() > kMostShown) {
    note += fmt::format(" and {} more", unknown.size() - kMostShown);
  }
  return note;
}

// The thread comes from the same editor as the draft, or is plain.
void ReadContextMarkup(Conversation& conversation) {
  for (Turn& turn : conversation.context) {
    const bool marked = turn.text.find("</") != std::string::npos ||
                        turn.text.find("<br") != std::string::npos;
    if (marked) turn.text = ReadHtmlText(turn.text).text;
  }
}

void ReadMarkup(Markup markup, Conversation& conversation) {
  const bool mail = conversation.channel == Channel::kEmail;
  const std::string written = conversation.text;
  const size_t turns = conversation.context.size();
  if (markup == Markup::kHtml) {
    ReadContextMarkup(conversation);
    TakeHtml(written, {}, {}, conversation);
  } else if (markup == Markup::kMarkdown) {
    TakeMarkdown(written, conversation);
  } else if (mail) {
    ReadQuoting({}, {}, conversation);
  }
  if (mail) return;
  // Nothing is quoted in a chat.
  conversation.blocks.clear();
  conversation.context.resize(turns);
}

std::variant<Conversation, RecordError> ReadObject(
    const json& record, std::span<const std::string_view> left_alone) {
  Conversation conversation;
  Findings findings;
  ObjectReader reader(record, "", "", findings);
  reader.RequiredString("text", conversation.text);
  reader.Id("id", conversation.id);
  const auto kind =
      reader.OneOf<ChannelAndKind>("kind", kKinds).value_or(ChannelAndKind{});
  conversation.kind = kind.kind;
  conversation.channel = reader.OneOf<Channel>("channel", kChannels)
                             .value_or(kind.channel.value_or(Channel::kEmail));
  const Markup markup = reader.OneOf<Markup>("format", kFormats).value_or(Markup::kNone);
  reader.Time("now", conversation.now);
  if (const json* context = reader.List("context", "a list of turns")) {
    conversation.context = ReadContext(*context, findings);
  }
  if (const json* facts = reader.Object("facts")) {
    conversation.facts = ReadFacts(*facts, findings);
  }
  conversation.whole = reader.OneOf<bool>("extent", kExtents).value_or(true);
  reader.Leave("incident");
  for (const std::string_view key : left_alone) reader.Leave(key);
  reader.NoteUnknown();
  if (findings.error) return *findings.error;
  if (!findings.unknown.empty()) {
    conversation.notes.push_back(UnknownKeys(findings.unknown));
  }
  ReadMarkup(markup, conversation);
  return conversation;
}

// The place of the byte before which parsing stopped, as people count.
std::string PlaceOf(std::string_view text, size_t stopped) {
  const std::string_view before = text.substr(0, std::max<size_t>(stopped, 1) - 1);
  const auto line = std::ranges::count(before, '\n') + 1;
  const std::string_view column = before.substr(before.find_last_of('\n') + 1);
  const auto characters =
      std::ranges::count_if(column, [](char c) { return (c & 0xC0) != 0x80; });
  return fmt::format("line {}, column {}", line, characters + 1);
}

// Takes the parser's events and builds the value; keys that stand twice and deep nesting
// end it.
class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) {}

  // The names are nlohmann's.
  bool null() { return Add(nullptr); }
  bool boolean(bool item) { return Add(item); }
  bool number_integer(json::number_integer_t item) { return Add(item); }
  bool number_unsigned(json::number_unsigned_t item) { return Add(item); }
  bool number_float(json::number_float_t item, const std::string&) { return Add(item); }
  bool string(std::string& item) { return Add(std::move(item)); }
  bool binary(json::binary_t&) { return false; }
  bool start_object(size_t) { return Open(json::object()); }
  bool start_array(size_t) { return Open(json::array()); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }

  bool key(std::string& name) {
    if (open_.back()->contains(name)) {
      return Fail("record", fmt::format("“{}” stands there twice", Shown(name)));
    }
    key_ = std::move(name);
    return true;
  }

  bool parse_error(size_t position, const std::string&,
                   const nlohmann::detail::exception& why) {
    constexpr int kTooLarge = 406;
    if (why.id == kTooLarge) return Fail("json", "a number in it is too large");
    return Fail("json", "this is no JSON at " + PlaceOf(text_, position));
  }

  json value;
  std::optional<RecordError> error;

 private:
  bool Add(json item) {
    Put(std::move(item));
    return true;
  }

  json* Put(json item) {
    if (open_.empty()) {
      value = std::move(item);
      return &value;
    }
    json& to = *open_.back();
    if (to.is_object()) return &(to[key_] = std::move(item));
    to.push_back(std::move(item));
    return &to.back();
  }

  bool Open(json empty) {
    if (open_.size() == kDeepest) {
      return Fail("json", fmt::format("brackets are nested more than {} deep", kDeepest));
    }
    open_.push_back(Put(std::move(empty)));
    return true;
  }

  bool Close() {
    open_.pop_back();
    return true;
  }

  bool Fail(const char* code, std::string message) {
    error = RecordError{code, std::move(message)};
    return false;
  }

  std::string_view text_;
  std::vector<json*> open_;  // objects and lists, the innermost last
  std::string key_;
};

}  // namespace

std::variant<Conversation, RecordError> ReadRecord(
    std::string_view json_text, std::span<const std::string_view> left_alone) {
  const RepairedJson repaired = RepairJson(json_text);
  Builder builder(repaired.text);
  json::sax_parse(repaired.text, &builder);
  if (builder.error) return *builder.error;
  if (!builder.value.is_object()) {
    return RecordError{"record",
                       "a record is one JSON object, not " + Describe(builder.value)};
  }
  std::variant<Conversation, RecordError> read = ReadObject(builder.value, left_alone);
  if (auto* conversation = std::get_if<Conversation>(&read);
      conversation && repaired.replaced) {
    conversation->notes.emplace_back("characters that are not UTF-8 were replaced");
  }
  return read;
}

}  // namespace amends::input

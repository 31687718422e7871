#include "tests/support/tiny_pack.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <utility>

#include <nlohmann/json.hpp>

#include "tests/support/tables.h"

namespace amends::testing {
namespace {

using nlohmann::json;

constexpr const char* kManifest =
    R"({"name": "tiny", "version": "1.0", "licence": "none", "language": "en", "summary": "s"})";

const char* const kNeeded[] = {"summary", "message", "why"};

std::string TextOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

void Fill(json& object, const char* key, json value) {
  if (!object.contains(key)) object[key] = std::move(value);
}

void FillUnless(json& entry) {
  if (!entry.contains("unless")) return;
  for (json& each : entry["unless"]) Fill(each, "because", "b");
}

void FillEntry(const std::string& list, json& entry) {
  if (list == "suppressors") {
    Fill(entry, "why", "w");
  } else if (list == "moves" || list == "profiles") {
    Fill(entry, "summary", "s");
  } else if (list == "rules") {
    entry["id"] = "t/" + entry.at("id").get<std::string>();
    for (const char* key : kNeeded) Fill(entry, key, "x");
    Fill(entry, "severity", "info");
    if (entry.contains("suggest")) {
      for (json& each : entry["suggest"]) Fill(each, "title", "t");
    }
  }
  FillUnless(entry);
}

// By path; a list without entries has no file.
std::map<std::string, std::string> FilesOf(const TinyPack& tiny) {
  std::map<std::string, std::string> files = {{"pack.json", kManifest}};
  const std::pair<const char*, const std::string*> lists[] = {
      {"classes", &tiny.classes},   {"suppressors", &tiny.suppressors},
      {"moves", &tiny.moves},       {"rules", &tiny.rules},
      {"profiles", &tiny.profiles},
  };
  for (const auto& [list, entries] : lists) {
    if (entries->empty()) continue;
    json all = json::parse("[" + *entries + "]");
    for (json& entry : all) FillEntry(list, entry);
    files[std::string(list) + "/t.json"] = json{{list, std::move(all)}}.dump();
  }
  return files;
}

// The tables are read once.
const pack::Loaded& EnglishPack() {
  static const pack::Loaded loaded = [] {
    std::map<std::string, std::string> texts;
    for (const auto& entry :
         std::filesystem::directory_iterator(SourcePath("rules/en/text"))) {
      texts["text/" + entry.path().filename().string()] = TextOf(entry.path());
    }
    texts["pack.json"] =
        R"({"name": "en", "version": "1.0", "licence": "none", "language": "en", "summary": "s"})";
    std::vector<pack::File> files;
    for (const auto& [path, text] : texts) files.push_back({path, text});
    return pack::ReadPack(files, "en");
  }();
  return loaded;
}

std::vector<std::string> Shown(std::vector<std::pair<match::Range, std::string>> found,
                               const conversation::Reading& draft) {
  std::ranges::stable_sort(found, {}, &std::pair<match::Range, std::string>::first);
  std::vector<std::string> shown;
  for (auto& [words, name] : found) {
    const text::Span span = draft.text.SpanOf(words.begin, words.end);
    if (words.begin < words.end) {
      name += ": " + std::string(draft.source.substr(span.start, span.length()));
    }
    shown.push_back(std::move(name));
  }
  return shown;
}

}  // namespace

pack::Loaded Load(const TinyPack& tiny) {
  const std::map<std::string, std::string> texts = FilesOf(tiny);
  std::vector<pack::File> files;
  for (const auto& [path, text] : texts) files.push_back({path, text});
  std::vector<pack::Loaded> layers;
  if (tiny.english) layers.push_back(EnglishPack());
  layers.push_back(pack::ReadPack(files, "tiny", {.examples = false}));
  return pack::Merge(std::move(layers));
}

void Write(const TinyPack& tiny, const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  std::filesystem::copy(SourcePath("rules/en/text"), folder / "text",
                        std::filesystem::copy_options::recursive);
  for (const auto& [path, text] : FilesOf(tiny)) {
    std::filesystem::create_directories((folder / path).parent_path());
    std::ofstream(folder / path, std::ios::binary) << text;
  }
}

TinyRulebook::TinyRulebook(const TinyPack& tiny, const std::string& profile,
                           const text::Analyzer::Options& options)
    : loaded_(std::make_unique<pack::Loaded>(Load(tiny))),
      settings_(rules::Settings::Of(loaded_->pack, profile, nullptr)),
      problems_(loaded_->problems),
      rulebook_(
          std::make_unique<rules::Rulebook>(*loaded_, settings_, options, problems_)) {}

std::string TinyRulebook::Problems() const { return pack::FormatAll(problems_); }

std::vector<std::string> TinyRulebook::Hits(
    const input::Conversation& conversation) const {
  const rules::Judgement judgement = rules::Judge(*rulebook_, conversation);
  std::vector<std::pair<match::Range, std::string>> found;
  for (const rules::Hit& hit : judgement.hits) {
    found.emplace_back(hit.words, rulebook_->detectors()[hit.detector].id.substr(2));
  }
  return Shown(std::move(found), judgement.draft());
}

std::vector<std::string> TinyRulebook::Moves(
    const input::Conversation& conversation) const {
  const rules::Judgement judgement = rules::Judge(*rulebook_, conversation);
  std::vector<std::pair<match::Range, std::string>> found;
  for (const conversation::Found& each : judgement.draft().found) {
    const rules::Detector& detector = rulebook_->detectors()[each.detector];
    if (detector.kind == rules::Detector::Kind::kMove)
      found.emplace_back(each.words, detector.id);
  }
  return Shown(std::move(found), judgement.draft());
}

input::Conversation Thread(std::string_view text) {
  constexpr std::string_view kBetween = " // ";
  input::Conversation conversation;
  for (size_t at = text.find(kBetween); at != std::string_view::npos;
       at = text.find(kBetween)) {
    const std::string_view turn = text.substr(0, at);
    const input::Role role =
        turn.starts_with("A: ") ? input::Role::kAgent : input::Role::kCustomer;
    conversation.context.push_back({role, std::string(turn.substr(3)), ""});
    text.remove_prefix(at + kBetween.size());
  }
  conversation.text = text;
  return conversation;
}

}  // namespace amends::testing

#include <string>
#include <utility>

#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

constexpr TextForm kName{.longest = 100};

// Keys are names of something; each is checked before its value is read.
bool RightName(const std::string& name, const Cursor& cursor,
               bool (*right)(std::string_view), const char* described) {
  if (right(name)) return true;
  cursor.report->AddAtKey(cursor.pointer, Quoted(name) + " does not have the right form",
                          described);
  return false;
}

}  // namespace

std::map<std::string, std::optional<Severity>> ReadSeverities(const Cursor& cursor) {
  std::vector<std::string> words;
  for (const auto& choice : SeverityWords()) words.emplace_back(choice.first);
  words.emplace_back("off");
  std::map<std::string, std::optional<Severity>> severities;
  Object object(cursor, "table of severities");
  for (const auto& [name, value] : object.Members()) {
    if (!RightName(name, value, IsRuleOrFamily, "write a family or the id of a rule"))
      continue;
    const std::optional<size_t> word = ReadWord(value, words);
    if (!word) continue;
    severities[name] = *word < SeverityWords().size()
                           ? std::optional(SeverityWords()[*word].second)
                           : std::nullopt;
  }
  return severities;
}

std::map<std::string, double> ReadParameters(const Cursor& cursor) {
  std::map<std::string, double> numbers;
  Object object(cursor, "table of parameters");
  for (const auto& [name, value] : object.Members()) {
    if (!RightName(name, value, IsCaptureName, "a parameter's name is one word"))
      continue;
    if (const auto number = ReadNumber(value, 0, 1e6)) numbers[name] = *number;
  }
  return numbers;
}

std::map<std::string, std::map<std::string, double>> ReadParametersByRule(
    const Cursor& cursor) {
  std::map<std::string, std::map<std::string, double>> rules;
  Object object(cursor, "table of rules");
  for (const auto& [name, value] : object.Members()) {
    if (!RightName(name, value, IsRuleId, "the id of a rule is family/name")) continue;
    rules[name] = ReadParameters(value);
  }
  return rules;
}

Profile ReadProfile(Object& object, const EntryHead& head) {
  Profile read;
  read.id = head.id;
  read.origin = object.cursor().origin();
  read.summary = object.Text("summary", head.whole(), {.longest = 500});
  read.base = object.Text("base", false,
                          {.longest = 100,
                           .right = IsSlug,
                           .described = "lower-case letters, digits and hyphens"});
  if (const auto switches = object.Find("switches")) {
    Object table(*switches, "table of switches");
    for (const auto& [name, value] : table.Members()) {
      if (!RightName(name, value, IsCaptureName, "a switch's name is one word")) continue;
      if (auto word = ReadText(value, kName)) read.switches[name] = std::move(*word);
    }
  }
  if (const auto found = object.Find("severities"))
    read.severities = ReadSeverities(*found);
  if (const auto found = object.Find("parameters")) {
    read.parameters = ReadParametersByRule(*found);
  }
  object.Finish();
  return read;
}

}  // namespace amends::pack

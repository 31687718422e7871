#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/occasion.h"
#include "amends/pack/entries.h"
#include "amends/pack/ids.h"
#include "amends/pack/similar.h"

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

Severities ReadSeverities(const Cursor& cursor) {
  std::vector<std::string> words;
  for (const auto& choice : SeverityWords()) words.emplace_back(choice.first);
  words.emplace_back("off");
  Severities severities;
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

std::map<std::string, std::string> ReadSwitches(const Cursor& cursor) {
  std::map<std::string, std::string> switches;
  Object table(cursor, "table of switches");
  for (const auto& [name, value] : table.Members()) {
    if (!RightName(name, value, IsCaptureName, "a switch's name is one word")) continue;
    if (name == kOnBlock || name == kOnWarn) {
      const std::vector<std::string> words(kActionWords.begin(), kActionWords.end());
      if (const auto word = ReadWord(value, words)) switches[name] = words[*word];
      continue;
    }
    if (auto word = ReadText(value, kName)) switches[name] = std::move(*word);
  }
  return switches;
}

Tuning ReadTuning(Object& object) {
  Tuning tuning;
  if (const auto found = object.Find("switches")) tuning.switches = ReadSwitches(*found);
  if (const auto found = object.Find("severities"))
    tuning.severities = ReadSeverities(*found);
  if (const auto found = object.Find("parameters")) {
    tuning.parameters = ReadParametersByRule(*found);
  }
  return tuning;
}

// By the words that are known.
std::map<std::string, Tuning> ReadTuningBy(const Cursor& cursor,
                                           std::span<const std::string_view> words) {
  std::map<std::string, Tuning> by;
  const std::vector<std::string> known(words.begin(), words.end());
  Object table(cursor, "table of tunings");
  for (const auto& [name, value] : table.Members()) {
    if (std::ranges::find(words, name) == words.end()) {
      value.report->AddAtKey(value.pointer, Quoted(name) + " is not known here",
                             DidYouMean(name, known));
      continue;
    }
    Object object(value, "tuning");
    by[name] = ReadTuning(object);
    object.Finish();
  }
  return by;
}

std::vector<Allowance> ReadAllowances(const Cursor& cursor) {
  std::vector<std::string> kinds;
  for (const std::string_view word : input::kFailureKindWords) kinds.emplace_back(word);
  std::vector<Allowance> allowances;
  for (const Cursor& item : ReadItems(cursor, "allowances")) {
    Object object(item, "allowance");
    Allowance& allowance = allowances.emplace_back();
    allowance.what = object.Text("what", true, {.longest = 200});
    if (const auto severity = object.Find("from_severity")) {
      allowance.from_severity = ReadNumber(*severity, 0, 3).value_or(0);
    }
    if (const auto list = object.Find("kinds")) allowance.kinds = ReadWords(*list, kinds);
    object.Finish();
  }
  return allowances;
}

}  // namespace

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

Tunings ReadTunings(Object& object) {
  Tunings tunings;
  tunings.everywhere = ReadTuning(object);
  if (const auto found = object.Find("channels")) {
    tunings.channels = ReadTuningBy(*found, input::kChannelWords);
  }
  if (const auto found = object.Find("kinds")) {
    tunings.kinds = ReadTuningBy(*found, input::kKindWords);
  }
  return tunings;
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
  read.tunings = ReadTunings(object);
  if (const auto found = object.Find("allowances")) {
    read.allowances = ReadAllowances(*found);
  }
  object.Finish();
  return read;
}

}  // namespace amends::pack

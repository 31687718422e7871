#include <array>
#include <string>
#include <utility>

#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

constexpr std::array<std::pair<std::string_view, Severity>, 4> kSeverities{
    {{"error", Severity::kError},
     {"warning", Severity::kWarning},
     {"info", Severity::kInfo},
     {"hint", Severity::kHint}}};

constexpr size_t kLeastExamples = 3;

Rule::On ReadOn(const Cursor& cursor) {
  Rule::On on;
  Object object(cursor, "place where a rule looks");
  const auto patterns = object.Find("patterns");
  const auto moves = object.Find("moves");
  const auto reply = object.Find("reply");
  if (patterns) on.patterns = ReadPhrases(*patterns);
  if (moves) on.moves = ReadTexts(*moves, {.longest = 200});
  if (reply) {
    on.reply = ReadBool(*reply).value_or(true);
    if (!on.reply) reply->Report("“reply” can only be true", "leave it out otherwise");
  }
  const int given = (patterns ? 1 : 0) + (moves ? 1 : 0) + (reply ? 1 : 0);
  if (object.valid() && given != 1) {
    cursor.Report("“on” has one of “patterns”, “moves” and “reply”");
  }
  object.Finish();
  return on;
}

void ReadRuleExamples(Object& object, bool needed, Rule& read) {
  const auto examples = object.Get("examples", needed);
  if (!examples) return;
  const size_t least = needed ? kLeastExamples : 1;
  Object parts(*examples, "pair of examples");
  if (const auto flag = parts.Get("flag", needed)) {
    read.flag = ReadExamples(*flag, ExampleUse::kFlag, least);
  }
  if (const auto pass = parts.Get("pass", needed)) {
    read.pass = ReadExamples(*pass, ExampleUse::kPass, least);
  }
  parts.Finish();
}

}  // namespace

Choices<Severity> SeverityWords() { return kSeverities; }

Rule ReadRule(Object& object, const EntryHead& head, const ReadOptions& options) {
  const bool whole = head.whole();
  Rule read;
  read.id = head.id;
  read.origin = object.cursor().origin();
  if (const auto severity = object.Get("severity", whole)) {
    read.severity =
        ReadChoice<Severity>(*severity, kSeverities).value_or(Severity::kInfo);
  }
  if (const auto at_ease = object.Find("at_ease")) {
    read.at_ease = ReadChoice<Severity>(*at_ease, kSeverities);
  }
  read.summary = object.Text("summary", whole, kSentence);
  if (const auto on = object.Get("on", whole)) read.on = ReadOn(*on);
  if (const auto about = object.Find("about")) {
    const std::string words[] = {"reply"};
    read.about_reply = ReadWord(*about, words).has_value();
  }
  read.about_reply = read.about_reply || read.on.reply;
  if (const auto unless = object.Find("unless")) read.unless = ReadUnless(*unless);
  if (const auto where = object.Find("where")) read.where = ReadConditions(*where);
  read.yields_to = object.Texts("yields_to", false,
                                {.longest = 100,
                                 .right = IsRuleId,
                                 .described = "the id of a rule is family/name"});
  read.message = object.Text("message", whole, kSentence);
  read.why = object.Text("why", whole);
  read.hears = object.Text("hears", false, kSentence);
  read.source = object.Texts("source", false, kSentence);
  if (const auto suggest = object.Find("suggest"))
    read.suggest = ReadSuggestions(*suggest);
  if (const auto numbers = object.Find("parameters"))
    read.parameters = ReadParameters(*numbers);
  ReadRuleExamples(object, whole && options.examples, read);
  object.Finish();
  return read;
}

}  // namespace amends::pack

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "amends/input/occasion.h"
#include "amends/pack/entries.h"
#include "amends/pack/ids.h"
#include "amends/pack/similar.h"

namespace amends::pack {
namespace {

using Kind = Condition::Kind;
using Where = Within::Where;

// The key that says which condition it is.
constexpr std::array<std::pair<std::string_view, Kind>, 25> kConditions{
    {{"any", Kind::kAny},
     {"none", Kind::kNone},
     {"count", Kind::kCount},
     {"subject", Kind::kSubject},
     {"failure", Kind::kFailure},
     {"fault", Kind::kFault},
     {"accepted", Kind::kAccepted},
     {"repeated", Kind::kRepeated},
     {"overdue", Kind::kOverdue},
     {"severity", Kind::kSeverity},
     {"fact", Kind::kFact},
     {"kind", Kind::kRecordKind},
     {"channel", Kind::kChannel},
     {"first_reply", Kind::kFirstReply},
     {"context", Kind::kContext},
     {"switch", Kind::kSwitch},
     {"echo", Kind::kEcho},
     {"given", Kind::kGiven},
     {"first", Kind::kFirst},
     {"holds", Kind::kHolds},
     {"detail", Kind::kDetail},
     {"question", Kind::kQuestion},
     {"first_sentence", Kind::kFirstSentence},
     {"or", Kind::kOr},
     {"not", Kind::kNot}}};

constexpr std::array<std::pair<std::string_view, Where>, 11> kPlaces{
    {{"clause", Where::kClause},
     {"next-clause", Where::kNextClause},
     {"previous-clause", Where::kPreviousClause},
     {"sentence", Where::kSentence},
     {"next-sentence", Where::kNextSentence},
     {"previous-sentence", Where::kPreviousSentence},
     {"reply", Where::kReply},
     {"thread", Where::kThread},
     {"earlier", Where::kEarlier},
     {"customer", Where::kCustomer},
     {"customer-last", Where::kCustomerLast}}};

constexpr std::array<std::pair<std::string_view, Fact>, 9> kFacts{
    {{"company_at_fault", Fact::kCompanyAtFault},
     {"failure", Fact::kFailure},
     {"apology_accepted", Fact::kApologyAccepted},
     {"first_reply", Fact::kFirstReply},
     {"alert_sent", Fact::kAlertSent},
     {"resolved", Fact::kResolved},
     {"severity", Fact::kSeverity},
     {"minutes_since_report", Fact::kMinutesSinceReport},
     {"repeat_failures", Fact::kRepeatFailures}}};

constexpr TextForm kId{.longest = 200};

int ReadSentences(const Cursor& cursor) {
  if (cursor.value->kind == Value::Kind::kString) {
    const std::string words[] = {"all"};
    ReadWord(cursor, words);
    return Within::kAll;
  }
  const double number = ReadNumber(cursor, 0, 1000).value_or(0);
  if (number != static_cast<int>(number)) {
    cursor.Report(cursor.name() + " must be a whole number of sentences");
  }
  return static_cast<int>(number);
}

Within ReadWithin(const Cursor& cursor) {
  if (cursor.value->kind == Value::Kind::kString) {
    return {ReadChoice<Where>(cursor, kPlaces).value_or(Where::kReply), Within::kAll};
  }
  Object object(cursor, "place");
  Within within;
  const auto before = object.Find("before");
  const auto after = object.Find("after");
  if (object.valid() && before.has_value() == after.has_value()) {
    cursor.Report("a place has one of “before” and “after”");
  }
  if (before) within = {Where::kBefore, ReadSentences(*before)};
  if (after) within = {Where::kAfter, ReadSentences(*after)};
  object.Finish();
  return within;
}

void ReadPlace(Object& object, Condition& read) {
  if (const auto within = object.Find("within")) read.within = ReadWithin(*within);
}

void ReadCount(Object& object, Condition& read) {
  const auto over = object.Find("over");
  const auto ratio = object.Find("ratio");
  const auto least = object.Find("at_least");
  const auto most = object.Find("at_most");
  if (over) read.over = ReadTexts(*over, kId);
  if (ratio) read.ratio = ReadNumberOrParameter(*ratio, 0);
  if (least) read.at_least = ReadNumberOrParameter(*least, 0);
  if (most) read.at_most = ReadNumberOrParameter(*most, 0);
  const bool compares = over || ratio;
  const bool bounds = least || most;
  if (compares) read.kind = Kind::kRatio;
  if (compares == bounds || over.has_value() != ratio.has_value()) {
    object.cursor().Report(
        "a count needs “at_least” or “at_most”, or else both “over” and “ratio”");
  }
}

void ReadBounds(Object& object, Condition& read) {
  const auto least = object.Find("at_least");
  const auto most = object.Find("at_most");
  if (least) read.at_least = ReadNumberOrParameter(*least, 0);
  if (most) read.at_most = ReadNumberOrParameter(*most, 0);
}

void ReadFact(Object& object, const Cursor& name, Condition& read) {
  const std::string answers[] = {"yes", "no", "unknown"};
  const auto is = object.Find("is");
  ReadBounds(object, read);
  const auto fact = ReadChoice<Fact>(name, kFacts);
  if (!fact) return;
  read.fact = *fact;
  const bool bounds = read.at_least || read.at_most;
  if (IsNumber(*fact) && (is || !bounds)) {
    object.cursor().Report("this fact is a number: it needs “at_least” or “at_most”");
  } else if (!IsNumber(*fact) && (!is || bounds)) {
    object.cursor().Report("this fact is yes or no: it needs “is”");
  } else if (is) {
    read.values = ReadWords(*is, answers);
  }
}

void ReadSubject(Object& object, const Cursor& subject, Condition& read) {
  const std::string subjects[] = {"none", "i", "we", "you", "third", "imperative"};
  read.values = ReadWords(subject, subjects);
  read.within.where = Where::kClause;
  if (const auto of = object.Find("of")) {
    read.within.where =
        ReadChoice<Where>(*of, std::span(kPlaces).first(3)).value_or(Where::kClause);
  }
}

Condition ReadCondition(const Cursor& cursor);

void ReadParts(const Cursor& cursor, Condition& read) {
  if (read.kind == Kind::kNot) {
    read.parts.push_back(ReadCondition(cursor));
    return;
  }
  for (const Cursor& item : ReadItems(cursor, "conditions")) {
    read.parts.push_back(ReadCondition(item));
  }
}

void ReadSays(Object& object, const Cursor& says, Condition& read) {
  const std::string answers[] = {"yes", "no", "unknown"};
  const std::vector<std::string> kinds(input::kKindWords.begin(),
                                       input::kKindWords.end());
  const std::vector<std::string> channels(input::kChannelWords.begin(),
                                          input::kChannelWords.end());
  switch (read.kind) {
    case Kind::kAny:
    case Kind::kNone:
    case Kind::kCount:
    case Kind::kRatio:
      read.ids = ReadTexts(says, kId);
      if (read.kind == Kind::kCount) ReadCount(object, read);
      ReadPlace(object, read);
      break;
    case Kind::kSubject:
      ReadSubject(object, says, read);
      break;
    case Kind::kFailure:
    case Kind::kFault:
    case Kind::kAccepted:
    case Kind::kRepeated:
    case Kind::kOverdue:
      read.values = ReadWords(says, answers);
      break;
    case Kind::kSeverity:
      read.at_least = ReadNumberOrParameter(says, 0);
      break;
    case Kind::kFact:
      ReadFact(object, says, read);
      break;
    case Kind::kFirst:
      read.ids = ReadTexts(says, kId);
      read.over = object.Texts("before", true, kId);
      break;
    case Kind::kHolds:
      ReadParts(says, read);
      ReadBounds(object, read);
      if (!read.at_least && !read.at_most) {
        object.cursor().Report("“holds” needs “at_least” or “at_most”");
      }
      break;
    case Kind::kRecordKind:
      read.values = ReadWords(says, kinds);
      break;
    case Kind::kChannel:
      read.values = ReadWords(says, channels);
      break;
    case Kind::kSwitch:
      read.name = ReadText(says, {.longest = 100}).value_or("");
      read.values = object.Texts("is", true, {.longest = 100});
      break;
    case Kind::kFirstReply:
    case Kind::kContext:
    case Kind::kEcho:
    case Kind::kGiven:
    case Kind::kQuestion:
    case Kind::kFirstSentence:
      read.flag = ReadBool(says).value_or(true);
      break;
    case Kind::kDetail:
      read.flag = ReadBool(says).value_or(true);
      ReadPlace(object, read);
      if (const auto of = object.Find("of")) {
        const std::string whose[] = {"customer"};
        if (ReadWord(*of, whose)) read.values = {whose[0]};
      }
      break;
    case Kind::kOr:
    case Kind::kNot:
      ReadParts(says, read);
      break;
  }
}

std::string KnownConditions() {
  std::string known;
  for (const auto& [key, kind] : kConditions) {
    known += (known.empty() ? "" : ", ") + std::string(key);
  }
  return known;
}

void ReportUnknown(const Cursor& cursor) {
  std::vector<std::string> known;
  for (const auto& [key, kind] : kConditions) known.emplace_back(key);
  for (const std::string& key : cursor.value->keys) {
    const std::string hint = DidYouMean(key, known);
    if (hint.empty()) continue;
    cursor.report->AddAtKey(cursor.pointer + "/" + PointerStep(key),
                            "unknown key " + Quoted(key), hint);
    return;
  }
  cursor.Report("this is no condition that is known",
                "a condition has one of " + KnownConditions());
}

Condition ReadCondition(const Cursor& cursor) {
  Condition read;
  read.origin = cursor.origin();
  Object object(cursor, "condition");
  if (!object.valid()) return read;
  std::string_view chosen;
  for (const auto& [key, kind] : kConditions) {
    if (cursor.value->Find(key) == nullptr) continue;
    const auto says = object.Find(key);
    if (!chosen.empty()) {
      cursor.report->AddAtKey(
          cursor.pointer + "/" + std::string(key),
          Quoted(chosen) + " and " + Quoted(key) + " are two conditions",
          "write {…}, {…}: all conditions of “where” must hold");
      continue;
    }
    chosen = key;
    read.kind = kind;
    ReadSays(object, *says, read);
  }
  if (chosen.empty()) {
    ReportUnknown(cursor);
  } else {
    object.Finish();
  }
  return read;
}

}  // namespace

std::vector<Condition> ReadConditions(const Cursor& cursor) {
  std::vector<Condition> conditions;
  for (const Cursor& item : ReadItems(cursor, "conditions", {1, 100})) {
    conditions.push_back(ReadCondition(item));
  }
  return conditions;
}

}  // namespace amends::pack

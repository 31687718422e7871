#include <array>
#include <string>
#include <utility>

#include "amends/input/conversation.h"
#include "amends/input/occasion.h"
#include "amends/pack/entries.h"
#include "amends/pack/ids.h"
#include "amends/pack/json_value.h"

namespace amends::pack {
namespace {

constexpr TextForm kProse{.longest = kLongestExample};

enum class FactKind { kBool, kNumber, kText, kTexts, kFailureKind };

constexpr std::array<std::pair<std::string_view, FactKind>, 12> kFactKinds{
    {{"company_at_fault", FactKind::kBool},
     {"severity", FactKind::kNumber},
     {"failure", FactKind::kBool},
     {"failure_kind", FactKind::kFailureKind},
     {"minutes_since_report", FactKind::kNumber},
     {"repeat_failures", FactKind::kNumber},
     {"apology_accepted", FactKind::kBool},
     {"handled_by", FactKind::kText},
     {"first_reply", FactKind::kBool},
     {"alert_sent", FactKind::kBool},
     {"resolved", FactKind::kBool},
     {"already_known", FactKind::kTexts}}};

void CheckFacts(const Cursor& cursor) {
  const std::vector<std::string> failure_kinds(input::kFailureKindWords.begin(),
                                               input::kFailureKindWords.end());
  Object object(cursor, "list of facts");
  for (const auto& [name, kind] : kFactKinds) {
    const auto fact = object.Find(name);
    if (!fact) continue;
    switch (kind) {
      case FactKind::kBool:
        ReadBool(*fact);
        break;
      case FactKind::kNumber:
        ReadNumber(*fact, 0, name == "severity" ? 3 : 1e9);
        break;
      case FactKind::kText:
        ReadText(*fact, kProse);
        break;
      case FactKind::kTexts:
        ReadTexts(*fact, kProse, {0, 100});
        break;
      case FactKind::kFailureKind:
        ReadWord(*fact, failure_kinds);
        break;
    }
  }
  object.Finish();
}

void CheckContext(const Cursor& cursor) {
  const std::string roles[] = {"customer", "agent"};
  for (const Cursor& item : ReadItems(cursor, "turns", {0, 100})) {
    Object turn(item, "turn");
    if (const auto role = turn.Need("role")) ReadWord(*role, roles);
    turn.Text("text", true, kProse);
    turn.Text("at", false, {.longest = 40});
    turn.Finish();
  }
}

// The keys of a record, taken over as they stand.
Value ReadRecord(Object& object) {
  std::vector<std::string> kinds(input::kKindWords.begin(), input::kKindWords.end());
  const std::vector<std::string> channels(input::kChannelWords.begin(),
                                          input::kChannelWords.end());
  kinds.insert(kinds.end(), channels.begin(), channels.begin() + 3);
  Value record;
  record.kind = Value::Kind::kObject;
  const auto take = [&record](std::string key, const Cursor& cursor) {
    record.keys.push_back(std::move(key));
    record.items.push_back(*cursor.value);
  };
  if (const auto context = object.Find("context")) {
    CheckContext(*context);
    take("context", *context);
  }
  if (const auto facts = object.Find("facts")) {
    CheckFacts(*facts);
    take("facts", *facts);
  }
  if (const auto now = object.Find("now")) {
    ReadText(*now, {.longest = 40});
    take("now", *now);
  }
  if (const auto kind = object.Find("kind")) {
    ReadWord(*kind, kinds);
    take("kind", *kind);
  }
  if (const auto channel = object.Find("channel")) {
    ReadWord(*channel, channels);
    take("channel", *channel);
  }
  return record;
}

std::string WithText(Value record, const std::string& text) {
  Value value;
  value.kind = Value::Kind::kString;
  value.string = text;
  record.kind = Value::Kind::kObject;
  record.keys.emplace_back("text");
  record.items.push_back(std::move(value));
  return WriteJson(record);
}

Example ReadExample(const Cursor& cursor, ExampleUse use) {
  Example example;
  example.origin = cursor.origin();
  if (cursor.value->kind == Value::Kind::kString) {
    example.text = ReadText(cursor, kProse).value_or("");
    example.record = WithText({}, example.text);
    return example;
  }
  if (cursor.value->kind != Value::Kind::kObject) {
    cursor.Report(cursor.name() + " must be a text or an object with a “text”");
    return example;
  }
  Object object(cursor, "example");
  example.text = object.Text("text", true, kProse);
  if (use != ExampleUse::kPass) {
    if (const auto span = object.Find("span")) {
      example.span = ReadText(*span, kProse);
      if (example.span && example.text.find(*example.span) == std::string::npos) {
        span->Report("“span” does not stand in “text”");
      }
    }
  }
  if (use == ExampleUse::kFlag) {
    const TextForm form{.longest = kLongestExample, .may_be_empty = true};
    if (const auto fix = object.Find("fix")) example.fix = ReadText(*fix, form);
  }
  example.profile = object.Text("profile", false,
                                {.longest = 100,
                                 .right = IsSlug,
                                 .described = "lower-case letters, digits and hyphens"});
  example.record = WithText(ReadRecord(object), example.text);
  object.Finish();
  return example;
}

}  // namespace

std::vector<Example> ReadExamples(const Cursor& cursor, ExampleUse use, size_t least) {
  std::vector<Example> examples;
  for (const Cursor& item : ReadItems(cursor, "examples", {least, kMostItems})) {
    examples.push_back(ReadExample(item, use));
  }
  return examples;
}

}  // namespace amends::pack

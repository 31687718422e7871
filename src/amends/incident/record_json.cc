#include "amends/incident/record_json.h"

#include <string_view>
#include <vector>

#include "amends/report/json_text.h"
#include "amends/report/situation_json.h"

namespace amends::incident {
namespace {

using conversation::Answer;
using report::JsonText;

// In the order of their values.
constexpr std::string_view kChannels[] = {"email", "chat", "public", "phone"};
constexpr std::string_view kFields[] = {"what",          "when",  "items",  "load",
                                        "circumstances", "steps", "extras", "promises"};

void WriteWords(const Quote& quote, JsonText& json) {
  json.Number("turn", quote.turn);
  json.Number("start", quote.span.start);
  json.Number("end", quote.span.end);
  json.String("text", quote.text);
  if (!quote.kind.empty()) json.String("kind", quote.kind);
}

void WriteQuotes(std::string_view key, const std::vector<Quote>& quotes, JsonText& json) {
  if (quotes.empty()) return;
  json.Key(key);
  json.BeginArray();
  for (const Quote& quote : quotes) {
    json.BeginObject();
    WriteWords(quote, json);
    json.EndObject();
  }
  json.EndArray();
}

void WritePromises(const std::vector<Promise>& promises, JsonText& json) {
  if (promises.empty()) return;
  json.Key("promises");
  json.BeginArray();
  for (const Promise& promise : promises) {
    json.BeginObject();
    WriteWords(promise.words, json);
    if (promise.due) {
      json.Key("due");
      json.BeginObject();
      WriteWords(*promise.due, json);
      json.EndObject();
    }
    if (promise.due_by) json.String("due_by", input::WriteMoment(*promise.due_by));
    if (promise.kept != conversation::Answer::kUnknown) {
      json.String("kept", report::NameOf(promise.kept));
    }
    json.EndObject();
  }
  json.EndArray();
}

void WriteQuestions(const std::vector<Question>& questions, JsonText& json) {
  json.Key("open_questions");
  json.BeginArray();
  for (const Question& question : questions) {
    json.BeginObject();
    json.String("field", kFields[static_cast<size_t>(question.field)]);
    json.String("question", question.text);
    json.EndObject();
  }
  json.EndArray();
}

void WriteCase(const Record& record, JsonText& json) {
  json.String("failure", report::NameOf(record.failure));
  json.String("fault", report::NameOf(record.fault));
  json.String("repeated", report::NameOf(record.repeated));
  json.String("accepted", report::NameOf(record.accepted));
  if (record.severity) json.Number("severity", *record.severity);
  if (record.failure_kind) {
    json.String("failure_kind", report::NameOf(*record.failure_kind));
  }
  if (!record.reported_at.empty()) json.String("reported_at", record.reported_at);
  if (record.age_minutes) json.Number("age_minutes", *record.age_minutes);
}

void WriteIncident(const Record& record, JsonText& json) {
  json.Key("incident");
  json.BeginObject();
  json.Number("schema", 1);
  WriteCase(record, json);
  WriteQuotes("what", record.what, json);
  WriteQuotes("when", record.when, json);
  WriteQuotes("items", record.items, json);
  WriteQuotes("load", record.load, json);
  WriteQuotes("circumstances", record.circumstances, json);
  WriteQuotes("losses", record.losses, json);
  WriteQuotes("feelings", record.feelings, json);
  WriteQuotes("wishes", record.wishes, json);
  WriteQuotes("tried", record.tried, json);
  WriteQuotes("owned", record.owned, json);
  WriteQuotes("steps", record.steps, json);
  WriteQuotes("extras", record.extras, json);
  WriteQuotes("handovers", record.handovers, json);
  WritePromises(record.promises, json);
  WriteQuotes("thanks", record.thanks, json);
  WriteQuotes("facts", record.facts, json);
  WriteQuestions(record.questions, json);
  json.Strings("alert", record.alert);
  json.Strings("next_visit", record.next_visit);
  json.Strings("notes", record.notes);
  json.EndObject();
}

void WriteFacts(const Record& record, JsonText& json) {
  json.Key("facts");
  json.BeginObject();
  if (record.failure != Answer::kUnknown) {
    json.Bool("failure", record.failure == Answer::kYes);
  }
  if (record.age_minutes) json.Number("minutes_since_report", *record.age_minutes);
  json.EndObject();
}

}  // namespace

std::string RecordJson(const Record& record) {
  std::string out;
  JsonText json(out, report::JsonLayout::kIndented);
  json.BeginObject();
  json.String("kind", "incident");
  if (!record.id.empty()) json.String("id", record.id);
  json.String("channel", kChannels[static_cast<size_t>(record.channel)]);
  if (!record.now.empty()) json.String("now", record.now);
  WriteFacts(record, json);
  json.String("text", record.text);
  WriteIncident(record, json);
  json.EndObject();
  return out + '\n';
}

}  // namespace amends::incident

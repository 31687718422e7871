#include "amends/training/training_json.h"

#include <algorithm>
#include <array>
#include <utility>

#include "amends/pack/json_value.h"
#include "amends/pack/problem.h"
#include "amends/pack/reader.h"
#include "amends/report/json_text.h"
#include "amends/training/judge.h"
#include "amends/training/task.h"

namespace amends::training {
namespace {

using pack::Cursor;
using pack::Object;
using report::JsonText;

constexpr double kLargestPlace = 4e9;    // bytes
constexpr size_t kLongestText = 20'000;  // code points
constexpr size_t kMostParts = 200;

void Head(const Exercise& exercise, JsonText& json) {
  json.String("id", exercise.id);
  json.String("kind", WordFor(exercise.kind));
  json.String("title", TitleOf(exercise.kind));
  json.Number("level", exercise.level);
  json.String("trade", exercise.trade);
  json.Strings("rules", exercise.rules);
}

void Thread(const Exercise& exercise, JsonText& json) {
  const input::Conversation& before = exercise.conversation;
  json.String("channel", input::kChannelWords.at(static_cast<size_t>(before.channel)));
  json.Key("conversation");
  json.BeginArray();
  for (const input::Turn& turn : before.context) {
    json.BeginObject();
    json.String("role", turn.role == input::Role::kCustomer ? "customer" : "agent");
    json.String("text", turn.text);
    if (!turn.at.empty()) json.String("at", turn.at);
    json.EndObject();
  }
  json.EndArray();
}

text::Span ReadSpan(const Cursor& cursor) {
  Object object(cursor, "mark");
  const auto place = [&](const char* key) {
    const auto found = object.Need(key);
    const auto number = found ? pack::ReadNumber(*found, 0, kLargestPlace) : std::nullopt;
    return static_cast<uint32_t>(number.value_or(0));
  };
  const uint32_t start = place("start");
  const uint32_t end = place("end");
  object.Finish();
  if (end < start) cursor.Report("a mark ends behind its beginning");
  return {start, std::max(start, end)};
}

}  // namespace

std::string CatalogueJson(const Catalogue& catalogue) {
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.Key("exercises");
  json.BeginArray();
  for (const Exercise& exercise : catalogue.exercises) {
    json.BeginObject();
    Head(exercise, json);
    json.EndObject();
  }
  json.EndArray();
  json.EndObject();
  return out + "\n";
}

void WriteExercise(const Exercise& exercise, const Engine& engine, JsonText& json) {
  json.BeginObject();
  Head(exercise, json);
  json.String("task", TaskOf(exercise));
  json.String("situation", exercise.situation);
  Thread(exercise, json);
  json.Strings("known", exercise.known);
  json.Strings("hints", exercise.hints);
  json.String("draft", exercise.draft);
  json.Strings("options", OptionTexts(exercise, engine));
  std::vector<std::string> sentences;
  for (const size_t at : ShownOrder(exercise))
    sentences.push_back(exercise.sentences[at]);
  json.Strings("sentences", sentences);
  json.Strings("asks", AskTexts(exercise, engine));
  json.Number("longest", static_cast<int64_t>(exercise.longest));
  json.Strings("blanks", BlankQuestions(exercise));
  json.Strings("fields", FieldQuestions(exercise));
  if (exercise.example) {
    json.Key("example");
    json.BeginObject();
    json.String("situation", exercise.example->situation);
    json.String("text", exercise.example->text);
    json.EndObject();
  }
  if (exercise.customer) {
    json.String("customer", exercise.customer->name);
    json.Number("mood", exercise.customer->mood);
  }
  json.EndObject();
}

std::string ExerciseJson(const Exercise& exercise, const Engine& engine) {
  std::string out;
  JsonText json(out);
  WriteExercise(exercise, engine, json);
  return out + "\n";
}

std::variant<Answer, std::string> ReadAnswer(std::string_view text) {
  const pack::ParsedJson parsed = pack::ParseJson(text);
  if (parsed.fault) return parsed.fault->message;
  pack::FileReport report("answer", text);
  Answer answer = ReadAnswer(Cursor{&*parsed.value, "", &report});
  const std::vector<pack::Problem> problems = report.Problems();
  if (!problems.empty()) return problems.front().message;
  return answer;
}

Answer ReadAnswer(const Cursor& cursor) {
  Answer answer;
  Object object(cursor, "answer");
  if (const auto marks = object.Find("marks")) {
    for (const Cursor& item : pack::ReadItems(*marks, "marks", {0, kMostParts})) {
      answer.marks.push_back(ReadSpan(item));
    }
  }
  if (const auto choices = object.Find("choices")) {
    for (const Cursor& item : pack::ReadItems(*choices, "choices", {0, kMostParts})) {
      const auto number = pack::ReadNumber(item, 0, kMostParts);
      if (number) answer.choices.push_back(static_cast<size_t>(*number));
    }
  }
  answer.texts = object.Texts(
      "texts", false, {.longest = kLongestText, .may_be_empty = true}, {0, kMostParts});
  object.Finish();
  return answer;
}

std::string JudgementJson(const Judgement& judgement, const Exercise& exercise,
                          const Engine& engine) {
  static constexpr std::array<std::string_view, 4> kKinds = {"good", "fault", "unseen",
                                                             "remark"};
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.Bool("passed", judgement.passed);
  json.Bool("open", judgement.IsOpen());
  json.Number("points", judgement.points);
  json.Key("said");
  json.BeginArray();
  for (const Point& point : judgement.said) {
    json.BeginObject();
    json.String("kind", kKinds.at(static_cast<size_t>(point.kind)));
    json.String("code", point.code);
    json.String("text", point.text);
    if (point.span.length() > 0) {
      json.Number("start", point.span.start);
      json.Number("end", point.span.end);
    }
    json.EndObject();
  }
  json.EndArray();
  json.Key("rules");
  json.BeginArray();
  for (const RuleOutcome& each : judgement.rules) {
    json.BeginObject();
    json.String("rule", each.rule);
    json.Bool("passed", each.passed);
    json.EndObject();
  }
  json.EndArray();
  json.String("explanation", exercise.explanation);
  json.String("solution", SolutionOf(exercise, engine));
  json.EndObject();
  return out + "\n";
}

std::string PerformanceJson(const Performance& performance) {
  static constexpr std::array<std::string_view, 4> kEndings = {"none", "well", "badly",
                                                               "late"};
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.String("opening", performance.opening);
  json.Key("exchanges");
  json.BeginArray();
  for (const Exchange& exchange : performance.exchanges) {
    json.BeginObject();
    json.String("reply", exchange.reply);
    json.String("customer", exchange.customer);
    json.Number("mood", exchange.mood);
    json.Number("trust", exchange.trust);
    json.String("coach", exchange.coach);
    json.Key("reasons");
    json.BeginArray();
    for (const Reason& reason : exchange.reasons) {
      json.BeginObject();
      if (!reason.rule.empty()) json.String("rule", reason.rule);
      if (!reason.need.empty()) json.String("need", reason.need);
      json.String("text", reason.text);
      json.Number("mood", reason.mood);
      json.Number("trust", reason.trust);
      json.EndObject();
    }
    json.EndArray();
    json.EndObject();
  }
  json.EndArray();
  json.String("ending", kEndings.at(static_cast<size_t>(performance.ending)));
  // During the talk nobody tells what is still missing but the customer.
  if (performance.ending != Ending::kNone) {
    json.Strings("open_needs", performance.open_needs);
  }
  json.EndObject();
  return out + "\n";
}

}  // namespace amends::training

#include "tools/serve/people_json.h"

#include <algorithm>
#include <cmath>

#include "amends/training/day.h"
#include "amends/training/learner.h"
#include "amends/training/practice_days.h"
#include "amends/training/set_standing.h"
#include "amends/training/training_json.h"

namespace amends::serve {
namespace {

using report::JsonText;
using training::GradedAnswer;
using training::Recall;

constexpr int64_t kShownDays = 84;  // twelve weeks

void Write(const training::Person& person, JsonText& json) {
  json.BeginObject();
  json.String("id", person.id);
  json.String("name", person.name);
  json.String("team", person.team);
  json.EndObject();
}

// The rules that exercises are about, each once, in the order of the exercises.
std::vector<std::string> TrainedRules(const Lessons& lessons) {
  std::vector<std::string> rules;
  for (const training::Exercise& exercise : lessons.catalogue.exercises) {
    for (const std::string& rule : exercise.rules) {
      if (std::ranges::count(rules, rule) == 0) rules.push_back(rule);
    }
  }
  return rules;
}

std::string SummaryOf(const std::string& id, const Engine& engine) {
  const pack::Rule* rule = engine.pack().FindRule(id);
  return rule ? rule->summary : "";
}

// Recall is in hundredths: nobody needs more, and JSON stays free of fractions.
void Write(const std::string& id, const Recall& recall, const Lessons& lessons,
           int64_t now, JsonText& json) {
  json.BeginObject();
  json.String("rule", id);
  json.String("family", id.substr(0, id.find('/')));
  json.String("summary", SummaryOf(id, *lessons.engine));
  json.Number("recall", std::lround(100 * recall.Retrievability(now)));
  json.String("due", training::WriteTime(recall.due));
  json.Bool("is_due", recall.IsDue(now));
  json.Bool("mastered", recall.Mastered(now));
  json.Bool("slipped", recall.grade == training::Grade::kAgain);
  json.Number("reviews", recall.reviews);
  json.Number("lapses", recall.lapses);
  json.EndObject();
}

void WriteDays(const Standing& standing, JsonText& json) {
  std::vector<int64_t> times;
  for (const GradedAnswer& answer : standing.answers) times.push_back(answer.at);
  const auto days = training::PracticeDays(times, standing.offset_minutes);
  const int64_t today = training::DayOf(standing.now, standing.offset_minutes);
  json.String("today", training::WriteDay(today));
  json.Number("streak", training::Streak(days, today));
  json.Key("days");
  json.BeginArray();
  for (const training::PracticeDay& each : days) {
    if (each.day <= today - kShownDays || each.day > today) continue;
    json.BeginObject();
    json.String("day", training::WriteDay(each.day));
    json.Number("answers", each.answers);
    json.EndObject();
  }
  json.EndArray();
}

void WriteSet(const training::ExerciseSet& set, std::span<const GradedAnswer> answers,
              JsonText& json) {
  const training::SetStanding standing = StandingIn(set, answers);
  json.BeginObject();
  json.String("id", set.id);
  json.String("name", set.name);
  if (set.due > 0) json.String("due", training::WriteTime(set.due));
  json.Number("exercises", static_cast<int64_t>(set.exercises.size()));
  json.Number("answered", static_cast<int64_t>(standing.answered));
  json.Number("passed", static_cast<int64_t>(standing.passed));
  json.EndObject();
}

}  // namespace

std::string PersonJson(const training::Person& person) {
  std::string out;
  JsonText json(out);
  Write(person, json);
  return out + "\n";
}

std::string PeopleJson(std::span<const training::Person> people,
                       const std::optional<std::string>& you) {
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.Key("people");
  json.BeginArray();
  for (const training::Person& person : people) Write(person, json);
  json.EndArray();
  if (you) json.String("you", *you);
  json.EndObject();
  return out + "\n";
}

std::string StandingJson(const Standing& standing, const Lessons& lessons) {
  const auto learner = training::RecallOf(training::ReviewsOf(standing.answers));
  const std::vector<std::string> trained = TrainedRules(lessons);
  std::string out;
  JsonText json(out);
  json.BeginObject();
  json.Key("person");
  Write(standing.person, json);
  json.Key("rules");
  json.BeginArray();
  int64_t due = 0;
  for (const auto& [id, recall] : learner.rules) {
    Write(id, recall, lessons, standing.now, json);
    if (recall.IsDue(standing.now)) ++due;
  }
  json.EndArray();
  WriteDays(standing, json);
  json.Number("answers", static_cast<int64_t>(standing.answers.size()));
  json.Number("mastered", static_cast<int64_t>(learner.CountMastered(standing.now)));
  json.Number("due", due);
  json.Number("new", std::ranges::count_if(trained, [&](const std::string& rule) {
                return learner.Find(rule) == nullptr;
              }));
  if (const auto next = learner.NextDue())
    json.String("next_due", training::WriteTime(*next));
  json.Key("sets");
  json.BeginArray();
  for (const training::ExerciseSet& set : standing.sets) {
    WriteSet(set, standing.answers, json);
  }
  json.EndArray();
  json.EndObject();
  return out + "\n";
}

std::string NextJson(const Next& next, const Lessons& lessons) {
  std::string out;
  JsonText json(out);
  json.BeginObject();
  if (next.choice) {
    json.String("attempt", training::RandomId());
    json.String("why", training::NameOf(next.choice->why));
    json.String("rule", next.choice->rule);
  } else {
    json.Bool("done", true);
    const auto learner = training::RecallOf(training::ReviewsOf(next.answers));
    if (const auto due = learner.NextDue())
      json.String("next_due", training::WriteTime(*due));
  }
  if (next.set) {
    json.Key("set");
    WriteSet(*next.set, next.answers, json);
  }
  if (next.choice) {
    json.Key("exercise");
    WriteExercise(*lessons.catalogue.Find(next.choice->exercise), *lessons.engine, json);
  }
  json.EndObject();
  return out + "\n";
}

}  // namespace amends::serve

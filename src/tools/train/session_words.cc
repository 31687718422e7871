#include "tools/train/session_words.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "amends/report/counted.h"
#include "amends/training/learner.h"
#include "amends/training/practice_days.h"

namespace amends {
namespace {

using training::GradedAnswer;
using training::Learner;

constexpr size_t kMostNamed = 3;

std::string SummaryOf(const Engine& engine, const std::string& id) {
  const pack::Rule* rule = engine.pack().FindRule(id);
  return rule ? rule->summary : id;
}

// The rules that failed in these answers; else those of the answers that passed that
// failed in none. Once each.
std::vector<std::string> RulesOf(std::span<const GradedAnswer> answers, bool failed) {
  std::set<std::string> bad;
  for (const GradedAnswer& answer : answers) {
    for (const training::RuleGrade& each : answer.grades) {
      if (each.grade == training::Grade::kAgain) bad.insert(each.rule);
    }
  }
  std::vector<std::string> rules;
  for (const GradedAnswer& answer : answers) {
    for (const training::RuleGrade& each : answer.grades) {
      const bool wanted = bad.contains(each.rule) == failed && (failed || answer.passed);
      if (wanted && std::ranges::count(rules, each.rule) == 0) rules.push_back(each.rule);
    }
  }
  return rules;
}

std::string Listed(const Engine& engine, const std::vector<std::string>& rules) {
  std::string list;
  for (size_t i = 0; i < std::min(rules.size(), kMostNamed); ++i) {
    list += fmt::format("{}- {}", i == 0 ? "" : "\n", SummaryOf(engine, rules[i]));
  }
  const size_t more = rules.size() - std::min(rules.size(), kMostNamed);
  if (more > 0) list += fmt::format("\n- and {} more", more);
  return list;
}

// The rule that failed here, else when the next is due.
Paragraph WhatIsNext(const SessionEnd& end) {
  const auto failed = RulesOf(end.answers.subspan(end.before), true);
  if (!failed.empty()) {
    return {Tone::kPlain, "Comes again", SummaryOf(end.engine, failed.front())};
  }
  const Learner learner = RecallOf(ReviewsOf(end.answers));
  return {Tone::kPlain, "", NextDueWords(learner.NextDue(), end.now, end.offset_minutes)};
}

int StreakOf(const SessionEnd& end) {
  std::vector<int64_t> times;
  for (const GradedAnswer& answer : end.answers) times.push_back(answer.at);
  const auto days = training::PracticeDays(times, end.offset_minutes);
  return training::Streak(days, training::DayOf(end.now, end.offset_minutes));
}

}  // namespace

std::string GreetingWords(const std::string& name, std::span<const GradedAnswer> answers,
                          const training::Catalogue& offered, int64_t now) {
  const Learner learner = RecallOf(ReviewsOf(answers));
  std::set<std::string> due;
  std::set<std::string> fresh;
  for (const training::Exercise& exercise : offered.exercises) {
    const std::string& rule = exercise.rules.front();
    const training::Recall* recall = learner.Find(rule);
    if (!recall) {
      fresh.insert(rule);
    } else if (recall->IsDue(now)) {
      due.insert(rule);
    }
  }
  if (due.empty() && fresh.empty()) return fmt::format("Welcome back, {}.", name);
  return fmt::format("Welcome back, {}. {} due, {} new.", name, due.size(), fresh.size());
}

std::string NextDueWords(std::optional<int64_t> due, int64_t now, int offset_minutes) {
  if (!due) return "There is nothing here to be done.";
  const int64_t days =
      training::DayOf(*due, offset_minutes) - training::DayOf(now, offset_minutes);
  if (*due <= now) return "Something is due now.";
  if (days <= 0) return "The next comes later today.";
  if (days == 1) return "The next comes tomorrow.";
  return fmt::format("The next comes in {} days.", days);
}

Page SumPage(const SessionEnd& end) {
  const auto here = end.answers.subspan(end.before);
  if (here.empty()) {
    return {{Tone::kHead, "", "Nothing answered this time. See you again."}};
  }
  const auto passed =
      static_cast<size_t>(std::ranges::count(here, true, &GradedAnswer::passed));
  Page page;
  page.push_back(
      {Tone::kHead, "",
       fmt::format("{}, {} passed.", report::Counted(here.size(), "answer"), passed)});
  const auto well = RulesOf(here, false);
  if (!well.empty()) {
    page.push_back({Tone::kGood, "Went well", Listed(end.engine, well)});
  }
  page.push_back(WhatIsNext(end));
  if (const int streak = StreakOf(end); streak > 1) {
    page.push_back(
        {Tone::kQuiet, "", fmt::format("Practised {} days in a row.", streak)});
  }
  return page;
}

}  // namespace amends

#include "amends/training/team_report.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>

#include "amends/training/agenda.h"
#include "amends/training/day.h"
#include "amends/training/learner.h"
#include "amends/training/practice_days.h"

namespace amends::training {
namespace {

constexpr int64_t kDaysAWeek = 7;

std::string FamilyOf(std::string_view rule) {
  return std::string(rule.substr(0, rule.find('/')));
}

// The first of January 1970 was a Thursday.
int64_t MondayOf(int64_t day) {
  const int64_t since_monday = ((day + 3) % kDaysAWeek + kDaysAWeek) % kDaysAWeek;
  return day - since_monday;
}

// Letters of ASCII alike in either case; else by bytes.
std::string Folded(std::string_view name) {
  std::string folded(name);
  for (char& c : folded) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return folded;
}

bool IsToldOf(RuleState state) {
  return state != RuleState::kNotMet && state != RuleState::kEarly;
}

// Two failed answers, a third of all, and what will not sit in a week. One slip is none,
// and what is overcome is over.
bool IsHard(int answers, int failed, double in_a_week) {
  return answers >= kFewestAnswers && failed >= 2 && 3 * failed >= answers &&
         in_a_week < kShakyRecall;
}

// Whether the rule is worth a talk.
bool IsHard(const RuleStanding& standing) {
  if (standing.state == RuleState::kShaky) return true;
  return standing.state == RuleState::kLearning &&
         IsHard(standing.answers, standing.failed, standing.in_a_week);
}

bool IsHard(const FamilyRecall& family) {
  return family.in_a_week && IsHard(family.answers, family.failed, *family.in_a_week);
}

// What is likely forgotten in a week, weighed by the answers that failed.
double NeedOf(const Help& help) { return (1 - help.in_a_week) * (1 + help.failed); }

RuleState StateOf(const Recall& recall, int64_t now) {
  if (recall.reviews < kFewestAnswers) return RuleState::kEarly;
  if (recall.Mastered(now)) return RuleState::kMastered;
  const bool forgotten = recall.IsDue(now) && recall.Retrievability(now) < kShakyRecall;
  return recall.grade == Grade::kAgain || forgotten ? RuleState::kShaky
                                                    : RuleState::kLearning;
}

class Reporter {
 public:
  explicit Reporter(const ReportRequest& request) : request_(request) {
    until_ = request.now;
    if (request.until) until_ = std::min(until_, EndOf(*request.until));
    report_.last_day = Day(until_);
    report_.first_day = FirstDay();
    for (const Exercise& each : request.catalogue.exercises) {
      rules_.insert(each.rules.begin(), each.rules.end());
    }
    for (const PersonEntries& each : request.people) {
      for (const GradedAnswer& answer : each.answers) {
        if (answer.at > until_) continue;
        for (const RuleGrade& grade : answer.grades) rules_.insert(grade.rule);
      }
    }
  }

  Report Take() && {
    std::set<std::string> families;
    for (const std::string& rule : rules_) {
      const auto summary = request_.summaries.find(rule);
      report_.rules.push_back(
          {rule, FamilyOf(rule),
           summary == request_.summaries.end() ? "" : summary->second});
      families.insert(FamilyOf(rule));
    }
    report_.families.assign(families.begin(), families.end());
    for (const PersonEntries* each : InOrder()) {
      if (report_.teams.empty() || report_.teams.back().team != each->person.team) {
        report_.teams.push_back({each->person.team, {}, {}});
      }
      report_.teams.back().people.push_back(OfPerson(*each));
    }
    for (TeamReport& team : report_.teams) team.hard = HardMattersOf(team);
    return std::move(report_);
  }

 private:
  int64_t Day(int64_t at) const { return DayOf(at, request_.offset_minutes); }
  int64_t EndOf(int64_t day) const {
    return EndOfDay(day) - int64_t{60} * request_.offset_minutes;
  }

  int64_t FirstDay() const {
    if (request_.since) return std::min(*request_.since, report_.last_day);
    int64_t first = report_.last_day;
    for (const PersonEntries& each : request_.people) {
      for (const GradedAnswer& answer : each.answers) {
        first = std::min(first, Day(answer.at));
      }
    }
    return first;
  }

  bool IsWithin(const GradedAnswer& answer) const {
    return answer.at <= until_ && Day(answer.at) >= report_.first_day;
  }

  std::vector<const PersonEntries*> InOrder() const {
    std::vector<const PersonEntries*> people;
    for (const PersonEntries& each : request_.people) people.push_back(&each);
    std::ranges::stable_sort(people, {}, [](const PersonEntries* each) {
      const Person& person = each->person;
      return std::tuple(person.team.empty(), Folded(person.team), person.team,
                        Folded(person.name), person.name);
    });
    return people;
  }

  PersonReport OfPerson(const PersonEntries& entries) const {
    PersonReport person;
    person.person = entries.person;
    std::vector<GradedAnswer> answers = entries.answers;
    std::erase_if(answers, [&](const GradedAnswer& each) { return each.at > until_; });
    std::ranges::stable_sort(answers, {}, &GradedAnswer::at);
    person.early = answers.size() < static_cast<size_t>(kFewestAnswers);
    std::set<int64_t> days;
    for (const GradedAnswer& answer : answers) {
      if (!IsWithin(answer)) continue;
      ++person.answers;
      if (answer.passed) ++person.passed;
      days.insert(Day(answer.at));
    }
    person.days = static_cast<int>(days.size());
    person.rules = StandingsOf(answers);
    person.families = FamiliesOf(person.rules);
    person.weeks = WeeksOf(answers);
    person.helps = HelpsFor(person, answers);
    return person;
  }

  std::vector<RuleStanding> StandingsOf(std::span<const GradedAnswer> answers) const {
    std::map<std::string_view, RuleStanding> counted;
    for (const GradedAnswer& answer : answers) {
      for (const RuleGrade& grade : answer.grades) {
        RuleStanding& standing = counted[grade.rule];
        ++standing.answers;
        if (grade.grade == Grade::kAgain) ++standing.failed;
        standing.hints += answer.hints;
      }
    }
    const Learner learner = RecallOf(ReviewsOf(answers));
    std::vector<RuleStanding> standings;
    for (const std::string& rule : rules_) {
      RuleStanding standing = counted[rule];
      standing.rule = rule;
      if (const Recall* recall = learner.Find(rule)) {
        standing.state = StateOf(*recall, until_);
        standing.recall = recall->Retrievability(until_);
        standing.in_a_week = recall->Retrievability(until_ + kDaysAhead * kSecondsADay);
        standing.stability = recall->memory.stability;
        standing.due = recall->due;
        standing.last = recall->last;
      }
      standings.push_back(std::move(standing));
    }
    return standings;
  }

  std::vector<FamilyRecall> FamiliesOf(std::span<const RuleStanding> standings) const {
    std::vector<FamilyRecall> families;
    for (const std::string& name : report_.families) {
      FamilyRecall family{name, 0, 0, std::nullopt};
      double sum = 0;
      int met = 0;
      for (const RuleStanding& each : standings) {
        if (each.answers == 0 || FamilyOf(each.rule) != name) continue;
        family.answers += each.answers;
        family.failed += each.failed;
        sum += each.in_a_week;
        ++met;
      }
      if (family.answers >= kFewestAnswers) family.in_a_week = sum / met;
      families.push_back(std::move(family));
    }
    return families;
  }

  std::vector<Week> WeeksOf(std::span<const GradedAnswer> answers) const {
    const int64_t last = MondayOf(report_.last_day);
    const int64_t first =
        std::max(MondayOf(report_.first_day), last - (kMostWeeks - 1) * kDaysAWeek);
    std::vector<Week> weeks;
    for (int64_t monday = first; monday <= last; monday += kDaysAWeek) {
      Week week{.monday = monday};
      const int64_t end = std::min(until_, EndOf(monday + kDaysAWeek - 1));
      size_t before = 0;
      for (; before < answers.size() && answers[before].at <= end; ++before) {
        const GradedAnswer& answer = answers[before];
        if (Day(answer.at) < monday || !IsWithin(answer)) continue;
        ++week.answers;
        if (answer.passed) ++week.passed;
      }
      const Learner learner = RecallOf(ReviewsOf(answers.first(before)));
      week.met = static_cast<int>(learner.rules.size());
      week.mastered =
          static_cast<int>(std::ranges::count_if(learner.rules, [&](const auto& each) {
            return StateOf(each.second, end) == RuleState::kMastered;
          }));
      weeks.push_back(week);
    }
    return weeks;
  }

  // Rules first, then families of which no rule can be told of.
  std::vector<Help> HelpsFor(const PersonReport& person,
                             std::span<const GradedAnswer> answers) const {
    std::set<std::string> told;
    std::vector<Help> helps;
    for (const RuleStanding& each : person.rules) {
      if (!IsHard(each)) continue;
      told.insert(FamilyOf(each.rule));
      helps.push_back(
          {each.rule, each.answers, each.failed, each.in_a_week, Advised(each, answers)});
    }
    std::ranges::stable_sort(helps, std::ranges::greater(), NeedOf);
    std::vector<Help> families;
    for (const FamilyRecall& each : person.families) {
      if (!IsHard(each) || told.contains(each.family)) continue;
      families.push_back({each.family, each.answers, each.failed, *each.in_a_week,
                          Advised(WeakestOf(each.family, person), answers)});
    }
    std::ranges::stable_sort(families, std::ranges::greater(), NeedOf);
    helps.insert(helps.end(), families.begin(), families.end());
    if (helps.size() > kMostHelps) helps.resize(kMostHelps);
    return helps;
  }

  // Of the rules of the family that were met.
  static const RuleStanding& WeakestOf(const std::string& family,
                                       const PersonReport& person) {
    const RuleStanding* weakest = nullptr;
    for (const RuleStanding& each : person.rules) {
      if (each.answers == 0 || FamilyOf(each.rule) != family) continue;
      if (!weakest || each.in_a_week < weakest->in_a_week) weakest = &each;
    }
    return *weakest;
  }

  std::vector<AdvisedExercise> Advised(const RuleStanding& standing,
                                       std::span<const GradedAnswer> answers) const {
    return Advised(standing.rule, LevelFor(standing.stability), answers);
  }

  // Those about the rule first, of the level that fits, and not answered yet; talks, and
  // what passed before, come last.
  std::vector<AdvisedExercise> Advised(std::string_view rule, int level,
                                       std::span<const GradedAnswer> answers) const {
    std::set<std::string_view> answered;
    std::set<std::string_view> passed;
    for (const GradedAnswer& answer : answers) {
      answered.insert(answer.exercise);
      if (answer.passed) passed.insert(answer.exercise);
    }
    using Rank = std::tuple<bool, bool, bool, int, bool, std::string_view>;
    std::vector<std::pair<Rank, const Exercise*>> fitting;
    for (const Exercise& each : request_.catalogue.exercises) {
      if (std::ranges::find(each.rules, rule) == each.rules.end()) continue;
      fitting.push_back(
          {{each.rules.front() != rule, passed.contains(each.id),
            each.kind == ExerciseKind::kRolePlay, std::abs(each.level - level),
            answered.contains(each.id), each.id},
           &each});
    }
    std::ranges::sort(fitting);
    if (fitting.size() > kMostAdvised) fitting.resize(kMostAdvised);
    std::vector<AdvisedExercise> advised;
    for (const auto& [rank, each] : fitting) {
      advised.push_back({each->id, std::string(WordFor(each->kind)), each->level});
    }
    return advised;
  }

  std::vector<HardMatter> HardMattersOf(const TeamReport& team) const {
    std::set<std::string> told;
    std::vector<HardMatter> hard;
    for (size_t i = 0; i < report_.rules.size(); ++i) {
      HardMatter matter{.about = report_.rules[i].rule, .exercises = {}};
      for (const PersonReport& person : team.people) {
        const RuleStanding& each = person.rules[i];
        if (IsToldOf(each.state)) Count(IsHard(each), each.in_a_week, matter);
      }
      if (!IsForMost(matter)) continue;
      told.insert(report_.rules[i].family);
      matter.exercises = Advised(matter.about, 1, {});
      hard.push_back(std::move(matter));
    }
    for (size_t i = 0; i < report_.families.size(); ++i) {
      HardMatter matter{.about = report_.families[i], .exercises = {}};
      for (const PersonReport& person : team.people) {
        const FamilyRecall& each = person.families[i];
        if (each.in_a_week) Count(IsHard(each), *each.in_a_week, matter);
      }
      if (!IsForMost(matter) || told.contains(matter.about)) continue;
      hard.push_back(std::move(matter));
    }
    std::ranges::stable_sort(hard, [](const HardMatter& a, const HardMatter& b) {
      return std::pair(-a.hard, a.in_a_week) < std::pair(-b.hard, b.in_a_week);
    });
    if (hard.size() > kMostHardMatters) hard.resize(kMostHardMatters);
    return hard;
  }

  // One more person; in_a_week becomes the mean of all.
  static void Count(bool is_hard, double in_a_week, HardMatter& matter) {
    matter.in_a_week =
        (matter.in_a_week * matter.people + in_a_week) / (matter.people + 1);
    ++matter.people;
    if (is_hard) ++matter.hard;
  }

  static bool IsForMost(const HardMatter& matter) {
    return matter.hard >= 2 && 2 * matter.hard >= matter.people;
  }

  const ReportRequest& request_;
  int64_t until_ = 0;
  std::set<std::string> rules_;
  Report report_;
};

}  // namespace

std::string_view NameOf(RuleState state) {
  switch (state) {
    case RuleState::kNotMet:
      return "not met";
    case RuleState::kEarly:
      return "too early to tell";
    case RuleState::kShaky:
      return "shaky";
    case RuleState::kLearning:
      return "learning";
    case RuleState::kMastered:
      return "mastered";
  }
  return {};
}

int PersonReport::Count(RuleState state) const {
  return static_cast<int>(std::ranges::count(rules, state, &RuleStanding::state));
}

const RuleAbout& Report::About(std::string_view rule) const {
  return *std::ranges::lower_bound(rules, rule, {}, &RuleAbout::rule);
}

Report ReportOf(const ReportRequest& request) { return Reporter(request).Take(); }

}  // namespace amends::training

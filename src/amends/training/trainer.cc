#include "amends/training/trainer.h"

#include <algorithm>
#include <set>

namespace amends::training {
namespace {

std::optional<Choice> NextIn(const ExerciseSet& set, const NextRequest& request) {
  std::set<std::string> passed;
  std::set<std::string> answered;
  for (const GradedAnswer& answer : request.answers) {
    if (answer.set != set.id) continue;
    answered.insert(answer.exercise);
    if (answer.passed) passed.insert(answer.exercise);
  }
  for (const bool again : {false, true}) {
    for (const std::string& id : set.exercises) {
      const Exercise* exercise = request.catalogue.Find(id);
      if (!exercise || (again ? passed : answered).contains(id)) continue;
      return Choice{id, exercise->rules.front(), again ? Why::kAgain : Why::kNew};
    }
  }
  return std::nullopt;
}

// The first answers of a person are a matter of seconds.
constexpr size_t kFirstAnswers = 4;

bool IsQuick(const Exercise& exercise) {
  return exercise.level == 1 &&
         (exercise.kind == ExerciseKind::kSpot || exercise.kind == ExerciseKind::kHears ||
          exercise.kind == ExerciseKind::kChoose);
}

// The exercises that an agenda may choose from, or the quick ones of them.
std::vector<Offered> OfferedTo(const Catalogue& catalogue,
                               std::span<const GradedAnswer> answers, bool quick) {
  std::set<std::string> asked;
  for (const GradedAnswer& answer : answers) {
    for (const RuleGrade& grade : answer.grades) asked.insert(grade.rule);
  }
  std::vector<Offered> offered;
  for (const Exercise& each : catalogue.exercises) {
    const bool is_talk = each.kind == ExerciseKind::kRolePlay;
    if (is_talk && !asked.contains(each.rules.front())) continue;
    if (quick && !IsQuick(each)) continue;
    offered.push_back({each.id, each.rules, each.level, std::string(WordFor(each.kind))});
  }
  return offered;
}

// Where the answers of this session begin.
size_t SessionBegin(std::span<const GradedAnswer> answers, int64_t now) {
  size_t begin = answers.size();
  int64_t after = now;
  while (begin > 0 && after - answers[begin - 1].at < kSessionGap) {
    after = answers[--begin].at;
  }
  return begin;
}

// The answers of this session as an agenda knows them.
std::vector<Done> SessionOf(std::span<const GradedAnswer> answers, int64_t now) {
  const size_t begin = SessionBegin(answers, now);
  std::set<std::string> known;
  for (const GradedAnswer& answer : answers.first(begin)) {
    for (const RuleGrade& grade : answer.grades) known.insert(grade.rule);
  }
  std::vector<Done> session;
  std::set<std::string> failed_here;
  for (const GradedAnswer& answer : answers.subspan(begin)) {
    if (answer.grades.empty()) continue;
    Done done;
    const std::string& rule = answer.grades.front().rule;
    const Why why = failed_here.contains(rule) ? Why::kAgain
                    : known.contains(rule)     ? Why::kDue
                                               : Why::kNew;
    done.choice = {answer.exercise, rule, why};
    for (const RuleGrade& grade : answer.grades) {
      known.insert(grade.rule);
      if (grade.grade != Grade::kAgain) continue;
      done.failed.push_back(grade.rule);
      failed_here.insert(grade.rule);
    }
    session.push_back(std::move(done));
  }
  return session;
}

}  // namespace

std::optional<Choice> NextFor(const NextRequest& request) {
  if (request.set) return NextIn(*request.set, request);
  const Learner learner = RecallOf(ReviewsOf(request.answers));
  // Somebody new begins with the quick ones, while there are any.
  const bool is_new = request.answers.size() < kFirstAnswers;
  std::vector<Offered> offered = OfferedTo(request.catalogue, request.answers, is_new);
  const std::vector<Tried> tried = LastTries(request.answers);
  const std::vector<Done> session = SessionOf(request.answers, request.now);
  AgendaRequest agenda{.learner = learner,
                       .offered = offered,
                       .tried = tried,
                       .session = session,
                       .now = request.now,
                       .seed = SeedOf(request.person),
                       .ahead = request.ahead};
  auto choice = NextExercise(agenda);
  if (choice || !is_new) return choice;
  offered = OfferedTo(request.catalogue, request.answers, false);
  agenda.offered = offered;
  return NextExercise(agenda);
}

std::optional<NextOfSet> NextGiven(const NextRequest& request,
                                   std::span<const ExerciseSet> sets) {
  const auto session =
      request.answers.subspan(SessionBegin(request.answers, request.now));
  for (const ExerciseSet& set : sets) {
    const auto choice = NextIn(set, request);
    if (choice &&
        std::ranges::count(session, choice->exercise, &GradedAnswer::exercise) == 0) {
      return NextOfSet{&set, *choice};
    }
  }
  return std::nullopt;
}

GradedAnswer GradeOf(const Exercise& exercise, const Judgement& judgement,
                     const Effort& effort) {
  GradedAnswer answer;
  answer.exercise = exercise.id;
  answer.kind = WordFor(exercise.kind);
  answer.passed = judgement.passed && !effort.shown;
  answer.points = judgement.points;
  answer.hints = effort.hints;
  answer.seconds = effort.seconds;
  for (const RuleOutcome& each : judgement.rules) {
    const Grade grade = !each.passed || effort.shown           ? Grade::kAgain
                        : effort.hints > 0 || effort.confirmed ? Grade::kHard
                                                               : Grade::kGood;
    answer.grades.push_back({each.rule, grade});
  }
  return answer;
}

}  // namespace amends::training

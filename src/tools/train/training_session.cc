#include "tools/train/training_session.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "amends/training/day.h"
#include "amends/training/judge.h"
#include "amends/training/practice_days.h"
#include "amends/training/set_standing.h"
#include "amends/training/task.h"
#include "tools/train/exercise_page.h"
#include "tools/train/session_words.h"
#include "tools/train/talk_page.h"

namespace amends {
namespace {

using training::Answer;
using training::Catalogue;
using training::Exercise;
using training::ExerciseKind;
using training::ExerciseSet;
using training::GradedAnswer;

Catalogue OfferedBy(const Catalogue& all, const SessionPlan& plan) {
  Catalogue offered{{}, all.tempers};
  for (const Exercise& each : all.exercises) {
    if (plan.Has(each)) offered.exercises.push_back(each);
  }
  return offered;
}

bool IsTalk(const Exercise& exercise) { return exercise.kind == ExerciseKind::kRolePlay; }

// Whether there are many right answers, of which another is worth a look.
bool IsWritten(const Exercise& exercise) {
  return exercise.kind == ExerciseKind::kQuestion ||
         exercise.kind == ExerciseKind::kRewrite ||
         exercise.kind == ExerciseKind::kFill ||
         exercise.kind == ExerciseKind::kImitate ||
         exercise.kind == ExerciseKind::kRecord;
}

// The answer as text, where it is one.
std::string TextOf(const Exercise& exercise, const Answer& answer) {
  if (exercise.kind == ExerciseKind::kFill) return Filled(exercise, answer);
  return answer.texts.size() == 1 ? answer.texts.front() : "";
}

}  // namespace

bool SessionPlan::Has(const Exercise& exercise) const {
  return (kind.empty() || WordFor(exercise.kind) == kind) &&
         (level == 0 || exercise.level == level);
}

TrainingSession::TrainingSession(Desk& desk, const Engine& engine,
                                 const Catalogue& catalogue, training::Progress& progress,
                                 training::Person person, SessionPlan plan,
                                 SessionSources sources)
    : desk_(desk),
      engine_(engine),
      progress_(progress),
      person_(std::move(person)),
      plan_(std::move(plan)),
      sources_(std::move(sources)),
      given_(progress_.SetsOf(person_.id)),
      offered_(OfferedBy(catalogue, plan_)),
      answers_(progress_.AnswersOf(person_.id)),
      before_(answers_.size()) {}

Page TrainingSession::Run() {
  while (!IsOver()) {
    const auto choice = Next();
    if (choice) {
      // A copy: what is skipped leaves the catalogue.
      const Exercise exercise = *offered_.Find(choice->exercise);
      Train(exercise);
    } else if (!ahead_ && !plan_.set && !offered_.exercises.empty()) {
      OfferToGoAhead();
    } else {
      break;
    }
  }
  return Sum();
}

bool TrainingSession::IsOver() const {
  const auto done = static_cast<int>(answers_.size() - before_);
  return left_ || (plan_.count > 0 && done >= plan_.count);
}

// What was given comes first, unless something else is asked for. Who asks for a kind or
// a level gets also what the agenda would keep for later.
std::optional<training::Choice> TrainingSession::Next() {
  const bool is_open = plan_.kind.empty() && plan_.level == 0;
  training::NextRequest request{.catalogue = offered_,
                                .answers = answers_,
                                .set = plan_.set ? &*plan_.set : nullptr,
                                .now = sources_.now(),
                                .person = person_.id,
                                .ahead = ahead_};
  set_ = request.set;
  if (set_) return NextFor(request);
  if (const auto given = is_open ? NextGiven(request, given_) : std::nullopt) {
    set_ = given->set;
    return given->choice;
  }
  auto choice = NextFor(request);
  if (choice || is_open) return choice;
  ExerciseSet rest;
  for (const Exercise& each : offered_.exercises) rest.exercises.push_back(each.id);
  request.set = &rest;
  return NextFor(request);
}

void TrainingSession::Train(const Exercise& exercise) {
  ++number_;
  const std::string id = training::RandomId();
  const int64_t shown_at = sources_.now();
  const training::Temper* temper =
      IsTalk(exercise) ? &offered_.TemperOf(exercise) : nullptr;
  Answer answer;
  for (bool counts = true;; counts = false) {
    AnswerDialog dialog(desk_, engine_, exercise, temper, sources_.random());
    ShowExercise(exercise);
    const Reply reply = dialog.Ask(answer);
    const bool answered = reply == Reply::kAnswered;
    // A right answer that was looked at is an answer, too: not known yet.
    if (!answered && counts && dialog.effort().shown) {
      Store(exercise, Judge(exercise, {}, dialog), dialog.effort(), id, shown_at);
    }
    if (reply == Reply::kLeave) left_ = true;
    if (reply == Reply::kSkip) {
      std::erase_if(offered_.exercises,
                    [&](const Exercise& each) { return each.id == exercise.id; });
    }
    if (!answered) return;
    training::Judgement judgement = Judge(exercise, answer, dialog);
    training::Effort effort = dialog.effort();
    effort.confirmed = judgement.IsOpen() && IsThere(exercise, answer, judgement);
    if (effort.confirmed) judgement = Confirmed(std::move(judgement), exercise.rules);
    if (counts) Store(exercise, judgement, effort, id, shown_at);
    if (left_) return;
    ShowFeedback(exercise, answer, judgement, dialog, counts);
    if (!WantsToTryAgain(exercise, judgement.passed)) return;
  }
}

training::Judgement TrainingSession::Judge(const Exercise& exercise, const Answer& answer,
                                           const AnswerDialog& dialog) const {
  if (dialog.performance()) return JudgementOf(exercise, *dialog.performance());
  return training::Judge(engine_, exercise, answer);
}

// What only the writer can say: whether that is there which was not seen.
bool TrainingSession::IsThere(const Exercise& exercise, const Answer& answer,
                              const training::Judgement& judgement) {
  desk_.Show(OpenPage(judgement, TextOf(exercise, answer)));
  constexpr size_t kYes = 0;
  size_t chosen = kNoChoice;
  const Reply reply = desk_.Choose({"Is it there, in words of your own?"},
                                   {"Yes, it is there", "No, not yet"}, chosen);
  left_ = reply != Reply::kAnswered;
  return !left_ && chosen == kYes;
}

void TrainingSession::Store(const Exercise& exercise,
                            const training::Judgement& judgement, training::Effort effort,
                            const std::string& id, int64_t shown_at) {
  const int64_t now = sources_.now();
  effort.seconds =
      static_cast<int>(std::clamp<int64_t>(now - shown_at, 0, training::kMostSeconds));
  GradedAnswer graded = GradeOf(exercise, judgement, effort);
  graded.id = id;
  graded.person = person_.id;
  graded.at = now;
  if (set_) graded.set = set_->id;
  progress_.AddAnswer(graded);
  answers_.push_back(std::move(graded));
}

void TrainingSession::ShowExercise(const Exercise& exercise) {
  Page page = ExercisePage(exercise, engine_, number_);
  if (set_ && set_ != named_) page.insert(page.begin(), SetLine(*set_));
  named_ = set_;
  if (!greeted_ && before_ > 0) page.insert(page.begin(), Greeting());
  greeted_ = true;
  desk_.Show(page);
}

void TrainingSession::ShowFeedback(const Exercise& exercise, const Answer& answer,
                                   const training::Judgement& judgement,
                                   const AnswerDialog& dialog, bool counts) {
  desk_.Show(dialog.performance()
                 ? DebriefPage(exercise, *dialog.performance())
                 : FeedbackPage(exercise, judgement, TextOf(exercise, answer), counts));
}

// What to do after an answer, until it is to go on or to try again.
bool TrainingSession::WantsToTryAgain(const Exercise& exercise, bool passed) {
  const std::string go_on = "Go on";
  const std::string again = "Try once more";
  const std::string solution = "See a right answer";
  std::vector<std::string> options = {go_on};
  if (!passed) options.push_back(again);
  if (!passed || IsWritten(exercise)) options.push_back(solution);
  while (true) {
    size_t chosen = 0;
    const Reply reply = desk_.Choose({"What next?"}, options, chosen);
    if (reply != Reply::kAnswered) {
      left_ = true;
      return false;
    }
    if (options[chosen] != solution) return options[chosen] == again;
    desk_.Add(SolutionPage(exercise, engine_));
    std::erase(options, solution);
  }
}

void TrainingSession::OfferToGoAhead() {
  const training::Learner learner = RecallOf(ReviewsOf(answers_));
  desk_.Show(
      {{Tone::kHead, "", "Nothing is due now, and nothing is new."},
       {Tone::kPlain, "",
        NextDueWords(learner.NextDue(), sources_.now(), sources_.offset_minutes)}});
  size_t chosen = 0;
  const Reply reply =
      desk_.Choose({"What next?"}, {"Leave it at that", "Go on ahead of time"}, chosen);
  left_ = reply != Reply::kAnswered || chosen == 0;
  ahead_ = true;
}

Paragraph TrainingSession::Greeting() const {
  return {Tone::kHead, "",
          GreetingWords(person_.name, answers_, offered_, sources_.now())};
}

Paragraph TrainingSession::SetLine(const ExerciseSet& set) const {
  const int64_t now = sources_.now();
  std::string text =
      fmt::format("“{}”, {}", set.name, Describe(set, StandingIn(set, answers_), now));
  if (set.due >= now) text += ", due " + training::WriteDay(training::DayOf(set.due, 0));
  return {Tone::kPlain, plan_.set ? "Set" : "From your trainer", std::move(text)};
}

Page TrainingSession::Sum() const {
  return SumPage({.answers = answers_,
                  .before = before_,
                  .engine = engine_,
                  .now = sources_.now(),
                  .offset_minutes = sources_.offset_minutes});
}

}  // namespace amends

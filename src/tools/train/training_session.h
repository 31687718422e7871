// A session of training at a desk: exercise after exercise until nothing is left or the
// trainee leaves. What a trainer gave to the trainee comes first, unless the plan asks
// for something else. Each answer is in the progress before anything is said about it.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/training/catalogue.h"
#include "amends/training/progress.h"
#include "amends/training/trainer.h"
#include "tools/train/answer_dialog.h"
#include "tools/train/desk.h"
#include "tools/train/page.h"

namespace amends {

// What a session is to be; what is empty or 0 asks for nothing.
struct SessionPlan {
  std::optional<training::ExerciseSet> set = {};
  std::string kind = {};
  int level = 0;
  int count = 0;  // of exercises, then it ends

  bool Has(const training::Exercise& exercise) const;  // by kind and level
};

// What a session does not know by itself; tests have their own.
struct SessionSources {
  std::function<int64_t()> now;      // seconds since 1970 began, UTC
  std::function<uint64_t()> random;  // a seed for each talk
  int offset_minutes = 0;            // how far the clock of the place is ahead of UTC
};

class TrainingSession {
 public:
  // All must outlive it.
  TrainingSession(Desk& desk, const Engine& engine, const training::Catalogue& catalogue,
                  training::Progress& progress, training::Person person, SessionPlan plan,
                  SessionSources sources);

  // To its end; what is to be said then. May throw ProgressError.
  Page Run();

 private:
  std::optional<training::Choice> Next();
  void Train(const training::Exercise& exercise);
  training::Judgement Judge(const training::Exercise& exercise,
                            const training::Answer& answer,
                            const AnswerDialog& dialog) const;
  bool IsThere(const training::Exercise& exercise, const training::Answer& answer,
               const training::Judgement& judgement);
  void Store(const training::Exercise& exercise, const training::Judgement& judgement,
             training::Effort effort, const std::string& id, int64_t shown_at);
  void ShowExercise(const training::Exercise& exercise);
  void ShowFeedback(const training::Exercise& exercise, const training::Answer& answer,
                    const training::Judgement& judgement, const AnswerDialog& dialog,
                    bool counts);
  bool WantsToTryAgain(const training::Exercise& exercise, bool passed);
  void OfferToGoAhead();
  bool IsOver() const;

  Paragraph Greeting() const;
  Paragraph SetLine(const training::ExerciseSet& set) const;
  Page Sum() const;

  Desk& desk_;
  const Engine& engine_;
  training::Progress& progress_;
  training::Person person_;
  SessionPlan plan_;
  SessionSources sources_;
  std::vector<training::ExerciseSet> given_;      // by a trainer
  const training::ExerciseSet* set_ = nullptr;    // what the exercise is done for
  const training::ExerciseSet* named_ = nullptr;  // the last that was announced
  training::Catalogue offered_;                   // without what was skipped
  std::vector<training::GradedAnswer> answers_;   // of the person, the earliest first
  size_t before_ = 0;  // how many of them are of other sessions
  int number_ = 0;     // of the exercise
  bool greeted_ = false;
  bool ahead_ = false;
  bool left_ = false;
};

}  // namespace amends

// Takes an answer to one exercise at a desk, in the way of its kind, with help on the
// way: hints in steps, then a right answer.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "amends/engine.h"
#include "amends/training/catalogue.h"
#include "amends/training/exercise.h"
#include "amends/training/role_play.h"
#include "amends/training/trainer.h"
#include "tools/train/desk.h"

namespace amends {

class AnswerDialog {
 public:
  // All must outlive it. `temper` is needed of role-plays alone, as is `seed`.
  AnswerDialog(Desk& desk, const Engine& engine, const training::Exercise& exercise,
               const training::Temper* temper, uint64_t seed)
      : desk_(desk), engine_(engine), exercise_(exercise), temper_(temper), seed_(seed) {}

  // Begins with what `answer` holds. Of a talk, kAnswered says that it has come to an
  // end.
  Reply Ask(training::Answer& answer);

  // The help that was taken.
  const training::Effort& effort() const { return effort_; }
  // Of a talk: how it went.
  const std::optional<training::Performance>& performance() const { return performance_; }

 private:
  Reply WithHints(const std::function<Reply()>& ask);
  void Hint();
  Reply Choose(training::Answer& answer);
  Reply Arrange(training::Answer& answer);
  Reply Parts(const std::vector<std::string>& questions, bool of_one_line,
              training::Answer& answer);
  Reply Talk(training::Answer& answer);

  Desk& desk_;
  const Engine& engine_;
  const training::Exercise& exercise_;
  const training::Temper* temper_;
  uint64_t seed_;
  training::Effort effort_;
  std::optional<training::Performance> performance_;
};

}  // namespace amends

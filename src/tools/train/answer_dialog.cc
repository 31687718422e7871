#include "tools/train/answer_dialog.h"

#include <numeric>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "amends/training/judge.h"
#include "amends/training/task.h"
#include "tools/train/exercise_page.h"
#include "tools/train/talk_page.h"

namespace amends {

using training::Answer;
using training::ExerciseKind;

Reply AnswerDialog::Ask(Answer& answer) {
  switch (exercise_.kind) {
    case ExerciseKind::kSpot:
      return WithHints([&] {
        return desk_.Mark({"Mark the words.", true}, exercise_.draft, answer.marks);
      });
    case ExerciseKind::kName:
    case ExerciseKind::kHears:
    case ExerciseKind::kChoose:
      return Choose(answer);
    case ExerciseKind::kChecklist:
      return WithHints([&] {
        return desk_.Tick({"Tick all that belong.", true},
                          OptionTexts(exercise_, engine_), answer.choices);
      });
    case ExerciseKind::kOrder:
      return Arrange(answer);
    case ExerciseKind::kQuestion:
    case ExerciseKind::kRewrite:
    case ExerciseKind::kImitate:
      answer.texts.resize(1);
      return WithHints([&] {
        return desk_.Write({"Your text", true}, answer.texts.front());
      });
    case ExerciseKind::kFill:
      return Parts(BlankQuestions(exercise_), true, answer);
    case ExerciseKind::kRecord:
      return Parts(FieldQuestions(exercise_), false, answer);
    case ExerciseKind::kRolePlay:
      return Talk(answer);
  }
  return Reply::kLeave;
}

Reply AnswerDialog::WithHints(const std::function<Reply()>& ask) {
  while (true) {
    const Reply reply = ask();
    if (reply != Reply::kHint) return reply;
    Hint();
  }
}

void AnswerDialog::Hint() {
  const size_t count = exercise_.hints.size();
  const auto at = static_cast<size_t>(effort_.hints);
  if (at >= count) {
    if (!effort_.shown) ++effort_.hints;
    effort_.shown = true;
    desk_.Add(SolutionPage(exercise_, engine_));
    desk_.Add({{Tone::kQuiet, "",
                "Say it in your own way, or skip it: it will come again another time."}});
    return;
  }
  ++effort_.hints;
  desk_.Add({{Tone::kRemark, fmt::format("Hint {} of {}", at + 1, count),
              exercise_.hints[at]}});
  if (at + 1 == count) {
    desk_.Add(
        {{Tone::kQuiet, "",
          "That was the last hint. Ask once more for a right answer; it then counts "
          "as not known yet."}});
  }
}

Reply AnswerDialog::Choose(Answer& answer) {
  size_t chosen = kNoChoice;
  const Reply reply = WithHints([&] {
    return desk_.Choose({"Choose one.", true}, OptionTexts(exercise_, engine_), chosen);
  });
  answer.choices = {chosen};
  return reply;
}

// The sentences have numbers as they are shown; the answer has those of the exercise.
Reply AnswerDialog::Arrange(Answer& answer) {
  const std::vector<size_t> shown = ShownOrder(exercise_);
  std::vector<std::string> sentences;
  sentences.reserve(shown.size());
  for (const size_t at : shown) sentences.push_back(exercise_.sentences[at]);
  std::vector<size_t> order(shown.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const Reply reply = WithHints([&] {
    return desk_.Arrange({"Put them in order.", true}, sentences, order);
  });
  answer.choices = order;
  answer = FromShown(exercise_, std::move(answer));
  return reply;
}

Reply AnswerDialog::Parts(const std::vector<std::string>& questions, bool of_one_line,
                          Answer& answer) {
  answer.texts.resize(questions.size());
  for (size_t i = 0; i < questions.size(); ++i) {
    const Question question{
        fmt::format("{} of {}: {}", i + 1, questions.size(), questions[i]), true};
    std::string& text = answer.texts[i];
    const Reply reply = WithHints([&] {
      return of_one_line ? desk_.WriteLine(question, "", text)
                         : desk_.Write(question, text);
    });
    if (reply != Reply::kAnswered) return reply;
  }
  return Reply::kAnswered;
}

Reply AnswerDialog::Talk(Answer& answer) {
  answer.texts.clear();
  while (true) {
    performance_ = Play(engine_, exercise_, *temper_, seed_, answer.texts);
    if (performance_->ending != training::Ending::kNone) return Reply::kAnswered;
    desk_.Add(TalkPage(exercise_, *performance_));
    std::string text;
    const Reply reply = WithHints([&] {
      return desk_.Write({fmt::format("Your reply, {} of up to {}",
                                      answer.texts.size() + 1, exercise_.longest),
                          true},
                         text);
    });
    if (reply != Reply::kAnswered) return reply;
    answer.texts.push_back(text);
  }
}

}  // namespace amends

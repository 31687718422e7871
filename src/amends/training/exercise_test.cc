#include "amends/training/exercise_test.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "amends/coach/coach.h"
#include "amends/training/judge.h"
#include "amends/training/role_play.h"

namespace amends::training {
namespace {

constexpr uint64_t kSeeds = 5;  // that a role-play must hold for
constexpr size_t kShown = 60;   // bytes of a text in a message

std::string Shown(const Answer& answer) {
  std::string shown;
  for (const std::string& text : answer.texts)
    shown += (shown.empty() ? "“" : " | ") + text;
  for (const size_t choice : answer.choices) shown += fmt::format("{} ", choice);
  if (shown.size() > kShown) shown = shown.substr(0, kShown) + "…";
  return shown.empty() ? fmt::format("{} marks", answer.marks.size()) : shown;
}

std::string Reasons(const Judgement& judgement) {
  std::string reasons;
  for (const Point& point : judgement.said) {
    if (point.kind != Point::Kind::kFault) continue;
    reasons += fmt::format("{}{}", reasons.empty() ? "" : "; ", point.code);
    if (point.code == "invented") reasons += " " + point.text;
  }
  return reasons.empty() ? "nothing" : reasons;
}

class Tester {
 public:
  Tester(const Engine& engine, const Catalogue& catalogue, const Exercise& exercise)
      : engine_(engine), catalogue_(catalogue), exercise_(exercise) {}

  std::vector<std::string> Test() {
    switch (exercise_.kind) {
      case ExerciseKind::kSpot:
        TestMarks();
        break;
      case ExerciseKind::kName:
        for (const Option& option : exercise_.options) {
          Expect(exercise_.draft, option.rule, option.right);
        }
        break;
      case ExerciseKind::kHears:
        Expect(exercise_.draft, exercise_.rules.front(), true);
        break;
      case ExerciseKind::kChoose:
        TestChoose();
        break;
      case ExerciseKind::kQuestion:
      case ExerciseKind::kRewrite:
        for (const std::string& rule : exercise_.rules) {
          Expect(exercise_.draft, rule, true);
        }
        break;
      case ExerciseKind::kRolePlay:
        TestPlays();
        return std::move(problems_);
      default:
        break;
    }
    TestAnswers();
    return std::move(problems_);
  }

 private:
  void Problem(std::string text) { problems_.push_back(std::move(text)); }

  Result Check(const std::string& draft) const {
    input::Conversation conversation = exercise_.conversation;
    conversation.text = draft;
    return engine_.Check(conversation);
  }

  void Expect(const std::string& draft, const std::string& rule, bool found) {
    const Result result = Check(draft);
    const bool is_found = std::ranges::any_of(
        result.findings, [&](const Finding& each) { return each.rule->id == rule; });
    if (is_found == found) return;
    Problem(fmt::format("{} is {} in the draft “{}”", rule, found ? "not found" : "found",
                        draft));
  }

  void TestMarks() {
    const Result result = Check(exercise_.draft);
    for (const Mark& mark : exercise_.marks) {
      const bool found = std::ranges::any_of(result.findings, [&](const Finding& each) {
        return each.rule->id == mark.rule && each.span.overlaps(mark.span);
      });
      if (!found) {
        Problem(fmt::format("{} is not found at “{}”", mark.rule,
                            exercise_.draft.substr(mark.span.start, mark.span.length())));
      }
    }
    for (const Finding& finding : result.findings) {
      const bool marked = std::ranges::any_of(exercise_.marks, [&](const Mark& mark) {
        return mark.span.overlaps(finding.span);
      });
      if (finding.scope == Scope::kReply || marked ||
          finding.severity < pack::Severity::kWarning) {
        continue;
      }
      Problem(
          fmt::format("{} is found outside the marks, at “{}”", finding.rule->id,
                      exercise_.draft.substr(finding.span.start, finding.span.length())));
    }
  }

  int ScoreOf(const std::string& draft) const {
    input::Conversation conversation = exercise_.conversation;
    conversation.text = draft;
    return engine_.Coach(conversation, engine_.Check(conversation)).score.points;
  }

  void TestChoose() {
    const Option* better = nullptr;
    const Option* worse = nullptr;
    for (const Option& option : exercise_.options)
      (option.right ? better : worse) = &option;
    Expect(worse->text, worse->rule, true);
    Expect(better->text, worse->rule, false);
    if (ScoreOf(better->text) < ScoreOf(worse->text)) {
      Problem("the coach’s score is higher for the worse reply");
    }
  }

  void TestAnswers() {
    for (const Answer& answer : exercise_.right) {
      const Judgement judgement = Judge(engine_, exercise_, answer);
      if (!judgement.passed) {
        Problem(fmt::format("a right answer does not pass, {}: {}", Shown(answer),
                            Reasons(judgement)));
      }
    }
    for (const WrongAnswer& wrong : exercise_.wrong) {
      const Judgement judgement = Judge(engine_, exercise_, wrong.answer);
      if (judgement.passed || !judgement.Has(wrong.caught)) {
        Problem(fmt::format("a wrong answer is not caught for {}, {}: {}", wrong.caught,
                            Shown(wrong.answer), Reasons(judgement)));
      }
    }
  }

  void TestPlays() {
    const Temper& temper = catalogue_.TemperOf(exercise_);
    for (uint64_t seed = 0; seed < kSeeds; ++seed) {
      TestPlay(temper, seed, exercise_.right.front().texts, true);
      TestPlay(temper, seed, exercise_.wrong.front().answer.texts, false);
    }
  }

  void TestPlay(const Temper& temper, uint64_t seed,
                const std::vector<std::string>& replies, bool well) {
    const Performance played = Play(engine_, exercise_, temper, seed, replies);
    const bool right =
        well ? played.ending == Ending::kWell
             : played.ending == Ending::kBadly || played.ending == Ending::kLate;
    if (right) return;
    std::string open;
    for (const std::string& need : played.open_needs) open += " " + need + ";";
    const int mood = played.exchanges.empty() ? 0 : played.exchanges.back().mood;
    Problem(fmt::format("seed {}: the {} replies do not end {}; mood {}, open:{}", seed,
                        well ? "good" : "bad", well ? "well" : "badly", mood,
                        open.empty() ? " nothing" : open));
  }

  const Engine& engine_;
  const Catalogue& catalogue_;
  const Exercise& exercise_;
  std::vector<std::string> problems_;
};

}  // namespace

std::vector<std::string> TestExercise(const Engine& engine, const Catalogue& catalogue,
                                      const Exercise& exercise) {
  return Tester(engine, catalogue, exercise).Test();
}

}  // namespace amends::training

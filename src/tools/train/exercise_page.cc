#include "tools/train/exercise_page.h"

#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "amends/training/task.h"

namespace amends {
namespace {

using training::Exercise;
using training::ExerciseKind;
using training::Point;

constexpr std::string_view kMissing = "missing:";

std::string Listed(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) {
    list += fmt::format("{}- {}", list.empty() ? "" : "\n", text);
  }
  return list;
}

std::string Joined(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) {
    joined += joined.empty() ? text : "; " + text;
  }
  return joined;
}

bool IsText(ExerciseKind kind) {
  return kind == ExerciseKind::kQuestion || kind == ExerciseKind::kRewrite ||
         kind == ExerciseKind::kImitate;
}

void AddConversation(const Exercise& exercise, Page& page) {
  for (const input::Turn& turn : exercise.conversation.context) {
    const bool customer = turn.role == input::Role::kCustomer;
    page.push_back({customer ? Tone::kCustomer : Tone::kAgent,
                    customer ? "Customer" : "Your side", turn.text});
  }
}

void AddMaterial(const Exercise& exercise, Page& page) {
  if (exercise.example) {
    page.push_back({Tone::kQuiet, "The model’s case", exercise.example->situation});
    page.push_back({Tone::kAgent, "The model", exercise.example->text});
  }
  if (!exercise.draft.empty() && exercise.kind != ExerciseKind::kSpot) {
    page.push_back({Tone::kAgent, "The draft", exercise.draft});
  }
}

void AddWhatIsAsked(const Exercise& exercise, const Engine& engine, Page& page) {
  const bool text = IsText(exercise.kind) || exercise.kind == ExerciseKind::kFill;
  if (!text) return;
  if (!exercise.asks.empty()) {
    page.push_back({Tone::kPlain, "It should hold", Joined(AskTexts(exercise, engine))});
  }
  page.push_back({Tone::kQuiet, "", fmt::format("Up to {} words.", exercise.longest)});
}

Paragraph Said(const Point& point) {
  switch (point.kind) {
    case Point::Kind::kGood:
      return {Tone::kGood, "Good", point.text};
    case Point::Kind::kFault:
      return {Tone::kFault, "To do", point.text};
    case Point::Kind::kUnseen:
      return {Tone::kRemark, "Not seen yet", point.text};
    case Point::Kind::kRemark:
      break;
  }
  return {Tone::kRemark, "By the way", point.text};
}

}  // namespace

Page ExercisePage(const Exercise& exercise, const Engine& engine, int number) {
  Page page;
  page.push_back({Tone::kHead, "",
                  fmt::format("Exercise {}: {} (level {}, {})", number,
                              TitleOf(exercise.kind), exercise.level, exercise.trade)});
  page.push_back({Tone::kPlain, "", exercise.situation});
  AddConversation(exercise, page);
  if (!exercise.known.empty()) {
    page.push_back({Tone::kPlain, "What you know", Listed(exercise.known)});
  }
  AddMaterial(exercise, page);
  page.push_back({Tone::kPlain, "Your task", std::string(TaskOf(exercise))});
  AddWhatIsAsked(exercise, engine, page);
  return page;
}

Page FeedbackPage(const Exercise& exercise, const training::Judgement& judgement,
                  const std::string& text, bool counts) {
  Page page;
  const std::string practice = counts ? "" : " (Practice: the first answer is kept.)";
  page.push_back(
      {Tone::kHead, "",
       (judgement.passed ? "That holds." : "Not quite there yet.") + practice});
  if (!text.empty()) page.push_back({Tone::kAgent, "You wrote", text});
  for (const Point& point : judgement.said) {
    // What the writer has said to be there needs no word.
    const bool confirmed =
        point.kind == Point::Kind::kRemark && point.code.starts_with(kMissing);
    if (!confirmed) page.push_back(Said(point));
  }
  page.push_back({Tone::kPlain, "Why it matters", exercise.explanation});
  return page;
}

Page OpenPage(const training::Judgement& judgement, const std::string& text) {
  Page page;
  page.push_back({Tone::kHead, "", "Nothing is wrong with it. Only you know the rest."});
  if (!text.empty()) page.push_back({Tone::kAgent, "You wrote", text});
  for (const Point& point : judgement.said) {
    if (point.kind == Point::Kind::kUnseen) page.push_back(Said(point));
  }
  return page;
}

Page SolutionPage(const Exercise& exercise, const Engine& engine) {
  return {{Tone::kGood, "A right answer", SolutionOf(exercise, engine)}};
}

}  // namespace amends

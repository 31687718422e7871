#include "amends/training/task.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "amends/suggest/blanks.h"
#include "amends/training/judge.h"
#include "amends/training/record_judge.h"

namespace amends::training {
namespace {

struct Words {
  std::string_view title;
  std::string_view task;
};

// By kind.
constexpr std::array<Words, 12> kWords = {{
    {"Spot the fault", "Mark the words that hurt, and no more than that."},
    {"Name the fault", "What is wrong with this reply?"},
    {"What does the customer hear?", "Read it as the customer. What do they hear?"},
    {"The better of two", "Which one would you rather get?"},
    {"Put it in order",
     "The sentences are mixed up. Put them in an order that carries the customer along."},
    {"Rewrite the question", "Ask it so that nobody feels foolish."},
    {"Rewrite the reply", "Write it again, in your own words."},
    {"Fill the blanks", "Fill each blank with what belongs there."},
    {"Write as in the model", "Read the model, then write your own reply to this case."},
    {"The incident record", "Write down what happened, for colleagues: facts, no blame."},
    {"Voice and pauses", "Tick what belongs."},
    {"A talk", "Talk with the customer. They answer you."},
}};

const Words& WordsOf(ExerciseKind kind) { return kWords.at(static_cast<size_t>(kind)); }

std::string Lines(const std::vector<std::string>& texts) {
  std::string lines;
  for (const std::string& text : texts) lines += lines.empty() ? text : "\n" + text;
  return lines;
}

}  // namespace

std::string_view TaskOf(const Exercise& exercise) {
  return exercise.task.empty() ? WordsOf(exercise.kind).task
                               : std::string_view(exercise.task);
}

std::string_view TitleOf(ExerciseKind kind) { return WordsOf(kind).title; }

std::vector<std::string> OptionTexts(const Exercise& exercise, const Engine& engine) {
  std::vector<std::string> texts;
  for (const Option& option : exercise.options) {
    texts.push_back(option.text);
    if (exercise.kind != ExerciseKind::kName) continue;
    texts.back() = engine.pack().FindRule(option.rule)->summary;
  }
  return texts;
}

std::vector<std::string> AskTexts(const Exercise& exercise, const Engine& engine) {
  std::vector<std::string> texts;
  for (const Ask& ask : exercise.asks) {
    const auto& elements = engine.pack().elements;
    const auto element = std::ranges::find(elements, ask.element, &pack::Element::id);
    texts.push_back(element == elements.end() ? ask.name : element->name);
  }
  return texts;
}

std::vector<std::string> FieldQuestions(const Exercise& exercise) {
  std::vector<std::string> questions;
  for (const incident::Field field : exercise.fields) {
    questions.emplace_back(QuestionFor(field));
  }
  return questions;
}

std::vector<std::string> BlankQuestions(const Exercise& exercise) {
  constexpr uint32_t kBrackets = 2;  // bytes at either end
  std::vector<std::string> questions;
  for (const text::Span& blank : suggest::FindBlanks(exercise.draft)) {
    questions.push_back(
        exercise.draft.substr(blank.start + kBrackets, blank.length() - 2 * kBrackets));
  }
  return questions;
}

std::string SolutionOf(const Exercise& exercise, const Engine& engine) {
  const Answer& answer = exercise.right.front();
  std::vector<std::string> texts;
  switch (exercise.kind) {
    case ExerciseKind::kSpot:
      for (const text::Span& mark : answer.marks) {
        texts.push_back("“" + exercise.draft.substr(mark.start, mark.length()) + "”");
      }
      return Lines(texts);
    case ExerciseKind::kName:
    case ExerciseKind::kHears:
    case ExerciseKind::kChoose:
    case ExerciseKind::kChecklist: {
      const std::vector<std::string> options = OptionTexts(exercise, engine);
      for (const size_t choice : answer.choices) texts.push_back(options[choice]);
      return Lines(texts);
    }
    case ExerciseKind::kOrder:
      return Lines(exercise.sentences);
    case ExerciseKind::kFill:
      return Filled(exercise, answer);
    case ExerciseKind::kRecord:
      for (size_t i = 0; i < answer.texts.size(); ++i) {
        texts.push_back(
            fmt::format("{} {}", QuestionFor(exercise.fields[i]), answer.texts[i]));
      }
      return Lines(texts);
    default:
      return Lines(answer.texts);
  }
}

}  // namespace amends::training

#include "amends/training/judge.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "amends/suggest/blanks.h"
#include "amends/training/content_words.h"
#include "amends/training/record_judge.h"
#include "amends/training/role_play.h"
#include "amends/training/text_judge.h"

namespace amends::training {
namespace {

// Of words that were marked: twice as many as hurt, and a few more, are still a mark.
constexpr size_t kSpareWords = 4;

const pack::Rule& RuleOf(const Engine& engine, const std::string& id) {
  return *engine.pack().FindRule(id);
}

// What the engine says of the rule in the draft; nothing where it says nothing.
std::string MessageOf(const Engine& engine, const Exercise& exercise,
                      const std::string& draft, const std::string& rule) {
  input::Conversation conversation = exercise.conversation;
  conversation.text = draft;
  for (const Finding& finding : engine.Check(conversation).findings) {
    if (finding.rule->id == rule) return finding.message;
  }
  return "";
}

class Judging {
 public:
  Judging(const Engine& engine, const Exercise& exercise, const Answer& answer)
      : engine_(engine), exercise_(exercise), answer_(answer) {}

  Judgement Choice() {
    const auto right = std::ranges::find(exercise_.options, true, &Option::right);
    const size_t chosen =
        answer_.choices.size() == 1 ? answer_.choices.front() : exercise_.options.size();
    if (chosen >= exercise_.options.size()) {
      Fault("blank", "Choose one of them.");
      return End(0, 1);
    }
    const Option& option = exercise_.options[chosen];
    if (option.right) {
      Good("choice", RightChoice(option));
      return End(1, 1);
    }
    Fault("choice", WhyNot(option, *right));
    return End(0, 1);
  }

  Judgement Checklist() {
    size_t right = 0;
    for (size_t i = 0; i < exercise_.options.size(); ++i) {
      const Option& option = exercise_.options[i];
      const bool ticked = std::ranges::count(answer_.choices, i) > 0;
      if (ticked == option.right) {
        ++right;
        if (ticked) Good("choice", fmt::format("“{}” belongs.", option.text));
      } else if (ticked) {
        Fault("choice", fmt::format("“{}”: {}", option.text, option.because));
      } else {
        Fault("choice", fmt::format("“{}” belongs too.", option.text));
      }
    }
    return End(right, exercise_.options.size());
  }

  Judgement Marks() {
    size_t found = 0;
    std::vector<bool> used(answer_.marks.size(), false);
    for (const Mark& mark : exercise_.marks) {
      const pack::Rule& rule = RuleOf(engine_, mark.rule);
      const std::string words = WordsAt(mark.span);
      bool hit = false;
      bool wide = false;
      for (size_t i = 0; i < answer_.marks.size(); ++i) {
        if (!answer_.marks[i].overlaps(mark.span)) continue;
        used[i] = true;
        hit = true;
        wide = wide || IsTooWide(answer_.marks[i], mark);
      }
      const std::string why = fmt::format("“{}”: {} The customer hears: “{}”", words,
                                          rule.summary, rule.hears);
      if (hit && !wide) {
        Good(mark.rule, why, mark.span);
        ++found;
      } else if (hit) {
        Fault("wide",
              fmt::format("The words are in what you marked; it is “{}” that "
                          "hurts. Mark only that.",
                          words),
              mark.span);
        at_fault_.insert(mark.rule);
      } else {
        Fault("missing:" + mark.rule, why, mark.span);
        at_fault_.insert(mark.rule);
      }
    }
    for (size_t i = 0; i < answer_.marks.size(); ++i) {
      if (used[i]) continue;
      Fault("extra", fmt::format("“{}” hurts nobody here.", WordsAt(answer_.marks[i])),
            answer_.marks[i]);
    }
    return End(found, exercise_.marks.size());
  }

  Judgement Order() {
    const std::vector<size_t>& order = answer_.choices;
    std::vector<size_t> sorted = order;
    std::ranges::sort(sorted);
    std::vector<size_t> all(exercise_.sentences.size());
    std::iota(all.begin(), all.end(), size_t{0});
    if (sorted != all) {
      Fault("blank", "Give each sentence its place.");
      return End(0, 1);
    }
    const auto place = [&](size_t sentence) {
      return std::ranges::find(order, sentence) - order.begin();
    };
    size_t kept = 0;
    for (const Precedence& each : exercise_.before) {
      if (place(each.first) < place(each.then)) {
        ++kept;
      } else {
        Fault("order", each.because);
      }
    }
    std::string text;
    for (const size_t sentence : order) {
      if (!text.empty()) text += ' ';
      text += exercise_.sentences[sentence];
    }
    for (const std::string& rule : exercise_.rules) {
      const std::string message = MessageOf(engine_, exercise_, text, rule);
      if (!message.empty()) Fault(rule, message);
    }
    if (kept == exercise_.before.size()) {
      Good("order", "This order carries the customer along.");
    }
    return End(kept, exercise_.before.size());
  }

 private:
  std::string WordsAt(const text::Span& span) const {
    const std::string_view draft = exercise_.draft;
    const size_t start = std::min<size_t>(span.start, draft.size());
    const size_t end = std::clamp<size_t>(span.end, start, draft.size());
    return std::string(draft.substr(start, end - start));
  }

  bool IsTooWide(const text::Span& marked, const Mark& mark) const {
    const size_t hurt = CountWords(WordsAt(mark.span), engine_);
    return CountWords(WordsAt(marked), engine_) > 2 * hurt + kSpareWords;
  }

  std::string RightChoice(const Option& option) const {
    switch (exercise_.kind) {
      case ExerciseKind::kName: {
        const pack::Rule& rule = RuleOf(engine_, option.rule);
        return fmt::format("{} The customer hears: “{}”",
                           MessageOf(engine_, exercise_, exercise_.draft, rule.id),
                           rule.hears);
      }
      case ExerciseKind::kChoose:
        return "Yes, that one.";
      default:
        return "That is what they hear.";
    }
  }

  std::string WhyNot(const Option& option, const Option& right) const {
    if (exercise_.kind != ExerciseKind::kName) return option.because;
    const pack::Rule& named = RuleOf(engine_, option.rule);
    return fmt::format("That would be: {} Here it is another: {} {}", named.summary,
                       RuleOf(engine_, right.rule).summary,
                       MessageOf(engine_, exercise_, exercise_.draft, right.rule));
  }

  void Good(std::string code, std::string text, text::Span span = {}) {
    said_.push_back({Point::Kind::kGood, std::move(code), std::move(text), span});
  }
  void Fault(std::string code, std::string text, text::Span span = {}) {
    said_.push_back({Point::Kind::kFault, std::move(code), std::move(text), span});
  }

  Judgement End(size_t right, size_t asked) {
    Judgement judgement = JudgementFrom(std::move(said_), right, asked);
    judgement.rules = OutcomesOf(exercise_.rules, judgement.passed, at_fault_);
    return judgement;
  }

  const Engine& engine_;
  const Exercise& exercise_;
  const Answer& answer_;
  std::vector<Point> said_;
  std::set<std::string> at_fault_;  // rules whose marks were missed
};

bool Keeps(const std::vector<size_t>& order, const std::vector<Precedence>& before) {
  const auto place = [&](size_t each) {
    return std::ranges::find(order, each) - order.begin();
  };
  return std::ranges::all_of(before, [&](const Precedence& each) {
    return place(each.first) < place(each.then);
  });
}

}  // namespace

std::vector<size_t> ShownOrder(const Exercise& exercise) {
  std::vector<size_t> order(exercise.sentences.size());
  std::iota(order.begin(), order.end(), size_t{0});
  // From the id, so that everybody sees the same; the engine's numbers are those of the
  // standard, and a shuffle of our own is the same with every library.
  std::seed_seq seed(exercise.id.begin(), exercise.id.end());
  std::mt19937 numbers(seed);
  constexpr int kMostTries = 100;
  for (int tries = 0; tries < kMostTries; ++tries) {
    for (size_t i = order.size(); i > 1; --i)
      std::swap(order[i - 1], order[numbers() % i]);
    if (!Keeps(order, exercise.before)) break;
  }
  return order;
}

Answer FromShown(const Exercise& exercise, Answer answer) {
  if (exercise.kind != ExerciseKind::kOrder) return answer;
  const std::vector<size_t> shown = ShownOrder(exercise);
  for (size_t& choice : answer.choices) {
    if (choice < shown.size()) choice = shown[choice];
  }
  return answer;
}

std::string Filled(const Exercise& exercise, const Answer& answer) {
  std::string text;
  size_t from = 0;
  const auto blanks = suggest::FindBlanks(exercise.draft);
  for (size_t i = 0; i < blanks.size() && i < answer.texts.size(); ++i) {
    if (answer.texts[i].empty()) continue;  // the blank stays
    text += exercise.draft.substr(from, blanks[i].start - from) + answer.texts[i];
    from = blanks[i].end;
  }
  return text + exercise.draft.substr(from);
}

Judgement Judge(const Engine& engine, const Exercise& exercise, const Answer& answer) {
  Judging judging(engine, exercise, answer);
  switch (exercise.kind) {
    case ExerciseKind::kSpot:
      return judging.Marks();
    case ExerciseKind::kName:
    case ExerciseKind::kHears:
    case ExerciseKind::kChoose:
      return judging.Choice();
    case ExerciseKind::kChecklist:
      return judging.Checklist();
    case ExerciseKind::kOrder:
      return judging.Order();
    case ExerciseKind::kQuestion:
    case ExerciseKind::kRewrite:
    case ExerciseKind::kImitate:
      return JudgeText(engine, exercise,
                       answer.texts.empty() ? std::string() : answer.texts.front());
    case ExerciseKind::kFill:
      return JudgeText(engine, exercise, Filled(exercise, answer));
    case ExerciseKind::kRecord:
      return JudgeRecord(engine, exercise, answer.texts);
    case ExerciseKind::kRolePlay:
      return JudgementOf(exercise, {});
  }
  return {};
}

}  // namespace amends::training

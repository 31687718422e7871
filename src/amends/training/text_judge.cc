#include "amends/training/text_judge.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "amends/coach/coach.h"
#include "amends/input/text_reader.h"
#include "amends/suggest/blanks.h"
#include "amends/training/content_words.h"
#include "amends/training/invention.h"

namespace amends::training {
namespace {

// More words in a row than anybody happens to write again.
constexpr size_t kCopied = 8;

class TextJudging {
 public:
  TextJudging(const Engine& engine, const Exercise& exercise, const std::string& text)
      : engine_(engine), exercise_(exercise), draft_(exercise.conversation) {
    input::Conversation read = input::ReadPlainText(text);
    draft_.text = std::move(read.text);
    draft_.blocks = std::move(read.blocks);
    // A question is a part of a reply.
    draft_.whole = exercise.kind != ExerciseKind::kQuestion;
  }

  Judgement Judge() {
    const Result result = engine_.Check(draft_);
    if (IsBlank(result)) return End();
    const coach::Coaching coaching = engine_.Coach(draft_, result);
    JudgeFaults(result);
    JudgeAsks(result, coaching);
    JudgeInvented(result);
    JudgeLength();
    JudgeCopied();
    return End();
  }

 private:
  bool IsBlank(const Result& result) {
    if (result.blank) {
      Fault("blank", "There is nothing here yet. Even one sentence is a beginning.");
      return true;
    }
    const auto blanks = suggest::FindBlanks(draft_.text);
    if (!blanks.empty()) {
      Fault("blank", "A blank is left; put your own words there.", blanks.front());
      return true;
    }
    const bool other_language = std::ranges::any_of(result.notes, [](const auto& note) {
      return note.starts_with("this looks like ");
    });
    if (other_language) {
      Fault("other-language", "These exercises are in English.");
      return true;
    }
    if (!exercise_.draft.empty() && SameWords(draft_.text, exercise_.draft, engine_)) {
      Fault("unchanged", "This is still the draft. Which words would you change?");
      return true;
    }
    return false;
  }

  // The rules that it is about must be silent, and no error may have come.
  void JudgeFaults(const Result& result) {
    std::set<std::string> found;
    for (const Finding& finding : result.findings) {
      const std::string& rule = finding.rule->id;
      const bool trained = std::ranges::count(exercise_.rules, rule) > 0;
      const bool grave = finding.severity == pack::Severity::kError;
      if (IsAboutRest(finding) && !trained) continue;
      if (!found.insert(rule).second) continue;
      const text::Span span = finding.scope == Scope::kText ? finding.span : text::Span{};
      if (trained || grave) {
        Fault(rule, finding.message, span);
      } else if (finding.severity == pack::Severity::kWarning) {
        said_.push_back({Point::Kind::kRemark, rule, finding.message, span});
      }
    }
    asked_ += exercise_.rules.size();
    for (const std::string& rule : exercise_.rules) {
      if (found.contains(rule)) {
        at_fault_.insert(rule);
      } else {
        ++right_;
      }
    }
  }

  // What a whole letter would need: an exercise asks for what this one needs.
  static bool IsAboutRest(const Finding& finding) {
    return finding.scope == Scope::kReply && finding.rule->family() == "structure";
  }

  void JudgeAsks(const Result& result, const coach::Coaching& coaching) {
    for (const Ask& ask : exercise_.asks) {
      ++asked_;
      const coach::FoundElement* element = ElementOf(ask, coaching);
      const bool spoilt = element && element->presence == coach::Presence::kSpoilt;
      // In a sentence that hurts it is there, and does no good.
      const Finding* spoils = spoilt ? WhatSpoils(*element, result) : nullptr;
      const auto spans = WordsFor(ask, coaching);
      if (!spans.empty() || (spoilt && !spoils)) {
        ++right_;
        Good(ask, coaching, spans.empty() ? text::Span{} : spans.front());
        continue;
      }
      said_.push_back({spoils ? Point::Kind::kFault : Point::Kind::kUnseen,
                       "missing:" + ask.id(), WhatIsMissing(ask, element, spoils),
                       spoils ? spoils->span : text::Span{}});
      // The rule that speaks where it is missing is the one to practise.
      if (element && !element->element->rules.empty()) {
        at_fault_.insert(element->element->rules.front());
      }
    }
  }

  // A finding that takes the good from what is there; what is only a hint does not.
  static const Finding* WhatSpoils(const coach::FoundElement& element,
                                   const Result& result) {
    const auto beside = [&](const text::Span& span) {
      return std::ranges::any_of(result.sentences, [&](const text::Span& sentence) {
        return sentence.overlaps(span) &&
               std::ranges::any_of(element.words, [&](const text::Span& words) {
                 return words.overlaps(sentence);
               });
      });
    };
    const auto found = std::ranges::find_if(result.findings, [&](const Finding& finding) {
      if (finding.severity < pack::Severity::kWarning) return false;
      return std::ranges::count(element.element->spoilt_by, finding.rule->id) > 0 ||
             (finding.scope == Scope::kText && beside(finding.span));
    });
    return found == result.findings.end() ? nullptr : &*found;
  }

  static const coach::FoundElement* ElementOf(const Ask& ask,
                                              const coach::Coaching& coaching) {
    const auto found = std::ranges::find_if(coaching.elements, [&](const auto& each) {
      return each.element->id == ask.element;
    });
    return found == coaching.elements.end() ? nullptr : &*found;
  }

  // Where it is, outside of sentences that hurt.
  static std::vector<text::Span> WordsFor(const Ask& ask,
                                          const coach::Coaching& coaching) {
    std::vector<text::Span> spans;
    if (const coach::FoundElement* element = ElementOf(ask, coaching)) {
      if (element->presence != coach::Presence::kThere) return spans;
      spans = element->words;
      if (spans.empty()) spans.emplace_back();  // of what is measured
      return spans;
    }
    for (const FoundMove& move : coaching.sifted.rest.moves) {
      if (IsOfAny(move.move, ask.moves)) spans.push_back(move.span);
    }
    return spans;
  }

  void Good(const Ask& ask, const coach::Coaching& coaching, const text::Span& span) {
    const coach::FoundElement* element = ElementOf(ask, coaching);
    std::string text = element ? element->element->praise
                               : fmt::format("It has what was asked for: {}.", ask.name);
    if (span.length() > 0) {
      text = fmt::format("“{}”: {}", draft_.text.substr(span.start, span.length()), text);
    }
    said_.push_back({Point::Kind::kGood, ask.id(), std::move(text), span});
  }

  std::string WhatIsMissing(const Ask& ask, const coach::FoundElement* element,
                            const Finding* spoils) const {
    if (!element) return fmt::format("Still missing: {}.", ask.name);
    const pack::Element& wanted = *element->element;
    if (!spoils) return wanted.ask;
    if (spoils->scope != Scope::kText) {
      return fmt::format("{} is there, in a reply that hurts. {}", wanted.name,
                         wanted.ask);
    }
    const text::Span& span = spoils->span;
    return fmt::format("{} is there, but “{}” beside it hurts. {}", wanted.name,
                       draft_.text.substr(span.start, span.length()), wanted.ask);
  }

  void JudgeInvented(const Result& result) {
    for (const text::Span& span : FindInvented(engine_, exercise_, draft_, result)) {
      Fault("invented",
            fmt::format("“{}” stands nowhere in the case. Use what you know, or leave it "
                        "open.",
                        draft_.text.substr(span.start, span.length())),
            span);
    }
  }

  void JudgeLength() {
    const size_t words = CountWords(draft_.text, engine_);
    if (words <= exercise_.longest) return;
    Fault("long", fmt::format("{} words; {} are enough here. What could go?", words,
                              exercise_.longest));
  }

  void JudgeCopied() {
    if (!exercise_.example) return;
    const Run run = LongestSharedRun(draft_.text, exercise_.example->text, engine_);
    if (run.words <= kCopied) return;
    Fault("copied", "These words are the model’s. Say it as you would.", run.span);
  }

  void Fault(std::string code, std::string text, text::Span span = {}) {
    said_.push_back({Point::Kind::kFault, std::move(code), std::move(text), span});
  }

  Judgement End() {
    Judgement judgement = JudgementFrom(std::move(said_), right_, asked_);
    judgement.rules = OutcomesOf(exercise_.rules, judgement.passed, at_fault_);
    return judgement;
  }

  const Engine& engine_;
  const Exercise& exercise_;
  input::Conversation draft_;
  std::vector<Point> said_;
  std::set<std::string> at_fault_;  // rules of the exercise, and of what is missing
  size_t right_ = 0;
  size_t asked_ = 0;
};

}  // namespace

Judgement JudgeText(const Engine& engine, const Exercise& exercise,
                    const std::string& text) {
  return TextJudging(engine, exercise, text).Judge();
}

}  // namespace amends::training

#include "amends/evaluation/example_check.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "amends/input/record.h"
#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"
#include "amends/suggest/safe_edits.h"

namespace amends::evaluation {
namespace {

using input::Conversation;
using Texts = std::vector<std::string>;
using Spans = std::vector<text::Span>;

std::string Quoted(std::string_view text) { return fmt::format("“{}”", text); }

std::string Joined(const Texts& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

std::string AllQuoted(Texts texts) {
  for (std::string& each : texts) each = Quoted(each);
  return Joined(texts);
}

std::string Cut(std::string_view text, text::Span span) {
  return std::string(text.substr(span.start, span.length()));
}

bool Holds(const Texts& texts, const std::string& one) {
  return std::ranges::find(texts, one) != texts.end();
}

// "a/b at “…”" for each finding.
Texts Spoken(const std::vector<const Finding*>& findings, std::string_view text) {
  Texts spoken;
  for (const Finding* each : findings) {
    spoken.push_back(each->rule->id + " at " + Quoted(Cut(text, each->span)));
  }
  return spoken;
}

Spans SpansOf(const std::vector<const Finding*>& findings) {
  Spans spans;
  for (const Finding* each : findings) spans.push_back(each->span);
  return spans;
}

// One example of a rule or a move with all that is needed to judge it.
class ExampleRun {
 public:
  ExampleRun(const Bench& bench, const std::string& id, const pack::Example& example,
             bool customer)
      : bench_(bench),
        id_(id),
        example_(example),
        engine_(bench.EngineOf(example.profile)) {
    auto read = ConversationOf(example, customer);
    if (auto* problem = std::get_if<std::string>(&read)) problem_ = *problem;
    if (engine_ == nullptr) problem_ = "there is no profile " + Quoted(example.profile);
    if (!problem_.empty()) return;
    conversation_ = std::get<Conversation>(std::move(read));
    result_ = engine_->Check(conversation_);
  }

  // Nothing where the example could be run.
  std::optional<Failure> Unreadable() const {
    if (problem_.empty()) return std::nullopt;
    return Fails("should be run", problem_);
  }

  Failure Fails(std::string expected, std::string happened) const {
    return {example_.origin, id_, std::move(expected), std::move(happened),
            example_.text};
  }

  std::vector<const Finding*> Findings() const {
    return FindingsWhere([&](const Finding& each) { return each.rule->id == id_; });
  }

  // Where the move is in the turn before the last (of a customer) or in the draft.
  Spans MoveSpans(bool customer) const {
    Spans spans;
    const rules::Judgement judgement = rules::Judge(engine_->rulebook(), conversation_);
    const conversation::Reading& turn =
        customer ? judgement.turns[judgement.turns.size() - 2] : judgement.draft();
    for (const conversation::Found& found : turn.found) {
      if (engine_->rulebook().detectors()[found.detector].id != id_) continue;
      spans.push_back(turn.text.SpanOf(found.words.begin, found.words.end));
    }
    return spans;
  }

  Texts WordsAt(const Spans& spans) const {
    Texts words;
    for (const text::Span& span : spans) words.push_back(Cut(example_.text, span));
    return words;
  }

  // The pattern that stands there.
  std::string ByPattern(text::Span span) const {
    for (const PhraseFinder::Hit& hit : bench_.finder().Patterns(id_, example_.text)) {
      if (hit.span.overlaps(span)) return ", by the pattern " + Quoted(hit.pattern->text);
    }
    return "";
  }

  // Why patterns do not lead to a find.
  std::string WhyNot() const {
    const auto hits = bench_.finder().Patterns(id_, example_.text);
    if (hits.empty()) return "none of its patterns stands in the text";
    return "its “unless”, “where” or “yields_to” rules out " +
           Quoted(Cut(example_.text, hits.front().span)) + ByPattern(hits.front().span);
  }

  std::string WhySilent(const pack::Rule& rule) const {
    if (!engine_->SeverityOf(rule)) return "it is off in this profile";
    if (!rule.on.patterns.empty()) return WhyNot();
    Texts moves;
    for (const FoundMove& move : result_.moves) {
      moves.push_back(std::string(move.move) + " at " +
                      Quoted(Cut(example_.text, move.span)));
    }
    return "moves found: " + (moves.empty() ? "none" : Joined(moves));
  }

  // What else speaks.
  std::string Others() const {
    const auto others =
        FindingsWhere([&](const Finding& each) { return each.rule->id != id_; });
    return others.empty() ? ""
                          : "; also speaks: " + Joined(Spoken(others, example_.text));
  }

  const pack::Example& example() const { return example_; }

 private:
  template <typename Condition>
  std::vector<const Finding*> FindingsWhere(Condition condition) const {
    std::vector<const Finding*> findings;
    for (const Finding& each : result_.findings) {
      if (condition(each)) findings.push_back(&each);
    }
    return findings;
  }

  const Bench& bench_;
  const std::string& id_;
  const pack::Example& example_;
  const Engine* engine_;
  std::string problem_;
  Conversation conversation_;
  Result result_;
};

std::optional<Failure> CheckFix(const ExampleRun& run, const Finding& finding) {
  const pack::Example& example = run.example();
  const std::string expected = "should become " + Quoted(*example.fix);
  for (const Suggestion& suggestion : finding.suggestions) {
    if (suggestion.edits.empty()) continue;
    const std::string fixed = suggest::Apply(example.text, suggestion.edits);
    if (fixed == *example.fix) return std::nullopt;
    return run.Fails(expected, "becomes " + Quoted(fixed));
  }
  return run.Fails(expected, "none of its suggestions changes the text");
}

Failure MemberFails(const pack::ClassDef& definition,
                    const pack::ClassDef::Example& example, std::string expected,
                    const Texts& words) {
  return {example.origin, "{" + definition.id + "}", std::move(expected),
          words.empty() ? "is not found" : "is found at " + AllQuoted(words),
          example.text};
}

Texts MembersIn(const Bench& bench, const std::string& id, const std::string& text) {
  Texts words;
  for (const text::Span& span : bench.finder().Class(id, text))
    words.push_back(Cut(text, span));
  return words;
}

bool SpeaksWithout(const Bench& bench, const pack::Suppressor& suppressor,
                   const std::string& family, const Conversation& conversation) {
  const auto& all = bench.pack().suppressors;
  const auto number = std::ranges::find(all, suppressor.id, &pack::Suppressor::id);
  const rules::Rulebook& rulebook = bench.EngineOf("")->rulebook();
  const rules::Judgement judgement =
      rules::Judge(rulebook, conversation,
                   {.suppressor = static_cast<uint32_t>(number - all.begin())});
  return std::ranges::any_of(judgement.hits, [&](const rules::Hit& hit) {
    return rulebook.detectors()[hit.detector].rule->family() == family;
  });
}

}  // namespace

std::variant<Conversation, std::string> ConversationOf(const pack::Example& example,
                                                       bool customer) {
  auto record = input::ReadRecord(example.record);
  if (const auto* error = std::get_if<input::RecordError>(&record)) return error->message;
  Conversation conversation = std::get<Conversation>(std::move(record));
  if (customer) {
    conversation.context.push_back({input::Role::kCustomer, conversation.text, ""});
    conversation.text.clear();
  }
  return conversation;
}

std::optional<Failure> CheckFlag(const Bench& bench, const pack::Rule& rule,
                                 const pack::Example& example) {
  const ExampleRun run(bench, rule.id, example, false);
  if (auto failure = run.Unreadable()) return failure;
  const auto findings = run.Findings();
  if (findings.empty()) {
    return run.Fails("should speak", "is silent: " + run.WhySilent(rule) + run.Others());
  }
  size_t right = 0;
  if (example.span) {
    const Texts words = run.WordsAt(SpansOf(findings));
    right = static_cast<size_t>(std::ranges::find(words, *example.span) - words.begin());
    if (right == words.size()) {
      return run.Fails("should speak at " + Quoted(*example.span),
                       "speaks at " + AllQuoted(words));
    }
  }
  if (!example.fix) return std::nullopt;
  return CheckFix(run, *findings[right]);
}

std::optional<Failure> CheckPass(const Bench& bench, const pack::Rule& rule,
                                 const pack::Example& example) {
  const ExampleRun run(bench, rule.id, example, false);
  if (auto failure = run.Unreadable()) return failure;
  const auto findings = run.Findings();
  if (findings.empty()) return std::nullopt;
  return run.Fails("should be silent", "speaks at " +
                                           AllQuoted(run.WordsAt(SpansOf(findings))) +
                                           run.ByPattern(findings.front()->span));
}

std::optional<Failure> CheckMatch(const Bench& bench, const pack::Move& move,
                                  const pack::Example& example) {
  const ExampleRun run(bench, move.id, example, move.customer);
  if (auto failure = run.Unreadable()) return failure;
  const Texts words = run.WordsAt(run.MoveSpans(move.customer));
  if (words.empty()) return run.Fails("should be found", "is not found: " + run.WhyNot());
  if (!example.span || Holds(words, *example.span)) return std::nullopt;
  return run.Fails("should be found at " + Quoted(*example.span),
                   "is found at " + AllQuoted(words));
}

std::optional<Failure> CheckNoMatch(const Bench& bench, const pack::Move& move,
                                    const pack::Example& example) {
  const ExampleRun run(bench, move.id, example, move.customer);
  if (auto failure = run.Unreadable()) return failure;
  const Spans spans = run.MoveSpans(move.customer);
  if (spans.empty()) return std::nullopt;
  return run.Fails("should not be found", "is found at " + AllQuoted(run.WordsAt(spans)) +
                                              run.ByPattern(spans.front()));
}

std::optional<Failure> CheckMember(const Bench& bench, const pack::ClassDef& definition,
                                   const pack::ClassDef::Example& example) {
  const Texts words = MembersIn(bench, definition.id, example.text);
  if (words.empty()) return MemberFails(definition, example, "should be found", words);
  if (example.span.empty() || Holds(words, example.span) ||
      bench.finder().IsMember(definition.id, example.span)) {
    return std::nullopt;
  }
  return MemberFails(definition, example, "should be found at " + Quoted(example.span),
                     words);
}

std::optional<Failure> CheckNoMember(const Bench& bench, const pack::ClassDef& definition,
                                     const pack::ClassDef::Example& example) {
  const Texts words = MembersIn(bench, definition.id, example.text);
  if (words.empty()) return std::nullopt;
  return MemberFails(definition, example, "should not be found", words);
}

std::optional<Failure> CheckSuppressed(const Bench& bench,
                                       const pack::Suppressor& suppressor,
                                       const pack::Suppressor::Example& example) {
  const auto fails = [&](std::string expected, std::string happened) {
    return Failure{example.origin, suppressor.id, std::move(expected),
                   std::move(happened), example.text};
  };
  Conversation conversation;
  conversation.text = example.text;
  const Result result = bench.EngineOf("")->Check(conversation);
  std::vector<const Finding*> spoken;
  for (const Finding& each : result.findings) {
    if (each.rule->family() == example.family) spoken.push_back(&each);
  }
  if (!spoken.empty()) {
    return fails("should keep " + example.family + " silent",
                 "speaks: " + Joined(Spoken(spoken, example.text)));
  }
  if (SpeaksWithout(bench, suppressor, example.family, conversation)) return std::nullopt;
  return fails("should be what keeps " + example.family + " silent",
               "it is silent without it, too");
}

}  // namespace amends::evaluation

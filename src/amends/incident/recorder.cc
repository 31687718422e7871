#include "amends/incident/recorder.h"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

#include "amends/incident/wording.h"
#include "amends/input/moment.h"
#include "amends/rules/rulebook.h"
#include "amends/text/analyzer.h"

namespace amends::incident {
namespace {

using conversation::Answer;
using conversation::Evidence;
using conversation::Note;
using conversation::Topic;
using input::Conversation;
using input::Role;

// A sentence that is longer is cut down to the clauses in question.
constexpr uint32_t kLongestSentence = 240;  // bytes
constexpr int kShortestTale = 4;            // words
constexpr size_t kMostOpening = 2;          // sentences
constexpr uint32_t kMoreThanSorry = 3;  // words besides an apology that tell something

bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

class Recorder {
 public:
  Recorder(const Conversation& conversation, const conversation::Situation& situation,
           std::span<const text::Text> turns)
      : conversation_(conversation), situation_(situation), turns_(turns) {}

  Record Take() {
    NoteCase();
    record_.items = ItemsOf();
    record_.facts = Joined(WordsOf(Topic::kFact));
    if (record_.failure != Answer::kNo) NoteFailure();
    record_.questions = QuestionsOf(record_);
    record_.alert = AlertOf(record_);
    record_.next_visit = NextVisitOf(record_);
    record_.text = PlainTextOf(record_);
    return std::move(record_);
  }

 private:
  void NoteCase();
  void NoteFailure();
  bool IsCustomers(uint32_t turn) const {
    return turn < conversation_.context.size() &&
           conversation_.context[turn].role == Role::kCustomer;
  }
  std::string_view TextOf(uint32_t turn) const {
    return turn < conversation_.context.size() ? conversation_.context[turn].text
                                               : conversation_.text;
  }
  Quote QuoteOf(const Evidence& words, std::string kind = "") const;
  Evidence SentenceOf(const Evidence& words) const;
  bool TellsMoreThanSorry(const Evidence& sorry) const;
  bool IsQuestion(const Evidence& words) const;
  bool IsNoted(const Evidence& sign, std::initializer_list<Topic> topics) const;
  void AddSentence(const Evidence& words, std::string kind, std::vector<Quote>& to) const;
  std::vector<Quote> WordsOf(Topic topic) const;
  std::vector<Quote> SentencesOf(Topic topic) const;
  std::vector<Quote> Joined(std::vector<Quote> quotes) const;
  std::vector<Quote> ItemsOf() const;
  std::vector<Quote> MomentsOf() const;
  std::vector<Quote> StepsOf() const;
  std::vector<Quote> OpeningOf(uint32_t turn) const;
  std::vector<Quote> WhatWentWrong() const;
  std::vector<Promise> PromisesOf() const;

  const Conversation& conversation_;
  const conversation::Situation& situation_;
  std::span<const text::Text> turns_;
  Record record_;
};

void Recorder::NoteCase() {
  record_.id = conversation_.id;
  record_.channel = conversation_.channel;
  record_.now = conversation_.now;
  record_.failure = situation_.failure;
  record_.fault = situation_.fault;
  record_.repeated = situation_.repeated;
  record_.accepted = situation_.accepted;
  record_.severity = situation_.severity;
  record_.failure_kind = situation_.failure_kind;
  record_.notes = conversation_.notes;
  const auto first =
      std::ranges::find(conversation_.context, Role::kCustomer, &input::Turn::role);
  if (first != conversation_.context.end()) record_.reported_at = first->at;
  if (const auto minutes = conversation_.facts.minutes_since_report) {
    record_.age_minutes = std::llround(std::min(*minutes, 1e12));
  } else if (!record_.reported_at.empty()) {
    record_.age_minutes = input::MinutesBetween(record_.reported_at, record_.now);
  }
  if (record_.age_minutes < 0) record_.age_minutes.reset();
}

void Recorder::NoteFailure() {
  record_.what = WhatWentWrong();
  record_.when = MomentsOf();
  record_.load = SentencesOf(Topic::kLoad);
  record_.circumstances = SentencesOf(Topic::kCircumstance);
  record_.losses = SentencesOf(Topic::kLoss);
  record_.feelings = SentencesOf(Topic::kFeeling);
  record_.wishes = SentencesOf(Topic::kDemand);
  record_.tried = SentencesOf(Topic::kTried);
  record_.owned = SentencesOf(Topic::kResponsibility);
  record_.steps = StepsOf();
  record_.extras = SentencesOf(Topic::kExtra);
  record_.handovers = SentencesOf(Topic::kHandover);
  record_.promises = PromisesOf();
  if (record_.accepted == Answer::kYes) record_.thanks = SentencesOf(Topic::kAcceptance);
}

Quote Recorder::QuoteOf(const Evidence& words, std::string kind) const {
  return {words.turn, words.span,
          std::string(TextOf(words.turn).substr(words.span.start, words.span.length())),
          std::move(kind)};
}

// The sentences that the words stand in, or of a long one the clauses; without blanks
// around them.
Evidence Recorder::SentenceOf(const Evidence& words) const {
  const text::Text& text = turns_[words.turn];
  const auto widened = [&](const auto& groups) {
    text::Span span = words.span;
    for (const auto& group : groups) {
      const text::Span all = text.SpanOf(group.begin, group.end);
      if (!all.overlaps(words.span)) continue;
      span.start = std::min(span.start, all.start);
      span.end = std::max(span.end, all.end);
    }
    return span;
  };
  text::Span span = widened(text.sentences);
  if (span.length() > kLongestSentence) span = widened(text.clauses);
  const std::string_view source = TextOf(words.turn);
  while (span.start < span.end && IsSpace(source[span.start])) ++span.start;
  while (span.start < span.end && IsSpace(source[span.end - 1])) --span.end;
  return {words.turn, span};
}

bool Recorder::TellsMoreThanSorry(const Evidence& sorry) const {
  const text::Text& text = turns_[sorry.turn];
  const text::Span sentence = SentenceOf(sorry).span;
  const auto more = std::ranges::count_if(text.words, [&](const text::Word& word) {
    return !word.is(text::kPunctuation) && sentence.contains(word.span) &&
           !sorry.span.overlaps(word.span);
  });
  return more >= kMoreThanSorry;
}

bool Recorder::IsQuestion(const Evidence& words) const {
  const text::Text& text = turns_[words.turn];
  return std::ranges::any_of(text.sentences, [&](const text::Sentence& sentence) {
    return sentence.question &&
           text.SpanOf(sentence.begin, sentence.end).overlaps(words.span);
  });
}

bool Recorder::IsNoted(const Evidence& sign, std::initializer_list<Topic> topics) const {
  return std::ranges::any_of(situation_.notes, [&](const Note& note) {
    return std::ranges::count(topics, note.topic) > 0 && note.where.turn == sign.turn &&
           note.where.span.overlaps(sign.span);
  });
}

void Recorder::AddSentence(const Evidence& words, std::string kind,
                           std::vector<Quote>& to) const {
  const Evidence sentence = SentenceOf(words);
  for (Quote& quote : to) {
    if (quote.turn != sentence.turn || !quote.span.overlaps(sentence.span)) continue;
    quote.span.start = std::min(quote.span.start, sentence.span.start);
    quote.span.end = std::max(quote.span.end, sentence.span.end);
    if (quote.kind.empty()) quote.kind = std::move(kind);
    quote = QuoteOf({quote.turn, quote.span}, std::move(quote.kind));
    return;
  }
  to.push_back(QuoteOf(sentence, std::move(kind)));
}

std::vector<Quote> Recorder::WordsOf(Topic topic) const {
  std::vector<Quote> quotes;
  for (const Note& note : situation_.notes) {
    if (note.topic == topic) quotes.push_back(QuoteOf(note.where, note.kind));
  }
  return quotes;
}

std::vector<Quote> Recorder::SentencesOf(Topic topic) const {
  std::vector<Quote> quotes;
  for (const Note& note : situation_.notes) {
    if (note.topic == topic) AddSentence(note.where, note.kind, quotes);
  }
  return quotes;
}

// Two of a kind with no more than a mark or a blank between them are one: “MR-88213”.
std::vector<Quote> Recorder::Joined(std::vector<Quote> quotes) const {
  std::vector<Quote> joined;
  for (Quote& quote : quotes) {
    Quote* last = joined.empty() ? nullptr : &joined.back();
    if (last != nullptr && last->turn == quote.turn && last->kind == quote.kind &&
        quote.span.start <= last->span.end + 1) {
      const text::Span both{last->span.start, std::max(last->span.end, quote.span.end)};
      *last = QuoteOf({quote.turn, both}, quote.kind);
    } else {
      joined.push_back(std::move(quote));
    }
  }
  return joined;
}

// The things that are named, and makes and models among the facts.
std::vector<Quote> Recorder::ItemsOf() const {
  std::vector<Quote> items;
  for (const Note& note : situation_.notes) {
    const bool model = note.topic == Topic::kFact && note.kind == "model";
    if (note.topic != Topic::kItem && !model) continue;
    Quote item = QuoteOf(note.where, note.kind);
    const bool again = std::ranges::any_of(items, [&](const Quote& other) {
      return other.text == item.text ||
             (other.turn == item.turn && other.span.overlaps(item.span));
    });
    if (!again) items.push_back(std::move(item));
  }
  return items;
}

// “A filing due at 17.00” does not say when it happened.
std::vector<Quote> Recorder::MomentsOf() const {
  std::vector<Quote> moments;
  for (const Note& note : situation_.notes) {
    if (note.topic != Topic::kMoment || IsNoted(note.where, {Topic::kCircumstance}))
      continue;
    moments.push_back(QuoteOf(note.where, note.kind));
  }
  return moments;
}

// “We gave your room away” is no step to put it right.
std::vector<Quote> Recorder::StepsOf() const {
  std::vector<Quote> steps;
  for (const Note& note : situation_.notes) {
    if (note.topic != Topic::kGrant || IsNoted(note.where, {Topic::kResponsibility}))
      continue;
    AddSentence(note.where, note.kind, steps);
  }
  return steps;
}

// What a customer begins with, where no word of it is one for trouble: “The cake says
// Jane & Bob.”
std::vector<Quote> Recorder::OpeningOf(uint32_t turn) const {
  const text::Text& text = turns_[turn];
  std::vector<Quote> opening;
  for (const text::Sentence& sentence : text.sentences) {
    const auto words = std::count_if(
        text.words.begin() + sentence.begin, text.words.begin() + sentence.end,
        [](const text::Word& word) { return !word.is(text::kPunctuation); });
    if (words < kShortestTale || opening.size() == kMostOpening) continue;
    AddSentence({turn, text.SpanOf(sentence.begin, sentence.end)}, "", opening);
  }
  return opening;
}

// The customer's sentences of trouble: what it cost and how it felt have places of their
// own, and a question tells little. Without any, how the customer begins; without a
// customer, what an agent says sorry for.
std::vector<Quote> Recorder::WhatWentWrong() const {
  std::vector<Evidence> signs = situation_.failure_signs;
  if (record_.accepted != Answer::kYes) {
    signs.insert(signs.end(), situation_.repeat_signs.begin(),
                 situation_.repeat_signs.end());
    std::ranges::sort(signs);
  }
  std::vector<Quote> what;
  std::optional<uint32_t> first;
  for (uint32_t turn = 0; turn < conversation_.context.size() && !first; ++turn) {
    if (IsCustomers(turn)) first = turn;
  }
  for (const Evidence& sign : signs) {
    if (first && (!IsCustomers(sign.turn) || IsQuestion(sign))) continue;
    if (!first && !TellsMoreThanSorry(sign)) continue;
    if (IsNoted(sign, {Topic::kLoss, Topic::kFeeling, Topic::kDemand})) continue;
    if (!what.empty() && IsNoted(sign, {Topic::kTried, Topic::kLoad})) continue;
    AddSentence(sign, "", what);
  }
  const bool told = !what.empty() || situation_.failure != Answer::kYes || !first;
  return told ? what : OpeningOf(*first);
}

// Promises of one sentence are one; what is only asked is none.
std::vector<Promise> Recorder::PromisesOf() const {
  std::vector<Promise> promises;
  for (const Note& note : situation_.notes) {
    if (note.topic != Topic::kPromise || IsQuestion(note.where)) continue;
    Promise promise{QuoteOf(SentenceOf(note.where)), std::nullopt, note.due_by, note.kept};
    if (note.due) promise.due = QuoteOf(*note.due);
    const auto same = std::ranges::find(promises, promise.words, &Promise::words);
    if (same == promises.end()) {
      promises.push_back(std::move(promise));
    } else if (!same->due) {
      same->due = std::move(promise.due);
      same->due_by = promise.due_by;
      same->kept = promise.kept;
    }
  }
  return promises;
}

}  // namespace

Record WriteRecord(const Conversation& conversation,
                   const conversation::Situation& situation,
                   std::span<const text::Text> turns) {
  return Recorder(conversation, situation, turns).Take();
}

Record WriteRecord(const Conversation& conversation, const Engine& engine) {
  const text::Analyzer& analyzer = engine.rulebook().analyzer();
  std::vector<text::Text> turns;
  for (const input::Turn& turn : conversation.context) {
    turns.push_back(analyzer.Analyze(turn.text));
  }
  turns.push_back(analyzer.Analyze(conversation.text, input::OwnSpans(conversation)));
  const Result result = engine.Check(conversation);
  Record record = WriteRecord(conversation, result.situation, turns);
  record.notes = result.notes;
  return record;
}

}  // namespace amends::incident

#include "amends/match/matcher.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "amends/match/sentence_index.h"
#include "amends/match/sentence_run.h"

namespace amends::match {

using text::Text;

namespace {

// Appends the match of a phrase from start, if there is one.
void TryAt(SentenceRun& run, const PhraseSet& phrases, uint32_t phrase, uint32_t start,
           uint32_t offset, std::vector<Match>& found) {
  const Program& program = phrases.program(phrase);
  const uint32_t end = run.ShortestEnd(program, start);
  if (end == kNowhere) return;
  Match match;
  match.owner = phrases.owner(phrase);
  match.phrase = phrase;
  run.Trace(program, start, end, match);
  match.words = {start + offset, end + offset};
  match.head += offset;
  for (Range& capture : match.captures) {
    if (capture.begin >= capture.end) {
      capture = {};
    } else {
      capture = {capture.begin + offset, capture.end + offset};
    }
  }
  found.push_back(match);
}

// Of overlapping matches of one owner, the one that starts first, and of those that start
// together the one whose phrase is listed first. What counts is the text they take.
void Settle(const Text& text, std::vector<Match>& found, size_t from) {
  auto begin = found.begin() + static_cast<ptrdiff_t>(from);
  std::sort(begin, found.end(), [](const Match& a, const Match& b) {
    return std::tie(a.owner, a.words.begin, a.phrase) <
           std::tie(b.owner, b.words.begin, b.phrase);
  });
  auto kept = begin;
  uint32_t taken_to = 0;  // bytes
  for (auto match = begin; match != found.end(); ++match) {
    const text::Span span = text.SpanOf(match->words.begin, match->words.end);
    const bool first = kept == begin || std::prev(kept)->owner != match->owner;
    if (!first && span.start < taken_to) continue;
    taken_to = span.end;
    *kept++ = *match;
  }
  found.erase(kept, found.end());
}

}  // namespace

Scratch::Scratch() : state_(std::make_unique<State>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

void Matcher::Find(const PhraseSet& phrases, const Text& text,
                   const text::Sentence& sentence, std::span<const uint8_t> taken,
                   Scratch& scratch, std::vector<Match>& found) const {
  if (phrases.size() == 0) return;
  SentenceRun run(lexicon_, text, sentence, taken, *scratch.state_);
  const size_t from = found.size();
  SentenceIndex(phrases, run, *scratch.state_)
      .ForEachStart([&](uint32_t phrase, uint32_t start) {
        TryAt(run, phrases, phrase, start, sentence.begin, found);
      });
  Settle(text, found, from);
}

void Matcher::FindFrom(const PhraseSet& phrases, uint32_t phrase, const Text& text,
                       const text::Sentence& sentence, Range starts,
                       std::span<const uint8_t> taken, Scratch& scratch,
                       std::vector<Match>& found) const {
  SentenceRun run(lexicon_, text, sentence, taken, *scratch.state_);
  const uint32_t first = std::max(starts.begin, sentence.begin) - sentence.begin;
  const uint32_t last = std::min(starts.end, sentence.end) - sentence.begin;
  for (uint32_t start = first; start < last; ++start) {
    TryAt(run, phrases, phrase, start, sentence.begin, found);
  }
}

void Matcher::FindOne(const PhraseSet& phrases, uint32_t phrase, const Text& text,
                      const text::Sentence& sentence, std::span<const uint8_t> taken,
                      Scratch& scratch, std::vector<Match>& found) const {
  const size_t from = found.size();
  FindFrom(phrases, phrase, text, sentence, {sentence.begin, sentence.end}, taken, scratch,
           found);
  Settle(text, found, from);
}

}  // namespace amends::match

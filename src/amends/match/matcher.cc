#include "amends/match/matcher.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "amends/match/reach.h"
#include "amends/match/scratch.h"
#include "amends/match/sentence_index.h"
#include "amends/match/tracer.h"

namespace amends::match {

using text::Text;

namespace {

// The sentence that phrases are looked for in.
struct Site {
  const PhraseSet& phrases;
  const Steps& steps;
  uint32_t offset;  // of its first word in the text
};

Match MatchOf(const Site& site, uint32_t phrase, uint32_t start, uint32_t end,
              Scratch::State& state) {
  Match match;
  match.owner = site.phrases.owner(phrase);
  match.phrase = phrase;
  Tracer(site.steps, state).Trace(site.phrases.program(phrase), start, end, match);
  match.words = {start + site.offset, end + site.offset};
  match.head += site.offset;
  for (Range& capture : match.captures) {
    if (capture.begin >= capture.end) {
      capture = {};
    } else {
      capture = {capture.begin + site.offset, capture.end + site.offset};
    }
  }
  return match;
}

// Appends the shortest match of a phrase from each start that has one.
template <size_t kBlocks>
void TryAll(const Site& site, uint32_t phrase, const Positions<kBlocks>& starts,
            Reach<kBlocks>& reach, Scratch::State& state, std::vector<Match>& found) {
  const Program& program = site.phrases.program(phrase);
  const Positions<kBlocks> all = reach.Ends(program, starts);
  if (all.empty()) return;
  const bool one = !starts.has_several();
  starts.ForEach([&](uint32_t start) {
    const auto ends = one ? all : reach.Ends(program, Positions<kBlocks>::At(start));
    if (!ends.empty()) {
      found.push_back(MatchOf(site, phrase, start, ends.first(), state));
    }
  });
}

template <size_t kBlocks>
void FindCandidates(const Site& site, Scratch::State& state, std::vector<Match>& found) {
  SentenceIndex<kBlocks> index(site.phrases, site.steps, state);
  Reach<kBlocks> reach(site.steps, state);
  index.ForEachCandidate([&](uint32_t phrase, const Positions<kBlocks>& starts) {
    TryAll(site, phrase, starts, reach, state, found);
  });
}

template <size_t kBlocks>
Positions<kBlocks> AllOf(Range range) {
  Positions<kBlocks> all;
  for (uint32_t position = range.begin; position < range.end; ++position) {
    all.Add(position);
  }
  return all;
}

template <size_t kBlocks>
void FindAnywhere(const Site& site, uint32_t phrase, Scratch::State& state,
                  std::vector<Match>& found) {
  Reach<kBlocks> reach(site.steps, state);
  TryAll(site, phrase, AllOf<kBlocks>({0, site.steps.size()}), reach, state, found);
}

template <size_t kBlocks>
bool EndsWithin(const Site& site, uint32_t phrase, Range starts, Range ends,
                Scratch::State& state) {
  Positions<kBlocks> open;
  for (uint32_t start = starts.begin; start < starts.end; ++start) {
    const text::Word& word = site.steps.word(start);
    if (site.phrases.MayBeginWith(phrase, word.id, TellingBuiltinsOf(word))) {
      open.Add(start);
    }
  }
  if (open.empty()) return false;
  Reach<kBlocks> reach(site.steps, state);
  const auto all = reach.Ends(site.phrases.program(phrase), open);
  return !(all & AllOf<kBlocks>({ends.begin, ends.end + 1})).empty();
}

// The part of a range of the text that lies in the sentence, as places in it.
Range Within(Range range, const text::Sentence& sentence) {
  const auto place = [&](uint32_t word) {
    return std::clamp(word, sentence.begin, sentence.end) - sentence.begin;
  };
  return {place(range.begin), place(range.end)};
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

// Begins another sentence and runs the search in as many blocks of positions as it needs.
template <typename Run>
auto Search(const Steps& steps, Scratch::State& state, const Run& run) {
  state.Begin(steps.lexicon().class_program_count(), steps.size() + 1);
  return steps.size() < Positions<1>::kCapacity ? run.template operator()<1>()
                                                : run.template operator()<kMostBlocks>();
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
  const size_t from = found.size();
  const Steps steps(lexicon_, text, sentence, taken);
  Search(steps, *scratch.state_, [&]<size_t kBlocks>() {
    FindCandidates<kBlocks>({phrases, steps, sentence.begin}, *scratch.state_, found);
  });
  Settle(text, found, from);
}

void Matcher::FindOne(const PhraseSet& phrases, uint32_t phrase, const Text& text,
                      const text::Sentence& sentence, std::span<const uint8_t> taken,
                      Scratch& scratch, std::vector<Match>& found) const {
  const size_t from = found.size();
  const Steps steps(lexicon_, text, sentence, taken);
  Search(steps, *scratch.state_, [&]<size_t kBlocks>() {
    FindAnywhere<kBlocks>({phrases, steps, sentence.begin}, phrase, *scratch.state_,
                          found);
  });
  Settle(text, found, from);
}

bool Matcher::Matches(const PhraseSet& phrases, uint32_t phrase, const Text& text,
                      const text::Sentence& sentence, Range starts, Range ends,
                      std::span<const uint8_t> taken, Scratch& scratch) const {
  const Steps steps(lexicon_, text, sentence, taken);
  return Search(steps, *scratch.state_, [&]<size_t kBlocks>() {
    return EndsWithin<kBlocks>({phrases, steps, sentence.begin}, phrase,
                               Within(starts, sentence), Within(ends, sentence),
                               *scratch.state_);
  });
}

}  // namespace amends::match

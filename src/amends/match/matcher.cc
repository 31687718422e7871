#include "amends/match/matcher.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "amends/match/sentence_run.h"

namespace amends::match {

using text::Text;

namespace {

constexpr Builtin kKeyBuiltins[] = {Builtin::kNumber, Builtin::kCap, Builtin::kCaps,
                                    Builtin::kQuoted, Builtin::kVerbatim};

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

// The words of a sentence looked up in the index.
class Search {
 public:
  Search(const PhraseSet& phrases, SentenceRun& run, uint32_t offset,
         std::vector<Match>& found)
      : phrases_(phrases), run_(run), offset_(offset), found_(found) {
    for (uint32_t i = 0; i < run.size(); ++i) present_.Add(run.word(i).id);
  }

  void LookUp(uint32_t position) {
    const text::Word& word = run_.word(position);
    for (uint32_t list : phrases_.ListsOf(word.id)) Try(list, position);
    for (Builtin builtin : kKeyBuiltins) {
      if (IsOf(word, builtin)) Try(phrases_.ListOf(builtin), position);
    }
  }

 private:
  void Try(uint32_t list, uint32_t position) {
    for (const PhraseSet::Entry& entry : phrases_.Entries(list)) {
      if (entry.least > position || !entry.need.Meets(present_)) continue;
      const PhraseSet::Demand& demand = phrases_.demand(entry.phrase);
      const auto needs = std::span(demand.needs).first(demand.need_count);
      if (!std::ranges::all_of(needs, [&](uint32_t set) { return run_.HasOneOf(set); })) {
        continue;
      }
      const uint32_t first = position - std::min<uint32_t>(position, entry.most);
      for (uint32_t start = first; start <= position - entry.least; ++start) {
        if (demand.opening.Has(run_.word(start).id) &&
            run_.IsNewStart(entry.phrase, start)) {
          TryAt(run_, phrases_, entry.phrase, start, offset_, found_);
        }
      }
    }
  }

  const PhraseSet& phrases_;
  SentenceRun& run_;
  uint32_t offset_;
  std::vector<Match>& found_;
  WordFilter present_ = WordFilter::Nothing();
};

}  // namespace

Scratch::Scratch() : state_(std::make_unique<State>()) {}
Scratch::~Scratch() = default;
Scratch::Scratch(Scratch&&) noexcept = default;
Scratch& Scratch::operator=(Scratch&&) noexcept = default;

void Matcher::Find(const PhraseSet& phrases, const Text& text,
                   const text::Sentence& sentence, std::span<const uint8_t> taken,
                   Scratch& scratch, std::vector<Match>& found) const {
  SentenceRun run(lexicon_, text, sentence, taken, *scratch.state_);
  Search search(phrases, run, sentence.begin, found);
  const size_t from = found.size();
  for (uint32_t position = 0; position < run.size(); ++position) {
    if (!run.taken(position)) search.LookUp(position);
  }
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

#include "amends/match/matcher.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace amends::match {

using text::Boundary;
using text::Feature;
using text::Text;
using text::Word;
using text::WordId;

namespace {

constexpr uint32_t kNowhere = 0xFFFFFFFF;
constexpr uint32_t kMaxMarks = 4;          // of a clause boundary
constexpr uint32_t kMaxInsertionWords = 4;  // between the marks of a weak insertion
constexpr Builtin kKeyBuiltins[] = {Builtin::kNumber, Builtin::kCap, Builtin::kCaps,
                                    Builtin::kQuoted, Builtin::kVerbatim};
constexpr size_t kBuiltinCount = 7;

bool HasBuiltin(const Word& word, Builtin builtin) {
  switch (builtin) {
    case Builtin::kAnyWord:
      return !word.is(Feature::kPunctuation);
    case Builtin::kNumber:
      return word.is(Feature::kNumber);
    case Builtin::kCap:
      return word.is(Feature::kCapitalised) && !word.is(Feature::kSentenceFirst);
    case Builtin::kCaps:
      return word.is(Feature::kAllCaps);
    case Builtin::kQuoted:
      return word.is(Feature::kQuoted);
    case Builtin::kVerbatim:
      return word.is(Feature::kVerbatim);
    case Builtin::kPunctuation:
      return word.is(Feature::kPunctuation);
  }
  return false;
}

}  // namespace

struct Scratch::State {
  struct Memo {
    uint32_t stamp = 0;
    uint32_t first = 0;
    uint32_t count = 0;
  };
  uint32_t generation = 0;
  std::vector<Memo> memos;         // by class program and position
  std::vector<uint16_t> ends;      // of the memos
  std::vector<uint64_t> visited;   // a stack of bit sets, one for each run under way
  size_t visited_top = 0;
};

Scratch::Scratch() : state_(new State) {}
Scratch::~Scratch() { delete state_; }
Scratch::Scratch(Scratch&& other) noexcept : state_(std::exchange(other.state_, nullptr)) {}
Scratch& Scratch::operator=(Scratch&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

// One sentence under one set of taken words.
class SentenceRun {
 public:
  SentenceRun(const Lexicon& lexicon, const Text& text, const text::Sentence& sentence,
              std::span<const uint8_t> taken, Scratch& scratch)
      : lexicon_(lexicon),
        state_(*scratch.state_),
        text_(text),
        words_(text.words.data() + sentence.begin),
        count_(sentence.end - sentence.begin),
        taken_(taken.empty() ? nullptr : taken.data() + sentence.begin) {
    ++state_.generation;
    state_.ends.clear();
    size_t needed = lexicon.class_program_count() * (count_ + 1);
    if (state_.memos.size() < needed) state_.memos.resize(needed);
  }

  uint32_t size() const { return count_; }
  const Word& word(uint32_t position) const { return words_[position]; }
  bool taken(uint32_t position) const { return taken_ != nullptr && taken_[position] != 0; }

  // The end of the shortest match from start, or kNowhere.
  uint32_t ShortestEnd(const Program& program, uint32_t start) {
    Search search{program, false, kNowhere, nullptr, Push(program)};
    Explore(search, program.start, start);
    Pop(search.base);
    return search.best;
  }

  // Fills head and captures of a match that is known to span [start, end).
  void Trace(const Program& program, uint32_t start, uint32_t end, Match& match) {
    Search search{program, false, end, nullptr, Push(program)};
    head_ = start;
    Follow(search, program.start, start, match);
    match.head = head_;
    Pop(search.base);
  }

 private:
  struct Search {
    const Program& program;
    bool all;       // every end is wanted, not only the nearest
    uint32_t best;  // Explore: nearest end so far; Follow: the end to reach
    std::vector<uint16_t>* ends;
    size_t base;  // of its bit set in State::visited
  };

  size_t Push(const Program& program) {
    size_t base = state_.visited_top;
    state_.visited_top += (program.code.size() * (count_ + 1) + 63) / 64;
    if (state_.visited.size() < state_.visited_top) state_.visited.resize(state_.visited_top * 2);
    std::fill(state_.visited.begin() + static_cast<ptrdiff_t>(base),
              state_.visited.begin() + static_cast<ptrdiff_t>(state_.visited_top), 0);
    return base;
  }

  void Pop(size_t base) { state_.visited_top = base; }

  // Whether this step is new.
  bool Visit(const Search& search, uint16_t pc, uint32_t position) {
    size_t bit = pc * size_t{count_ + 1} + position;
    uint64_t& bits = state_.visited[search.base + (bit >> 6)];
    uint64_t mask = 1ULL << (bit & 63);
    if ((bits & mask) != 0) return false;
    bits |= mask;
    return true;
  }

  bool Matches(const Inst& inst, uint32_t position) const {
    if (position >= count_ || taken(position)) return false;
    const Word& word = words_[position];
    bool mark = word.is(Feature::kPunctuation);
    switch (inst.op) {
      case Op::kWord:
        return word.id == inst.arg;
      case Op::kNotWord:
        return !mark && word.id != inst.arg;
      case Op::kSet:
        return lexicon_.InSet(word.id, inst.arg);
      case Op::kNotSet:
        return !mark && !lexicon_.InSet(word.id, inst.arg);
      case Op::kFeature:
        return HasBuiltin(word, static_cast<Builtin>(inst.arg));
      case Op::kNotFeature:
        return !mark && !HasBuiltin(word, static_cast<Builtin>(inst.arg));
      case Op::kShape:
        return word.is(Feature::kNumber) && lexicon_.HasShape(text_.Canon(word), inst.arg);
      default:
        return false;
    }
  }

  bool MayPassOver(uint32_t position, bool may_open) const {
    if (position >= count_) return false;
    const Word& word = words_[position];
    if (word.before == Boundary::kClause) return may_open && !word.is(Feature::kPunctuation);
    return !word.is(Feature::kPunctuation) || word.before != Boundary::kSentence;
  }

  bool AtSentenceStart(uint32_t position) const {
    for (uint32_t i = 0; i < position; ++i) {
      if (!words_[i].is(Feature::kPunctuation)) return false;
    }
    return true;
  }

  bool AtSentenceEnd(uint32_t position) const {
    for (uint32_t i = position; i < count_; ++i) {
      if (!words_[i].is(Feature::kPunctuation)) return false;
    }
    return true;
  }

  bool AtClauseStart(uint32_t position) const {
    if (position < count_ && words_[position].before == Boundary::kClause &&
        !words_[position].is(Feature::kPunctuation)) {
      return true;
    }
    return AtSentenceStart(position);
  }

  bool AtClauseEnd(uint32_t position) const {
    return (position < count_ && words_[position].before == Boundary::kClause) ||
           AtSentenceEnd(position);
  }

  // The position behind the marks of a clause boundary at position, or kNowhere.
  uint32_t PastBreak(uint32_t position) const {
    uint32_t last = std::min(count_, position + kMaxMarks);
    while (position < last && words_[position].is(Feature::kPunctuation)) ++position;
    bool opens = position < count_ && words_[position].before == Boundary::kClause &&
                 !words_[position].is(Feature::kPunctuation);
    return opens ? position : kNowhere;
  }

  // The position behind a weak insertion at position, or kNowhere.
  uint32_t PastInsertion(uint32_t position) const {
    if (position >= count_ || words_[position].before != Boundary::kWeak ||
        !words_[position].is(Feature::kPunctuation)) {
      return kNowhere;
    }
    std::string_view closing = text_.Canon(words_[position]) == "(" ? ")" : ",";
    uint32_t last = std::min(count_, position + 2 + kMaxInsertionWords);
    for (uint32_t i = position + 1; i < last; ++i) {
      if (!words_[i].is(Feature::kPunctuation)) continue;
      return text_.Canon(words_[i]) == closing ? i + 1 : kNowhere;
    }
    return kNowhere;
  }

  // Where a sign leads from position, or kNowhere.
  uint32_t PastSign(Op op, uint32_t position) const {
    switch (op) {
      case Op::kSentenceStart:
        return AtSentenceStart(position) ? position : kNowhere;
      case Op::kSentenceEnd:
        return AtSentenceEnd(position) ? position : kNowhere;
      case Op::kClauseStart:
        return AtClauseStart(position) ? position : kNowhere;
      case Op::kClauseEnd:
        return AtClauseEnd(position) ? position : kNowhere;
      case Op::kBreak:
        return PastBreak(position);
      case Op::kInsertion:
        return PastInsertion(position);
      default:
        return kNowhere;
    }
  }

  // The position after a step that takes words or asks for a place, or kNowhere.
  uint32_t Step(const Inst& inst, uint32_t position) const {
    switch (inst.op) {
      case Op::kGapWord:
        return MayPassOver(position, false) ? position + 1 : kNowhere;
      case Op::kGapFirst:
        return MayPassOver(position, true) ? position + 1 : kNowhere;
      case Op::kSentenceStart:
      case Op::kSentenceEnd:
      case Op::kClauseStart:
      case Op::kClauseEnd:
      case Op::kBreak:
      case Op::kInsertion:
        return PastSign(inst.op, position);
      default:
        return Matches(inst, position) ? position + 1 : kNowhere;
    }
  }

  std::pair<uint32_t, uint32_t> Ends(uint32_t call, uint32_t position) {
    size_t key = call * size_t{count_ + 1} + position;
    if (state_.memos[key].stamp != state_.generation) {
      const Program& program = lexicon_.ClassProgram(call);
      std::vector<uint16_t> ends;
      Search search{program, true, kNowhere, &ends, Push(program)};
      Explore(search, program.start, position);
      Pop(search.base);
      std::ranges::sort(ends);
      auto duplicates = std::ranges::unique(ends);
      ends.erase(duplicates.begin(), duplicates.end());
      auto first = static_cast<uint32_t>(state_.ends.size());
      state_.ends.insert(state_.ends.end(), ends.begin(), ends.end());
      state_.memos[key] = {state_.generation, first, static_cast<uint32_t>(ends.size())};
    }
    return {state_.memos[key].first, state_.memos[key].count};
  }

  // Visits every step that can be reached; a loop-free program bounds the depth.
  void Explore(Search& search, uint16_t pc, uint32_t position) {
    while (position < search.best || search.all) {
      const Inst& inst = search.program.code[pc];
      switch (inst.op) {
        case Op::kDone:
          if (search.all) {
            search.ends->push_back(static_cast<uint16_t>(position));
          } else {
            search.best = position;
          }
          return;
        case Op::kSplit:
          if (!Visit(search, pc, position)) return;
          Explore(search, inst.next, position);
          pc = inst.other;
          continue;
        case Op::kCall: {
          if (!Visit(search, pc, position)) return;
          auto [first, number] = Ends(inst.arg, position);
          for (uint32_t i = 0; i < number; ++i) {
            Explore(search, inst.next, state_.ends[first + i]);
          }
          return;
        }
        case Op::kSave:
        case Op::kHead:
          break;
        default:
          position = Step(inst, position);
          if (position == kNowhere) return;
      }
      pc = inst.next;
    }
  }

  // Takes the first way, in the order of the phrase, that ends at search.best.
  bool Follow(const Search& search, uint16_t pc, uint32_t position, Match& match) {
    const Inst& inst = search.program.code[pc];
    if (position > search.best || !Visit(search, pc, position)) return false;
    switch (inst.op) {
      case Op::kDone:
        return position == search.best;
      case Op::kSplit:
        return Follow(search, inst.next, position, match) ||
               Follow(search, inst.other, position, match);
      case Op::kCall: {
        auto [first, number] = Ends(inst.arg, position);
        for (uint32_t i = 0; i < number; ++i) {
          if (Follow(search, inst.next, state_.ends[first + i], match)) return true;
        }
        return false;
      }
      case Op::kSave: {
        Range& capture = match.captures[inst.arg / 2];
        Range before = capture;
        (inst.arg % 2 == 0 ? capture.begin : capture.end) = position;
        if (Follow(search, inst.next, position, match)) return true;
        capture = before;
        return false;
      }
      case Op::kHead:
        if (!Follow(search, inst.next, position, match)) return false;
        head_ = position;
        return true;
      default: {
        uint32_t next = Step(inst, position);
        return next != kNowhere && Follow(search, inst.next, next, match);
      }
    }
  }

  const Lexicon& lexicon_;
  Scratch::State& state_;
  const Text& text_;
  const Word* words_;
  uint32_t count_;
  const uint8_t* taken_;
  uint32_t head_ = 0;
};

namespace {

// Appends the match of a phrase from start, if there is one.
void TryAt(SentenceRun& run, const PhraseSet& phrases, uint32_t phrase, uint32_t start,
           uint32_t offset, std::vector<Match>& found) {
  const Program& program = phrases.program(phrase);
  uint32_t end = run.ShortestEnd(program, start);
  if (end == kNowhere || end == start) return;
  Match match;
  match.owner = phrases.owner(phrase);
  match.phrase = phrase;
  run.Trace(program, start, end, match);
  match.words = {start + offset, end + offset};
  match.head += offset;
  for (size_t i = 0; i < program.captures.size(); ++i) {
    Range& capture = match.captures[i];
    if (capture.begin < capture.end) capture = {capture.begin + offset, capture.end + offset};
  }
  found.push_back(match);
}

// One match for each head and stretch of an owner: the one that starts first, and of those that
// start together the one whose phrase is listed first.
void Settle(std::vector<Match>& found, size_t from) {
  auto begin = found.begin() + static_cast<ptrdiff_t>(from);
  std::sort(begin, found.end(), [](const Match& a, const Match& b) {
    return std::tie(a.owner, a.words.begin, a.phrase) < std::tie(b.owner, b.words.begin, b.phrase);
  });
  auto kept = begin;
  for (auto match = begin; match != found.end(); ++match) {
    bool repeated = kept != begin && std::prev(kept)->owner == match->owner &&
                    std::prev(kept)->words.overlaps(match->words);
    if (!repeated) *kept++ = *match;
  }
  found.erase(kept, found.end());
}

}  // namespace

uint32_t PhraseSet::Add(Program program, uint32_t owner) {
  programs_.push_back(std::move(program));
  owners_.push_back(owner);
  return static_cast<uint32_t>(programs_.size() - 1);
}

void PhraseSet::Freeze(const Lexicon& lexicon) {
  const size_t words = lexicon.word_count();
  const size_t sets = lexicon.set_count();
  auto slot = [&](const Key& key) -> size_t {
    switch (key.kind) {
      case Key::Kind::kWord:
        return key.word;
      case Key::Kind::kSet:
        return words + key.word;
      case Key::Kind::kBuiltin:
        break;
    }
    return words + sets + key.word;
  };
  std::vector<std::pair<size_t, Entry>> entries;
  for (uint32_t phrase = 0; phrase < programs_.size(); ++phrase) {
    for (const Key& key : programs_[phrase].keys) {
      entries.push_back({slot(key), {phrase, key.least, key.most, key.need}});
    }
  }
  std::ranges::stable_sort(entries, {}, &std::pair<size_t, Entry>::first);
  first_entry_.assign(words + sets + kBuiltinCount + 1, 0);
  entries_.clear();
  for (const auto& [where, entry] : entries) {
    ++first_entry_[where + 1];
    entries_.push_back(entry);
  }
  for (size_t i = 1; i < first_entry_.size(); ++i) first_entry_[i] += first_entry_[i - 1];
  key_sets_.assign((sets + 63) / 64, 0);
  for (size_t set = 0; set < sets; ++set) {
    if (first_entry_[words + set] != first_entry_[words + set + 1]) {
      key_sets_[set >> 6] |= 1ULL << (set & 63);
    }
  }
  words_ = words;
  sets_ = sets;
}

void Matcher::Find(const PhraseSet& phrases, const Text& text, const text::Sentence& sentence,
                   std::span<const uint8_t> taken, Scratch& scratch,
                   std::vector<Match>& found) const {
  SentenceRun run(lexicon_, text, sentence, taken, scratch);
  std::array<uint64_t, 4> present{};
  for (uint32_t i = 0; i < run.size(); ++i) {
    size_t bit = Need::Bit(run.word(i).id);
    present[bit >> 6] |= 1ULL << (bit & 63);
  }
  size_t from = found.size();
  auto try_slot = [&](size_t slot, uint32_t position) {
    for (uint32_t e = phrases.first_entry_[slot]; e < phrases.first_entry_[slot + 1]; ++e) {
      const PhraseSet::Entry& entry = phrases.entries_[e];
      if (entry.least > position || !entry.need.MetBy(present)) continue;
      uint32_t first = position - std::min<uint32_t>(position, entry.most);
      for (uint32_t start = first; start <= position - entry.least; ++start) {
        TryAt(run, phrases, entry.phrase, start, sentence.begin, found);
      }
    }
  };
  for (uint32_t position = 0; position < run.size(); ++position) {
    if (run.taken(position)) continue;
    const Word& word = run.word(position);
    if (word.id != text::kUnknownWord) {
      try_slot(word.id, position);
      std::span<const uint64_t> row = lexicon_.SetsOf(word.id);
      for (size_t i = 0; i < row.size(); ++i) {
        for (uint64_t bits = row[i] & phrases.key_sets_[i]; bits != 0; bits &= bits - 1) {
          auto set = i * 64 + static_cast<size_t>(std::countr_zero(bits));
          try_slot(phrases.words_ + set, position);
        }
      }
    }
    for (Builtin builtin : kKeyBuiltins) {
      if (!HasBuiltin(word, builtin)) continue;
      try_slot(phrases.words_ + phrases.sets_ + static_cast<size_t>(builtin), position);
    }
  }
  Settle(found, from);
}

void Matcher::FindFrom(const PhraseSet& phrases, uint32_t phrase, const Text& text,
                       const text::Sentence& sentence, Range starts,
                       std::span<const uint8_t> taken, Scratch& scratch,
                       std::vector<Match>& found) const {
  SentenceRun run(lexicon_, text, sentence, taken, scratch);
  const uint32_t first = std::max(starts.begin, sentence.begin) - sentence.begin;
  const uint32_t last = std::min(starts.end, sentence.end) - sentence.begin;
  for (uint32_t start = first; start < last; ++start) {
    TryAt(run, phrases, phrase, start, sentence.begin, found);
  }
}

void Matcher::FindOne(const PhraseSet& phrases, uint32_t phrase, const Text& text,
                      const text::Sentence& sentence, std::span<const uint8_t> taken,
                      Scratch& scratch, std::vector<Match>& found) const {
  size_t from = found.size();
  FindFrom(phrases, phrase, text, sentence, {sentence.begin, sentence.end}, taken, scratch, found);
  Settle(found, from);
}

}  // namespace amends::match

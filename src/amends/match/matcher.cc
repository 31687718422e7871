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
bool HasBuiltin(const Word& word, Builtin builtin) {
  return (BuiltinsOf(word) & BuiltinBit(builtin)) != 0;
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
  // Of SentenceIndex.
  std::vector<uint64_t> present;
  std::vector<const uint64_t*> rows;      // by position
  std::vector<uint8_t> builtins;          // by position
  std::vector<uint32_t> place_stamps;     // by bit
  std::vector<uint64_t> places;           // by bit: the positions that have it
  std::vector<uint32_t> phrase_stamps;    // by phrase
  std::vector<uint64_t> starts;           // by phrase
  std::vector<uint32_t> phrases;          // the candidates
  uint32_t index_generation = 0;
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
        case Op::kSplit: {
          const Inst& first = search.program.code[inst.next];
          if (first.op <= Op::kShape && !Matches(first, position)) {
            pc = inst.other;
            continue;
          }
          if (!Visit(search, pc, position)) return;
          Explore(search, inst.next, position);
          pc = inst.other;
          continue;
        }
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

uint16_t PhraseSet::BitOf(GroupId group) {
  if (group == kNoGroup) return 0;
  if (bits_.size() <= group) bits_.resize(group + 1);
  if (bits_[group] == 0) {
    bits_[group] = static_cast<uint16_t>(groups_.size());
    groups_.push_back(group);
  }
  return bits_[group];
}

PhraseSet::Need PhraseSet::NeedOf(const Ask& ask) {
  return {BitOf(ask.group), ask.least, ask.most};
}

void PhraseSet::Freeze(const Lexicon& lexicon) {
  groups_.assign(1, kNoGroup);
  std::vector<std::pair<uint16_t, Entry>> entries;
  for (uint32_t phrase = 0; phrase < programs_.size(); ++phrase) {
    first_bits_.push_back(BitOf(programs_[phrase].first));
    for (const Key& key : programs_[phrase].keys) {
      Entry entry{phrase, {NeedOf(key.by)}};
      for (size_t i = 0; i < std::min(key.needs.size(), kMostNeeds); ++i) {
        entry.needs[i + 1] = NeedOf(key.needs[i]);
      }
      entries.emplace_back(entry.needs[0].bit, entry);
    }
  }
  std::ranges::stable_sort(entries, {}, &std::pair<uint16_t, Entry>::first);
  first_entry_.assign(groups_.size() + 1, 0);
  for (const auto& [bit, entry] : entries) {
    ++first_entry_[bit + 1];
    entries_.push_back(entry);
  }
  for (size_t i = 1; i < first_entry_.size(); ++i) first_entry_[i] += first_entry_[i - 1];
  BuildRows(lexicon);
}

void PhraseSet::BuildRows(const Lexicon& lexicon) {
  words_ = lexicon.word_count();
  row_length_ = (groups_.size() + 63) / 64;
  rows_.assign((words_ + kBuiltinCount) * row_length_, 0);
  key_bits_.assign(row_length_, 0);
  for (size_t bit = 1; bit < groups_.size(); ++bit) {
    const Group& group = lexicon.groups()[groups_[bit]];
    const uint64_t mask = 1ULL << (bit & 63);
    const auto add = [&](size_t row) { rows_[row * row_length_ + (bit >> 6)] |= mask; };
    for (WordId word : group.words) add(word);
    for (size_t i = 0; i < kBuiltinCount; ++i) {
      if ((group.builtins >> i & 1) != 0) add(words_ + i);
    }
    if (first_entry_[bit] != first_entry_[bit + 1]) key_bits_[bit >> 6] |= mask;
  }
}

// What the words of one sentence have, and which phrases may start where.
class SentenceIndex {
 public:
  SentenceIndex(const PhraseSet& phrases, const SentenceRun& run, Scratch::State& state)
      : phrases_(phrases), state_(state), count_(run.size()), blocks_((count_ + 63) / 64) {
    ++state_.index_generation;
    state_.rows.resize(count_);
    state_.builtins.resize(count_);
    state_.present.assign(phrases.row_length_, 0);
    state_.present[0] = 1;
    for (uint32_t i = 0; i < count_; ++i) {
      const Word& word = run.word(i);
      const bool taken = run.taken(i);
      state_.rows[i] = phrases.rows_.data() + (taken ? 0 : word.id) * phrases.row_length_;
      state_.builtins[i] = taken ? 0 : BuiltinsOf(word) & kTellingBuiltins;
      if (word.id != text::kUnknownWord) Add(state_.rows[i]);
      for (unsigned bits = state_.builtins[i]; bits != 0; bits &= bits - 1) {
        Add(RowOfBuiltin(static_cast<size_t>(std::countr_zero(bits))));
      }
    }
    Grow(state_.place_stamps, phrases.groups_.size());
    Grow(state_.places, phrases.groups_.size() * kMostBlocks);
    Grow(state_.phrase_stamps, phrases.size());
    Grow(state_.starts, phrases.size() * kMostBlocks);
    state_.phrases.clear();
  }

  // Calls with (phrase, start) for every start at which the phrase may match.
  template <typename Try>
  void ForEachStart(const Try& attempt) {
    CollectCandidates();
    for (uint32_t phrase : state_.phrases) {
      const uint64_t* starts = &state_.starts[phrase * kMostBlocks];
      for (uint32_t block = 0; block < blocks_; ++block) {
        for (uint64_t bits = starts[block]; bits != 0; bits &= bits - 1) {
          attempt(phrase, block * 64 + static_cast<uint32_t>(std::countr_zero(bits)));
        }
      }
    }
  }

 private:
  static constexpr uint32_t kMostBlocks = 5;  // of 64 words: no sentence has more than 300
  static constexpr uint8_t kTellingBuiltins = 0b0111110;  // all but words and marks

  template <typename T>
  static void Grow(std::vector<T>& items, size_t size) {
    if (items.size() < size) items.resize(size);
  }

  const uint64_t* RowOfBuiltin(size_t builtin) const {
    return phrases_.rows_.data() + (phrases_.words_ + builtin) * phrases_.row_length_;
  }

  void Add(const uint64_t* row) {
    for (size_t i = 0; i < phrases_.row_length_; ++i) state_.present[i] |= row[i];
  }

  bool Has(uint16_t bit) const { return (state_.present[bit >> 6] >> (bit & 63) & 1) != 0; }

  bool HasBit(uint32_t position, uint16_t bit) const {
    const auto test = [bit](const uint64_t* row) { return (row[bit >> 6] >> (bit & 63) & 1) != 0; };
    if (test(state_.rows[position])) return true;
    for (unsigned bits = state_.builtins[position]; bits != 0; bits &= bits - 1) {
      if (test(RowOfBuiltin(static_cast<size_t>(std::countr_zero(bits))))) return true;
    }
    return false;
  }

  // The positions of words that have the bit, 64 in a block.
  const uint64_t* PlacesOf(uint16_t bit) {
    uint64_t* places = &state_.places[bit * kMostBlocks];
    if (state_.place_stamps[bit] == state_.index_generation) return places;
    state_.place_stamps[bit] = state_.index_generation;
    std::fill(places, places + kMostBlocks, 0);
    for (uint32_t i = 0; i < count_; ++i) {
      if (HasBit(i, bit)) places[i >> 6] |= 1ULL << (i & 63);
    }
    return places;
  }

  void CollectCandidates() {
    for (size_t i = 0; i < phrases_.row_length_; ++i) {
      for (uint64_t bits = state_.present[i] & phrases_.key_bits_[i]; bits != 0; bits &= bits - 1) {
        const size_t bit = i * 64 + static_cast<size_t>(std::countr_zero(bits));
        for (uint32_t e = phrases_.first_entry_[bit]; e < phrases_.first_entry_[bit + 1]; ++e) {
          const PhraseSet::Entry& entry = phrases_.entries_[e];
          const bool all = std::ranges::all_of(
              entry.needs, [this](const PhraseSet::Need& need) { return Has(need.bit); });
          if (all) AddStarts(entry);
        }
      }
    }
  }

  // The starts from which each need of the entry lies as far off as it asks.
  void AddStarts(const PhraseSet::Entry& entry) {
    std::array<uint64_t, kMostBlocks> starts;
    starts.fill(~0ULL);
    const uint16_t first = phrases_.first_bits_[entry.phrase];
    if (first != 0) Keep({first, 0, 0}, starts);
    for (const PhraseSet::Need& need : entry.needs) {
      if (need.bit == 0) break;
      if (!Keep(need, starts)) return;
    }
    uint64_t* all = &state_.starts[entry.phrase * kMostBlocks];
    if (state_.phrase_stamps[entry.phrase] != state_.index_generation) {
      state_.phrase_stamps[entry.phrase] = state_.index_generation;
      std::fill(all, all + kMostBlocks, 0);
      state_.phrases.push_back(entry.phrase);
    }
    for (uint32_t block = 0; block < blocks_; ++block) all[block] |= starts[block];
  }

  // Keeps those starts that have a place of the bit least to most words after them; false
  // where none is left.
  bool Keep(const PhraseSet::Need& need, std::array<uint64_t, kMostBlocks>& starts) {
    const uint64_t* places = PlacesOf(need.bit);
    if (blocks_ == 1) {
      starts[0] &= Reached(places[0], need.least, need.most);
      return starts[0] != 0;
    }
    std::array<uint64_t, kMostBlocks> reached{};
    for (uint32_t position = 0; position < count_; ++position) {
      if ((places[position >> 6] >> (position & 63) & 1) == 0 || position < need.least) continue;
      const uint32_t from = position - std::min<uint32_t>(position, need.most);
      for (uint32_t at = from; at <= position - need.least; ++at) {
        reached[at >> 6] |= 1ULL << (at & 63);
      }
    }
    uint64_t any = 0;
    for (uint32_t block = 0; block < blocks_; ++block) any |= starts[block] &= reached[block];
    return any != 0;
  }

  // The bits that lie least to most below one of `places`.
  static uint64_t Reached(uint64_t places, uint32_t least, uint32_t most) {
    if (least >= 64) return 0;
    uint64_t reached = places >> least;
    uint32_t width = std::min(most - least, 63U);  // how much further it still spreads
    for (uint32_t step = 1; width > 0; step *= 2) {
      const uint32_t shift = std::min(step, width);
      reached |= reached >> shift;
      width -= shift;
    }
    return reached;
  }

  const PhraseSet& phrases_;
  Scratch::State& state_;
  uint32_t count_;
  uint32_t blocks_;
};

void Matcher::Find(const PhraseSet& phrases, const Text& text, const text::Sentence& sentence,
                   std::span<const uint8_t> taken, Scratch& scratch,
                   std::vector<Match>& found) const {
  if (phrases.size() == 0) return;
  SentenceRun run(lexicon_, text, sentence, taken, scratch);
  const size_t from = found.size();
  SentenceIndex(phrases, run, *scratch.state_).ForEachStart([&](uint32_t phrase, uint32_t start) {
    TryAt(run, phrases, phrase, start, sentence.begin, found);
  });
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

#include "amends/match/sentence_run.h"

#include <algorithm>

namespace amends::match {

using text::Boundary;
using text::Feature;
using text::Word;

// One run of a program from one start.
struct SentenceRun::Walk {
  const Program& program;
  uint32_t start = 0;
  uint32_t goal = kNowhere;  // kNearest: the nearest end so far; kTrace: the end to reach
  Match* match = nullptr;    // kTrace
  size_t nodes = 0;          // where its nodes begin in State::nodes
  size_t visited = 0;        // where its bits begin in State::visited, once it has any
  uint32_t span = 0;  // positions from start on that the program can reach, then too
};

void Scratch::State::Begin(size_t class_programs, size_t positions) {
  if (++stamp == 0) {
    std::ranges::fill(memos, Memo{});
    std::ranges::fill(candidate_stamps, 0);
    stamp = 1;
  }
  ends.clear();
  memos.resize(std::max(memos.size(), class_programs * positions));
}

SentenceRun::SentenceRun(const Lexicon& lexicon, const text::Text& text,
                         const text::Sentence& sentence, std::span<const uint8_t> taken,
                         Scratch::State& state)
    : lexicon_(lexicon),
      state_(state),
      text_(text),
      words_(text.words.data() + sentence.begin),
      count_(sentence.end - sentence.begin),
      taken_(taken.empty() ? nullptr : taken.data() + sentence.begin) {
  state_.Begin(lexicon.class_program_count(), count_ + 1);
}

bool SentenceRun::Allows(Anchor anchor, uint32_t position) const {
  switch (anchor) {
    case Anchor::kSentenceStart:
      return AtSentenceStart(position);
    case Anchor::kClauseStart:
      return OpensClause(position) || AtSentenceStart(position);
    case Anchor::kAnywhere:
      break;
  }
  return true;
}

uint32_t SentenceRun::ShortestEnd(const Program& program, uint32_t start) {
  Walk walk{program, start};
  Run<Goal::kNearest>(walk);
  return walk.goal;
}

void SentenceRun::Trace(const Program& program, uint32_t start, uint32_t end,
                        Match& match) {
  Walk walk{program, start, end, &match};
  state_.marks.assign(1, {});
  Run<Goal::kTrace>(walk);
}

// Takes the steps of a program depth first, what stands first in the phrase first.
template <SentenceRun::Goal goal>
void SentenceRun::Run(Walk& walk) {
  walk.nodes = state_.nodes.size();
  Follow<goal>(walk, {walk.start, 0, walk.program.start});
  while (state_.nodes.size() > walk.nodes) {
    const Scratch::State::Node node = state_.nodes.back();
    state_.nodes.pop_back();
    Follow<goal>(walk, node);
  }
  if (walk.span != 0) state_.visited.resize(walk.visited);
}

// One way as far as it goes; others are left on the stack.
template <SentenceRun::Goal goal>
void SentenceRun::Follow(Walk& walk, Scratch::State::Node node) {
  auto& [position, mark, pc] = node;
  while (goal == Goal::kAll || position < walk.goal ||
         (goal == Goal::kTrace && position == walk.goal)) {
    const Inst& inst = walk.program.code[pc];
    if (inst.shared != Inst::kUnshared && !IsNew(walk, inst, position)) return;
    pc = inst.next;
    switch (inst.op) {
      case Op::kDone:
        if (goal == Goal::kAll) state_.pending.push_back(position);
        if (goal == Goal::kNearest) walk.goal = position;
        if (goal == Goal::kTrace && position == walk.goal) {
          Recall(mark, *walk.match);
          state_.nodes.resize(walk.nodes);
        }
        return;
      case Op::kSplit:
        state_.nodes.push_back({position, mark, inst.other});
        break;
      case Op::kBranch: {
        const text::WordId word = position < count_ ? words_[position].id : 0;
        const std::span<const uint16_t> ways = walk.program.branches[inst.arg].For(word);
        if (ways.empty()) return;
        for (size_t i = ways.size(); i-- > 1;) {
          state_.nodes.push_back({position, mark, ways[i]});
        }
        pc = ways[0];
        break;
      }
      case Op::kCall: {
        const std::span<const uint32_t> ends = Ends(inst.arg, position);
        if (ends.empty()) return;
        for (size_t i = ends.size(); i-- > 1;) {
          state_.nodes.push_back({ends[i], mark, pc});
        }
        position = ends[0];
        break;
      }
      case Op::kSave:
      case Op::kHead:
        if (goal != Goal::kTrace) break;
        state_.marks.push_back({mark, position, &inst});
        mark = static_cast<uint32_t>(state_.marks.size() - 1);
        break;
      default:
        position = PastStep(inst, position);
        if (position == kNowhere) return;
    }
  }
}

// Whether the walk is at a shared step for the first time at this position.
bool SentenceRun::IsNew(Walk& walk, const Inst& inst, uint32_t position) {
  if (walk.span == 0) {
    // No step leads to an earlier one, so only what waits on the stack can come by again.
    if (state_.nodes.size() == walk.nodes) return true;
    walk.span = std::min<uint32_t>(walk.program.most, count_ - walk.start) + 1;
    walk.visited = state_.visited.size();
    const size_t bits = size_t{walk.program.shared_count} * walk.span;
    state_.visited.resize(walk.visited + (bits + 63) / 64);
  }
  const size_t bit = size_t{inst.shared} * walk.span + (position - walk.start);
  uint64_t& bits = state_.visited[walk.visited + (bit >> 6)];
  const uint64_t mask = 1ULL << (bit & 63);
  if ((bits & mask) != 0) return false;
  bits |= mask;
  return true;
}

std::span<const uint32_t> SentenceRun::Ends(uint32_t call, uint32_t position) {
  const Program& program = lexicon_.ClassProgram(call);
  if (position >= count_ || !program.opening.Has(words_[position].id)) return {};
  const size_t key = call * size_t{count_ + 1} + position;
  if (state_.memos[key].stamp != state_.stamp) {
    Walk walk{program, position};
    const auto base = static_cast<ptrdiff_t>(state_.pending.size());
    Run<Goal::kAll>(walk);
    const auto first = static_cast<uint32_t>(state_.ends.size());
    state_.ends.insert(state_.ends.end(), state_.pending.begin() + base,
                       state_.pending.end());
    state_.pending.resize(static_cast<size_t>(base));
    state_.memos[key] = {state_.stamp, first,
                         static_cast<uint32_t>(state_.ends.size()) - first};
  }
  const Scratch::State::Memo& memo = state_.memos[key];
  return {state_.ends.data() + memo.first, memo.count};
}

// Writes down what the marks on a way say. Of two captures of one name the later counts.
void SentenceRun::Recall(uint32_t mark, Match& match) const {
  uint32_t ended = 0;  // captures whose last end was met, as bits
  uint32_t begun = 0;
  for (; mark != 0; mark = state_.marks[mark].before) {
    const uint32_t position = state_.marks[mark].position;
    const Inst& inst = *state_.marks[mark].inst;
    const uint32_t bit = 1u << (inst.arg / 2);
    if (inst.op == Op::kHead) {
      match.head = position;
    } else if (inst.arg % 2 == 1 && (ended & bit) == 0) {
      match.captures[inst.arg / 2].end = position;
      ended |= bit;
    } else if (inst.arg % 2 == 0 && (begun & bit) == 0) {
      match.captures[inst.arg / 2].begin = position;
      begun |= bit;
    }
  }
}

bool SentenceRun::Matches(const Inst& inst, uint32_t position) const {
  if (position >= count_ || taken(position)) return false;
  const Word& word = words_[position];
  switch (inst.op) {
    case Op::kWord:
      return word.id == inst.arg;
    case Op::kNotWord:
      return word.id != inst.arg && !word.is(Feature::kPunctuation);
    case Op::kSet:
      return lexicon_.InSet(word.id, inst.arg);
    case Op::kNotSet:
      return !lexicon_.InSet(word.id, inst.arg) && !word.is(Feature::kPunctuation);
    case Op::kFeature:
      return IsOf(word, static_cast<Builtin>(inst.arg));
    case Op::kNotFeature:
      return !IsOf(word, static_cast<Builtin>(inst.arg)) &&
             !word.is(Feature::kPunctuation);
    case Op::kShape:
      return word.is(Feature::kNumber) && lexicon_.HasShape(text_.Canon(word), inst.arg);
    default:
      return false;
  }
}

bool SentenceRun::MayPassOver(uint32_t position, bool may_open) const {
  if (position >= count_) return false;
  const Word& word = words_[position];
  const bool mark = word.is(Feature::kPunctuation);
  if (word.before == Boundary::kClause) return may_open && !mark;
  return !mark || word.before != Boundary::kSentence;
}

bool SentenceRun::AtSentenceStart(uint32_t position) const {
  return std::all_of(words_, words_ + position,
                     [](const Word& word) { return word.is(Feature::kPunctuation); });
}

bool SentenceRun::AtSentenceEnd(uint32_t position) const {
  return std::all_of(words_ + position, words_ + count_,
                     [](const Word& word) { return word.is(Feature::kPunctuation); });
}

bool SentenceRun::OpensClause(uint32_t position) const {
  return position < count_ && words_[position].before == Boundary::kClause &&
         !words_[position].is(Feature::kPunctuation);
}

bool SentenceRun::AtClauseEnd(uint32_t position) const {
  return (position < count_ && words_[position].before == Boundary::kClause) ||
         AtSentenceEnd(position);
}

// The place behind the marks of a clause boundary, or kNowhere.
uint32_t SentenceRun::PastBreak(uint32_t position) const {
  const uint32_t last = std::min(count_, position + kMaxBreakMarks);
  while (position < last && words_[position].is(Feature::kPunctuation)) ++position;
  return OpensClause(position) ? position : kNowhere;
}

// The place behind a weak insertion, or kNowhere.
uint32_t SentenceRun::PastInsertion(uint32_t position) const {
  if (position >= count_ || words_[position].before != Boundary::kWeak ||
      !words_[position].is(Feature::kPunctuation)) {
    return kNowhere;
  }
  const std::string_view opening = text_.Canon(words_[position]);
  if (opening != "," && opening != "(") return kNowhere;
  const std::string_view closing = opening == "(" ? ")" : ",";
  const uint32_t last = std::min(count_, position + 2 + kMaxInsertionWords);
  for (uint32_t i = position + 1; i < last; ++i) {
    if (!words_[i].is(Feature::kPunctuation)) continue;
    return text_.Canon(words_[i]) == closing ? i + 1 : kNowhere;
  }
  return kNowhere;
}

// The place behind a step that takes words or asks for a place, or kNowhere.
uint32_t SentenceRun::PastStep(const Inst& inst, uint32_t position) const {
  switch (inst.op) {
    case Op::kGapWord:
      return MayPassOver(position, false) ? position + 1 : kNowhere;
    case Op::kGapFirst:
      return MayPassOver(position, true) ? position + 1 : kNowhere;
    case Op::kSentenceStart:
      return AtSentenceStart(position) ? position : kNowhere;
    case Op::kSentenceEnd:
      return AtSentenceEnd(position) ? position : kNowhere;
    case Op::kClauseStart:
      return OpensClause(position) || AtSentenceStart(position) ? position : kNowhere;
    case Op::kClauseEnd:
      return AtClauseEnd(position) ? position : kNowhere;
    case Op::kBreak:
      return PastBreak(position);
    case Op::kInsertion:
      return PastInsertion(position);
    default:
      return Matches(inst, position) ? position + 1 : kNowhere;
  }
}

}  // namespace amends::match

#include "amends/match/reach.h"

#include <algorithm>
#include <bit>

namespace amends::match {

template <size_t kBlocks>
Positions<kBlocks> Reach<kBlocks>::PastGap(const Inst& inst, const Set& from) {
  if (!knows_gap_words_) {
    for (uint32_t i = 0; i < steps_.size(); ++i) {
      if (steps_.MayPassOver(i)) gap_words_.Add(i);
    }
    knows_gap_words_ = true;
  }
  Set all = from;
  Set last = from;
  for (uint32_t words = 0; words < inst.arg && !last.empty(); ++words) {
    last = (last & gap_words_).Next();
    all |= last;
  }
  return all;
}

template <size_t kBlocks>
Positions<kBlocks> Reach<kBlocks>::PastSome(const Inst& inst, const Set& from) const {
  Set all = from;
  Set last = from;
  for (uint32_t words = 0; words < inst.other && !last.empty(); ++words) {
    Set next;
    last.ForEach([&](uint32_t position) {
      if (steps_.IsOneOf(inst.arg, position)) next.Add(position + 1);
    });
    all |= last = next;
  }
  return all;
}

template <size_t kBlocks>
Positions<kBlocks> Reach<kBlocks>::Past(const Inst& inst, const Set& from, size_t depth) {
  Set to;
  switch (inst.op) {
    case Op::kSave:
    case Op::kHead:
      return from;
    case Op::kGap:
      return PastGap(inst, from);
    case Op::kSome:
      return PastSome(inst, from);
    case Op::kCall:
      from.ForEach(
          [&](uint32_t position) { to |= OfClass(inst.arg, position, depth + 1); });
      return to;
    default:
      from.ForEach([&](uint32_t position) {
        const uint32_t past = steps_.Past(inst, position);
        if (past != kNowhere) to.Add(past);
      });
      return to;
  }
}

// Every step leads to steps of lower numbers, so each is taken once, the highest first.
template <size_t kBlocks>
Positions<kBlocks> Reach<kBlocks>::Follow(const Program& program, const Set& starts,
                                          size_t depth) {
  Scratch::State::Level& level = state_.levels[depth];
  level.pending.assign((program.code.size() + 63) / 64, 0);
  if (level.places.size() < program.code.size() * kBlocks) {
    level.places.resize(program.code.size() * kBlocks);
  }
  uint64_t* pending = level.pending.data();
  uint64_t* places = level.places.data();
  const auto come_to = [&](uint16_t pc, const Set& here) {
    const uint64_t bit = 1ULL << (pc & 63);
    uint64_t* at = places + pc * kBlocks;
    if ((pending[pc >> 6] & bit) == 0) {
      pending[pc >> 6] |= bit;
      std::copy_n(here.blocks.begin(), kBlocks, at);
    } else {
      for (size_t i = 0; i < kBlocks; ++i) at[i] |= here.blocks[i];
    }
  };
  come_to(program.start, starts);
  for (size_t block = program.start >> 6;;) {
    if (pending[block] == 0) {
      if (block-- == 0) return {};
      continue;
    }
    const uint64_t highest = std::bit_floor(pending[block]);
    pending[block] ^= highest;
    const size_t pc = block * 64 + static_cast<size_t>(std::countr_zero(highest));
    Set here;
    std::copy_n(places + pc * kBlocks, kBlocks, here.blocks.begin());
    const Inst& inst = program.code[pc];
    switch (inst.op) {
      case Op::kDone:
        return here;
      case Op::kSplit:
        come_to(inst.next, here);
        come_to(inst.other, here);
        break;
      case Op::kBranch:
        here.ForEach([&](uint32_t position) {
          for (uint16_t way : program.branches[inst.arg].For(steps_.id(position))) {
            come_to(way, Set::At(position));
          }
        });
        break;
      default: {
        const Set past = Past(inst, here, depth);
        if (!past.empty()) come_to(inst.next, past);
      }
    }
  }
}

template <size_t kBlocks>
Positions<kBlocks> Reach<kBlocks>::OfClass(uint32_t call, uint32_t position,
                                           size_t depth) {
  Set ends;
  const Program& program = steps_.lexicon().ClassProgram(call);
  if (!steps_.MayOpen(program, position)) return ends;
  const size_t key = call * size_t{steps_.size() + 1} + position;
  Scratch::State::Memo& memo = state_.reached[key];
  if (memo.stamp == state_.stamp) {
    std::copy_n(&state_.reached_ends[memo.first], kBlocks, ends.blocks.begin());
    return ends;
  }
  ends = Follow(program, Set::At(position), depth);
  memo = {state_.stamp, static_cast<uint32_t>(state_.reached_ends.size()), kBlocks};
  state_.reached_ends.insert(state_.reached_ends.end(), ends.blocks.begin(),
                             ends.blocks.end());
  return ends;
}

template class Reach<1>;
template class Reach<kMostBlocks>;

}  // namespace amends::match

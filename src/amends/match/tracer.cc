#include "amends/match/tracer.h"

#include <algorithm>

namespace amends::match {

// One run of a program from one start.
struct Tracer::Walk {
  const Program& program;
  uint32_t start = 0;
  uint32_t goal = kNowhere;  // the end to reach, if there is one
  Match* match = nullptr;
  size_t nodes = 0;    // where its nodes begin in State::nodes
  size_t visited = 0;  // where its bits begin in State::visited, once it has any
  uint32_t span = 0;   // positions from start on that the program can reach, then too
};

void Tracer::Trace(const Program& program, uint32_t start, uint32_t end, Match& match) {
  Walk walk{program, start, end, &match};
  state_.marks.assign(1, {});
  Run<Goal::kOne>(walk);
}

template <Tracer::Goal goal>
void Tracer::Run(Walk& walk) {
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
template <Tracer::Goal goal>
void Tracer::Follow(Walk& walk, Scratch::State::Node node) {
  auto& [position, mark, pc] = node;
  while (position <= walk.goal) {
    const Inst& inst = walk.program.code[pc];
    if (inst.shared != Inst::kUnshared && !IsNew(walk, inst, position)) return;
    pc = inst.next;
    switch (inst.op) {
      case Op::kDone:
        if (goal == Goal::kAll) state_.pending.push_back(position);
        if (goal == Goal::kOne && position == walk.goal) {
          Recall(mark, *walk.match);
          state_.nodes.resize(walk.nodes);
        }
        return;
      case Op::kSplit:
        state_.nodes.push_back({position, mark, inst.other});
        break;
      case Op::kBranch: {
        const auto ways = walk.program.branches[inst.arg].For(steps_.id(position));
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
      case Op::kGap:
        WaitInGap(inst, node);
        break;
      case Op::kSave:
      case Op::kHead:
        if (goal != Goal::kOne) break;
        state_.marks.push_back({mark, position, &inst});
        mark = static_cast<uint32_t>(state_.marks.size() - 1);
        break;
      default:
        position = steps_.Past(inst, position);
        if (position == kNowhere) return;
    }
  }
}

// Leaves on the stack what comes behind one word of a gap, behind two and so on, the
// nearest last, so that it is tried first.
void Tracer::WaitInGap(const Inst& inst, const Scratch::State::Node& node) {
  uint32_t words = 0;
  while (words < inst.arg && steps_.MayPassOver(node.position + words)) ++words;
  for (; words > 0; --words) {
    state_.nodes.push_back({node.position + words, node.mark, node.pc});
  }
}

// Whether the walk is at a shared step for the first time at this position.
bool Tracer::IsNew(Walk& walk, const Inst& inst, uint32_t position) {
  if (walk.span == 0) {
    // No step leads to an earlier one, so only what waits on the stack can come by again.
    if (state_.nodes.size() == walk.nodes) return true;
    walk.span = std::min<uint32_t>(walk.program.most, steps_.size() - walk.start) + 1;
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

std::span<const uint32_t> Tracer::Ends(uint32_t call, uint32_t position) {
  const Program& program = steps_.lexicon().ClassProgram(call);
  if (!steps_.MayOpen(program, position)) return {};
  const size_t key = call * size_t{steps_.size() + 1} + position;
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
void Tracer::Recall(uint32_t mark, Match& match) const {
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

}  // namespace amends::match

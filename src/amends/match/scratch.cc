#include "amends/match/scratch.h"

#include <algorithm>

namespace amends::match {
namespace {

constexpr size_t kMostLevels = 24;  // classes stand at most 20 deep inside one another

}  // namespace

void Scratch::State::Begin(size_t class_programs, size_t positions) {
  if (++stamp == 0) {
    std::ranges::fill(reached, Memo{});
    std::ranges::fill(memos, Memo{});
    std::ranges::fill(candidate_stamps, 0);
    stamp = 1;
  }
  reached_ends.clear();
  ends.clear();
  levels.resize(kMostLevels);
  reached.resize(std::max(reached.size(), class_programs * positions));
  memos.resize(std::max(memos.size(), class_programs * positions));
}

}  // namespace amends::match

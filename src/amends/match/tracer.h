// Which way a match went: depth first, what stands first in the phrase first, so that of
// several ways to the same end the first one says what is captured. Internal to match.
#pragma once

#include <cstdint>
#include <span>

#include "amends/match/matcher.h"
#include "amends/match/scratch.h"
#include "amends/match/steps.h"

namespace amends::match {

class Tracer {
 public:
  Tracer(const Steps& steps, Scratch::State& state) : steps_(steps), state_(state) {}

  // Fills head and captures of the match of a program from start to end, as places in the
  // sentence. There must be one.
  void Trace(const Program& program, uint32_t start, uint32_t end, Match& match);

 private:
  enum class Goal : uint8_t { kAll, kOne };
  struct Walk;

  template <Goal goal>
  void Run(Walk& walk);
  template <Goal goal>
  void Follow(Walk& walk, Scratch::State::Node node);
  bool IsNew(Walk& walk, const Inst& inst, uint32_t position);
  void WaitInGap(const Inst& inst, const Scratch::State::Node& node);
  std::span<const uint32_t> Ends(uint32_t call, uint32_t position);
  void Recall(uint32_t mark, Match& match) const;

  const Steps& steps_;
  Scratch::State& state_;
};

}  // namespace amends::match

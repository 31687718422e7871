// Plays a role-play: a customer that is a small machine, asked by moves and findings of
// the engine alone (docs/exercises.md). The same replies and the same seed give the same
// talk, so a caller keeps the replies and asks anew.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/training/exercise.h"
#include "amends/training/judgement.h"

namespace amends::training {

enum class Ending : uint8_t { kNone, kWell, kBadly, kLate };

// Why mood or trust changed.
struct Reason {
  std::string rule;    // that was found; else empty
  std::string need;    // that was met: its id; else empty
  bool early = false;  // met before the need that comes first: it does half
  std::string text;    // for people
  text::Span span;     // bytes of the reply
  int mood = 0;
  int trust = 0;
};

// One reply of the agent and what came of it.
struct Exchange {
  std::string reply;
  std::vector<Reason> reasons;
  std::string coach;  // what would have helped most, or praise
  int mood = 0;       // afterwards, 0-10
  int trust = 0;
  std::string customer;  // what the customer says then
};

struct Performance {
  std::string opening;              // what the customer says first
  std::vector<Exchange> exchanges;  // replies after the end are not played
  Ending ending = Ending::kNone;
  std::vector<std::string> open_needs;  // names of those that were not met
};

// Never fails; any thread.
Performance Play(const Engine& engine, const Exercise& role_play, const Temper& temper,
                 uint64_t seed, const std::vector<std::string>& replies);

// What it comes to as an answer to the exercise: passed is what ended well.
Judgement JudgementOf(const Exercise& role_play, const Performance& performance);

}  // namespace amends::training

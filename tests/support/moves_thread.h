// A thread made of moves, for tests of what is read from them: turns "C: ..." and "A:
// ..." in which every word stands for the moves that are found there, joined by "+"; "-"
// is a word without any, "." ends a sentence.
#pragma once

#include <string>
#include <vector>

#include "amends/conversation/reading.h"
#include "amends/conversation/signs.h"
#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"

namespace amends::testing {

class MovesThread {
 public:
  explicit MovesThread(const std::vector<std::string>& turns);

  conversation::Situation ReadFailure(const input::Facts& facts) const;
  // The whole situation.
  conversation::Situation Read(const input::Facts& facts) const;

 private:
  void Add(const std::string& turn);
  void AddWord(const std::string& word, conversation::Reading& reading);

  std::vector<conversation::Reading> turns_;
  std::vector<std::string> moves_;  // of the detectors
};

}  // namespace amends::testing

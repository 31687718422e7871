// A flag for each word of a turn: which words some find has taken. Internal to
// conversation.
#pragma once

#include <algorithm>
#include <vector>

#include "amends/conversation/reading.h"

namespace amends::conversation {

class WordMarks {
 public:
  explicit WordMarks(const Reading& turn) : marked_(turn.text.words.size()) {}

  bool Touch(match::Range words) const {
    const auto begin = marked_.begin();
    return std::find(begin + words.begin, begin + words.end, true) != begin + words.end;
  }
  void Set(match::Range words) {
    std::fill(marked_.begin() + words.begin, marked_.begin() + words.end, true);
  }

 private:
  std::vector<bool> marked_;
};

}  // namespace amends::conversation

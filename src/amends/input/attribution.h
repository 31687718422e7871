// The lines with which mail programs begin what they quote or forward: "On Monday Ana
// wrote:", "-----Original Message-----", From, Sent, To and Subject below one another.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "amends/input/lines.h"

namespace amends::input {

struct Attribution {
  size_t last = 0;     // its last line
  std::string author;  // the words that name the author, among others
  std::string at;      // ISO 8601, empty = not said
  bool forwarded = false;
  bool bare_block = false;  // From, Sent, To… and no line above them that says what it is
  // Nobody but a program writes so: what follows is quoted even without marks.
  bool certain = false;
};

// Finds them in the lines of a text, which must outlive it. Each call looks at a few
// lines only.
class AttributionFinder {
 public:
  explicit AttributionFinder(std::span<const Line> lines);

  // The one that begins with this line, if one does. Where it is not certain, what it
  // introduces is quoted by marks.
  std::optional<Attribution> At(size_t line) const;

  // The first line with words from there on, or the number of lines.
  size_t NextWords(size_t line) const { return next_words_[line]; }

 private:
  bool IsFollowedByMarks(size_t last) const;
  std::optional<Attribution> Separator(size_t line) const;
  std::optional<Attribution> HeaderBlock(size_t line, int least) const;
  std::optional<Attribution> Sentence(size_t line) const;

  std::span<const Line> lines_;
  std::vector<size_t> next_words_;  // one more than there are lines
};

}  // namespace amends::input

// Which of many expressions can match a string at all: each needs one of some characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <vector>

namespace amends::testing {

// Nothing: no character is needed.
using NeededLetters = std::optional<std::set<uint32_t>>;

class LetterIndex {
 public:
  // Numbers them from 0.
  void Add(const NeededLetters& letters);

  // Those that need no letter; to be completed by Note.
  const std::vector<bool>& always() const { return always_; }
  // Adds those that need the letter to what can match.
  void Note(uint32_t letter, std::vector<bool>& can_match) const;

 private:
  std::vector<bool> always_;
  std::map<uint32_t, std::vector<size_t>> by_letter_;
};

}  // namespace amends::testing

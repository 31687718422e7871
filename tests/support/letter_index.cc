#include "tests/support/letter_index.h"

namespace amends::testing {

void LetterIndex::Add(const NeededLetters& letters) {
  const size_t number = always_.size();
  always_.push_back(!letters.has_value());
  if (!letters) return;
  for (uint32_t letter : *letters) by_letter_[letter].push_back(number);
}

void LetterIndex::Note(uint32_t letter, std::vector<bool>& can_match) const {
  const auto known = by_letter_.find(letter);
  if (known == by_letter_.end()) return;
  for (size_t number : known->second) can_match[number] = true;
}

}  // namespace amends::testing

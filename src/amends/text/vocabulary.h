// The words that the packs mention, each with a small number. Filled while packs are
// compiled, then only read: const members are safe from any thread.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>

#include "amends/text/text.h"

namespace amends::text {

class Vocabulary {
 public:
  Vocabulary() = default;
  Vocabulary(Vocabulary&&) = default;
  Vocabulary& operator=(Vocabulary&&) = default;

  // The id of a canonical form, given out in order from 1.
  WordId Intern(std::string_view canonical) {
    if (auto known = ids_.find(canonical); known != ids_.end()) return known->second;
    words_.emplace_back(canonical);
    WordId id = static_cast<WordId>(words_.size());
    ids_.emplace(words_.back(), id);
    return id;
  }

  // kUnknownWord where no pack mentions the form.
  WordId Find(std::string_view canonical) const {
    auto known = ids_.find(canonical);
    return known == ids_.end() ? kUnknownWord : known->second;
  }

  std::string_view Spell(WordId id) const {
    return id == 0 ? std::string_view() : std::string_view(words_[id - 1]);
  }

  // Only the spelling of words is kept: one that was read has no Find and takes no more.
  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(words_);
  }

  // One more than the largest id given out.
  size_t size() const { return words_.size() + 1; }

 private:
  std::deque<std::string> words_;  // stable addresses: ids_ views them
  std::unordered_map<std::string_view, WordId> ids_;
};

}  // namespace amends::text

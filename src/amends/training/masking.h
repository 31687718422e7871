// Takes out of a real conversation what tells whose it was: names, numbers, addresses.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/text/text.h"

namespace amends::training {

// Puts made-up names for names, other digits for numbers, example.com for addresses of
// pages and mail; the same for the same, over all texts of one conversation. It rather
// masks too much than too little: a word with a capital is a name
// unless it is common. A name that is a plain word too (“Will”, “Rose”) may stay where it
// begins a sentence, so somebody has to read the result. Sums below a thousand, hours and
// years stay, since they tell nobody apart and make the case.
class Masking {
 public:
  // `engine` must outlive it. `texts` are all that will be masked: a word that stands in
  // small letters somewhere is no name.
  Masking(const Engine& engine, std::span<const std::string_view> texts);

  std::string Mask(std::string_view text);

  // What was taken out and what stands for it, by what was taken out.
  const std::map<std::string, std::string>& masked() const { return masked_; }

 private:
  std::string InsteadOf(const text::Word& word, const std::string& source,
                        bool only_names);
  std::string NameFor(const std::string& source);
  std::string NumberFor(const std::string& number);

  const Engine& engine_;
  std::vector<std::string> plain_;  // words in small letters, sorted
  std::map<std::string, std::string> masked_;
  size_t names_ = 0;  // given out
  size_t numbers_ = 0;
};

}  // namespace amends::training

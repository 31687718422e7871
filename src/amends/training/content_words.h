// The words of texts that tell something, in canonical form.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/input/conversation.h"
#include "amends/text/span.h"

namespace amends::training {

struct ContentWord {
  std::string canon;
  text::Span span;      // bytes of the text
  bool number = false;  // holds a digit
  bool name = false;    // a capital where no sentence begins
};

// All words but marks and those too common to tell anything. Any bytes.
std::vector<ContentWord> ContentWordsOf(std::string_view text, const Engine& engine);

// The canonical words of several texts, numbers without their signs.
std::set<std::string> VocabularyOf(const std::vector<std::string_view>& texts,
                                   const Engine& engine);

// The name of a day or a month, in small letters: it has a capital and tells nobody
// apart.
bool IsOfTheCalendar(std::string_view word);

// “mr”, “dr” and the like, in small letters.
bool IsTitle(std::string_view word);

// How many words a text has, marks not counted.
size_t CountWords(std::string_view text, const Engine& engine);

// Whether both are the same words, whatever the marks and blanks between them.
bool SameWords(std::string_view one, std::string_view other, const Engine& engine);

// The longest run of words of `text` that stands in `other` too, and how many they are.
struct Run {
  text::Span span;  // bytes of `text`
  size_t words = 0;
};
Run LongestSharedRun(std::string_view text, std::string_view other, const Engine& engine);

}  // namespace amends::training

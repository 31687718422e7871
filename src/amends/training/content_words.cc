#include "amends/training/content_words.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "amends/rules/rulebook.h"
#include "amends/text/analyzer.h"

namespace amends::training {
namespace {

using text::Text;
using text::Word;

Text Read(std::string_view text, const Engine& engine) {
  return engine.rulebook().analyzer().Analyze(text);
}

bool IsMark(const Word& word) {
  return word.is(text::kPunctuation) || word.is(text::kSymbol);
}

// “£20.00” and “20” are one number, “#4471” and “4471” another.
std::string NumberOf(std::string_view canon) {
  std::string digits;
  for (const char c : canon) {
    if ('0' <= c && c <= '9') digits += c;
    if (c == '.') digits += c;
  }
  while (digits.find('.') != std::string::npos &&
         (digits.ends_with('0') || digits.ends_with('.'))) {
    digits.pop_back();
  }
  return digits;
}

// “2” and “two” are one number.
std::string_view DigitsOf(std::string_view word) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 20>
      kNumbers = {
          {{"one", "1"},      {"two", "2"},     {"three", "3"},   {"four", "4"},
           {"five", "5"},     {"six", "6"},     {"seven", "7"},   {"eight", "8"},
           {"nine", "9"},     {"ten", "10"},    {"eleven", "11"}, {"twelve", "12"},
           {"fifteen", "15"}, {"twenty", "20"}, {"thirty", "30"}, {"forty", "40"},
           {"fifty", "50"},   {"sixty", "60"},  {"ninety", "90"}, {"hundred", "100"}}};
  const auto found = std::ranges::find(
      kNumbers, word, &std::pair<std::string_view, std::string_view>::first);
  return found == kNumbers.end() ? std::string_view() : found->second;
}

std::vector<Word> WordsOnly(const Text& text) {
  std::vector<Word> words;
  std::ranges::copy_if(text.words, std::back_inserter(words),
                       [](const Word& word) { return !IsMark(word); });
  return words;
}

}  // namespace

std::vector<ContentWord> ContentWordsOf(std::string_view text, const Engine& engine) {
  const Text read = Read(text, engine);
  std::vector<ContentWord> words;
  for (const Word& word : read.words) {
    const bool number = word.is(text::kNumber);
    if (IsMark(word) || (!number && engine.rulebook().IsCommon(word.id))) continue;
    const bool name = word.is(text::kCapitalised) && !word.is(text::kSentenceFirst);
    const std::string_view canon = read.Canon(word);
    words.push_back(
        {number ? NumberOf(canon) : std::string(canon), word.span, number, name});
  }
  return words;
}

std::set<std::string> VocabularyOf(const std::vector<std::string_view>& texts,
                                   const Engine& engine) {
  std::set<std::string> vocabulary;
  for (const std::string_view text : texts) {
    const Text read = Read(text, engine);
    for (const Word& word : read.words) {
      const std::string_view canon = read.Canon(word);
      vocabulary.emplace(canon);
      if (word.is(text::kNumber)) vocabulary.insert(NumberOf(canon));
      if (const std::string_view digits = DigitsOf(canon); !digits.empty()) {
        vocabulary.emplace(digits);
      }
    }
  }
  return vocabulary;
}

bool IsOfTheCalendar(std::string_view word) {
  static constexpr std::array<std::string_view, 26> kNames = {
      "monday",  "tuesday",   "wednesday", "thursday", "friday",   "saturday", "sunday",
      "january", "february",  "march",     "april",    "may",      "june",     "july",
      "august",  "september", "october",   "november", "december", "mon",      "tue",
      "wed",     "thu",       "fri",       "sat",      "sun"};
  return std::ranges::find(kNames, word) != kNames.end();
}

bool IsTitle(std::string_view word) {
  static constexpr std::array<std::string_view, 9> kTitles = {
      "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "sir", "madam"};
  return std::ranges::find(kTitles, word) != kTitles.end();
}

size_t CountWords(std::string_view text, const Engine& engine) {
  // Words opened from one contraction are one.
  const Text read = Read(text, engine);
  size_t count = 0;
  text::Span last;
  for (const Word& word : read.words) {
    if (!IsMark(word) && word.span != last) ++count;
    last = word.span;
  }
  return count;
}

bool SameWords(std::string_view one, std::string_view other, const Engine& engine) {
  const Text a = Read(one, engine);
  const Text b = Read(other, engine);
  return std::ranges::equal(WordsOnly(a), WordsOnly(b),
                            [&](const Word& mine, const Word& theirs) {
                              return a.Canon(mine) == b.Canon(theirs);
                            });
}

Run LongestSharedRun(std::string_view text, std::string_view other,
                     const Engine& engine) {
  const Text a = Read(text, engine);
  const Text b = Read(other, engine);
  const std::vector<Word> mine = WordsOnly(a);
  const std::vector<Word> theirs = WordsOnly(b);
  // Row by row: how long the run is that ends in this word of one and that of the other.
  std::vector<size_t> before(theirs.size() + 1, 0);
  Run longest;
  for (size_t i = 0; i < mine.size(); ++i) {
    std::vector<size_t> now(theirs.size() + 1, 0);
    for (size_t j = 0; j < theirs.size(); ++j) {
      if (a.Canon(mine[i]) != b.Canon(theirs[j])) continue;
      now[j + 1] = before[j] + 1;
      if (now[j + 1] <= longest.words) continue;
      longest.words = now[j + 1];
      longest.span = {mine[i + 1 - longest.words].span.start, mine[i].span.end};
    }
    before = std::move(now);
  }
  return longest;
}

}  // namespace amends::training

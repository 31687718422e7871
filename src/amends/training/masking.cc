#include "amends/training/masking.h"

#include <algorithm>
#include <array>
#include <utility>

#include "amends/rules/rulebook.h"
#include "amends/text/analyzer.h"
#include "amends/training/content_words.h"

namespace amends::training {
namespace {

using text::Text;
using text::Word;

// Made up, short, and said alike by everybody.
constexpr std::array<std::string_view, 16> kNames = {
    "Marlow", "Tessel", "Arden",  "Corvin", "Hollis", "Pellar", "Rowen",  "Sable",
    "Tamsel", "Verrin", "Wexley", "Yarrow", "Brevin", "Calder", "Delmar", "Everly"};

bool IsDigit(char c) { return '0' <= c && c <= '9'; }
bool IsUpper(char c) { return 'A' <= c && c <= 'Z'; }

std::string Lower(std::string_view word) {
  std::string lower(word);
  for (char& c : lower) {
    if (IsUpper(c)) c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

// “Adam's” and “Adam’s” are Adam's.
std::string WithoutGenitive(const std::string& word) {
  return word.substr(0, word.find_first_of("'\xE2"));
}

// So many digits tell a case apart from others; a sum, an hour or a year has fewer.
constexpr size_t kTellingDigits = 4;

bool TellsApart(std::string_view word) {
  const auto digits = static_cast<size_t>(std::ranges::count_if(word, IsDigit));
  const bool letters = std::ranges::any_of(
      word, [](char c) { return IsUpper(c) || ('a' <= c && c <= 'z'); });
  const bool sum = word.find('.') != std::string_view::npos ||
                   word.find(':') != std::string_view::npos ||
                   word.find(',') != std::string_view::npos;
  const bool ordinal = word.ends_with("st") || word.ends_with("nd") ||
                       word.ends_with("rd") || word.ends_with("th");
  const bool year = digits == kTellingDigits && word.size() == digits &&
                    (word.starts_with("19") || word.starts_with("20"));
  if (year || (ordinal && digits <= 2)) return false;
  return digits >= (sum ? kTellingDigits + 1 : letters ? 2 : kTellingDigits);
}

// Words that stand alone on their line under a letter, or are all of a short sentence.
bool IsOnlyNames(const Text& text, const text::Sentence& sentence) {
  constexpr uint32_t kMostNames = 4;
  uint32_t names = 0;
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const Word& word = text.words[i];
    if (word.is(text::kPunctuation)) continue;
    if (!word.is(text::kCapitalised)) return false;
    ++names;
  }
  return names <= kMostNames;
}

}  // namespace

Masking::Masking(const Engine& engine, std::span<const std::string_view> texts)
    : engine_(engine) {
  for (const std::string_view text : texts) {
    const Text read = engine.rulebook().analyzer().Analyze(text);
    for (const Word& word : read.words) {
      const std::string_view source = text.substr(word.span.start, word.span.length());
      if (!source.empty() && 'a' <= source.front() && source.front() <= 'z') {
        plain_.push_back(Lower(source));
      }
    }
  }
  std::ranges::sort(plain_);
}

std::string Masking::NameFor(const std::string& source) {
  const std::string name = WithoutGenitive(source);
  const std::string rest = source.substr(name.size());
  const auto [place, is_new] = masked_.try_emplace(name);
  if (is_new) {
    place->second = kNames[names_ % kNames.size()];
    // More names than were made up: a second one is told apart by a letter.
    if (names_ >= kNames.size()) {
      place->second += static_cast<char>('a' + (names_ / kNames.size()) % 26);
    }
    ++names_;
  }
  return place->second + rest;
}

std::string Masking::NumberFor(const std::string& number) {
  const auto [place, is_new] = masked_.try_emplace(number);
  if (is_new) {
    size_t next = ++numbers_;
    for (const char c : number) {
      if (IsDigit(c)) {
        place->second += static_cast<char>('0' + next++ % 10);
      } else if (IsUpper(c)) {
        place->second += 'X';
      } else {
        place->second += 'a' <= c && c <= 'z' ? 'x' : c;
      }
    }
  }
  return place->second;
}

std::string Masking::Mask(std::string_view text) {
  const Text read = engine_.rulebook().analyzer().Analyze(text);
  std::string result;
  uint32_t from = 0;
  for (const text::Sentence& sentence : read.sentences) {
    const bool only_names = IsOnlyNames(read, sentence);
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Word& word = read.words[i];
      if (word.span.start < from || word.span.length() == 0) continue;
      const std::string source(text.substr(word.span.start, word.span.length()));
      const std::string instead = InsteadOf(word, source, only_names);
      if (instead.empty()) continue;
      result += text.substr(from, word.span.start - from);
      result += instead;
      from = word.span.end;
    }
  }
  result += text.substr(from);
  return result;
}

// Empty where it may stay.
std::string Masking::InsteadOf(const Word& word, const std::string& source,
                               bool only_names) {
  if (word.is(text::kVerbatim)) {
    const bool mail = source.find('@') != std::string::npos;
    const std::string instead = mail ? "name@example.com" : "https://example.com";
    masked_.emplace(source, instead);
    return instead;
  }
  if (word.is(text::kNumber)) return TellsApart(source) ? NumberFor(source) : "";
  if (!IsUpper(source.front()) || source.size() < 2) return "";
  const std::string lower = Lower(source);
  if (IsTitle(lower) || engine_.rulebook().IsCommon(word.id) || IsOfTheCalendar(lower) ||
      std::ranges::binary_search(plain_, lower)) {
    return "";
  }
  // At the beginning of a sentence any word has a capital: there it is one that is in no
  // pack, or stands among names.
  const bool is_name = !word.is(text::kSentenceFirst) || only_names ||
                       word.id == text::kUnknownWord ||
                       masked_.contains(WithoutGenitive(source));
  return is_name ? NameFor(source) : "";
}

}  // namespace amends::training

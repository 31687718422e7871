#include "tests/support/encoded_sentence.h"

#include <algorithm>
#include <stdexcept>

#include <fmt/format.h>

namespace amends::testing {
namespace {

using text::Boundary;
using text::Word;

constexpr uint32_t kFirstLook = 0x100;
constexpr uint32_t kLooks = 5 << 6;
constexpr uint32_t kFirstShape = 0xE00;
constexpr uint32_t kOtherWords = 0xFFF;
constexpr uint32_t kFirstWord = 0x1000;
constexpr uint32_t kFirstSurrogate = 0xD800;

WordLook LookOf(uint32_t number) {
  WordLook look;
  look.kind = static_cast<WordLook::Kind>(number >> 6);
  look.taken = (number & 32) != 0;
  look.number = (number & 16) != 0;
  look.capital = (number & 8) != 0;
  look.capitals = (number & 4) != 0;
  look.quoted = (number & 2) != 0;
  look.verbatim = (number & 1) != 0;
  return look;
}

uint32_t NumberOf(const WordLook& look) {
  return static_cast<uint32_t>(look.kind) << 6 | uint32_t{look.taken} << 5 |
         uint32_t{look.number} << 4 | uint32_t{look.capital} << 3 |
         uint32_t{look.capitals} << 2 | uint32_t{look.quoted} << 1 |
         uint32_t{look.verbatim};
}

WordLook Look(const Word& word, bool taken) {
  WordLook look;
  if (word.is(text::kPunctuation)) {
    switch (word.before) {
      case Boundary::kNone:
        look.kind = WordLook::kMark;
        break;
      case Boundary::kWeak:
        look.kind = WordLook::kWeakMark;
        break;
      case Boundary::kClause:
        look.kind = WordLook::kClauseMark;
        break;
      case Boundary::kSentence:
        look.kind = WordLook::kSentenceMark;
        break;
    }
  }
  look.taken = taken;
  look.number = word.is(text::kNumber);
  look.capital = word.is(text::kCapitalised) && !word.is(text::kSentenceFirst) &&
                 word.canon_length > 1;
  look.capitals = word.is(text::kAllCaps);
  look.quoted = word.is(text::kQuoted);
  look.verbatim = word.is(text::kVerbatim);
  return look;
}

bool IsMark(const Word& word) { return word.is(text::kPunctuation); }

// The signs of the place before words[at].
std::string SignsAt(std::span<const Word> words, size_t at) {
  const bool starts =
      std::all_of(words.begin(), words.begin() + static_cast<long>(at), IsMark);
  const bool ends =
      std::all_of(words.begin() + static_cast<long>(at), words.end(), IsMark);
  const bool boundary = at < words.size() && words[at].before == Boundary::kClause;
  const bool opens = boundary && !IsMark(words[at]);
  std::string signs;
  if (starts) signs += kSentenceStartSign;
  if (starts || opens) signs += kClauseStartSign;
  if (opens) signs += kClauseOpensSign;
  if (boundary || ends) signs += kClauseEndSign;
  if (ends) signs += kSentenceEndSign;
  return signs;
}

}  // namespace

uint32_t WordLetters::Intern(std::string_view form) {
  const auto next = static_cast<uint32_t>(kFirstWord + letters_.size());
  if (next >= kFirstSurrogate) throw std::length_error("too many words for one alphabet");
  return letters_.emplace(form, next).first->second;
}

uint32_t WordLetters::Find(std::string_view form) const {
  const auto known = letters_.find(form);
  return known == letters_.end() ? kOtherWords : known->second;
}

std::string LooksWhere(const std::function<bool(const WordLook&)>& test) {
  std::string looks;
  for (uint32_t number = 0; number < kLooks; ++number) {
    if (test(LookOf(number))) looks += Utf8(kFirstLook + number);
  }
  return "[" + looks + "]";
}

std::string Utf8(uint32_t code_point) {
  const auto tail = [](uint32_t bits) { return static_cast<char>(0x80 | (bits & 0x3F)); };
  if (code_point < 0x80) return {static_cast<char>(code_point)};
  if (code_point < 0x800)
    return {static_cast<char>(0xC0 | code_point >> 6), tail(code_point)};
  return {static_cast<char>(0xE0 | code_point >> 12), tail(code_point >> 6),
          tail(code_point)};
}

uint32_t ShapeLetter(size_t shape) { return kFirstShape + static_cast<uint32_t>(shape); }

uint32_t EncodedSentence::WordsBefore(size_t offset) const {
  return static_cast<uint32_t>(std::ranges::upper_bound(ends, offset) - ends.begin());
}

EncodedSentence Encode(
    const text::Text& text, const text::Sentence& sentence,
    std::span<const uint8_t> taken, const WordLetters& letters, int repeats,
    const std::function<std::vector<size_t>(std::string_view)>& shapes_of) {
  const std::span<const Word> words(text.words.data() + sentence.begin,
                                    text.words.data() + sentence.end);
  EncodedSentence encoded;
  std::string& out = encoded.letters;
  for (size_t at = 0; at <= words.size(); ++at) {
    encoded.places.push_back(out.size());
    const std::string signs = SignsAt(words, at);
    for (int i = 0; i < repeats; ++i) out += signs + 'o' + signs + 'p';
    if (at == words.size()) break;
    const Word& word = words[at];
    if (word.before == Boundary::kClause && !IsMark(word)) out += kOpening;
    const bool is_taken = !taken.empty() && taken[sentence.begin + at] != 0;
    out += Utf8(kFirstLook + NumberOf(Look(word, is_taken)));
    if (word.is(text::kNumber)) {
      for (size_t shape : shapes_of(text.Canon(word))) out += Utf8(ShapeLetter(shape));
    }
    out += Utf8(letters.Find(text.Canon(word)));
    encoded.ends.push_back(out.size());
  }
  return encoded;
}

}  // namespace amends::testing

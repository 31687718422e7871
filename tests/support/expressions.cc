#include "tests/support/expressions.h"

#include <fmt/format.h>

namespace amends::testing {
namespace {

std::string Shapes() { return fmt::format("[{}]*", kShapeRange); }

// With 'C' where a clause opens.
const std::string& BeforeWord() {
  static const std::string before = Fore() + "C?";
  return before;
}

// Read lazily, so that there is room for more of them.
const std::string& SomeSigns() {
  static const std::string signs = fmt::format("[a-eop{}]*?", kPlaceRange);
  return signs;
}

}  // namespace

const std::string& Fore() {
  static const std::string fore = fmt::format("[a-eopzZ{}{}]*", kPlaceRange, kClassRange);
  return fore;
}

const std::string& Beginning() {
  static const std::string beginning = SomeSigns() + "o";
  return beginning;
}

const std::string& UntakenLooks() {
  static const std::string looks =
      LooksWhere([](const WordLook& look) { return !look.taken; });
  return looks;
}

const std::string& UntakenWordLooks() {
  static const std::string looks =
      LooksWhere([](const WordLook& look) { return !look.taken && IsWord(look); });
  return looks;
}

bool IsWord(const WordLook& look) { return look.kind == WordLook::kWord; }

std::string LetterOf(const std::set<uint32_t>& letters, bool negated) {
  if (letters.empty()) return negated ? "." : "[^\\x{0}-\\x{10FFFF}]";
  std::string list;
  for (uint32_t letter : letters) list += Utf8(letter);
  return (negated ? "[^" : "[") + list + "]";
}

std::string WordWith(const std::string& looks, const std::string& letter) {
  return BeforeWord() + looks + Shapes() + letter;
}

std::string ShapedWord(size_t shape) {
  return WordWith(UntakenLooks(), Utf8(ShapeLetter(shape)) + Shapes() + ".");
}

std::string GapWord() {
  const std::string looks = LooksWhere([](const WordLook& look) {
    return IsWord(look) || look.kind == WordLook::kMark ||
           look.kind == WordLook::kWeakMark;
  });
  // Behind an 'o', or anywhere.
  const std::string before =
      fmt::format("(?:[a-e]*p[a-eop]*[zZ{1}]*C?|[{0}]?[a-e]*(?:o[a-eop]*)?[zZ{1}]*)",
                  kPlaceRange, kClassRange);
  return before + looks + Shapes() + ".";
}

std::string AnyMark(const std::string& letter) {
  return WordWith(LooksWhere([](const WordLook& look) { return !IsWord(look); }), letter);
}

std::string WeakMark(const std::string& letter) {
  return WordWith(
      LooksWhere([](const WordLook& look) { return look.kind == WordLook::kWeakMark; }),
      letter);
}

std::string SignOf(char sign, bool boundary) {
  return SomeSigns() + std::string(1, sign) + SomeSigns() + (boundary ? "o" : "p");
}

std::string CallOf(size_t number, uint32_t places) {
  std::string ends;
  for (uint32_t place = 1; place <= places; ++place) {
    ends += fmt::format("{}{}\\C*?{}", place == 1 ? "" : "|", Utf8(EndLetter(place)),
                        Utf8(PlaceLetter(place)));
  }
  return fmt::format("[a-eop{}{}]*?{}(?:{})", kPlaceRange, kClassRange,
                     Utf8(ClassLetter(number)), ends);
}

// What neighbours begin with alike stands there once: RE2 would take every step of it for
// each of them.
std::string AnyOf(const std::vector<std::string>& expressions) {
  static const std::string prefix = WordWith(UntakenLooks(), "");
  std::string any = "(?:";
  bool inside = false;  // behind the prefix
  for (size_t i = 0; i < expressions.size(); ++i) {
    const bool begins = expressions[i].starts_with(prefix);
    if (inside && !begins) any += ")";
    any += i == 0 ? "" : "|";
    if (begins && !inside) any += prefix + "(?:";
    any += begins ? expressions[i].substr(prefix.size()) : expressions[i];
    inside = begins;
  }
  return any + (inside ? "))" : ")");
}

}  // namespace amends::testing

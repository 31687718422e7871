#include "amends/languagetool/language.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "amends/text/analyzer.h"

namespace amends::languagetool {
namespace {

char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

bool SameLetters(std::string_view a, std::string_view b) {
  return std::ranges::equal(a, b, {}, Lower, Lower);
}

}  // namespace

std::span<const Language> CheckedLanguages() {
  static const std::vector<Language> languages = {
      {"English", "en", "en"},
      {"English (Australian)", "en", "en-AU"},
      {"English (Canadian)", "en", "en-CA"},
      {"English (GB)", "en", "en-GB"},
      {"English (New Zealand)", "en", "en-NZ"},
      {"English (South African)", "en", "en-ZA"},
      {"English (US)", "en", "en-US"},
  };
  return languages;
}

Language LanguageOf(std::string_view code) {
  std::string dashed(code);
  std::ranges::replace(dashed, '_', '-');
  for (const Language& each : CheckedLanguages()) {
    if (SameLetters(each.long_code, dashed)) return each;
  }
  std::string base = dashed.substr(0, dashed.find('-'));
  std::ranges::transform(base, base.begin(), Lower);
  const std::string name = text::LanguageName(base);
  return {name == base ? dashed : name, base, dashed};
}

bool IsChecked(const Language& language) { return language.code == "en"; }

}  // namespace amends::languagetool

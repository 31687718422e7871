// The languages as clients name them: "en", "en-GB", "de-DE", "auto".
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace amends::languagetool {

struct Language {
  std::string name;       // "English (GB)"
  std::string code;       // "en"
  std::string long_code;  // "en-GB"

  bool operator==(const Language&) const = default;
};

// Those that are checked, by name.
std::span<const Language> CheckedLanguages();

// Any code, in any case; for one that nobody knows the name is the code.
Language LanguageOf(std::string_view code);

// Whether drafts in it are checked.
bool IsChecked(const Language& language);

}  // namespace amends::languagetool

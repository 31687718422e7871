#include "amends/languagetool/rule_names.h"

#include <algorithm>

namespace amends::languagetool {
namespace {

constexpr std::string_view kPrefix = "AMENDS_";

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
char Upper(char c) { return IsLower(c) ? static_cast<char>(c - 0x20) : c; }

}  // namespace

std::string ClientId(std::string_view id) {
  std::string name(id);
  std::ranges::transform(name, name.begin(), [](char c) {
    const char upper = Upper(c);
    return IsUpper(upper) || IsDigit(upper) ? upper : '_';
  });
  return name.starts_with(kPrefix) ? name : std::string(kPrefix) + name;
}

std::string FamilyName(std::string_view family) {
  std::string name(family);
  std::ranges::replace(name, '-', ' ');
  if (!name.empty()) name[0] = Upper(name[0]);
  return name;
}

}  // namespace amends::languagetool

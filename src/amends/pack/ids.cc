#include "amends/pack/ids.h"

#include <algorithm>
#include <cstddef>

namespace amends::pack {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

// Non-empty parts between separators, each made of what `allowed` takes.
template <typename Allowed>
bool InParts(std::string_view text, char separator, Allowed allowed) {
  while (true) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end == 0 || !std::ranges::all_of(text.substr(0, end), allowed)) return false;
    if (end == text.size()) return true;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

bool IsSlug(std::string_view id) {
  return InParts(id, '-', [](char c) { return IsLower(c) || IsDigit(c); });
}

bool IsSuppressorId(std::string_view id) {
  return id.starts_with("SUP-") && IsSlug(id.substr(4));
}

bool IsMoveId(std::string_view id) {
  const auto allowed = [](char c) {
    return IsLower(c) || IsUpper(c) || IsDigit(c) || c == '-';
  };
  return id.size() > 2 && IsUpper(id[0]) && id[1] == '.' &&
         InParts(id.substr(2), '.', allowed);
}

bool IsRuleId(std::string_view id) {
  const size_t slash = id.find('/');
  return slash != std::string_view::npos && IsSlug(id.substr(0, slash)) &&
         IsSlug(id.substr(slash + 1));
}

bool IsRuleOrFamily(std::string_view id) { return IsSlug(id) || IsRuleId(id); }

bool IsVersion(std::string_view version) {
  return std::ranges::count(version, '.') <= 2 && std::ranges::count(version, '.') >= 1 &&
         InParts(version, '.', IsDigit);
}

bool IsCaptureName(std::string_view name) {
  return !name.empty() && (IsLower(name[0]) || IsUpper(name[0])) &&
         std::ranges::all_of(name, [](char c) {
           return IsLower(c) || IsUpper(c) || IsDigit(c) || c == '_' || c == '-';
         });
}

}  // namespace amends::pack

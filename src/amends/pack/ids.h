// The forms of ids and names in packs.
#pragma once

#include <string_view>

namespace amends::pack {

bool IsSlug(std::string_view id);          // loss-verb: lower case, digits, hyphens
bool IsSuppressorId(std::string_view id);  // SUP-idiom
bool IsMoveId(std::string_view id);        // G.apology.I
bool IsRuleId(std::string_view id);        // family/name, both slugs
bool IsRuleOrFamily(std::string_view id);
bool IsVersion(std::string_view version);   // 1.2 or 1.2.3
bool IsCaptureName(std::string_view name);  // a letter, then letters, digits, _ or -

}  // namespace amends::pack

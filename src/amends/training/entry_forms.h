// What ids and names look like in files of progress and of sets.
#pragma once

#include <string_view>

#include "amends/pack/ids.h"
#include "amends/pack/reader.h"
#include "amends/training/progress_entries.h"

namespace amends::training {

inline bool IsTidyName(std::string_view name) { return TidyName(name) == name; }

inline constexpr pack::TextForm kEntryIdForm{
    .longest = kLongestId,
    .right = IsEntryId,
    .described = "letters, digits, hyphens and underscores"};
inline constexpr pack::TextForm kNameForm{
    .longest = kLongestName,
    .right = IsTidyName,
    .described = "200 bytes at most, no control characters, no blanks around them"};
// Of a rule and of an exercise.
inline constexpr pack::TextForm kFamilyNameForm{
    .longest = kLongestId, .right = pack::IsRuleId, .described = "family/name"};

}  // namespace amends::training

// Days as people write them. A day is counted from the first of January 1970.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::training {

// Of “2026-10-20”. Nothing where it is no day between 1970 and 9999.
std::optional<int64_t> ReadDay(std::string_view text);

std::string WriteDay(int64_t day);

// The last second of the day, UTC: what is due on a day may be done on it.
int64_t EndOfDay(int64_t day);

// “2026-10-20T09:05:03Z” of seconds since 1970 began.
std::string WriteTime(int64_t at);

}  // namespace amends::training

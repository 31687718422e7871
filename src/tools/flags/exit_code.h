// What a subcommand returns where not all is well.
#pragma once

namespace amends {

inline constexpr int kNotAsAsked = 1;  // it was done, and something is not as it should be
inline constexpr int kFailed = 2;      // usage, load or input error

}  // namespace amends

// What a subcommand returns where it could not do what it was asked.
#pragma once

namespace amends {

inline constexpr int kFailed = 2;  // usage, load or input error

}  // namespace amends

// The tables of the file of progress, as steps from each version to the next.
#pragma once

#include <span>

namespace amends::training {

// Tells SQLite's users whose file it is: “AmTr”.
inline constexpr int kProgressApplication = 0x416D5472;

// The first step makes version 1 of an empty file, and so on. A step that was released is
// never changed: files have taken it.
std::span<const char* const> ProgressSteps();

}  // namespace amends::training

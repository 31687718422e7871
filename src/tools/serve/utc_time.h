// Points in time, to the second.
#pragma once

#include <chrono>
#include <functional>
#include <string>

namespace amends::serve {

using UtcTime = std::chrono::sys_seconds;
using Clock = std::function<UtcTime()>;

UtcTime UtcNow();
std::string TextOf(UtcTime time);  // "2026-03-02T10:00:00Z"

}  // namespace amends::serve

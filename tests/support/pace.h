// On how many of many drafts, mutants or phrases a law is tried.
#pragma once

#include <cstddef>

namespace amends::testing {

// Every one; one in five where a sanitizer slows everything down.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr size_t kEvery = 5;
#else
inline constexpr size_t kEvery = 1;
#endif

}  // namespace amends::testing

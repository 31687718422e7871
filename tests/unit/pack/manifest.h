// The pack.json of a small pack.
#pragma once

#include <string_view>

namespace amends::pack {

inline constexpr std::string_view kManifest =
    R"({"name":"house","version":"1.0","licence":"none","language":"en","summary":"s"})";

}  // namespace amends::pack

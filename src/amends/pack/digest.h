// SHA-256, to tell whether two packs are the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace amends::pack {

// In hexadecimal.
std::string Digest(std::string_view bytes);

}  // namespace amends::pack

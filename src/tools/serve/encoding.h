// Bytes as text, and bytes that nobody can guess.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace amends::serve {

using Bytes = std::span<const unsigned char>;

// Two digits a byte, in small letters.
std::string Hex(Bytes bytes);

// base64url (RFC 4648, section 5) without padding.
std::string Base64(Bytes bytes);

// So many random bytes in hexadecimal.
std::string RandomHex(size_t count);

}  // namespace amends::serve

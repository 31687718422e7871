// UUIDs that are made of a name: the same name, the same UUID (RFC 9562, version 5).
#pragma once

#include <string>
#include <string_view>

namespace amends::training {

// The namespace for names that are addresses, of the RFC.
inline constexpr std::string_view kAddressNamespace =
    "6ba7b811-9dad-11d1-80b4-00c04fd430c8";

// In lower case, “886313e1-3b8a-5372-9b90-0c9aee199e5d”. The namespace is a UUID.
std::string NameUuid(std::string_view space, std::string_view name);

}  // namespace amends::training

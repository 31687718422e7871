// The charset that a page of HTML says it is in.
#pragma once

#include <string>
#include <string_view>

namespace amends::input {

// As a meta element near the beginning says, in lower case; empty where none does.
std::string SaidCharset(std::string_view html);

// The same, but empty where the bytes are UTF-8 beyond ASCII whatever the page says: many
// a page was converted and nobody told it.
std::string CharsetOfPage(std::string_view html);

}  // namespace amends::input

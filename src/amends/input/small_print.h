// The notices that lawyers and mail servers add to a mail.
#pragma once

#include <string_view>

namespace amends::input {

// How many signs of them a paragraph has: none where nothing in it speaks of the mail
// itself. From 2 on it is one, unless somebody speaks in it; from 3 on always.
int SmallPrintSigns(std::string_view paragraph);

}  // namespace amends::input

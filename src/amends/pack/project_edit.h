// Adding to an amends.json that somebody wrote by hand.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "amends/pack/suppression.h"

namespace amends::pack {

// The text of the file with one suppression more, and every other byte as it was; of an
// empty text a whole file. Nothing where the text is no project file.
std::optional<std::string> WithSuppression(std::string_view text,
                                           const Suppression& suppression);

}  // namespace amends::pack

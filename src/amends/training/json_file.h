// A file of training, read as JSON.
#pragma once

#include <optional>
#include <string_view>

#include "amends/pack/json_value.h"
#include "amends/pack/reader.h"

namespace amends::training {

// Nothing where it is no JSON; that, and keys that are there twice, are reported.
std::optional<pack::Value> ReadJson(std::string_view text, pack::FileReport& report);

}  // namespace amends::training

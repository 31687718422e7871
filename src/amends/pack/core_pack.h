// The core pack as it is built into the library: rules/en without its examples.
#pragma once

#include <span>

#include "amends/pack/file.h"

namespace amends::pack {

// Valid for ever, sorted by path; paths are relative to rules/en.
std::span<const File> CoreFiles();

}  // namespace amends::pack

// The core pack as it is built into the library: rules/en without its examples.
#pragma once

#include <span>
#include <string_view>

#include "amends/pack/file.h"

namespace amends::pack {

// Valid for ever, sorted by path; paths are relative to rules/en.
std::span<const File> CoreFiles();

// The same, compiled when this program was built (rules/compiled.h); empty while it is
// built.
std::string_view CompiledCore();

}  // namespace amends::pack

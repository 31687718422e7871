#include "amends/pack/core_pack.h"

namespace amends::pack {

std::string_view CompiledCore() { return {}; }

}  // namespace amends::pack

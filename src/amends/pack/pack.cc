#include "amends/pack/pack.h"

#include <algorithm>

namespace amends::pack {

const Rule* Pack::FindRule(std::string_view id) const {
  const auto found = std::ranges::find(rules, id, &Rule::id);
  return found == rules.end() ? nullptr : &*found;
}

}  // namespace amends::pack

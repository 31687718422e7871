// Names of rules, families, profiles and parameters, checked when all packs are there.
// References to classes and moves are checked where phrases and conditions are compiled.
#pragma once

#include <string>
#include <vector>

#include "amends/pack/loader.h"
#include "amends/pack/suppression.h"

namespace amends::pack {

// What names others, as each pack wrote it: after merging, an entry has only one origin.
struct Written {
  struct YieldsTo {
    std::string rule;
    std::vector<std::string> others;
    Origin origin;  // of the list
  };
  std::vector<YieldsTo> yields_to;
  std::vector<Profile> profiles;
  std::vector<Suppression> suppressions = {};
};

// What a left-out entry of `merged` would have defined is not missed. `sources` has the
// files that the origins name.
std::vector<Problem> CheckReferences(const Written& written, const Loaded& merged,
                                     const Sources& sources);

// Families that suppressors name, and parameters that conditions name, in all merged
// entries.
std::vector<Problem> CheckEntries(const Loaded& merged);

}  // namespace amends::pack

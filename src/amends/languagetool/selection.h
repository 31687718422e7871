// Which findings a client wants to hear of.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>

#include "amends/languagetool/answer.h"
#include "amends/languagetool/parameters.h"
#include "amends/pack/pack.h"
#include "amends/result.h"

namespace amends::languagetool {

// What is judged: the draft as a whole, its words, or both. Some clients ask for the two
// apart, of the same text.
enum class Mode : uint8_t { kAll, kWhole, kWords };

struct Selection {
  Mode mode = Mode::kAll;
  bool picky = false;  // also hints
  bool only_enabled = false;
  // Ids as ClientId spells them.
  std::set<std::string, std::less<>> enabled_rules;
  std::set<std::string, std::less<>> disabled_rules;
  std::set<std::string, std::less<>> enabled_categories;
  std::set<std::string, std::less<>> disabled_categories;

  bool Wants(const Finding& finding) const;
};

// From mode, level, enabledOnly, enabledRules and its kin; nothing is taken where they
// contradict one another.
std::optional<Refusal> ReadSelection(std::span<const Parameter> parameters,
                                     Selection& selection);

}  // namespace amends::languagetool

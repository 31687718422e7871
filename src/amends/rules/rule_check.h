// Faults of a rule that show only when its names are known: words of a message that no
// pattern captures, and what a rule about the whole reply cannot have. Internal to rules.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/loader.h"
#include "amends/rules/rulebook.h"

namespace amends::rules {

class RuleCheck {
 public:
  // Adds what is wrong to `problems`.
  RuleCheck(const pack::Loaded& loaded, std::vector<pack::Problem>& problems)
      : loaded_(loaded), problems_(problems) {}

  // `captures` are those of all patterns that the rule may stand on.
  void CheckNames(const pack::Rule& rule, const std::set<std::string>& captures);
  // For a rule about the whole reply: no match is there to look around, to cancel or to
  // change.
  void CheckWholeReply(const pack::Rule& rule);
  void CheckSwitches(const std::vector<pack::Condition>& conditions);

 private:
  void CheckText(const pack::Origin& origin, std::string_view text,
                 const std::set<std::string>& captures);
  void CheckName(const pack::Origin& origin, std::string_view name,
                 const std::set<std::string>& captures);
  void CheckWholeReply(const std::vector<pack::Condition>& conditions);
  void Report(const pack::Origin& origin, std::string message, std::string hint);

  const pack::Loaded& loaded_;
  std::vector<pack::Problem>& problems_;
};

}  // namespace amends::rules

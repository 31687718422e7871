// How strict a house is: one profile laid over all it is based on, and amends.json over
// it. Every profile stands on “default”, where there is one. What they say of a channel
// or a kind of text goes before what they say of every text.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/occasion.h"
#include "amends/pack/pack.h"
#include "amends/pack/project_config.h"
#include "amends/pack/tuning.h"

namespace amends::rules {

class Settings {
 public:
  // `profile` is known in the pack, or "default" or empty; `config` may be none.
  static Settings Of(const pack::Pack& pack, std::string_view profile,
                     const pack::ProjectConfig* config);

  // Nothing = off. The uppermost of those that name the rule or its family counts; of one
  // that names both, what it says of the rule.
  std::optional<pack::Severity> SeverityOf(const pack::Rule& rule,
                                           input::Occasion occasion) const;
  double Parameter(const pack::Rule& rule, const std::string& name,
                   input::Occasion occasion) const;
  // The value of a switch, "" where no profile sets it.
  std::string_view Switch(const std::string& name, input::Occasion occasion) const;
  const std::string& profile() const { return profile_; }
  // Those of the profile, or of the nearest one it stands on that has any.
  std::span<const pack::Allowance> allowances() const { return allowances_; }

 private:
  const pack::Tuning& For(input::Occasion occasion) const {
    return by_occasion_[occasion.index()];
  }

  std::string profile_;
  std::vector<pack::Allowance> allowances_;
  std::array<pack::Tuning, input::kOccasionCount> by_occasion_;
};

}  // namespace amends::rules

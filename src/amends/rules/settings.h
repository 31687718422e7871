// How strict a house is: one profile laid over all it is based on, and amends.json over
// it. Every profile stands on “default”, where there is one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "amends/pack/pack.h"
#include "amends/pack/project_config.h"
#include "amends/pack/severities.h"

namespace amends::rules {

class Settings {
 public:
  // `profile` is known in the pack, or "default" or empty; `config` may be none.
  static Settings Of(const pack::Pack& pack, std::string_view profile,
                     const pack::ProjectConfig* config);

  // Nothing = off. The uppermost of those that name the rule or its family counts; of one
  // that names both, what it says of the rule.
  std::optional<pack::Severity> SeverityOf(const pack::Rule& rule) const;
  double Parameter(const pack::Rule& rule, const std::string& name) const;
  // The value of a switch, "" where no profile sets it.
  std::string_view Switch(const std::string& name) const;
  const std::string& profile() const { return profile_; }

 private:
  void LayParameters(
      const std::map<std::string, std::map<std::string, double>>& parameters);

  std::string profile_;
  std::map<std::string, std::string> switches_;
  pack::Severities severities_;
  std::map<std::string, std::map<std::string, double>> parameters_;
};

}  // namespace amends::rules

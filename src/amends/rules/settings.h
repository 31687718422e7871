// How strict a house is: one profile with all it is based on, and amends.json over it.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/pack.h"
#include "amends/pack/project_config.h"

namespace amends::rules {

class Settings {
 public:
  // `profile` is known in the pack, or "default" or empty; `config` may be none.
  static Settings Of(const pack::Pack& pack, std::string_view profile,
                     const pack::ProjectConfig* config);

  // Nothing = off. What names the rule goes before what names its family.
  std::optional<pack::Severity> SeverityOf(const pack::Rule& rule) const;
  double Parameter(const pack::Rule& rule, const std::string& name) const;
  // The value of a switch, "" where no profile sets it.
  std::string_view Switch(const std::string& name) const;
  const std::string& profile() const { return profile_; }

 private:
  void Lay(const std::map<std::string, std::optional<pack::Severity>>& severities);
  void Lay(const std::map<std::string, std::map<std::string, double>>& parameters);

  std::string profile_;
  std::map<std::string, std::string> switches_;
  std::map<std::string, std::optional<pack::Severity>> severities_;
  std::map<std::string, std::map<std::string, double>> parameters_;
};

}  // namespace amends::rules

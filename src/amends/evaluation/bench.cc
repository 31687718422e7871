#include "amends/evaluation/bench.h"

#include <algorithm>
#include <set>
#include <vector>

namespace amends::evaluation {
namespace {

std::set<std::string> ProfilesIn(const pack::Pack& pack) {
  std::set<std::string> profiles;
  const auto add = [&](const std::vector<pack::Example>& examples) {
    for (const pack::Example& one : examples) profiles.insert(one.profile);
  };
  for (const pack::Rule& rule : pack.rules) {
    add(rule.flag);
    add(rule.pass);
  }
  for (const pack::Move& move : pack.moves) {
    add(move.match);
    add(move.pass);
  }
  return profiles;
}

std::map<std::string, Engine, std::less<>> LoadAll(const EngineOptions& options) {
  std::map<std::string, Engine, std::less<>> engines;
  const pack::Pack& pack =
      engines.emplace("", Engine::Load(options)).first->second.pack();
  for (const std::string& profile : ProfilesIn(pack)) {
    const bool known = profile == "default" ||
                       std::ranges::count(pack.profiles, profile, &pack::Profile::id);
    if (profile.empty() || !known) continue;
    EngineOptions with = options;
    with.profile = profile;
    engines.emplace(profile, Engine::Load(with));
  }
  return engines;
}

}  // namespace

Bench::Bench(const EngineOptions& options)
    : engines_(LoadAll(options)), finder_(pack()) {}

const Engine* Bench::EngineOf(std::string_view profile) const {
  const auto found = engines_.find(profile);
  return found == engines_.end() ? nullptr : &found->second;
}

}  // namespace amends::evaluation

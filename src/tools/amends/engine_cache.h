// Engines for drafts that lie in different places: one for each amends.json that applies.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "amends/engine.h"
#include "tools/flags/engine_flags.h"

namespace amends {

class EngineCache {
 public:
  // The flags must outlive the cache.
  explicit EngineCache(const EngineFlags& flags) : flags_(flags) {}

  // The engine for a draft, valid as long as the cache; "" is standard input, which
  // counts as lying in the current folder. Throws LoadError.
  const Engine& For(const std::string& draft);

  // Those that were asked for.
  const std::map<std::filesystem::path, Engine>& engines() const { return engines_; }

 private:
  const EngineFlags& flags_;
  std::map<std::filesystem::path, Engine> engines_;  // by configuration
};

}  // namespace amends

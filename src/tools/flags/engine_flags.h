// The flags that say which packs and which profile, the same for every command.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "amends/engine.h"

namespace CLI {
class App;
}  // namespace CLI

namespace amends {

struct EngineFlags {
  std::vector<std::string> packs;
  std::string profile;
  std::string config;
  std::string core;
  bool no_config = false;
};

// Which amends.json applies where no flag says so.
enum class UnnamedConfig : uint8_t { kNearest, kNone };

// The flags must outlive the parsing.
void AddEngineFlags(CLI::App& command, EngineFlags& flags,
                    UnnamedConfig unnamed = UnnamedConfig::kNearest);

// With the amends.json that --config names or, without it and without --no-config, the
// nearest one at or above `near` (a draft, or a folder).
EngineOptions OptionsNear(const EngineFlags& flags, const std::filesystem::path& near);

}  // namespace amends

#include "tools/flags/engine_flags.h"

#include <system_error>

#include <CLI/CLI.hpp>

#include "amends/pack/project_config.h"
#include "tools/flags/today.h"

namespace amends {
namespace {

// As seen from the current folder, where that is shorter.
std::filesystem::path Shortened(const std::filesystem::path& path) {
  std::error_code error;
  const auto nearer = std::filesystem::proximate(path, error);
  return error || nearer.native().size() >= path.native().size() ? path : nearer;
}

}  // namespace

void AddEngineFlags(CLI::App& command, EngineFlags& flags, UnnamedConfig unnamed) {
  const bool nearest = unnamed == UnnamedConfig::kNearest;
  command
      .add_option("--pack", flags.packs, "Lay the pack in this folder over the others")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all()
      ->group("Packs");
  command.add_option("--profile", flags.profile, "Judge by this profile")
      ->type_name("NAME")
      ->group("Packs");
  CLI::Option* config =
      command
          .add_option("--config", flags.config,
                      nearest
                          ? "Use this amends.json; else the nearest one above the draft"
                          : "Use this amends.json; else none")
          ->type_name("FILE")
          ->group("Packs");
  if (nearest) {
    command.add_flag("--no-config", flags.no_config, "Look for no amends.json")
        ->excludes(config)
        ->group("Packs");
  }
  command
      .add_option("--core", flags.core, "Use this core pack instead of the built-in one")
      ->type_name("DIR")
      ->group("Packs");
}

EngineOptions OptionsNear(const EngineFlags& flags, const std::filesystem::path& near) {
  EngineOptions options;
  options.core = flags.core;
  options.packs.assign(flags.packs.begin(), flags.packs.end());
  options.profile = flags.profile;
  options.today = Today();
  if (!flags.config.empty()) {
    options.config = flags.config;
  } else if (!flags.no_config) {
    if (const auto found = pack::FindConfig(near)) options.config = Shortened(*found);
  }
  return options;
}

}  // namespace amends

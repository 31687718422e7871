// amends.json: what a project says about checking its drafts. Found upwards from a draft
// by the command, never by the server.
//
//   {"packs": ["./house"], "profile": "chat",
//    "severities": {"tone": "off", "blame/you-failed": "warning"},
//    "parameters": {"apology/too-many": {"most": 3}},
//    "channels": {"chat": {"severities": {"tone": "hint"}}},
//    "suppressions": [{"rule": "pronoun/we-sorry", "reason": "The board asked for it."}]}
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/loader.h"
#include "amends/pack/suppression.h"
#include "amends/pack/tuning.h"

namespace amends::pack {

struct ProjectConfig {
  std::vector<std::filesystem::path> packs;  // as reached from the current folder
  std::string profile;                       // empty = default
  Tunings tunings;
  std::vector<Suppression> suppressions;
};

struct LoadedConfig {
  std::filesystem::path file;
  Sources sources;
  ProjectConfig config;
  std::vector<Problem> problems;
};

// amends.json in the folder of `start` (or in `start` itself, if that is a folder) or in
// the nearest folder above it.
std::optional<std::filesystem::path> FindConfig(const std::filesystem::path& start);

// `file` is for messages and for the folder that packs are relative to.
LoadedConfig ReadConfig(const std::filesystem::path& file, std::string_view text);
LoadedConfig LoadConfig(const std::filesystem::path& file);

// The rules, families, parameters and the profile that it names and the packs do not
// have.
std::vector<Problem> CheckConfig(const LoadedConfig& config, const Loaded& merged);

}  // namespace amends::pack

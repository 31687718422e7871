// All exercises that are at hand, read from folders of JSON files.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/pack/problem.h"
#include "amends/pack/sources.h"
#include "amends/training/exercise.h"

namespace amends::training {

// Immutable once read; safe from any thread.
struct Catalogue {
  std::vector<Exercise> exercises;  // by folder, file and place
  std::vector<Temper> tempers;

  // Nothing where there is none of this id.
  const Exercise* Find(std::string_view id) const;
  // The temper of a role-play's customer; Read has seen to it that there is one.
  const Temper& TemperOf(const Exercise& role_play) const;
};

struct ReadCatalogue {
  Catalogue catalogue;
  // Everything that is wrong with every file; such exercises are left out.
  std::vector<pack::Problem> problems;
  pack::Sources sources;
};

// The *.json of the folders. Ids must be new, tempers there, and rules, moves and
// elements those of the engine's packs.
ReadCatalogue Read(std::span<const std::filesystem::path> folders, const Engine& engine);

// The same of one file, as text; `name` is for messages.
ReadCatalogue ReadFileText(std::string_view text, const std::string& name,
                           const Engine& engine);

// Throws LoadError where there is a problem.
Catalogue Load(std::span<const std::filesystem::path> folders, const Engine& engine);

}  // namespace amends::training

// The exercises that are asked, with the engine that they were read for. From any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "amends/engine.h"
#include "amends/training/catalogue.h"
#include "tools/serve/engines.h"

namespace amends::serve {

// Exercises name rules, so they are judged by the engine that knew them all.
struct Lessons {
  std::shared_ptr<const Engine> engine;
  training::Catalogue catalogue;
};

class Exercises {
 public:
  // Those with something wrong are left out: drafts are checked all the same.
  Exercises(const Engines& engines, std::vector<std::filesystem::path> folders);

  // What was wrong at first, as text for people; empty if nothing was.
  const std::string& problems() const { return problems_; }

  std::shared_ptr<const Lessons> current() const;

  // Reads them anew, for the engine that serves now. If anything is wrong, the old ones
  // go on being asked, by the old engine, and the problems are returned.
  std::optional<std::string> Reload();

 private:
  const Engines& engines_;
  std::vector<std::filesystem::path> folders_;
  std::string problems_;
  std::mutex reloading_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Lessons> current_;
};

}  // namespace amends::serve

// The engine that serves, swapped as a whole when packs are read anew. From any thread.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "amends/engine.h"

namespace amends::serve {

class Engines {
 public:
  // Throws LoadError.
  explicit Engines(EngineOptions options)
      : options_(std::move(options)), current_(Loaded()) {}

  std::shared_ptr<const Engine> current() const {
    const std::scoped_lock lock(mutex_);
    return current_;
  }

  // Reads everything anew. If something is wrong with it, what served goes on serving and
  // the problems are returned, as text for people.
  std::optional<std::string> Reload();

 private:
  std::shared_ptr<const Engine> Loaded() const;

  EngineOptions options_;
  std::mutex reloading_;
  mutable std::mutex mutex_;
  std::shared_ptr<const Engine> current_;
};

}  // namespace amends::serve

#include "tools/serve/engines.h"

#include "tools/flags/today.h"

namespace amends::serve {

std::shared_ptr<const Engine> Engines::Loaded() const {
  EngineOptions options = options_;
  options.today = Today();
  return std::make_shared<const Engine>(Engine::Load(options));
}

std::optional<std::string> Engines::Reload() {
  const std::scoped_lock reloading(reloading_);
  try {
    std::shared_ptr<const Engine> fresh = Loaded();
    const std::scoped_lock lock(mutex_);
    current_.swap(fresh);
    return std::nullopt;
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace amends::serve

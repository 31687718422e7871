#include "tools/amends/engine_cache.h"

#include <system_error>

namespace amends {

const Engine& EngineCache::For(const std::string& draft) {
  std::error_code error;
  const bool lies_somewhere = std::filesystem::is_regular_file(draft, error);
  const EngineOptions options =
      OptionsNear(flags_, lies_somewhere ? std::filesystem::path(draft) : ".");
  const auto found = engines_.find(options.config);
  if (found != engines_.end()) return found->second;
  return engines_.emplace(options.config, Engine::Load(options)).first->second;
}

}  // namespace amends

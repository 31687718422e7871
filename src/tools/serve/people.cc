#include "tools/serve/people.h"

#include <algorithm>

namespace amends::serve {

training::Progress& People::progress() {
  const std::scoped_lock lock(mutex_);
  if (!progress_) {
    if (options_.file.empty()) {
      throw training::ProgressError("there is no place for it; --progress names one");
    }
    progress_ = std::make_unique<training::Progress>(options_.file);
  }
  return *progress_;
}

bool People::SeesAll(std::string_view client) const {
  return !access_.asks_for_token() || std::ranges::count(options_.trainers, client) > 0;
}

bool People::MaySee(std::string_view client, std::string_view name,
                    std::string_view team) const {
  return SeesAll(client) || (team.empty() && name == client);
}

}  // namespace amends::serve

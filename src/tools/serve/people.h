// Those who train with this service: where their progress is kept, and who may see whose.
// From any thread.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "amends/training/progress.h"
#include "tools/serve/access.h"

namespace amends::serve {

class People {
 public:
  struct Options {
    std::filesystem::path file;         // empty: nothing can be kept
    std::vector<std::string> trainers;  // names of tokens that may see everybody
  };

  // `access` must outlive it.
  People(const Access& access, Options options)
      : access_(access), options_(std::move(options)) {}

  // Opened when it is first wanted, so that there is no file where nobody trains. Throws
  // training::ProgressError.
  training::Progress& progress();

  // Whether the client may see and change everybody: a trainer, and every client where no
  // tokens are asked for.
  bool SeesAll(std::string_view client) const;
  // Others are one person: the one with the name of their token, in no team.
  bool MaySee(std::string_view client, std::string_view name,
              std::string_view team) const;

 private:
  const Access& access_;
  Options options_;
  std::mutex mutex_;
  std::unique_ptr<training::Progress> progress_;
};

}  // namespace amends::serve

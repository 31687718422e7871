#include "tools/serve/exercises.h"

#include <utility>

#include <fmt/format.h>

namespace amends::serve {
namespace {

// The first of them, and how many there are.
std::string TextOf(const std::vector<pack::Problem>& problems) {
  if (problems.empty()) return "";
  std::string text = pack::Format(problems.front());
  if (problems.size() > 1) {
    text += fmt::format("… and {} more; amends exercises test names them all.\n",
                        problems.size() - 1);
  }
  return text;
}

}  // namespace

Exercises::Exercises(const Engines& engines, std::vector<std::filesystem::path> folders)
    : engines_(engines), folders_(std::move(folders)) {
  auto engine = engines_.current();
  training::ReadCatalogue read = training::Read(folders_, *engine);
  problems_ = TextOf(read.problems);
  current_ = std::make_shared<const Lessons>(
      Lessons{std::move(engine), std::move(read.catalogue)});
}

std::shared_ptr<const Lessons> Exercises::current() const {
  const std::scoped_lock lock(mutex_);
  return current_;
}

std::optional<std::string> Exercises::Reload() {
  const std::scoped_lock reloading(reloading_);
  auto engine = engines_.current();
  training::ReadCatalogue read = training::Read(folders_, *engine);
  if (!read.problems.empty()) return TextOf(read.problems);
  auto fresh = std::make_shared<const Lessons>(
      Lessons{std::move(engine), std::move(read.catalogue)});
  const std::scoped_lock lock(mutex_);
  current_.swap(fresh);
  return std::nullopt;
}

}  // namespace amends::serve

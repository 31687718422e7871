#include "tools/amends/input_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

namespace amends {
namespace {

namespace fs = std::filesystem;

constexpr size_t kReadAtOnce = size_t{256} << 10;

// "…/*.eml" for the first of the usual endings that a file of the folder has, or "".
std::string PatternFor(const fs::path& folder) {
  constexpr std::array<std::string_view, 6> endings = {".eml",   ".txt",  ".md",
                                                       ".jsonl", ".json", ".html"};
  std::string best;
  size_t best_rank = endings.size();
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string ending = entry.path().extension().string();
    const auto rank =
        static_cast<size_t>(std::ranges::find(endings, ending) - endings.begin());
    if (rank < best_rank) {
      best_rank = rank;
      best = (folder / ("*" + ending)).string();
    }
  }
  return best;
}

std::string FolderMessage(const std::string& path) {
  const std::string pattern = PatternFor(path);
  return "this is a folder; name the files in it" +
         (pattern.empty() ? "" : fmt::format(", or use amends check {}", pattern));
}

std::string WhyNot(int error) {
  switch (error) {
    case ENOENT:
      return "there is no such file";
    case ENOTDIR:
      return "there is no such folder";
    case EACCES:
      return "this file may not be read (permissions)";
    default:
      return "this cannot be read: " + std::system_category().message(error);
  }
}

}  // namespace

InputFile::InputFile(const std::string& path) {
  if (path.empty()) {
    descriptor_ = STDIN_FILENO;
    return;
  }
  descriptor_ = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor_ < 0) {
    failure_ = WhyNot(errno);
    return;
  }
  owned_ = true;
  struct stat status {};
  if (fstat(descriptor_, &status) == 0 && S_ISDIR(status.st_mode)) {
    failure_ = FolderMessage(path);
  }
}

InputFile::~InputFile() {
  if (owned_) close(descriptor_);
}

bool InputFile::ReadRest(size_t most, std::string& bytes) {
  while (bytes.size() <= most) {
    if (ReadSome(descriptor_, kReadAtOnce, bytes) == 0) return true;
  }
  return false;
}

size_t ReadSome(int descriptor, size_t most, std::string& bytes) {
  const size_t before = bytes.size();
  bytes.resize(before + most);
  ssize_t count = -1;
  do {
    count = read(descriptor, bytes.data() + before, most);
  } while (count < 0 && errno == EINTR);
  if (count < 0) throw std::system_error(errno, std::system_category(), "cannot read");
  bytes.resize(before + static_cast<size_t>(count));
  return static_cast<size_t>(count);
}

}  // namespace amends

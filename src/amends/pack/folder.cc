// ReadFolder: the part of the loader that touches the file system.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "amends/pack/file_kind.h"
#include "amends/pack/loader.h"

namespace amends::pack {
namespace {

namespace fs = std::filesystem;

constexpr int kDeepestFolder = 3;  // deep enough to see what is misplaced

Problem OfFile(std::string file, std::string message, std::string hint = {}) {
  Problem problem;
  problem.file = std::move(file);
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

bool MayStandBeside(std::string_view path) {
  const std::string_view name = path.substr(path.rfind('/') + 1);
  return name.ends_with(".md") || name.ends_with(".txt") || name.starts_with("LICEN") ||
         name.starts_with("NOTICE") || name.ends_with("~");
}

// Lists, measures, then reads.
class FolderReader {
 public:
  explicit FolderReader(const fs::path& root) : root_(root), name_(root.string()) {}

  Folder Read() {
    if (List() && Measure()) {
      for (const std::string& path : paths_) ReadFile(path);
    }
    std::ranges::sort(folder_.problems);
    return std::move(folder_);
  }

 private:
  bool Refuse(std::string file, std::string message, std::string hint = {}) {
    folder_.problems.push_back(
        OfFile(std::move(file), std::move(message), std::move(hint)));
    return false;
  }

  bool List();
  bool Measure();
  void ReadFile(const std::string& path);

  fs::path root_;
  std::string name_;
  std::vector<std::string> paths_;
  Folder folder_;
};

bool FolderReader::List() {
  std::error_code error;
  if (!fs::is_directory(root_, error)) {
    return Refuse(name_,
                  fs::exists(root_, error) ? "a pack is a folder" : "no such folder");
  }
  if (!fs::exists(root_ / "pack.json", error)) {
    return Refuse(FullName(name_, "pack.json"), "a pack needs this file",
                  "`amends pack new DIR` writes one");
  }
  fs::recursive_directory_iterator entries(
      root_, fs::directory_options::follow_directory_symlink, error);
  if (error) return Refuse(name_, "cannot be read: " + error.message());
  size_t seen = 0;
  for (const fs::recursive_directory_iterator end; entries != end;
       entries.increment(error)) {
    if (error) break;
    if (++seen > 10 * kMostFiles) return Refuse(name_, "a pack has at most 2000 files");
    const std::string path = entries->path().lexically_relative(root_).generic_string();
    const bool hidden = entries->path().filename().string().starts_with('.');
    std::error_code ignored;
    if (entries->is_directory(ignored)) {
      if (hidden || entries.depth() >= kDeepestFolder)
        entries.disable_recursion_pending();
      continue;
    }
    if (hidden) continue;
    if (KindOf(path)) {
      paths_.push_back(path);
    } else if (!MayStandBeside(path)) {
      folder_.problems.push_back(Misplaced(path, name_));
    }
  }
  if (error) return Refuse(name_, "cannot be read: " + error.message());
  if (paths_.size() > kMostFiles) return Refuse(name_, "a pack has at most 2000 files");
  std::ranges::sort(paths_);
  return true;
}

bool FolderReader::Measure() {
  uintmax_t total = 0;
  std::vector<std::string> small;
  for (std::string& path : paths_) {
    std::error_code error;
    const fs::path file = root_ / path;
    if (!fs::is_regular_file(file, error)) {
      Refuse(FullName(name_, path), "this is no file that can be read");
      continue;
    }
    const uintmax_t size = fs::file_size(file, error);
    if (error) {
      Refuse(FullName(name_, path), "cannot be read: " + error.message());
    } else if (size > kLargestFile) {
      Refuse(FullName(name_, path), "the file is larger than 8 MB");
    } else {
      total += size;
      small.push_back(std::move(path));
    }
  }
  paths_ = std::move(small);
  return total <= kLargestPack || Refuse(name_, "a pack has at most 64 MB");
}

void FolderReader::ReadFile(const std::string& path) {
  std::error_code error;
  const uintmax_t size = fs::file_size(root_ / path, error);
  std::ifstream file(root_ / path, std::ios::binary);
  std::string text(std::min<uintmax_t>(error ? 0 : size, kLargestFile) + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || !file.eof()) {
    Refuse(FullName(name_, path), "cannot be read");
    return;
  }
  text.resize(static_cast<size_t>(file.gcount()));
  folder_.files.push_back({path, std::move(text)});
}

}  // namespace

std::vector<File> Folder::Views() const {
  std::vector<File> views;
  for (const OwnedFile& file : files) views.push_back({file.path, file.text});
  return views;
}

Folder ReadFolder(const std::filesystem::path& path) { return FolderReader(path).Read(); }

}  // namespace amends::pack

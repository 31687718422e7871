#include "tools/amends/rewritten_file.h"

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <sys/stat.h>
#include <unistd.h>

namespace amends {

namespace fs = std::filesystem;

std::string WhyNotRewritable(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return "this is no file that can be written";
  const fs::path target = fs::canonical(path, error);
  if (error || access(target.c_str(), W_OK) != 0) {
    return "this file may not be written (permissions)";
  }
  if (access(target.parent_path().c_str(), W_OK) != 0) {
    return "the folder of this file may not be written (permissions)";
  }
  return "";
}

RewrittenFile::RewrittenFile(const fs::path& path)
    : target_(fs::canonical(path)),
      aside_((target_.parent_path() / ".amends-XXXXXX").string()) {
  struct stat status {};
  if (stat(target_.c_str(), &status) != 0) Fail("cannot be read");
  descriptor_ = mkstemp(aside_.data());
  if (descriptor_ < 0) Fail("cannot be written aside");
  // The owner can be kept by the superuser only; a failure is no reason to stop.
  if (fchown(descriptor_, status.st_uid, status.st_gid) != 0) errno = 0;
  if (fchmod(descriptor_, status.st_mode & 07777) != 0)
    Fail("cannot keep its permissions");
}

void RewrittenFile::Write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) Fail("cannot be written");
    bytes.remove_prefix(static_cast<size_t>(count));
  }
}

void RewrittenFile::Commit() {
  const int descriptor = std::exchange(descriptor_, -1);
  const bool written = fsync(descriptor) == 0;
  const int error = errno;
  if (close(descriptor) != 0 || !written) {
    unlink(aside_.c_str());
    throw std::system_error(error, std::system_category(), "cannot be written");
  }
  if (rename(aside_.c_str(), target_.c_str()) != 0) {
    const int reason = errno;
    unlink(aside_.c_str());
    throw std::system_error(reason, std::system_category(), "cannot be replaced");
  }
}

RewrittenFile::~RewrittenFile() {
  if (descriptor_ < 0) return;
  close(descriptor_);
  unlink(aside_.c_str());
}

void RewrittenFile::Fail(const char* what) const {
  throw std::system_error(errno, std::system_category(), what);
}

void Rewrite(const fs::path& path, std::string_view bytes) {
  RewrittenFile file(path);
  file.Write(bytes);
  file.Commit();
}

}  // namespace amends

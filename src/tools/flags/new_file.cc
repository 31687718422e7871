#include "tools/flags/new_file.h"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include <sys/stat.h>
#include <unistd.h>

namespace amends {
namespace {

constexpr mode_t kForReading = 0644;

bool WriteAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return fsync(descriptor) == 0 && fchmod(descriptor, kForReading) == 0;
}

}  // namespace

void WriteNewFile(const std::filesystem::path& path, std::string_view bytes) {
  std::string aside = path.string() + ".XXXXXX";
  const int descriptor = mkstemp(aside.data());
  int error = descriptor < 0 ? errno : 0;
  if (descriptor >= 0) {
    if (!WriteAll(descriptor, bytes)) error = errno;
    close(descriptor);
    // A link, unlike a new name, takes nobody's place.
    if (error == 0 && link(aside.c_str(), path.c_str()) != 0) error = errno;
    unlink(aside.c_str());
  }
  if (error != 0) {
    throw std::system_error(error, std::generic_category(), path.string());
  }
}

}  // namespace amends

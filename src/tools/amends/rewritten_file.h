// A file written anew as a whole or not at all: aside, then renamed over the old one. Its
// permissions stay; of a symbolic link the file it leads to is written.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace amends {

// Why it cannot be done, as far as can be seen before; empty if it can.
std::string WhyNotRewritable(const std::filesystem::path& path);

class RewrittenFile {
 public:
  // All of these throw std::system_error, and then the old file is as it was.
  explicit RewrittenFile(const std::filesystem::path& path);
  void Write(std::string_view bytes);
  void Commit();

  // Without Commit nothing is left behind.
  ~RewrittenFile();
  RewrittenFile(const RewrittenFile&) = delete;
  RewrittenFile& operator=(const RewrittenFile&) = delete;

 private:
  void Fail(const char* what) const;

  std::filesystem::path target_;
  std::string aside_;
  int descriptor_ = -1;
};

// The whole of it at once. Throws as above.
void Rewrite(const std::filesystem::path& path, std::string_view bytes);

}  // namespace amends

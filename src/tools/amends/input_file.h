// What a draft is read from: a file, a pipe, standard input. What goes wrong is told in
// words for people.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

namespace amends {

class InputFile {
 public:
  // "" is standard input. Where the file cannot be read, failure() says why.
  explicit InputFile(const std::string& path);
  ~InputFile();
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;

  const std::string& failure() const { return failure_; }
  int descriptor() const { return descriptor_; }

  // What stands in it after what was read, as long as it is not more than `most` bytes in
  // all; nothing if it is, or failure().
  bool ReadRest(size_t most, std::string& bytes);

 private:
  int descriptor_ = -1;
  bool owned_ = false;
  std::string failure_;
};

// Appends what one read gives, at most `most` bytes, and returns how many: 0 at the end.
// Throws std::system_error.
size_t ReadSome(int descriptor, size_t most, std::string& bytes);

}  // namespace amends

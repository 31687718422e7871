// The lines of a file, a pipe or a request, a batch at a time: never the whole in memory,
// and never waiting for more where a whole line has come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace amends {

struct LineBatch {
  uint32_t first_line = 1;  // from 1
  std::string text;         // whole lines with their ends; the last may lack it
  bool too_long = false;    // one line, longer than is read; its text is lost
};

class LineBatches {
 public:
  // Appends some of what is to come and returns how many bytes; 0 at the end.
  using Read = std::function<size_t(std::string& bytes)>;

  // What `begun` holds has been read already.
  LineBatches(Read read, std::string begun, size_t longest_line)
      : read_(std::move(read)), pending_(std::move(begun)), longest_line_(longest_line) {}

  // Nothing at the end. Throws what reading throws.
  std::optional<LineBatch> Next();

 private:
  bool ReadMore();
  LineBatch Take(size_t size);
  LineBatch SkipLine();

  Read read_;
  std::string pending_;
  size_t longest_line_;  // bytes
  size_t searched_ = 0;  // of pending_, without a line end
  uint32_t line_ = 1;
  bool ended_ = false;
};

}  // namespace amends

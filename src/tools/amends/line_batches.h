// The lines of a file or a pipe, a batch at a time: never the whole in memory, and never
// waiting for more where a whole line has come.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace amends {

struct LineBatch {
  uint32_t first_line = 1;  // from 1
  std::string text;         // whole lines with their ends; the last may lack it
  bool too_long = false;    // one line, longer than is read; its text is lost
};

class LineBatches {
 public:
  static constexpr size_t kLongestLine = size_t{64} << 20;

  // Reads the descriptor, which must stay open, after what has been read of it already.
  LineBatches(int descriptor, std::string begun)
      : descriptor_(descriptor), pending_(std::move(begun)) {}

  // Nothing at the end. Throws std::system_error if reading fails.
  std::optional<LineBatch> Next();

 private:
  bool ReadMore();
  LineBatch Take(size_t size);
  LineBatch SkipLine();

  int descriptor_;
  std::string pending_;
  size_t searched_ = 0;  // of pending_, without a line end
  uint32_t line_ = 1;
  bool ended_ = false;
};

}  // namespace amends

// Which of many numbered groups each place is in, as a row of bits; equal rows are kept
// once. Internal to match; const members are safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace amends::match {

class BitRows {
 public:
  BitRows() = default;
  // groups_of[place] lists the groups of a place, in order, all below group_count.
  BitRows(const std::vector<std::vector<uint32_t>>& groups_of, size_t group_count);

  bool Has(size_t place, size_t group) const {
    return (bits_[row_of_[place] * length_ + (group >> 6)] >> (group & 63) & 1) != 0;
  }
  // length() numbers of 64 bits; nullptr where the place is in no group.
  const uint64_t* Row(size_t place) const {
    return row_of_[place] == 0 ? nullptr : &bits_[row_of_[place] * length_];
  }
  size_t length() const { return length_; }

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(bits_, row_of_, length_);
  }

 private:
  std::vector<uint64_t> bits_;    // the empty row first
  std::vector<uint32_t> row_of_;  // by place
  size_t length_ = 0;
};

}  // namespace amends::match

#include "amends/match/bit_rows.h"

#include <map>

namespace amends::match {

BitRows::BitRows(const std::vector<std::vector<uint32_t>>& groups_of, size_t group_count)
    : length_((group_count + 63) / 64) {
  std::map<std::vector<uint32_t>, uint32_t> known{{{}, 0}};
  bits_.assign(length_, 0);
  row_of_.reserve(groups_of.size());
  for (const std::vector<uint32_t>& groups : groups_of) {
    const auto [row, is_new] =
        known.try_emplace(groups, static_cast<uint32_t>(known.size()));
    row_of_.push_back(row->second);
    if (!is_new) continue;
    bits_.resize(bits_.size() + length_);
    uint64_t* bits = &bits_[row->second * length_];
    for (uint32_t group : groups) bits[group >> 6] |= 1ULL << (group & 63);
  }
}

}  // namespace amends::match

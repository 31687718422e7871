// Positions in one sentence as a set of bits: the words from 0, and the place behind the
// last. Internal to match.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace amends::match {

// No sentence has more than 300 words (text/sentences.h).
inline constexpr size_t kMostBlocks = 5;

// Positions below 64 * kBlocks.
template <size_t kBlocks>
struct Positions {
  std::array<uint64_t, kBlocks> blocks{};

  static constexpr uint32_t kCapacity = 64 * kBlocks;
  static Positions At(uint32_t position) {
    Positions one;
    one.Add(position);
    return one;
  }

  void Add(uint32_t position) { blocks[position >> 6] |= 1ULL << (position & 63); }
  bool Has(uint32_t position) const {
    return (blocks[position >> 6] >> (position & 63) & 1) != 0;
  }
  bool empty() const {
    uint64_t any = 0;
    for (uint64_t block : blocks) any |= block;
    return any == 0;
  }
  bool has_several() const {
    int count = 0;
    for (uint64_t block : blocks) count += std::popcount(block);
    return count > 1;
  }
  // The lowest; the set must not be empty.
  uint32_t first() const {
    uint32_t block = 0;
    while (blocks[block] == 0) ++block;
    return 64 * block + static_cast<uint32_t>(std::countr_zero(blocks[block]));
  }
  // Each one further on.
  Positions Next() const {
    Positions next;
    uint64_t carry = 0;
    for (size_t i = 0; i < kBlocks; ++i) {
      next.blocks[i] = blocks[i] << 1 | carry;
      carry = blocks[i] >> 63;
    }
    return next;
  }

  Positions& operator|=(const Positions& other) {
    for (size_t i = 0; i < kBlocks; ++i) blocks[i] |= other.blocks[i];
    return *this;
  }
  Positions operator&(const Positions& other) const {
    Positions both;
    for (size_t i = 0; i < kBlocks; ++i) both.blocks[i] = blocks[i] & other.blocks[i];
    return both;
  }

  // In order.
  template <typename Each>
  void ForEach(const Each& each) const {
    for (uint32_t block = 0; block < kBlocks; ++block) {
      for (uint64_t bits = blocks[block]; bits != 0; bits &= bits - 1) {
        each(64 * block + static_cast<uint32_t>(std::countr_zero(bits)));
      }
    }
  }
};

}  // namespace amends::match

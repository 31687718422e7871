#include "amends/training/name_uuid.h"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include <fmt/format.h>

namespace amends::training {
namespace {

using Sha1State = std::array<uint32_t, 5>;

constexpr size_t kBlock = 64;

uint32_t WordAt(std::string_view bytes, size_t at) {
  uint32_t word = 0;
  for (size_t i = 0; i < 4; ++i) {
    word = word << 8 | static_cast<unsigned char>(bytes[at + i]);
  }
  return word;
}

void AddBlock(std::string_view block, Sha1State& state) {
  std::array<uint32_t, 80> words{};
  for (size_t i = 0; i < 16; ++i) words[i] = WordAt(block, 4 * i);
  for (size_t i = 16; i < words.size(); ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = state;
  for (size_t i = 0; i < words.size(); ++i) {
    uint32_t mixed = 0;
    if (i < 20) {
      mixed = ((b & c) | (~b & d)) + 0x5A827999;
    } else if (i < 40) {
      mixed = (b ^ c ^ d) + 0x6ED9EBA1;
    } else if (i < 60) {
      mixed = ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC;
    } else {
      mixed = (b ^ c ^ d) + 0xCA62C1D6;
    }
    const uint32_t next = std::rotl(a, 5) + mixed + e + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  const Sha1State added = {a, b, c, d, e};
  for (size_t i = 0; i < state.size(); ++i) state[i] += added[i];
}

// FIPS 180-4. No guard against forgers, and none is needed: it only spreads names.
Sha1State Sha1(std::string bytes) {
  const uint64_t bits = 8 * static_cast<uint64_t>(bytes.size());
  bytes += '\x80';
  while (bytes.size() % kBlock != kBlock - 8) bytes += '\0';
  for (int shift = 56; shift >= 0; shift -= 8) {
    bytes += static_cast<char>(bits >> shift & 0xFF);
  }
  Sha1State state = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0};
  for (size_t at = 0; at < bytes.size(); at += kBlock) {
    AddBlock(std::string_view(bytes).substr(at, kBlock), state);
  }
  return state;
}

int ValueOf(char digit) { return digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10; }

// The sixteen bytes of a UUID that is written out.
std::string BytesOf(std::string_view uuid) {
  std::string digits;
  for (const char c : uuid) {
    if (c != '-') digits += c;
  }
  std::string bytes;
  for (size_t i = 0; i + 1 < digits.size(); i += 2) {
    bytes += static_cast<char>(16 * ValueOf(digits[i]) + ValueOf(digits[i + 1]));
  }
  return bytes;
}

}  // namespace

std::string NameUuid(std::string_view space, std::string_view name) {
  const Sha1State hash = Sha1(BytesOf(space) + std::string(name));
  return fmt::format("{:08x}-{:04x}-5{:03x}-{:04x}-{:04x}{:08x}", hash[0], hash[1] >> 16,
                     hash[1] & 0xFFF, (hash[2] >> 16 & 0x3FFF) | 0x8000, hash[2] & 0xFFFF,
                     hash[3]);
}

}  // namespace amends::training

#include "amends/conversation/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstdio>

namespace amends::conversation {
namespace {

constexpr uint32_t kContextWords = 2;  // on each side

// FNV-1a, with a separator after each text.
class Hasher {
 public:
  void Add(std::string_view text) {
    for (char c : text) Mix(static_cast<unsigned char>(c));
    Mix(0xFF);
  }

  std::string Hex() const {
    std::array<char, 17> out{};
    std::snprintf(out.data(), out.size(), "%016llx", static_cast<unsigned long long>(hash_));
    return out.data();
  }

 private:
  void Mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001B3u; }

  uint64_t hash_ = 0xCBF29CE484222325u;
};

}  // namespace

std::string Fingerprint(std::string_view rule, const Reading& turn, match::Range words) {
  Hasher hash;
  hash.Add(rule);
  if (words.begin < words.end) {
    const auto count = static_cast<uint32_t>(turn.text.words.size());
    const uint32_t first = words.begin - std::min(words.begin, kContextWords);
    const uint32_t last = std::min(count, words.end + kContextWords);
    for (uint32_t i = first; i < last; ++i) hash.Add(turn.text.Canon(turn.text.words[i]));
  }
  return hash.Hex();
}

}  // namespace amends::conversation

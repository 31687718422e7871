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

  void Add(const Reading& turn, match::Range words) {
    for (uint32_t i = words.begin; i < words.end; ++i) {
      Add(turn.text.Canon(turn.text.words[i]));
    }
  }

  std::string Hex() const {
    std::array<char, 17> out{};
    std::snprintf(out.data(), out.size(), "%016llx",
                  static_cast<unsigned long long>(hash_));
    return out.data();
  }

 private:
  void Mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001B3u; }

  uint64_t hash_ = 0xCBF29CE484222325u;
};

uint32_t CountOf(const Reading& turn) {
  return static_cast<uint32_t>(turn.text.words.size());
}

match::Range WithContext(match::Range words, const Reading& turn) {
  return {words.begin - std::min(words.begin, kContextWords),
          std::min(CountOf(turn), words.end + kContextWords)};
}

void AddWhatIsAnswered(std::span<const Reading> turns, Hasher& hash) {
  const auto asked = std::ranges::find(turns.rbegin(), turns.rend(),
                                       input::Role::kCustomer, &Reading::role);
  if (asked != turns.rend()) {
    hash.Add(*asked, {0, CountOf(*asked)});
  } else if (!turns.back().text.sentences.empty()) {
    const text::Sentence& first = turns.back().text.sentences.front();
    hash.Add(turns.back(), {first.begin, first.end});
  }
}

}  // namespace

std::string Fingerprint(std::string_view rule, std::span<const Reading> turns,
                        match::Range words) {
  Hasher hash;
  hash.Add(rule);
  if (words.begin < words.end) {
    hash.Add(turns.back(), WithContext(words, turns.back()));
  } else {
    AddWhatIsAnswered(turns, hash);
  }
  return hash.Hex();
}

}  // namespace amends::conversation

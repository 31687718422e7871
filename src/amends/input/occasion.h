// What a text is and the way it goes. Rules may judge by both.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace amends::input {

enum class Channel : uint8_t { kEmail, kChat, kPublic, kPhone };
enum class Kind : uint8_t { kReply, kNotice, kInternal, kIncident };

// The words for them in records and packs, by value.
inline constexpr std::array<std::string_view, 4> kChannelWords = {"email", "chat",
                                                                  "public", "phone"};
inline constexpr std::array<std::string_view, 4> kKindWords = {"reply", "notice",
                                                               "internal", "incident"};

struct Occasion {
  Channel channel = Channel::kEmail;
  Kind kind = Kind::kReply;

  // Below kOccasionCount.
  constexpr size_t index() const {
    return static_cast<size_t>(channel) * kKindWords.size() + static_cast<size_t>(kind);
  }
  static constexpr Occasion At(size_t index) {
    return {static_cast<Channel>(index / kKindWords.size()),
            static_cast<Kind>(index % kKindWords.size())};
  }
};
inline constexpr size_t kOccasionCount = kChannelWords.size() * kKindWords.size();

}  // namespace amends::input

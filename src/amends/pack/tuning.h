// What may differ from house to house, and in one house between channels and kinds of
// text: as profiles and amends.json say it.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace amends::pack {

enum class Severity : uint8_t { kHint, kInfo, kWarning, kError };

// By the id of a rule or by a family; nothing = off.
using Severities = std::map<std::string, std::optional<Severity>>;

struct Tuning {
  std::map<std::string, std::string> switches = {};  // words by name
  Severities severities = {};
  std::map<std::string, std::map<std::string, double>> parameters =
      {};  // by rule and name

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(switches, severities, parameters);
  }
};

// Switches that no rule asks for: what becomes of a draft with errors, with warnings,
// when it is about to be sent. They take one of the words.
inline constexpr std::string_view kOnBlock = "on_block";
inline constexpr std::string_view kOnWarn = "on_warn";
inline constexpr std::array<std::string_view, 3> kActionWords = {"send", "confirm",
                                                                 "hold"};

// One for every text, and what is laid over it for some: first that of the channel, then
// that of the kind. Keys are input::kChannelWords and kKindWords.
struct Tunings {
  Tuning everywhere;
  std::map<std::string, Tuning> channels;
  std::map<std::string, Tuning> kinds;

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(everywhere, channels, kinds);
  }
};

// Lays `over` over `base`. A severity that names a family stands for each of its rules,
// whatever `base` says of one of them; one that names a rule goes before its family's.
void Lay(const Tuning& over, Tuning& base);
void Lay(const Tunings& over, Tunings& base);

bool SaysOnlySeverities(const Tunings& tunings);

}  // namespace amends::pack

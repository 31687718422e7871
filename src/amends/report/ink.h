// Colours of a terminal, or none.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace amends::report {

enum class Hue : uint8_t { kBold, kDim, kRed, kYellow, kBlue, kCyan, kGreen };

class Ink {
 public:
  explicit Ink(bool on) : on_(on) {}

  std::string operator()(Hue hue, std::string_view text) const {
    constexpr std::string_view kCodes[] = {"1", "2", "1;31", "1;33", "1;34", "36", "32"};
    if (!on_ || text.empty()) return std::string(text);
    std::string painted = "\x1b[";
    painted += kCodes[static_cast<size_t>(hue)];
    painted += 'm';
    painted += text;
    painted += "\x1b[0m";
    return painted;
  }

 private:
  bool on_;
};

}  // namespace amends::report

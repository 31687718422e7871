// What is shown to a trainee, in paragraphs; how they look is the desk's affair. Values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace amends {

// Whose words they are, or what they are worth.
enum class Tone : uint8_t {
  kPlain,
  kHead,      // the line above a page
  kCustomer,  // what the customer says
  kAgent,     // what a colleague, or the trainee, says
  kGood,
  kFault,
  kRemark,
  kQuiet,  // beside the point
};

inline constexpr int kFullGauge = 10;

struct Paragraph {
  Tone tone = Tone::kPlain;
  std::string label;  // of what it is: “The draft”; may be empty
  std::string text;   // may have several lines
  int gauge = -1;     // from 0 to kFullGauge, for a small bar beside the text; -1: none

  bool operator==(const Paragraph&) const = default;
};

using Page = std::vector<Paragraph>;

}  // namespace amends

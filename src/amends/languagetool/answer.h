// What goes back to a client. Refusals are plain text that begins with "Error: ", never
// JSON: clients show it as it is.
#pragma once

#include <string>
#include <string_view>

namespace amends::languagetool {

inline constexpr std::string_view kJsonType = "application/json";
inline constexpr std::string_view kTextType = "text/plain; charset=utf-8";

struct Answer {
  int status = 200;  // of HTTP
  std::string_view type = kJsonType;
  std::string body;

  bool operator==(const Answer&) const = default;
};

struct Refusal {
  int status = 400;
  std::string message;  // for people, without "Error: "

  Answer ToAnswer() const { return {status, kTextType, "Error: " + message}; }
  bool operator==(const Refusal&) const = default;
};

}  // namespace amends::languagetool

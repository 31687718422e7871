// The parameters of a request: names and values as a form or a query has them, decoded.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amends::languagetool {

struct Parameter {
  std::string name;
  std::string value;  // any bytes
};

// The last value under the name; empty where there is none.
std::string_view ValueOf(std::span<const Parameter> parameters, std::string_view name);

bool Has(std::span<const Parameter> parameters, std::string_view name);

// "A, B,,C" as A, B and C.
std::vector<std::string_view> ListOf(std::string_view value);

// What the protocol takes for yes: "true", "yes" and, where clients count, "1".
bool IsYes(std::string_view value);

}  // namespace amends::languagetool

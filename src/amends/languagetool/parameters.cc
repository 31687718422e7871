#include "amends/languagetool/parameters.h"

#include <algorithm>
#include <cstddef>

namespace amends::languagetool {
namespace {

std::string_view Trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

}  // namespace

std::string_view ValueOf(std::span<const Parameter> parameters, std::string_view name) {
  std::string_view value;
  for (const Parameter& each : parameters) {
    if (each.name == name) value = each.value;
  }
  return value;
}

bool Has(std::span<const Parameter> parameters, std::string_view name) {
  return std::ranges::any_of(parameters,
                             [&](const Parameter& each) { return each.name == name; });
}

std::vector<std::string_view> ListOf(std::string_view value) {
  std::vector<std::string_view> items;
  while (!value.empty()) {
    const size_t comma = std::min(value.find(','), value.size());
    if (const auto item = Trim(value.substr(0, comma)); !item.empty())
      items.push_back(item);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return items;
}

bool IsYes(std::string_view value) {
  return value == "true" || value == "yes" || value == "1";
}

}  // namespace amends::languagetool

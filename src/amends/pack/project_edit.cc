#include "amends/pack/project_edit.h"

#include <array>
#include <utility>

#include <nlohmann/json.hpp>

#include "amends/pack/json_places.h"
#include "amends/pack/project_config.h"

namespace amends::pack {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";
constexpr size_t kStep = 2;  // blanks from a bracket to what it holds

std::string EntryOf(const Suppression& suppression) {
  using Json = nlohmann::ordered_json;
  const std::pair<const char*, const std::string&> keys[] = {
      {"rule", suppression.rule},
      {"match", suppression.match},
      {"fingerprint", suppression.fingerprint},
      {"reason", suppression.reason},
      {"until", suppression.until}};
  std::string entry;
  for (const auto& [key, value] : keys) {
    if (value.empty()) continue;
    entry += entry.empty() ? "{ \"" : ", \"";
    entry += key;
    entry += "\": " + Json(value).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return entry + " }";
}

// `what` put in as the last of a list or object whose closing bracket stands at `close`,
// on a line of its own with so many blanks before it.
std::string WithLast(std::string_view text, size_t close, const std::string& what,
                     size_t indent) {
  const size_t last = text.find_last_not_of(kBlanks, close - 1);
  const bool first = text[last] == '[' || text[last] == '{';
  std::string result(text.substr(0, last + 1));
  result += first ? "\n" : ",\n";
  result += std::string(indent, ' ') + what;
  const std::string_view before_close = text.substr(last + 1, close - last - 1);
  if (before_close.find('\n') == std::string_view::npos) {
    result += '\n' + std::string(indent - kStep, ' ');
  } else {
    result += before_close;
  }
  return result + std::string(text.substr(close));
}

}  // namespace

std::optional<std::string> WithSuppression(std::string_view text,
                                           const Suppression& suppression) {
  const std::string entry = EntryOf(suppression);
  std::string result;
  if (text.find_first_not_of(kBlanks) == std::string_view::npos) {
    result = "{\n  \"suppressions\": [\n    " + entry + "\n  ]\n}\n";
  } else {
    if (!ReadConfig("", text).problems.empty()) return std::nullopt;
    const std::array<JsonPlaceWanted, 1> wanted = {{{"/suppressions", 1}}};
    const JsonPlace list = FindJsonPlaces(text, wanted).front();
    result = list.found ? WithLast(text, list.end - 1, entry, 2 * kStep)
                        : WithLast(text, text.rfind('}'),
                                   "\"suppressions\": [\n    " + entry + "\n  ]", kStep);
  }
  if (!ReadConfig("", result).problems.empty()) return std::nullopt;
  return result;
}

}  // namespace amends::pack

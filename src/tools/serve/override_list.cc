#include "tools/serve/override_list.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "amends/report/json_text.h"

namespace amends::serve {
namespace {

size_t RankOf(std::string_view severity) {
  constexpr std::array<std::string_view, 4> kGravestFirst = {"error", "warning", "info",
                                                             "hint"};
  return static_cast<size_t>(std::ranges::find(kGravestFirst, severity) -
                             kGravestFirst.begin());
}

// What people typed, on one line and without signs that a terminal would obey.
std::string OnOneLine(std::string_view text) {
  std::string line;
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    // U+0080 to U+009F are C2 80 to C2 9F, and some terminals obey them as well.
    const bool second = byte == 0xC2 && i + 1 < text.size() &&
                        static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if (second) ++i;
    line += second || byte < ' ' || byte == 0x7F ? ' ' : text[i];
  }
  return line;
}

}  // namespace

std::string PrettyOverride(const Override& one) {
  std::string text = fmt::format(
      "{} {} UTC  {}  {}, {}{}\n", one.time.substr(0, 10),
      one.time.substr(std::min<size_t>(one.time.size(), 11), 5), OnOneLine(one.client),
      one.decision == "hold" ? "was held" : "was to be confirmed", one.channel,
      one.kind == "reply" ? "" : " " + one.kind);
  std::vector<OverriddenRule> rules = one.rules;
  std::ranges::stable_sort(
      rules, {}, [](const OverriddenRule& each) { return RankOf(each.severity); });
  for (const OverriddenRule& each : rules) {
    text += fmt::format("  {:<7}  {}", each.severity, each.rule);
    if (each.count > 1) text += fmt::format(" ({} times)", each.count);
    text += '\n';
  }
  return text + fmt::format("  “{}”\n", OnOneLine(one.reason));
}

std::string OverrideLine(const Override& one) {
  std::string text;
  report::JsonText json(text);
  json.BeginObject();
  json.String("time", one.time);
  json.String("client", one.client);
  json.String("decision", one.decision);
  json.String("channel", one.channel);
  json.String("kind", one.kind);
  json.String("profile", one.profile);
  json.String("packs", one.digest);
  json.String("draft", one.draft);
  if (!one.record.empty()) json.String("record", one.record);
  json.Key("rules");
  json.BeginArray();
  for (const OverriddenRule& each : one.rules) {
    json.BeginObject();
    json.String("rule", each.rule);
    json.String("severity", each.severity);
    json.Number("count", each.count);
    json.EndObject();
  }
  json.EndArray();
  json.String("reason", one.reason);
  json.EndObject();
  return text + '\n';
}

}  // namespace amends::serve

#include "amends/evaluation/changes.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "amends/report/cells.h"

namespace amends::evaluation {
namespace {

using Json = nlohmann::json;

// Throws Json::exception where the object is of another shape.
Found::Finding FindingOf(const Json& object) {
  Found::Finding finding;
  finding.rule = object.at("rule").get<std::string>();
  finding.span = {object.at("start").get<uint32_t>(), object.at("end").get<uint32_t>()};
  return finding;
}

bool Same(const Found::Finding& one, const Found::Finding& other) {
  return one.rule == other.rule && one.span == other.span;
}

// Those of `some` that `others` lack.
std::vector<Found::Finding> Only(const std::vector<Found::Finding>& some,
                                 const std::vector<Found::Finding>& others) {
  std::vector<Found::Finding> only;
  for (const Found::Finding& one : some) {
    const bool there = std::ranges::any_of(
        others, [&](const Found::Finding& other) { return Same(one, other); });
    if (!there) only.push_back(one);
  }
  return only;
}

const char* Saying(Support support) {
  switch (support) {
    case Support::kClear:
      return "labelled";
    case Support::kBorderline:
      return "borderline";
    case Support::kNone:
      break;
  }
  return "not labelled";
}

}  // namespace

std::variant<std::monostate, std::string> AddLine(std::string_view json, Run& run) {
  const Json line = Json::parse(json, nullptr, false);
  if (line.is_object() && line.contains("error")) return {};
  try {
    std::vector<Found::Finding>& findings = run[line.at("id").get<std::string>()];
    for (const Json& one : line.at("findings")) findings.push_back(FindingOf(one));
  } catch (const Json::exception&) {
    return "this is no line of `amends check --format jsonl` about a record with an id";
  }
  return {};
}

std::vector<Change> ChangesOf(const Labels& labels,
                              const std::vector<Found::Finding>& before,
                              const std::vector<Found::Finding>& after,
                              const KnownRules& rules) {
  std::vector<Change> changes;
  const auto add = [&](const std::vector<Found::Finding>& findings, bool gone) {
    for (const Found::Finding& one : findings) {
      const auto rule = rules.find(one.rule);
      const bool whole = rule != rules.end() && rule->second.whole;
      const bool inside = !whole && one.span.end <= labels.text.size();
      changes.push_back(
          {labels.id, gone, one,
           inside ? labels.text.substr(one.span.start, one.span.length()) : "",
           SupportOf(one, labels, rules)});
    }
  };
  add(Only(before, after), true);
  add(Only(after, before), false);
  return changes;
}

std::string Format(const std::vector<Change>& changes) {
  std::string text;
  std::array<std::array<int, 3>, 2> counts{};  // gone or not, support
  for (const Change& change : changes) {
    ++counts[change.gone ? 0 : 1][static_cast<size_t>(change.support)];
    text += fmt::format(
        "{} {:12} {:34} {:13}{}\n", change.gone ? '-' : '+', change.id,
        change.finding.rule, Saying(change.support),
        change.words.empty() ? "" : "“" + report::OneLine(change.words) + "”");
  }
  const auto sum = [&](size_t side) {
    const auto& [none, borderline, clear] = counts[side];
    return fmt::format("{} ({} labelled, {} borderline, {} not)",
                       none + borderline + clear, clear, borderline, none);
  };
  return text + fmt::format("gone: {}   new: {}\n", sum(0), sum(1));
}

}  // namespace amends::evaluation

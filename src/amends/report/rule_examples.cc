#include "amends/report/rule_examples.h"

#include <algorithm>
#include <set>
#include <utility>
#include <variant>

#include "amends/input/record.h"
#include "amends/suggest/safe_edits.h"

namespace amends::report {

ShownExample ExampleOf(const pack::Example& example) {
  ShownExample shown;
  shown.text = example.text;
  const auto record = input::ReadRecord(example.record);
  const auto* read = std::get_if<input::Conversation>(&record);
  if (read == nullptr) return shown;
  const auto asked = std::ranges::find(read->context.rbegin(), read->context.rend(),
                                       input::Role::kCustomer, &input::Turn::role);
  if (asked != read->context.rend()) shown.customer = asked->text;
  return shown;
}

std::vector<Improvement> ImprovementsOf(const Engine& engine, const pack::Rule& rule) {
  std::vector<Improvement> improvements;
  std::set<std::string> shown;
  for (const pack::Example& example : rule.flag) {
    const auto record = input::ReadRecord(example.record);
    const auto* read = std::get_if<input::Conversation>(&record);
    if (read == nullptr || !example.profile.empty()) continue;
    const Result result = engine.Check(*read);
    for (const Finding& finding : result.findings) {
      if (finding.rule != &rule) continue;
      for (const Suggestion& each : finding.suggestions) {
        if (!shown.insert(each.title).second) continue;
        Improvement improvement{each.applicability, each.title, "", "",
                                !each.edits.empty()};
        if (improvement.edits) {
          improvement.before = example.text;
          improvement.after = suggest::Apply(example.text, each.edits);
        }
        improvements.push_back(std::move(improvement));
      }
    }
  }
  return improvements;
}

}  // namespace amends::report

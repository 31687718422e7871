#include "amends/pack/references.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "amends/pack/json_value.h"
#include "amends/pack/similar.h"

namespace amends::pack {
namespace {

std::string FamilyOf(const std::string& rule) { return rule.substr(0, rule.find('/')); }

Origin Below(const Origin& origin, const std::string& step) {
  return {origin.file, origin.pointer + step};
}

class Checker {
 public:
  Checker(const Loaded& merged, const Sources& sources)
      : merged_(merged), sources_(sources) {
    for (const Rule& rule : merged.pack.rules) AddRule(rule.id);
    for (const Profile& profile : merged.pack.profiles) profiles_.insert(profile.id);
    for (const EntryName& name : merged.left_out) {
      if (name.kind == EntryKind::kRule) AddRule(name.id);
      if (name.kind == EntryKind::kProfile) profiles_.insert(name.id);
    }
    profiles_.insert("default");
  }

  std::vector<Problem> CheckNames(const Written& written) {
    for (const Written::YieldsTo& each : written.yields_to) CheckYieldsTo(each);
    for (const Profile& profile : written.profiles) CheckProfile(profile);
    for (const Suppression& each : written.suppressions) {
      if (!each.rule.empty()) CheckRuleOrFamily(each.origin, "/rule", each.rule);
    }
    return std::move(problems_);
  }

  std::vector<Problem> CheckEntries() {
    for (const Suppressor& each : merged_.pack.suppressors) CheckSuppressor(each);
    for (const Rule& rule : merged_.pack.rules) {
      CheckNumbers(rule.where, rule.parameters,
                   "it stands in “parameters” of the rule “" + rule.id + "”");
    }
    for (const Element& element : merged_.pack.elements) CheckElement(element);
    for (const Move& move : merged_.pack.moves) {
      CheckNumbers(move.where, {}, "the move “" + move.id + "” has no parameters");
    }
    return std::move(problems_);
  }

 private:
  void AddRule(const std::string& id) {
    rules_.insert(id);
    families_.insert(FamilyOf(id));
  }

  void Report(const Origin& origin, const std::string& step, std::string message,
              const std::string& name, const std::set<std::string>& known) {
    const std::vector<std::string> words(known.begin(), known.end());
    problems_.push_back(sources_.At({origin.file, origin.pointer + step},
                                    std::move(message), DidYouMean(name, words)));
  }

  void CheckSuppressor(const Suppressor& suppressor) {
    for (const Suppressor::Example& example : suppressor.examples) {
      if (families_.contains(example.family) || families_.empty()) continue;
      Report(suppressor.origin, "", "there is no family “" + example.family + "”",
             example.family, families_);
    }
  }

  // A move by its id or by its beginning up to a dot.
  bool IsMove(const std::string& id) const {
    return std::ranges::any_of(merged_.pack.moves, [&](const Move& move) {
      return move.id == id || move.id.starts_with(id + ".");
    });
  }

  void CheckRules(const Origin& origin, const std::string& step,
                  const std::vector<std::string>& rules) {
    for (size_t i = 0; i < rules.size(); ++i) {
      if (rules_.contains(rules[i])) continue;
      Report(origin, step + std::to_string(i), "there is no rule “" + rules[i] + "”",
             rules[i], rules_);
    }
  }

  void CheckElement(const Element& element) {
    CheckRules(element.origin, "/rules/", element.rules);
    CheckRules(element.origin, "/spoilt_by/", element.spoilt_by);
    for (size_t i = 0; i < element.faults.size(); ++i) {
      const std::string& name = element.faults[i];
      if (rules_.contains(name) || families_.contains(name)) continue;
      Report(element.origin, "/faults/" + std::to_string(i),
             "there is no rule or family “" + name + "”", name, families_);
    }
    for (size_t i = 0; i < element.moves.size(); ++i) {
      const std::string& id = element.moves[i];
      if (IsMove(id) || merged_.left_out.contains({EntryKind::kMove, id})) continue;
      std::set<std::string> known;
      for (const Move& move : merged_.pack.moves) known.insert(move.id);
      Report(element.origin, "/moves/" + std::to_string(i),
             "there is no move “" + id + "”", id, known);
    }
  }

  void CheckYieldsTo(const Written::YieldsTo& yields) {
    for (size_t i = 0; i < yields.others.size(); ++i) {
      const std::string& other = yields.others[i];
      const std::string step = "/" + std::to_string(i);
      if (other == yields.rule) {
        Report(yields.origin, step, "a rule cannot yield to itself", "", {});
      } else if (!rules_.contains(other)) {
        Report(yields.origin, step, "there is no rule “" + other + "”", other, rules_);
      }
    }
  }

  void CheckNumbers(const std::vector<Condition>& conditions,
                    const std::map<std::string, double>& parameters,
                    const std::string& hint) {
    for (const Condition& condition : conditions) {
      CheckNumber(condition, "/at_least", condition.at_least, parameters, hint);
      CheckNumber(condition, "/at_most", condition.at_most, parameters, hint);
      CheckNumber(condition, "/ratio", condition.ratio, parameters, hint);
      CheckNumbers(condition.parts, parameters, hint);
    }
  }

  void CheckNumber(const Condition& condition, const std::string& step,
                   const std::optional<Number>& number,
                   const std::map<std::string, double>& parameters,
                   const std::string& hint) {
    if (!number || !std::holds_alternative<std::string>(*number)) return;
    const std::string& name = std::get<std::string>(*number);
    if (parameters.contains(name.substr(1))) return;
    problems_.push_back(
        sources_.At({condition.origin.file, condition.origin.pointer + step},
                    "there is no parameter “" + name.substr(1) + "”", hint));
  }

  void CheckProfile(const Profile& profile) {
    if (!profile.base.empty() && !profiles_.contains(profile.base)) {
      Report(profile.origin, "/base", "there is no profile “" + profile.base + "”",
             profile.base, profiles_);
    }
    CheckCircle(profile);
    CheckTuning(profile.tunings.everywhere, profile.origin);
    for (const auto& [name, tuning] : profile.tunings.channels) {
      CheckTuning(tuning, Below(profile.origin, "/channels/" + name));
    }
    for (const auto& [name, tuning] : profile.tunings.kinds) {
      CheckTuning(tuning, Below(profile.origin, "/kinds/" + name));
    }
  }

  void CheckRuleOrFamily(const Origin& origin, const std::string& step,
                         const std::string& name) {
    if (rules_.contains(name) || families_.contains(name)) return;
    std::set<std::string> known = rules_;
    known.insert(families_.begin(), families_.end());
    Report(origin, step, "there is no rule or family “" + name + "”", name, known);
  }

  void CheckTuning(const Tuning& tuning, const Origin& origin) {
    for (const auto& [name, severity] : tuning.severities) {
      CheckRuleOrFamily(origin, "/severities/" + PointerStep(name), name);
    }
    for (const auto& [rule, numbers] : tuning.parameters) {
      const std::string step = "/parameters/" + PointerStep(rule);
      if (!rules_.contains(rule)) {
        Report(origin, step, "there is no rule “" + rule + "”", rule, rules_);
        continue;
      }
      CheckParameters(origin, rule, numbers, step);
    }
  }

  void CheckParameters(const Origin& origin, const std::string& id,
                       const std::map<std::string, double>& numbers,
                       const std::string& step) {
    const auto rule = std::ranges::lower_bound(merged_.pack.rules, id, {}, &Rule::id);
    if (rule == merged_.pack.rules.end() || rule->id != id) return;
    std::set<std::string> known;
    for (const auto& [name, number] : rule->parameters) known.insert(name);
    for (const auto& [name, number] : numbers) {
      if (known.contains(name)) continue;
      Report(origin, step + "/" + PointerStep(name),
             "the rule “" + id + "” has no parameter “" + name + "”", name, known);
    }
  }

  // A profile that is, over some steps, its own base.
  void CheckCircle(const Profile& profile) {
    std::string at = profile.base;
    for (size_t steps = 0; steps <= merged_.pack.profiles.size(); ++steps) {
      if (at.empty()) return;
      if (at == profile.id) {
        Report(profile.origin, "/base", "this profile is based on itself", "", {});
        return;
      }
      const auto next =
          std::ranges::lower_bound(merged_.pack.profiles, at, {}, &Profile::id);
      if (next == merged_.pack.profiles.end() || next->id != at) return;
      at = next->base;
    }
  }

  const Loaded& merged_;
  const Sources& sources_;
  std::vector<Problem> problems_;
  std::set<std::string> rules_;
  std::set<std::string> families_;
  std::set<std::string> profiles_;
};

}  // namespace

std::vector<Problem> CheckReferences(const Written& written, const Loaded& merged,
                                     const Sources& sources) {
  return Checker(merged, sources).CheckNames(written);
}

std::vector<Problem> CheckEntries(const Loaded& merged) {
  return Checker(merged, merged.sources).CheckEntries();
}

}  // namespace amends::pack

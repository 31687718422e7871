#include "amends/evaluation/scoring.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <set>
#include <utility>

namespace amends::evaluation {
namespace {

using pack::Severity;
using text::Span;

// A finding longer than this, and than kMostTimes the quote, tells nothing about the
// quote.
constexpr uint32_t kLongFinding = 200;
constexpr uint32_t kMostTimes = 3;

struct Gold {
  std::string rule;
  Level level = Level::kClear;
  std::optional<std::vector<Span>> places;  // nothing: the whole reply
};

bool IsLoud(Severity severity) { return severity >= Severity::kWarning; }

std::string FamilyOf(const std::string& rule) { return rule.substr(0, rule.find('/')); }

// Every place at which the quote stands.
std::vector<Span> PlacesOf(std::string_view text, std::string_view quote) {
  std::vector<Span> places;
  if (quote.empty()) return places;
  for (size_t at = text.find(quote); at != std::string_view::npos;
       at = text.find(quote, at + 1)) {
    places.push_back(
        {static_cast<uint32_t>(at), static_cast<uint32_t>(at + quote.size())});
  }
  return places;
}

class Scorer {
 public:
  Scorer(const Labels& labels, const Found& found, const KnownRules& rules, Score& score)
      : labels_(labels), found_(found), rules_(rules), score_(score), gold_(GoldOf()) {}

  void Run() {
    ++score_.replies;
    for (const Found::Finding& finding : found_.findings) {
      if (!rules_.contains(finding.rule)) ++score_.unknown;
    }
    ScoreFindings(score_.families, false);
    ScoreFindings(score_.rules, true);
    ScoreMoves([](const std::string& move) { return move; });
    ScoreMoves(GroupOf);
    ScoreQuiet();
    NoteConfusions();
  }

  Support SupportOf(const Found::Finding& finding, bool by_rule) const {
    Support support = Support::kNone;
    for (const Gold& gold : gold_) {
      if (!Agree(finding, gold, by_rule)) continue;
      if (gold.level == Level::kClear) return Support::kClear;
      support = Support::kBorderline;
    }
    return support;
  }

 private:
  bool IsWhole(const std::string& rule) const {
    const auto known = rules_.find(rule);
    return known != rules_.end() && known->second.whole;
  }

  bool IsLoudRule(const std::string& rule) const {
    const auto known = rules_.find(rule);
    return known != rules_.end() && IsLoud(known->second.severity);
  }

  // Each rule about the whole reply once, as clear as its clearest label.
  std::vector<Gold> GoldOf() const {
    std::vector<Gold> gold;
    std::map<std::string, Level> whole;
    for (const FindingLabel& label : labels_.findings) {
      if (IsWhole(label.rule)) {
        Level& level = whole.try_emplace(label.rule, label.level).first->second;
        level = std::max(level, label.level);
      } else {
        gold.push_back({label.rule, label.level, PlacesOf(labels_.text, label.quote)});
      }
    }
    for (const std::string& rule : labels_.missing) whole[rule] = Level::kClear;
    for (const auto& [rule, level] : whole) gold.push_back({rule, level, std::nullopt});
    return gold;
  }

  static bool Meet(const Found::Finding& finding, const std::vector<Span>& places) {
    return std::ranges::any_of(places, [&](const Span& place) {
      return finding.span.overlaps(place) &&
             finding.span.length() <= std::max(kLongFinding, kMostTimes * place.length());
    });
  }

  bool Agree(const Found::Finding& finding, const Gold& gold, bool by_rule) const {
    if (IsWhole(finding.rule) || !gold.places) return finding.rule == gold.rule;
    const bool same = by_rule ? finding.rule == gold.rule
                              : FamilyOf(finding.rule) == FamilyOf(gold.rule);
    return same && Meet(finding, *gold.places);
  }

  void NoteConfusions() {
    for (const Gold& gold : gold_) {
      if (gold.level != Level::kClear || !gold.places) continue;
      std::set<std::string> others;
      for (const Found::Finding& finding : found_.findings) {
        if (!IsWhole(finding.rule) && Meet(finding, *gold.places)) {
          others.insert(finding.rule);
        }
      }
      if (others.contains(gold.rule)) continue;
      for (const std::string& other : others) ++score_.confusions[{gold.rule, other}];
    }
  }

  void ScoreFindings(std::array<Table, 2>& tables, bool by_rule) {
    const auto row = [&](const std::string& rule) -> Tally& {
      return tables[IsWhole(rule) ? 1 : 0][by_rule ? rule : FamilyOf(rule)];
    };
    for (const Gold& gold : gold_) {
      if (gold.level != Level::kClear) continue;
      const bool hit = std::ranges::any_of(found_.findings, [&](const auto& finding) {
        return Agree(finding, gold, by_rule);
      });
      ++(hit ? row(gold.rule).hits : row(gold.rule).misses);
      if (!hit && !by_rule) NoteMiss(gold);
    }
    for (const Found::Finding& finding : found_.findings) {
      const Support support = SupportOf(finding, by_rule);
      if (support == Support::kClear) {
        ++row(finding.rule).right;
      } else if (support == Support::kNone && IsLoudRule(finding.rule)) {
        ++row(finding.rule).wrong;
        if (!by_rule) NoteFalseAlarm(finding);
      }
    }
  }

  std::string Words(Span span) const {
    if (span.start >= labels_.text.size()) return "";
    return labels_.text.substr(span.start, span.length());
  }

  void NoteMiss(const Gold& gold) {
    const bool placed = gold.places && !gold.places->empty();
    score_.disagreements.push_back(
        {labels_.id, gold.rule, true, placed ? Words(gold.places->front()) : ""});
  }

  void NoteFalseAlarm(const Found::Finding& finding) {
    score_.disagreements.push_back(
        {labels_.id, finding.rule, false, Words(finding.span)});
  }

  // The kinds of one thing, counted together as well; empty: none.
  static std::string GroupOf(const std::string& move) {
    if (move == "G.apology.I" || move == "G.apology.we" || move == "G.apology.bare") {
      return "apology";
    }
    return move == "G.repair-offer" || move == "G.repair-done" ? "repair" : "";
  }

  void ScoreMoves(const std::function<std::string(const std::string&)>& name) {
    const auto meet = [&](const Found::Move& move, const MoveLabel& label) {
      const std::vector<Span> places = PlacesOf(labels_.text, label.quote);
      return name(move.move) == name(label.move) &&
             std::ranges::any_of(
                 places, [&](const Span& place) { return move.span.overlaps(place); });
    };
    for (const MoveLabel& label : labels_.moves) {
      if (name(label.move).empty()) continue;
      const bool hit = std::ranges::any_of(found_.moves, [&](const auto& move) {
        return move.move.starts_with("G.") && meet(move, label);
      });
      Tally& tally = score_.moves[name(label.move)];
      ++(hit ? tally.hits : tally.misses);
    }
    for (const Found::Move& move : found_.moves) {
      if (!move.move.starts_with("G.") || name(move.move).empty()) continue;
      const bool right = std::ranges::any_of(
          labels_.moves, [&](const MoveLabel& label) { return meet(move, label); });
      Tally& tally = score_.moves[name(move.move)];
      ++(right ? tally.right : tally.wrong);
    }
  }

  void ScoreQuiet() {
    if (!gold_.empty()) return;
    ++score_.clean;
    const auto loud = [&](const Found::Finding& finding) {
      return IsLoud(finding.severity) || IsLoudRule(finding.rule);
    };
    if (std::ranges::none_of(found_.findings, loud)) ++score_.quiet;
    const auto error = [](const Found::Finding& finding) {
      return finding.severity == Severity::kError;
    };
    if (std::ranges::none_of(found_.findings, error)) ++score_.gentle;
  }

  const Labels& labels_;
  const Found& found_;
  const KnownRules& rules_;
  Score& score_;
  std::vector<Gold> gold_;
};

}  // namespace

Tally& Tally::operator+=(const Tally& more) {
  hits += more.hits;
  misses += more.misses;
  right += more.right;
  wrong += more.wrong;
  return *this;
}

KnownRules RulesOf(const pack::Pack& pack) {
  KnownRules rules;
  for (const pack::Rule& rule : pack.rules) {
    rules[rule.id] = {rule.about_reply, rule.severity};
  }
  return rules;
}

Support SupportOf(const Found::Finding& finding, const Labels& labels,
                  const KnownRules& rules) {
  const Found found;
  Score score;
  return Scorer(labels, found, rules, score).SupportOf(finding, false);
}

void Add(const Labels& labels, const Found& found, const KnownRules& rules,
         Score& score) {
  Scorer(labels, found, rules, score).Run();
}

}  // namespace amends::evaluation

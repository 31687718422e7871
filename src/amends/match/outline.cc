#include "amends/match/outline.h"

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace amends::match {
namespace {

constexpr double kTooCommon = 0.1;  // what stands so often says little about a sentence
// How often a word is one: guesses that only order what is asked first.
constexpr double kFrequencyOfCap = 0.06;
constexpr double kFrequencyOfBuiltin = 0.02;

using Keys = std::vector<Key>;

bool IsCommon(Builtin builtin) {
  return builtin == Builtin::kAnyWord || builtin == Builtin::kPunctuation;
}

uint16_t Narrow(int words) { return static_cast<uint16_t>(std::min(words, kMaxReach)); }

void SortUnique(std::vector<text::WordId>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

Outline OfLength(int least, int most) {
  Outline outline;
  outline.least = least;
  outline.most = Narrow(most);
  return outline;
}

// Everything but the opening.
class Measurer {
 public:
  explicit Measurer(Lexicon& lexicon) : lexicon_(lexicon) {}

  Outline Measure(const Part& part);

 private:
  Outline OneOf(Group group);
  Outline OfBuiltin(const Part& part);
  Outline OfSequence(const Part& part);
  Outline OfChoice(const Part& part);
  double Cost(GroupId group) const;
  double Cost(const Keys& keys) const;
  Ask AnyOf(const Keys& keys);
  void MergeKeys(Keys& keys);

  Lexicon& lexicon_;
};

Outline Measurer::OneOf(Group group) {
  Outline outline = OfLength(1, 1);
  outline.keys.push_back({{lexicon_.groups().Intern(std::move(group)), 0, 0}, {}});
  return outline;
}

Outline Measurer::OfBuiltin(const Part& part) {
  const auto builtin = static_cast<Builtin>(part.arg);
  if (part.negated || IsCommon(builtin)) return OfLength(1, 1);
  return OneOf({{}, BitOf(builtin)});
}

// The share of words that are of the group.
double Measurer::Cost(GroupId group) const {
  const Group& words = lexicon_.groups()[group];
  double cost = 0;
  for (text::WordId word : words.words) cost += lexicon_.Frequency(word);
  for (const auto& [name, builtin] : kBuiltins) {
    if ((words.builtins & BitOf(builtin)) == 0) continue;
    cost += builtin == Builtin::kCap ? kFrequencyOfCap : kFrequencyOfBuiltin;
  }
  return cost;
}

double Measurer::Cost(const Keys& keys) const {
  double cost = 0;
  for (const Key& key : keys) cost += Cost(key.by.group);
  return cost;
}

Ask Measurer::AnyOf(const Keys& keys) {
  Ask any = keys[0].by;
  std::vector<GroupId> groups;
  for (const Key& key : keys) {
    groups.push_back(key.by.group);
    any.least = std::min(any.least, key.by.least);
    any.most = std::max(any.most, key.by.most);
  }
  any.group = lexicon_.groups().Union(std::move(groups));
  return any;
}

// Keys that differ in their group alone are one.
void Measurer::MergeKeys(Keys& keys) {
  const auto rest = [](const Key& key) {
    return std::tie(key.by.least, key.by.most, key.needs);
  };
  std::ranges::stable_sort(keys, {}, rest);
  Keys merged;
  for (size_t i = 0; i < keys.size();) {
    std::vector<GroupId> groups;
    size_t last = i;
    for (; last < keys.size() && rest(keys[last]) == rest(keys[i]); ++last) {
      groups.push_back(keys[last].by.group);
    }
    merged.push_back(keys[i]);
    merged.back().by.group = lexicon_.groups().Union(std::move(groups));
    i = last;
  }
  keys = std::move(merged);
}

Outline Measurer::OfSequence(const Part& part) {
  Outline whole;
  std::vector<std::pair<double, Keys>> ways;
  for (const Part& child : part.children) {
    Outline outline = Measure(child);
    const auto shift = [&whole](Ask& ask) {
      ask.least = Narrow(ask.least + whole.least);
      ask.most = Narrow(ask.most + whole.most);
    };
    for (Key& key : outline.keys) {
      shift(key.by);
      std::ranges::for_each(key.needs, shift);
    }
    whole.least = Narrow(whole.least + outline.least);
    whole.most = Narrow(whole.most + outline.most);
    if (outline.keys.empty()) continue;
    const double cost = Cost(outline.keys);
    ways.emplace_back(cost, std::move(outline.keys));
  }
  if (ways.empty()) return whole;
  std::ranges::stable_sort(ways, {}, &decltype(ways)::value_type::first);
  whole.keys = std::move(ways[0].second);
  for (size_t i = 1; i < ways.size(); ++i) {
    const Ask ask = AnyOf(ways[i].second);
    if (Cost(ask.group) > kTooCommon) continue;
    for (Key& key : whole.keys) {
      if (key.needs.size() < kMaxNeeds) key.needs.push_back(ask);
    }
  }
  return whole;
}

Outline Measurer::OfChoice(const Part& part) {
  Outline whole = Measure(part.children[0]);
  if (part.children.size() == 1) return whole;
  bool all = !whole.keys.empty();
  for (size_t i = 1; i < part.children.size(); ++i) {
    Outline outline = Measure(part.children[i]);
    whole.least = std::min(whole.least, outline.least);
    whole.most = std::max(whole.most, outline.most);
    all = all && !outline.keys.empty();
    if (all) std::ranges::move(outline.keys, std::back_inserter(whole.keys));
  }
  if (!all) whole.keys.clear();
  MergeKeys(whole.keys);
  return whole;
}

Outline Measurer::Measure(const Part& part) {
  switch (part.kind) {
    case Part::Kind::kWord:
      return part.negated ? OfLength(1, 1) : OneOf({{part.arg}, 0});
    case Part::Kind::kSet:
      return part.negated ? OfLength(1, 1) : OneOf({lexicon_.Set(part.arg), 0});
    case Part::Kind::kBuiltin:
      return OfBuiltin(part);
    case Part::Kind::kShape:
      return OneOf({{}, BitOf(Builtin::kNumber)});
    case Part::Kind::kCall: {
      const Outline& inner = lexicon_.ClassOutline(part.arg);
      return {inner.least, inner.most, inner.keys, {}};
    }
    case Part::Kind::kGap:
      return OfLength(0, part.limit);
    case Part::Kind::kSign:
      if (part.sign == Op::kBreak) return OfLength(0, kMaxBreakMarks);
      if (part.sign == Op::kInsertion) return OfLength(0, kMaxInsertionWords + 2);
      return {};
    case Part::Kind::kSequence:
      return OfSequence(part);
    case Part::Kind::kChoice:
      return OfChoice(part);
    case Part::Kind::kOptional:
      return OfLength(0, Measure(part.children[0]).most);
    case Part::Kind::kRepeat:
      return OfLength(0, kMaxRepeat * Measure(part.children[0]).most);
    case Part::Kind::kCapture:
      return Measure(part.children[0]);
  }
  return {};
}

// Collects what a part can begin with. False where what stands behind the part can be the
// beginning as well.
bool AddOpening(const Part& part, const Lexicon& lexicon, Opening& opening) {
  Group& group = opening.group;
  const auto add = [&](const std::vector<text::WordId>& words) {
    group.words.insert(group.words.end(), words.begin(), words.end());
  };
  switch (part.kind) {
    case Part::Kind::kWord:
      group.words.push_back(part.arg);
      break;
    case Part::Kind::kSet:
      add(lexicon.Set(part.arg));
      break;
    case Part::Kind::kShape:
      group.builtins |= BitOf(Builtin::kNumber);
      break;
    case Part::Kind::kBuiltin:
      group.builtins |= BitOf(static_cast<Builtin>(part.arg));
      opening.anything = opening.anything || IsCommon(static_cast<Builtin>(part.arg));
      break;
    case Part::Kind::kCall: {
      const Opening& inner = lexicon.ClassOutline(part.arg).opening;
      opening.anything = opening.anything || inner.anything;
      group.builtins |= inner.group.builtins;
      add(inner.group.words);
      break;
    }
    case Part::Kind::kSequence:
      return std::ranges::any_of(part.children, [&](const Part& child) {
        return AddOpening(child, lexicon, opening);
      });
    case Part::Kind::kChoice: {
      bool all = true;
      for (const Part& child : part.children) {
        all = AddOpening(child, lexicon, opening) && all;
      }
      return all;
    }
    case Part::Kind::kOptional:
    case Part::Kind::kRepeat:
      AddOpening(part.children[0], lexicon, opening);
      return false;
    case Part::Kind::kCapture:
      return AddOpening(part.children[0], lexicon, opening);
    case Part::Kind::kSign:
      if (part.sign != Op::kBreak && part.sign != Op::kInsertion) return false;
      opening.anything = true;
      break;
    case Part::Kind::kGap:
      opening.anything = true;
      break;
  }
  opening.anything = opening.anything || part.negated;
  return true;
}

}  // namespace

Opening OpeningOf(const Part& part, const Lexicon& lexicon) {
  Opening opening;
  if (!AddOpening(part, lexicon, opening)) opening.anything = true;
  if (opening.anything) opening.group = {};
  SortUnique(opening.group.words);
  return opening;
}

Anchor AnchorOf(const Part& part) {
  switch (part.kind) {
    case Part::Kind::kSign:
      if (part.sign == Op::kSentenceStart) return Anchor::kSentenceStart;
      return part.sign == Op::kClauseStart ? Anchor::kClauseStart : Anchor::kAnywhere;
    case Part::Kind::kSequence:
    case Part::Kind::kCapture:
      return part.children.empty() ? Anchor::kAnywhere : AnchorOf(part.children[0]);
    case Part::Kind::kChoice: {
      Anchor loosest = Anchor::kSentenceStart;
      for (const Part& child : part.children)
        loosest = std::min(loosest, AnchorOf(child));
      return loosest;
    }
    default:
      return Anchor::kAnywhere;
  }
}

Outline OutlineOf(const Part& part, Lexicon& lexicon) {
  Outline outline = Measurer(lexicon).Measure(part);
  outline.opening = OpeningOf(part, lexicon);
  return outline;
}

}  // namespace amends::match

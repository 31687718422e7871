#include "amends/match/outline.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace amends::match {
namespace {

constexpr size_t kMaxNeedWords = 30;  // a larger class says little about a sentence

using Keys = std::vector<Key>;

uint16_t Narrow(int words) { return static_cast<uint16_t>(std::min(words, kMaxReach)); }

void SortUnique(std::vector<text::WordId>& words) {
  std::ranges::sort(words);
  auto repeated = std::ranges::unique(words);
  words.erase(repeated.begin(), repeated.end());
}

// One key for each word: of two, what holds for both.
void MergeEqual(Keys& keys) {
  auto order = [](const Key& key) { return std::pair(key.kind, key.word); };
  std::ranges::stable_sort(keys, {}, order);
  size_t kept = 0;
  for (size_t i = 1; i < keys.size(); ++i) {
    Key& last = keys[kept];
    if (order(last) != order(keys[i])) {
      keys[++kept] = keys[i];
      continue;
    }
    last.least = std::min(last.least, keys[i].least);
    last.most = std::max(last.most, keys[i].most);
    for (size_t b = 0; b < last.need.bits.size(); ++b) {
      last.need.bits[b] |= keys[i].need.bits[b];
    }
  }
  if (!keys.empty()) keys.resize(kept + 1);
}

Outline OfLength(int least, int most) {
  Outline outline;
  outline.least = least;
  outline.most = Narrow(most);
  return outline;
}

Outline OfKey(Key::Kind kind, uint32_t word) {
  Outline outline = OfLength(1, 1);
  outline.keys.emplace_back();
  outline.keys[0].kind = kind;
  outline.keys[0].word = word;
  return outline;
}

Outline OfBuiltin(const Part& part) {
  const auto builtin = static_cast<Builtin>(part.arg);
  const bool common =
      part.negated || builtin == Builtin::kAnyWord || builtin == Builtin::kPunctuation;
  return common ? OfLength(1, 1) : OfKey(Key::Kind::kBuiltin, part.arg);
}

// Everything but the opening.
class Measurer {
 public:
  explicit Measurer(const Lexicon& lexicon) : lexicon_(lexicon) {}

  Outline Measure(const Part& part) const;

 private:
  Outline OfSequence(const Part& part) const;
  Outline OfChoice(const Part& part) const;
  double Cost(const Keys& keys) const;
  double Frequency(const Key& key) const;
  WordFilter NeedOf(const Keys& keys) const;
  void Choose(std::vector<Keys>& needs) const;

  const Lexicon& lexicon_;
};

double Measurer::Frequency(const Key& key) const {
  switch (key.kind) {
    case Key::Kind::kWord:
      return lexicon_.Frequency(key.word);
    case Key::Kind::kSet:
      return lexicon_.SetFrequency(key.word);
    case Key::Kind::kBuiltin:
      return static_cast<Builtin>(key.word) == Builtin::kCap ? 0.06 : 0.02;
  }
  return 1;
}

// The share of words at which a match would be tried.
double Measurer::Cost(const Keys& keys) const {
  double cost = 0;
  for (const Key& key : keys) {
    cost += Frequency(key) * (1.0 + 0.5 * (key.most - key.least));
  }
  return cost;
}

// Full where it would say little.
WordFilter Measurer::NeedOf(const Keys& keys) const {
  const std::vector<text::WordId> words = WordsOf(keys, lexicon_);
  if (words.empty() || words.size() > kMaxNeedWords) return {};
  WordFilter need = WordFilter::Nothing();
  for (text::WordId word : words) need.Add(word);
  return need;
}

// The rarest of them.
void Measurer::Choose(std::vector<Keys>& needs) const {
  std::vector<std::pair<double, size_t>> order;
  for (size_t i = 0; i < needs.size(); ++i) {
    double sum = 0;
    for (const Key& key : needs[i]) sum += Frequency(key);
    order.emplace_back(sum, i);
  }
  std::ranges::sort(order);
  order.resize(std::min(order.size(), kMaxNeeds));
  std::vector<Keys> chosen;
  for (const auto& [sum, i] : order) chosen.push_back(std::move(needs[i]));
  needs = std::move(chosen);
}

Outline Measurer::OfSequence(const Part& part) const {
  Outline whole;
  std::vector<std::pair<double, Keys>> ways;
  for (const Part& child : part.children) {
    Outline outline = Measure(child);
    for (Key& key : outline.keys) {
      key.least = Narrow(key.least + whole.least);
      key.most = Narrow(key.most + whole.most);
    }
    whole.least = Narrow(whole.least + outline.least);
    whole.most = Narrow(whole.most + outline.most);
    std::ranges::move(outline.needs, std::back_inserter(whole.needs));
    if (outline.keys.empty()) continue;
    const double cost = Cost(outline.keys);
    ways.emplace_back(cost, std::move(outline.keys));
  }
  if (ways.empty()) return whole;
  std::ranges::stable_sort(ways, {}, &decltype(ways)::value_type::first);
  for (size_t i = 0; i < std::min(ways.size(), kMaxNeeds); ++i) {
    whole.needs.push_back(ways[i].second);
  }
  Choose(whole.needs);
  whole.keys = std::move(ways[0].second);
  if (ways.size() == 1) return whole;
  const WordFilter need = NeedOf(ways[1].second);
  for (Key& key : whole.keys) {
    if (key.need.full()) key.need = need;
  }
  return whole;
}

Outline Measurer::OfChoice(const Part& part) const {
  Outline whole = Measure(part.children[0]);
  if (part.children.size() == 1) return whole;
  whole.needs.clear();
  bool all = !whole.keys.empty();
  for (size_t i = 1; i < part.children.size(); ++i) {
    Outline outline = Measure(part.children[i]);
    whole.least = std::min(whole.least, outline.least);
    whole.most = std::max(whole.most, outline.most);
    all = all && !outline.keys.empty();
    if (all) std::ranges::move(outline.keys, std::back_inserter(whole.keys));
  }
  if (!all) whole.keys.clear();
  MergeEqual(whole.keys);
  return whole;
}

Outline Measurer::Measure(const Part& part) const {
  switch (part.kind) {
    case Part::Kind::kWord:
      return part.negated ? OfLength(1, 1) : OfKey(Key::Kind::kWord, part.arg);
    case Part::Kind::kSet:
      return part.negated ? OfLength(1, 1) : OfKey(Key::Kind::kSet, part.arg);
    case Part::Kind::kBuiltin:
      return OfBuiltin(part);
    case Part::Kind::kShape:
      return OfKey(Key::Kind::kBuiltin, static_cast<uint32_t>(Builtin::kNumber));
    case Part::Kind::kCall: {
      const Outline& inner = lexicon_.ClassOutline(part.arg);
      return {inner.least, inner.most, inner.keys, inner.needs, {}};
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

// Collects the words that a part can begin with. False where what stands behind the part
// can be the beginning as well.
bool AddOpening(const Part& part, const Lexicon& lexicon, Opening& opening) {
  auto add = [&](const std::vector<text::WordId>& words) {
    opening.words.insert(opening.words.end(), words.begin(), words.end());
  };
  switch (part.kind) {
    case Part::Kind::kWord:
    case Part::Kind::kSet:
      if (part.negated) {
        opening.anything = true;
      } else if (part.kind == Part::Kind::kWord) {
        opening.words.push_back(part.arg);
      } else {
        add(lexicon.Set(part.arg));
      }
      return true;
    case Part::Kind::kCall: {
      const Opening& inner = lexicon.ClassOutline(part.arg).opening;
      opening.anything = opening.anything || inner.anything;
      add(inner.words);
      return true;
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
      [[fallthrough]];
    default:
      opening.anything = true;
      return true;
  }
}

}  // namespace

std::vector<text::WordId> WordsOf(const std::vector<Key>& keys, const Lexicon& lexicon) {
  std::vector<text::WordId> words;
  for (const Key& key : keys) {
    switch (key.kind) {
      case Key::Kind::kWord:
        words.push_back(key.word);
        break;
      case Key::Kind::kSet:
        std::ranges::copy(lexicon.Set(key.word), std::back_inserter(words));
        break;
      case Key::Kind::kBuiltin:
        return {};
    }
  }
  SortUnique(words);
  return words;
}

Opening OpeningOf(const Part& part, const Lexicon& lexicon) {
  Opening opening;
  if (!AddOpening(part, lexicon, opening)) opening.anything = true;
  if (opening.anything) opening.words.clear();
  SortUnique(opening.words);
  return opening;
}

Outline OutlineOf(const Part& part, const Lexicon& lexicon) {
  Outline outline = Measurer(lexicon).Measure(part);
  outline.opening = OpeningOf(part, lexicon);
  return outline;
}

}  // namespace amends::match

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "amends/match/compiler.h"

namespace amends::match {
namespace {

constexpr int kMaxMarks = 4;           // of a clause boundary
constexpr int kMaxInsertion = 7;       // words of a weak insertion with its marks
constexpr size_t kMaxNeeds = 4;
constexpr int kFarthest = 400;      // words: more than a sentence has
constexpr double kTooCommon = 0.2;  // what stands so often tells little about a sentence
// How often a word is one: guesses, they only order what is asked first.
constexpr double kFrequencyOfCap = 0.06;
constexpr double kFrequencyOfBuiltin = 0.02;

}  // namespace

uint16_t Assembler::Add(Op op, uint16_t next, uint32_t arg, uint16_t other) {
  if (program_.code.size() >= kMaxInstructions) {
    throw PhraseError{0, 1, "this phrase is too large once its choices are laid out",
                      "split it into several, or move choices into a class"};
  }
  program_.code.push_back({op, next, other, arg});
  return static_cast<uint16_t>(program_.code.size() - 1);
}

uint16_t Assembler::Emit(const Part& part, uint16_t next) {
  uint16_t entry = EmitUnheaded(part, next);
  return part.head ? Add(Op::kHead, entry) : entry;
}

uint16_t Assembler::EmitGap(const Part& part, uint16_t next) {
  uint16_t entry = next;
  for (int k = part.limit; k >= 1; --k) {
    Op op = k == 1 && part.opens ? Op::kGapFirst : Op::kGapWord;
    entry = Add(Op::kSplit, next, 0, Add(op, entry));
  }
  return entry;
}

uint16_t Assembler::EmitUnheaded(const Part& part, uint16_t next) {
  switch (part.kind) {
    case Part::Kind::kWord:
      return Add(part.negated ? Op::kNotWord : Op::kWord, next, part.arg);
    case Part::Kind::kSet:
      return Add(part.negated ? Op::kNotSet : Op::kSet, next, part.arg);
    case Part::Kind::kBuiltin:
      return Add(part.negated ? Op::kNotFeature : Op::kFeature, next, part.arg);
    case Part::Kind::kCall:
      return Add(Op::kCall, next, part.arg);
    case Part::Kind::kShape:
      return Add(Op::kShape, next, part.arg);
    case Part::Kind::kGap:
      return EmitGap(part, next);
    case Part::Kind::kSign:
      return part.sign == Op::kInsertion ? Add(Op::kSplit, Add(Op::kInsertion, next), 0, next)
                                         : Add(part.sign, next);
    case Part::Kind::kSequence:
      for (auto child = part.children.rbegin(); child != part.children.rend(); ++child) {
        next = Emit(*child, next);
      }
      return next;
    case Part::Kind::kChoice: {
      uint16_t entry = Emit(part.children.back(), next);
      for (auto child = std::next(part.children.rbegin()); child != part.children.rend(); ++child) {
        uint16_t first = Emit(*child, next);
        entry = Add(Op::kSplit, first, 0, entry);
      }
      return entry;
    }
    case Part::Kind::kOptional: {
      uint16_t taken = Emit(part.children[0], next);
      return Add(Op::kSplit, taken, 0, next);
    }
    case Part::Kind::kRepeat: {
      uint16_t entry = next;
      for (int k = 0; k < kMaxRepeat; ++k) {
        uint16_t taken = Emit(part.children[0], entry);
        entry = Add(Op::kSplit, taken, 0, next);
      }
      return entry;
    }
    case Part::Kind::kCapture: {
      uint16_t after = Add(Op::kSave, next, 2 * part.arg + 1);
      return Add(Op::kSave, Emit(part.children[0], after), 2 * part.arg);
    }
  }
  return next;
}

double Assembler::Cost(GroupId group) const {
  const Group& words = lexicon_.groups_[group];
  double cost = 0;
  for (text::WordId word : words.words) cost += lexicon_.Frequency(word);
  for (size_t i = 0; i < kBuiltinCount; ++i) {
    if ((words.builtins >> i & 1) == 0) continue;
    cost += static_cast<Builtin>(i) == Builtin::kCap ? kFrequencyOfCap : kFrequencyOfBuiltin;
  }
  return cost;
}

double Assembler::Cost(const std::vector<Key>& keys) const {
  double cost = 0;
  for (const Key& key : keys) cost += Cost(key.by.group);
  return cost;
}

Ask Assembler::AnyOf(const std::vector<Key>& keys) {
  Ask all = keys[0].by;
  std::vector<GroupId> groups;
  for (const Key& key : keys) {
    groups.push_back(key.by.group);
    all.least = std::min(all.least, key.by.least);
    all.most = std::max(all.most, key.by.most);
  }
  all.group = lexicon_.groups_.Union(std::move(groups));
  return all;
}

// Keys that differ in their group alone are one.
void Assembler::MergeKeys(std::vector<Key>& keys) {
  const auto rest = [](const Key& key) { return std::tie(key.by.least, key.by.most, key.needs); };
  std::ranges::stable_sort(keys, {}, rest);
  std::vector<Key> merged;
  for (size_t i = 0; i < keys.size();) {
    std::vector<GroupId> groups;
    size_t last = i;
    for (; last < keys.size() && rest(keys[last]) == rest(keys[i]); ++last) {
      groups.push_back(keys[last].by.group);
    }
    merged.push_back(std::move(keys[i]));
    merged.back().by.group = lexicon_.groups_.Union(std::move(groups));
    i = last;
  }
  keys = std::move(merged);
}

Assembler::Reach Assembler::OneOf(Group group) {
  const GroupId id = lexicon_.groups_.Intern(std::move(group));
  return {1, 1, {{{id, 0, 0}, {}}}, id};
}

Assembler::Reach Assembler::MeasureSequence(const Part& part) {
  Reach whole;
  std::vector<std::vector<Key>> all;
  bool open = true;  // every part so far may take no word
  std::vector<GroupId> firsts;
  for (const Part& child : part.children) {
    Reach reach = Measure(child);
    if (open && reach.most > 0) firsts.push_back(reach.first);
    open = open && reach.least == 0;
    const auto shift = [&whole](Ask& ask) {
      ask.least = static_cast<uint16_t>(ask.least + whole.least);
      ask.most = static_cast<uint16_t>(std::min(ask.most + whole.most, kFarthest));
    };
    for (Key& key : reach.keys) {
      shift(key.by);
      std::ranges::for_each(key.needs, shift);
    }
    whole.least += reach.least;
    whole.most += reach.most;
    if (!reach.keys.empty()) all.push_back(std::move(reach.keys));
  }
  if (!open) whole.first = lexicon_.groups_.Union(std::move(firsts));
  if (all.empty()) return whole;
  std::ranges::stable_sort(all, {}, [this](const std::vector<Key>& keys) { return Cost(keys); });
  whole.keys = std::move(all[0]);
  for (size_t i = 1; i < all.size(); ++i) {
    const Ask ask = AnyOf(all[i]);
    if (Cost(ask.group) > kTooCommon) continue;
    for (Key& key : whole.keys) {
      if (key.needs.size() < kMaxNeeds) key.needs.push_back(ask);
    }
  }
  return whole;
}

Assembler::Reach Assembler::MeasureChoice(const Part& part) {
  Reach whole = Measure(part.children[0]);
  bool all = !whole.keys.empty();
  std::vector<GroupId> firsts{whole.first};
  for (size_t i = 1; i < part.children.size(); ++i) {
    Reach reach = Measure(part.children[i]);
    whole.least = std::min(whole.least, reach.least);
    whole.most = std::max(whole.most, reach.most);
    firsts.push_back(reach.first);
    all = all && !reach.keys.empty();
    std::ranges::move(reach.keys, std::back_inserter(whole.keys));
  }
  whole.first = lexicon_.groups_.Union(std::move(firsts));
  if (!all) whole.keys.clear();
  if (!whole.keys.empty()) MergeKeys(whole.keys);
  return whole;
}

Assembler::Reach Assembler::Measure(const Part& part) {
  const Reach any{1, 1, {}, kNoGroup};
  switch (part.kind) {
    case Part::Kind::kWord:
      return part.negated ? any : OneOf({{part.arg}, 0});
    case Part::Kind::kSet:
      return part.negated ? any : OneOf({lexicon_.sets_[part.arg], 0});
    case Part::Kind::kBuiltin: {
      const auto builtin = static_cast<Builtin>(part.arg);
      const bool tells = builtin != Builtin::kAnyWord && builtin != Builtin::kPunctuation;
      return part.negated || !tells ? any : OneOf({{}, BuiltinBit(builtin)});
    }
    case Part::Kind::kShape:
      return OneOf({{}, BuiltinBit(Builtin::kNumber)});
    case Part::Kind::kCall:
      return {part.least, part.most, part.keys, part.first};
    case Part::Kind::kGap:
      return {0, part.limit, {}, kNoGroup};
    case Part::Kind::kSign:
      if (part.sign == Op::kBreak) return {0, kMaxMarks, {}, kNoGroup};
      if (part.sign == Op::kInsertion) return {0, kMaxInsertion, {}, kNoGroup};
      return {};
    case Part::Kind::kSequence:
      return MeasureSequence(part);
    case Part::Kind::kChoice:
      return MeasureChoice(part);
    case Part::Kind::kOptional: {
      const Reach inner = Measure(part.children[0]);
      return {0, inner.most, {}, inner.first};
    }
    case Part::Kind::kRepeat: {
      const Reach inner = Measure(part.children[0]);
      return {0, kMaxRepeat * inner.most, {}, inner.first};
    }
    case Part::Kind::kCapture:
      return Measure(part.children[0]);
  }
  return {};
}

Program Assembler::Assemble(const Part& root, std::vector<std::string> captures) {
  program_ = {};
  uint16_t done = Add(Op::kDone, 0);
  program_.start = Emit(root, done);
  Reach reach = Measure(root);
  program_.keys = std::move(reach.keys);
  program_.first = reach.first;
  program_.least = static_cast<uint16_t>(std::min(reach.least, 60000));
  program_.most = static_cast<uint16_t>(std::min(reach.most, 60000));
  program_.captures = std::move(captures);
  return std::move(program_);
}

}  // namespace amends::match

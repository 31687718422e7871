#include <algorithm>
#include <iterator>
#include <utility>

#include "amends/match/compiler.h"

namespace amends::match {
namespace {

constexpr int kMaxMarks = 4;           // of a clause boundary
constexpr int kMaxInsertion = 7;       // words of a weak insertion with its marks
constexpr size_t kMaxNeedWords = 30;   // a larger class says little about a sentence

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

double Assembler::Cost(const Key& key) const {
  double starts = 1.0 + 0.5 * (key.most - key.least);
  switch (key.kind) {
    case Key::Kind::kWord:
      return starts * lexicon_.Frequency(key.word);
    case Key::Kind::kSet: {
      double sum = 0;
      for (text::WordId word : lexicon_.Set(key.word)) sum += lexicon_.Frequency(word);
      return starts * sum;
    }
    case Key::Kind::kBuiltin:
      return starts * (static_cast<Builtin>(key.word) == Builtin::kCap ? 0.06 : 0.02);
  }
  return starts;
}

Need Assembler::NeedOf(const std::vector<Key>& keys) const {
  Need need;
  if (keys.empty()) return need;
  Need some{{0, 0, 0, 0}};
  size_t count = 0;
  auto add = [&](text::WordId word) {
    size_t bit = Need::Bit(word);
    some.bits[bit >> 6] |= 1ULL << (bit & 63);
    ++count;
  };
  for (const Key& key : keys) {
    if (key.kind == Key::Kind::kBuiltin) return need;
    if (key.kind == Key::Kind::kWord) {
      add(key.word);
    } else {
      for (text::WordId word : lexicon_.Set(key.word)) add(word);
    }
    if (count > kMaxNeedWords) return need;
  }
  return some;
}

Assembler::Reach Assembler::MeasureSequence(const Part& part) const {
  Reach whole;
  std::vector<Reach> reaches;
  for (const Part& child : part.children) {
    Reach reach = Measure(child);
    for (Key& key : reach.keys) {
      key.least = static_cast<uint16_t>(key.least + whole.least);
      key.most = static_cast<uint16_t>(key.most + whole.most);
    }
    reach.cost = 0;
    for (const Key& key : reach.keys) reach.cost += Cost(key);
    whole.least += reach.least;
    whole.most += reach.most;
    if (!reach.keys.empty()) reaches.push_back(std::move(reach));
  }
  if (reaches.empty()) return whole;
  std::ranges::stable_sort(reaches, {}, &Reach::cost);
  whole.keys = std::move(reaches[0].keys);
  whole.cost = reaches[0].cost;
  if (reaches.size() > 1) {
    Need need = NeedOf(reaches[1].keys);
    for (Key& key : whole.keys) {
      if (key.need.bits == Need{}.bits) key.need = need;
    }
  }
  return whole;
}

Assembler::Reach Assembler::MeasureChoice(const Part& part) const {
  Reach whole = Measure(part.children[0]);
  bool all = !whole.keys.empty();
  for (size_t i = 1; i < part.children.size(); ++i) {
    Reach reach = Measure(part.children[i]);
    whole.least = std::min(whole.least, reach.least);
    whole.most = std::max(whole.most, reach.most);
    all = all && !reach.keys.empty();
    std::ranges::move(reach.keys, std::back_inserter(whole.keys));
  }
  if (!all) whole.keys.clear();
  return whole;
}

Assembler::Reach Assembler::Measure(const Part& part) const {
  Reach one{1, 1, 0, {}};
  switch (part.kind) {
    case Part::Kind::kWord:
      if (!part.negated) one.keys = {{Key::Kind::kWord, part.arg, 0, 0, {}}};
      return one;
    case Part::Kind::kSet:
      if (!part.negated) one.keys = {{Key::Kind::kSet, part.arg, 0, 0, {}}};
      return one;
    case Part::Kind::kBuiltin: {
      auto builtin = static_cast<Builtin>(part.arg);
      if (!part.negated && builtin != Builtin::kAnyWord && builtin != Builtin::kPunctuation) {
        one.keys = {{Key::Kind::kBuiltin, part.arg, 0, 0, {}}};
      }
      return one;
    }
    case Part::Kind::kShape:
      one.keys = {{Key::Kind::kBuiltin, static_cast<uint32_t>(Builtin::kNumber), 0, 0, {}}};
      return one;
    case Part::Kind::kCall:
      return {part.least, part.most, 0, part.keys};
    case Part::Kind::kGap:
      return {0, part.limit, 0, {}};
    case Part::Kind::kSign:
      if (part.sign == Op::kBreak) return {0, kMaxMarks, 0, {}};
      if (part.sign == Op::kInsertion) return {0, kMaxInsertion, 0, {}};
      return {};
    case Part::Kind::kSequence:
      return MeasureSequence(part);
    case Part::Kind::kChoice:
      return MeasureChoice(part);
    case Part::Kind::kOptional:
      return {0, Measure(part.children[0]).most, 0, {}};
    case Part::Kind::kRepeat:
      return {0, kMaxRepeat * Measure(part.children[0]).most, 0, {}};
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
  program_.least = static_cast<uint16_t>(std::min(reach.least, 60000));
  program_.most = static_cast<uint16_t>(std::min(reach.most, 60000));
  program_.captures = std::move(captures);
  return std::move(program_);
}

}  // namespace amends::match

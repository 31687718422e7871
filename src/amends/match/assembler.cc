#include "amends/match/assembler.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <utility>

namespace amends::match {
namespace {

constexpr size_t kFewAlternatives = 4;  // tried one after the other
constexpr size_t kMaxRows = 4096;

// The alternatives that each word can take; nothing where there is little to choose.
// Targets are numbers of alternatives.
std::optional<Branch> SortByWord(const Part& choice, const Lexicon& lexicon) {
  if (choice.children.size() < kFewAlternatives) return std::nullopt;
  Branch branch;
  std::vector<std::pair<text::WordId, uint16_t>> pairs;
  // Each has become a step at least, and of these there are few.
  const auto alternatives = static_cast<uint16_t>(choice.children.size());
  for (uint16_t i = 0; i < alternatives; ++i) {
    const Opening opening = OpeningOf(choice.children[i], lexicon);
    if (opening.anything || opening.group.builtins != 0) {
      branch.targets.push_back(i);
      continue;
    }
    for (text::WordId word : opening.group.words) pairs.emplace_back(word, i);
    if (pairs.size() > kMaxRows) return std::nullopt;
  }
  branch.other_count = static_cast<uint32_t>(branch.targets.size());
  if (choice.children.size() - branch.other_count < kFewAlternatives) return std::nullopt;
  std::ranges::sort(pairs);
  std::vector<Branch::Row> rows;
  for (size_t i = 0; i < pairs.size();) {
    const text::WordId word = pairs[i].first;
    std::vector<uint16_t> ways(branch.targets.begin(),
                               branch.targets.begin() + branch.other_count);
    for (; i < pairs.size() && pairs[i].first == word; ++i) {
      ways.push_back(pairs[i].second);
    }
    std::ranges::sort(ways);
    const auto first = static_cast<uint32_t>(branch.targets.size());
    rows.push_back({word, first, static_cast<uint32_t>(ways.size())});
    branch.targets.insert(branch.targets.end(), ways.begin(), ways.end());
  }
  branch.Lay(rows);
  return branch;
}

}  // namespace

void Branch::Lay(const std::vector<Row>& from) {
  rows.assign(std::bit_ceil(2 * from.size() + 1), {});
  for (const Row& row : from) {
    size_t place = Place(row.word);
    while (rows[place].count != 0) place = (place + 1) & (rows.size() - 1);
    rows[place] = row;
  }
}

uint16_t Assembler::Add(Op op, uint16_t next, uint32_t arg, uint16_t other) {
  if (program_.code.size() >= kMaxInstructions) {
    throw PhraseError{0, 1, "this phrase is too large once its choices are laid out",
                      "split it into several, or move choices into a class"};
  }
  Inst inst;
  inst.op = op;
  inst.next = next;
  inst.other = other;
  inst.arg = arg;
  program_.code.push_back(inst);
  return static_cast<uint16_t>(program_.code.size() - 1);
}

// A step after which the place is what it was before.
Assembler::Entries Assembler::AddBoth(Op op, Entries next, uint32_t arg) {
  const uint16_t elsewhere = Add(op, next.elsewhere, arg);
  if (next.at_boundary == next.elsewhere) return {elsewhere, elsewhere};
  return {Add(op, next.at_boundary, arg), elsewhere};
}

Assembler::Entries Assembler::AddSplit(Entries next, Entries other) {
  const uint16_t elsewhere = Add(Op::kSplit, next.elsewhere, 0, other.elsewhere);
  if (next.at_boundary == next.elsewhere && other.at_boundary == other.elsewhere) {
    return {elsewhere, elsewhere};
  }
  return {Add(Op::kSplit, next.at_boundary, 0, other.at_boundary), elsewhere};
}

// A step behind which the place is no longer that of a boundary.
Assembler::Entries Assembler::AddLeaf(Op op, Entries next, uint32_t arg) {
  const uint16_t entry = Add(op, next.elsewhere, arg);
  return {entry, entry};
}

uint16_t Assembler::AddBranch(Branch branch) {
  program_.branches.push_back(std::move(branch));
  return Add(Op::kBranch, 0, static_cast<uint32_t>(program_.branches.size() - 1));
}

Assembler::Entries Assembler::Emit(const Part& part, Entries next) {
  const Entries entries = EmitUnheaded(part, next);
  return part.head ? AddBoth(Op::kHead, entries) : entries;
}

Assembler::Entries Assembler::EmitGap(const Part& part, Entries next) {
  Entries entries;
  if ((part.before & Part::kElsewhere) != 0) {
    entries.elsewhere = Add(Op::kGap, next.elsewhere, part.limit);
    entries.at_boundary = entries.elsewhere;
  }
  if ((part.before & Part::kAtBoundary) != 0) {
    const uint16_t rest =
        part.limit == 1 ? next.elsewhere : Add(Op::kGap, next.elsewhere, part.limit - 1u);
    const uint16_t first = Add(Op::kGapFirst, rest);
    entries.at_boundary = Add(Op::kSplit, next.at_boundary, 0, first);
    if ((part.before & Part::kElsewhere) == 0) entries.elsewhere = entries.at_boundary;
  }
  return entries;
}

Assembler::Entries Assembler::EmitSign(Op sign, Entries next) {
  switch (sign) {
    case Op::kBreak:
    case Op::kClauseStart:
    case Op::kSentenceStart: {
      const uint16_t entry = Add(sign, next.at_boundary);
      return {entry, entry};
    }
    case Op::kInsertion:
      return AddSplit(AddLeaf(sign, next, 0), next);
    default:
      return AddLeaf(sign, next, 0);
  }
}

Assembler::Entries Assembler::EmitChoice(const Part& part, Entries next) {
  std::vector<Entries> ways(part.children.size());
  for (size_t i = ways.size(); i-- > 0;) ways[i] = Emit(part.children[i], next);
  if (std::optional<Branch> branch = SortByWord(part, lexicon_)) {
    Branch at_boundary = *branch;
    for (uint16_t& target : branch->targets) target = ways[target].elsewhere;
    for (uint16_t& target : at_boundary.targets) target = ways[target].at_boundary;
    const bool same = at_boundary.targets == branch->targets;
    const uint16_t elsewhere = AddBranch(std::move(*branch));
    return {same ? elsewhere : AddBranch(std::move(at_boundary)), elsewhere};
  }
  Entries entries = ways.back();
  for (size_t i = ways.size() - 1; i-- > 0;) entries = AddSplit(ways[i], entries);
  return entries;
}

// A part that may be missing, or come up to `most` times.
Assembler::Entries Assembler::EmitLoose(const Part& part, int most, Entries next) {
  const Part& child = part.children[0];
  const bool words = child.kind == Part::Kind::kSet && !child.negated && !child.head;
  if (words && next.at_boundary == next.elsewhere) {
    const uint16_t entry =
        Add(Op::kSome, next.elsewhere, child.arg, static_cast<uint16_t>(most));
    return {entry, entry};
  }
  Entries entries = next;
  for (int k = 0; k < most; ++k) entries = AddSplit(Emit(child, entries), next);
  return entries;
}

Assembler::Entries Assembler::EmitUnheaded(const Part& part, Entries next) {
  switch (part.kind) {
    case Part::Kind::kWord:
      return AddLeaf(part.negated ? Op::kNotWord : Op::kWord, next, part.arg);
    case Part::Kind::kSet:
      return AddLeaf(part.negated ? Op::kNotSet : Op::kSet, next, part.arg);
    case Part::Kind::kBuiltin:
      return AddLeaf(part.negated ? Op::kNotFeature : Op::kFeature, next, part.arg);
    case Part::Kind::kCall:
      return AddLeaf(Op::kCall, next, part.arg);
    case Part::Kind::kShape:
      return AddLeaf(Op::kShape, next, part.arg);
    case Part::Kind::kGap:
      return EmitGap(part, next);
    case Part::Kind::kSign:
      return EmitSign(part.sign, next);
    case Part::Kind::kSequence:
      for (auto child = part.children.rbegin(); child != part.children.rend(); ++child) {
        next = Emit(*child, next);
      }
      return next;
    case Part::Kind::kChoice:
      return EmitChoice(part, next);
    case Part::Kind::kOptional:
      return EmitLoose(part, 1, next);
    case Part::Kind::kRepeat:
      return EmitLoose(part, kMaxRepeat, next);
    case Part::Kind::kCapture: {
      const Entries after = AddBoth(Op::kSave, next, 2 * part.arg + 1);
      return AddBoth(Op::kSave, Emit(part.children[0], after), 2 * part.arg);
    }
  }
  return next;
}

// Steps that can be reached in several ways at one place of the text: those with several
// steps before them, and those behind a step of no fixed length.
void Assembler::NumberShared() {
  std::vector<int> before(program_.code.size());
  for (const Inst& inst : program_.code) {
    switch (inst.op) {
      case Op::kDone:
        break;
      case Op::kBranch: {
        std::vector<uint16_t> targets = program_.branches[inst.arg].targets;
        std::ranges::sort(targets);
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        for (uint16_t target : targets) ++before[target];
        break;
      }
      case Op::kCall:
      case Op::kSome:
      case Op::kGap:
      case Op::kBreak:
      case Op::kInsertion:
        before[inst.next] += 2;
        break;
      case Op::kSplit:
        ++before[inst.other];
        [[fallthrough]];
      default:
        ++before[inst.next];
    }
  }
  program_.shared_count = 0;
  for (size_t pc = 0; pc < program_.code.size(); ++pc) {
    if (before[pc] > 1) program_.code[pc].shared = program_.shared_count++;
  }
}

Program Assembler::Assemble(const Part& root, const Outline& outline) {
  program_ = {};
  const uint16_t done = Add(Op::kDone, 0);
  program_.start = Emit(root, {done, done}).at_boundary;
  NumberShared();
  program_.keys = outline.keys;
  program_.most = static_cast<uint16_t>(outline.most);
  return std::move(program_);
}

}  // namespace amends::match

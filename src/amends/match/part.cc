#include "amends/match/part.h"

#include <algorithm>

namespace amends::match {
namespace {

// `before` says where the part may begin; the result, where the next one may.
uint8_t MarkGapsFrom(Part& part, uint8_t before) {
  switch (part.kind) {
    case Part::Kind::kGap:
      part.before = before;
      return before | Part::kElsewhere;
    case Part::Kind::kSign:
      switch (part.sign) {
        case Op::kBreak:
        case Op::kClauseStart:
        case Op::kSentenceStart:
          return Part::kAtBoundary;
        case Op::kInsertion:
          return before | Part::kElsewhere;
        default:
          return Part::kElsewhere;
      }
    case Part::Kind::kSequence:
      for (Part& child : part.children) before = MarkGapsFrom(child, before);
      return before;
    case Part::Kind::kChoice: {
      uint8_t after = 0;
      for (Part& child : part.children) after |= MarkGapsFrom(child, before);
      return after;
    }
    case Part::Kind::kOptional:
      return before | MarkGapsFrom(part.children[0], before);
    case Part::Kind::kRepeat: {
      const uint8_t once = before | MarkGapsFrom(part.children[0], before);
      return once | MarkGapsFrom(part.children[0], once);
    }
    case Part::Kind::kCapture:
      return MarkGapsFrom(part.children[0], before);
    default:
      return Part::kElsewhere;
  }
}

}  // namespace

bool Consumes(const Part& part) {
  switch (part.kind) {
    case Part::Kind::kGap:
    case Part::Kind::kOptional:
    case Part::Kind::kRepeat:
    case Part::Kind::kSign:
      return false;
    case Part::Kind::kSequence:
      return std::ranges::any_of(part.children, Consumes);
    case Part::Kind::kChoice:
      return std::ranges::all_of(part.children, Consumes);
    case Part::Kind::kCapture:
      return Consumes(part.children[0]);
    default:
      return true;
  }
}

bool HasHead(const Part& part) {
  return part.head || std::ranges::any_of(part.children, HasHead);
}

bool GiveHead(Part& part) {
  if (part.head) return true;
  switch (part.kind) {
    case Part::Kind::kSequence: {
      auto marked = std::ranges::find_if(part.children, HasHead);
      if (marked != part.children.end()) return GiveHead(*marked);
      return std::ranges::any_of(part.children, GiveHead);
    }
    case Part::Kind::kChoice:
      if (!Consumes(part)) return false;
      std::ranges::for_each(part.children, GiveHead);
      return true;
    case Part::Kind::kCapture:
      return GiveHead(part.children[0]);
    case Part::Kind::kGap:
    case Part::Kind::kOptional:
    case Part::Kind::kRepeat:
    case Part::Kind::kSign:
      return false;
    default:
      part.head = true;
      return true;
  }
}

void MarkGaps(Part& phrase) { MarkGapsFrom(phrase, Part::kAtBoundary); }

}  // namespace amends::match

#include "amends/text/commas.h"

#include <algorithm>

namespace amends::text {
namespace {

// A stretch between two commas, or a comma and an edge.
struct Segment {
  uint32_t begin;
  uint32_t end;
  uint32_t size() const { return end - begin; }
};

bool EndsSegment(const SentenceView& view, uint32_t i) {
  if (!view.IsPunctuation(i)) return false;
  return std::string_view("\"'/").find(view.Mark(i)) == std::string_view::npos;
}

Segment SegmentAfter(const SentenceView& view, uint32_t comma) {
  uint32_t end = comma + 1;
  while (end < view.end() && end - comma <= 8 && !EndsSegment(view, end)) ++end;
  return {comma + 1, end};
}

Segment SegmentBefore(const SentenceView& view, uint32_t comma) {
  uint32_t begin = comma;
  while (begin > view.begin() && comma - begin <= 8 && !EndsSegment(view, begin - 1))
    --begin;
  return {begin, comma};
}

template <typename Test>
bool All(Segment segment, Test test) {
  for (uint32_t i = segment.begin; i < segment.end; ++i) {
    if (!test(i)) return false;
  }
  return segment.size() > 0;
}

template <typename Test>
bool Any(Segment segment, Test test) {
  for (uint32_t i = segment.begin; i < segment.end; ++i) {
    if (test(i)) return true;
  }
  return false;
}

// "Ms Lee", "Ana Diaz", "sir", "dear all".
bool IsVocative(const SentenceView& view, Segment segment) {
  if (segment.size() == 0 || segment.size() > 4) return false;
  return All(segment, [&](uint32_t i) {
    return view.IsName(i) || view.Has(i, kVocative | kTitle);
  });
}

// "however", "of course", "for example": short, and made of such words alone.
bool IsAside(const SentenceView& view, Segment segment) {
  if (segment.size() == 0 || segment.size() > 3) return false;
  if (All(segment, [&](uint32_t i) { return view.Has(i, kAside | kAdverb); }))
    return true;
  // "by the way", but not "for that".
  const bool the_way = view.Has(segment.end - 1, kTimeNoun);
  return view.Has(segment.begin, kPreposition | kAs) && All(segment, [&](uint32_t i) {
           if (view.Has(i, kDeterminer | kOtherPronoun) && !the_way) return false;
           return !view.IsName(i) && !view.word(i).is(kNumber) &&
                  (!view.Has(i, kAuxiliary | kSubjectPronoun | kFeeling) ||
                   view.IsAdverb(i));
         });
}

// Words that only name things: nothing that could be a predicate.
bool IsNominal(const SentenceView& view, Segment segment) {
  return All(segment, [&](uint32_t i) {
    if (view.IsCapitalisedModal(i)) return true;
    const uint64_t own = view.flags(i);
    if (own & (kAuxiliary | kSubjectPronoun | kFeeling | kSubordinator | kInterjection |
               kBut | kRelative | kQuestionWord | kTo | kPoliteMarker)) {
      return false;
    }
    if (own & kNotVerb) return true;
    return !(own & (kVerbBase | kVerbThird | kVerbPast | kVerbIng));
  });
}

bool HasSubjectAndVerb(const SentenceView& view, Segment segment) {
  return Any(segment, [&](uint32_t i) {
    return (i == segment.begin || view.Has(i, kSubjectPronoun)) &&
           view.VerbOfSubject(i) != 0;
  });
}

// The first "and" or "or" of a segment; its end if none.
uint32_t FindAnd(const SentenceView& view, Segment segment) {
  uint32_t i = segment.begin;
  while (i < segment.end && !view.Has(i, kAnd)) ++i;
  return i;
}

// "the red, blue and green ones", "checked, fixed and tested": short items without a
// subject of their own, up to an "and".
bool IsEnumeration(const SentenceView& view, uint32_t comma) {
  constexpr uint32_t kLongestItem = 4;
  const Segment after = SegmentAfter(view, comma);
  const uint32_t joint = FindAnd(view, after);
  const Segment item{after.begin, joint};
  if (item.size() > kLongestItem || HasSubjectAndVerb(view, item)) return false;
  if (item.size() == 0) {
    // ", and green ones": the last item.
    const Segment last{joint + 1, after.end};
    return joint < after.end && IsNominal(view, last) && last.size() <= kLongestItem;
  }
  const bool goes_on = joint < after.end || view.IsMark(after.end, ',');
  if (IsNominal(view, item) && goes_on) {
    const Segment last{joint + 1, after.end};
    return joint == after.end || !HasSubjectAndVerb(view, last);
  }
  // Coordinated verbs: "checked, fixed and tested".
  return joint < after.end && item.size() <= 3 &&
         view.Has(item.begin, kVerbPast | kVerbBase) &&
         !view.Has(item.begin, kPoliteMarker) &&
         view.Has(comma - 1, kVerbPast | kVerbBase) && !view.VerbOfSubject(joint + 1);
}

bool IsDateOrPlace(const SentenceView& view, uint32_t comma) {
  const Segment after = SegmentAfter(view, comma);
  if (after.size() == 0 || after.size() > 3 || comma == view.begin()) return false;
  const bool number = view.word(after.begin).is(kNumber);
  const bool named = view.IsName(comma - 1) || view.Has(comma - 1, kTimeNoun) ||
                     view.word(comma - 1).is(kNumber);
  return named && (number || view.IsName(after.begin)) && All(after, [&](uint32_t i) {
           return view.word(i).is(kNumber) || view.IsName(i) ||
                  view.IsCapitalisedModal(i) ||
                  view.Has(i, kTimeNoun | kTo | kPreposition | kDeterminer);
         });
}

}  // namespace

Boundary CommaGrade(const SentenceView& view, uint32_t comma, uint32_t clause_begin,
                    bool predicated) {
  const Segment before = SegmentBefore(view, comma);
  const Segment after = SegmentAfter(view, comma);
  if (IsVocative(view, before) || IsVocative(view, after)) return Boundary::kWeak;
  if (IsAside(view, after) && (after.end == view.end() || EndsSegment(view, after.end))) {
    return Boundary::kWeak;
  }
  const bool aside_before = before.begin > view.begin() && IsAside(view, before);
  if (aside_before && view.IsMark(before.begin - 1, ',')) return Boundary::kWeak;
  if (IsDateOrPlace(view, comma) || IsEnumeration(view, comma)) return Boundary::kWeak;
  // "Unfortunately, it is late", "Hi Ms Lee, we": no clause stands before.
  if (!predicated && !view.Has(clause_begin, kSubordinator) &&
      !view.Has(comma + 1, kRelative)) {
    return Boundary::kWeak;
  }
  return Boundary::kClause;
}

Boundary BracketGrade(const SentenceView& view, uint32_t bracket) {
  constexpr uint32_t kLongestAside = 60;
  uint32_t open = bracket;
  if (view.IsMark(bracket, ')')) {
    while (open > view.begin() && bracket - open < kLongestAside &&
           !view.IsMark(open, '(')) {
      --open;
    }
    if (!view.IsMark(open, '(')) return Boundary::kWeak;
  }
  uint32_t close = open + 1;
  while (close < view.end() && close - open < kLongestAside && !view.IsMark(close, ')')) {
    ++close;
  }
  const Segment inside{open + 1, close};
  return HasSubjectAndVerb(view, inside) ? Boundary::kClause : Boundary::kWeak;
}

}  // namespace amends::text

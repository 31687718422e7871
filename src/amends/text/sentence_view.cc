#include "amends/text/sentence_view.h"

namespace amends::text {
namespace {

constexpr uint32_t kLongestNounPhrase = 6;
constexpr uint64_t kNeverInNounPhrase =
    kSubordinator | kJoiner | kTo | kBut | kSubjectPronoun | kFeeling | kInterjection;

}  // namespace

bool SentenceView::IsName(uint32_t i) const {
  if (i >= end_ || word(i).is(kPunctuation) || word(i).is(kNumber)) return false;
  const bool capital = word(i).is(kCapitalised) || word(i).is(kAllCaps);
  if (!capital) return false;
  const uint64_t own = flags(i);
  if (own & (kFirstName | kTitle)) return true;
  if (word(i).is(kSentenceFirst)) return false;
  return !(own &
           (kFrequent | kSubjectPronoun | kOtherPronoun | kDeterminer | kPreposition |
            kAuxiliary | kAdverb | kAside | kInterjection | kFeeling | kSubordinator));
}

bool SentenceView::IsAdverb(uint32_t i) const {
  if (i >= end_ || word(i).is(kPunctuation)) return false;
  if (word(i).id != kUnknownWord) return Has(i, kAdverb | kNot);
  const std::string_view canon = Canon(i);
  return canon.size() > 4 && canon.ends_with("ly");
}

uint32_t SentenceView::SkipAdverbs(uint32_t i) const {
  for (int skipped = 0; skipped < 3 && IsAdverb(i); ++skipped) ++i;
  return i;
}

bool SentenceView::IsFiniteAfter(uint32_t verb, uint32_t subject) const {
  const uint64_t own = flags(verb);
  const uint64_t who = flags(subject);
  if (own & kIs) {
    return (who & (kOtherPronoun | kSubjectPronoun | kRelative | kQuestionWord)) != 0;
  }
  if (own & (kAuxiliary | kVerbPast)) return true;
  if (who & kSecondPerson) return (own & kVerbBase) && !(own & kNotVerb);
  if (who & kPlural) return false;
  return (own & kVerbThird) != 0;
}

bool SentenceView::IsCapitalisedModal(uint32_t i) const {
  return Has(i, kModal) && word(i).is(kCapitalised) && !word(i).is(kSentenceFirst);
}

bool SentenceView::BeginsOrder(uint32_t i) const {
  if (!Has(i, kVerbBase) || Has(i, kPreposition | kElliptic)) return false;
  if (i > begin_ && Has(i - 1, kPoliteMarker)) return true;
  if (Has(i, kNotVerb)) {
    if (Has(i + 1, kOtherPronoun) && !Has(i + 1, kDeterminer)) {
      return !IsFiniteAfter(SkipAdverbs(i + 2), i + 1);
    }
    return Has(i + 1, kDeterminer | kObjectPronoun | kTo) ||
           (i + 1 < end_ && word(i + 1).is(kNumber) && Has(i, kVerbBase));
  }
  // "return shipping is free": a noun in spite of its form.
  return !Has(i + 1, kAuxiliary) || Has(i + 1, kIs | kDo | kHave);
}

uint32_t SentenceView::VerbOfSubject(uint32_t i) const {
  i = SkipAdverbs(i);
  const uint64_t own = flags(i);
  if (own & kSubjectPronoun) return i + 1;
  if ((own & kOtherPronoun) &&
      !((own & kUnclear) && !IsAdverb(i + 1) && !IsFiniteAfter(i + 1, i))) {
    const uint32_t verb = SkipAdverbs(i + 1);
    return IsFiniteAfter(verb, i) ? verb : 0;
  }
  if ((own & kDeterminer) || IsName(i) || (i < end_ && word(i).is(kNumber))) {
    return VerbOfNounPhrase(i);
  }
  return 0;
}

uint32_t SentenceView::VerbOfNounPhrase(uint32_t i) const {
  uint32_t nouns = Has(i, kDeterminer) ? 0 : 1;
  for (uint32_t at = i + 1; at < end_ && at <= i + kLongestNounPhrase; ++at) {
    const uint64_t own = flags(at);
    if (own & kIs) {
      // "the driver 's van" owns, "the driver 's late" is: a noun or an adjective
      // decides.
      if (nouns > 0 &&
          (IsAdverb(at + 1) || Has(at + 1, kVerbIng | kVerbParticiple | kFeeling |
                                               kDeterminer | kPreposition))) {
        return at;
      }
      nouns = 0;
      continue;
    }
    if (IsCapitalisedModal(at)) {
      ++nouns;
      continue;
    }
    if (own & kAuxiliary) return nouns > 0 ? at : 0;
    if (IsPunctuation(at)) return 0;
    if (nouns > 0 && (own & kVerbPast)) return at;
    if (nouns > 0 && (own & kVerbThird) && !(own & kNotVerb)) return at;
    if (own & kNeverInNounPhrase) return 0;
    if (own & kOtherPronoun) return 0;
    if ((own & kDeterminer) && !Has(at - 1, kPreposition | kDeterminer)) return 0;
    if ((own & kPreposition) && nouns == 0) return 0;
    if (!(own & (kPreposition | kDeterminer | kAdjective)) && !IsAdverb(at)) ++nouns;
  }
  return 0;
}

}  // namespace amends::text

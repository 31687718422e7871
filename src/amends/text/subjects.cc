#include "amends/text/subjects.h"

namespace amends::text {
namespace {

class SubjectReader {
 public:
  explicit SubjectReader(const SentenceView& clause) : view_(clause) {}

  Subject Read() {
    uint32_t i = SkipLead(view_.begin());
    if (i >= view_.end()) return relative_ ? Subject::kThird : Subject::kNone;
    const uint64_t flags = view_.flags(i);
    if (const Subject subject = PronounAt(i); subject != Subject::kNone) return subject;
    if (flags & kOtherPronoun) {
      if (IsSubject(i)) return Subject::kThird;
      if (!(flags & kDeterminer)) return Subject::kNone;
    }
    if (flags & kAuxiliary) return Inverted(i);
    if (relative_ && view_.Has(i, kFinite)) return Subject::kThird;
    if ((flags & kOur) && view_.Has(i + 1, kTeamNoun)) return Subject::kWe;
    if (flags & (kFeeling | kElliptic)) return Subject::kNone;
    if (view_.BeginsOrder(i)) return Subject::kImperative;
    if (Coordinated(i)) return Subject::kWe;
    return Scan(i);
  }

 private:
  // Past punctuation, conjunctions, adverbs, greetings and names spoken to.
  uint32_t SkipLead(uint32_t i) {
    for (; i < view_.end(); ++i) {
      const uint64_t flags = view_.flags(i);
      if (view_.IsPunctuation(i) || view_.word(i).is(kSymbol)) continue;
      if ((flags & kThat) && !SubjectAfter(i + 1)) {
        relative_ = view_.Has(view_.SkipAdverbs(i + 1), kFinite);
        if (relative_) continue;
        return i;
      }
      if (flags & (kRelative | kQuestionWord)) {
        relative_ = true;
        continue;
      }
      if (flags & kInterjection && !(flags & kFeeling)) continue;
      if (IsSpokenTo(i)) continue;
      if ((flags & kOpeners) && !(flags & kOtherPronoun)) {
        fronted_ |= (flags & kPreposition) != 0;
        continue;
      }
      if ((flags & kThat)) continue;
      if (flags & kPoliteMarker) continue;
      if (view_.IsAdverb(i) && !(flags & (kOtherPronoun | kAuxiliary)) && !(flags & kNot))
        continue;
      return i;
    }
    return i;
  }

  // A name set off by a comma.
  bool IsSpokenTo(uint32_t i) const {
    if (!view_.IsName(i) && !view_.Has(i, kVocative)) return false;
    uint32_t at = i;
    while (view_.IsName(at) || view_.Has(at, kVocative) ||
           (view_.IsMark(at, '.') && view_.Has(at - 1, kTitle))) {
      ++at;
    }
    return view_.IsMark(at, ',') || view_.IsMark(at, '-');
  }

  bool SubjectAfter(uint32_t i) const {
    return view_.VerbOfSubject(i) != 0 ||
           view_.Has(view_.SkipAdverbs(i), kSubjectPronoun | kSecondPerson);
  }

  Subject PronounAt(uint32_t i) const {
    const uint64_t flags = view_.flags(i);
    if (flags & kFirstPerson) return Subject::kI;
    if (flags & kFirstPlural) return Subject::kWe;
    if (flags & kSecondPerson) {
      return view_.Has(i + 1, kAnd) && view_.Has(i + 2, kFirstPerson) ? Subject::kWe
                                                                      : Subject::kYou;
    }
    if (flags & kSubjectPronoun) return Subject::kThird;
    return Subject::kNone;
  }

  bool IsSubject(uint32_t i) const {
    const uint32_t verb = view_.SkipAdverbs(i + 1);
    return view_.Has(verb, kFinite) ||
           (view_.Has(i, kOtherPronoun) && i + 1 < view_.end() &&
            view_.Has(verb, kVerbBase));
  }

  // "could I", "did you", "is the parcel"; "do not send" and "have a look" are orders.
  Subject Inverted(uint32_t i) const {
    const uint64_t flags = view_.flags(i);
    uint32_t next = i + 1;
    if ((flags & kDo) && view_.Has(next, kNot) &&
        !view_.Has(next + 1, kSubjectPronoun | kOtherPronoun | kDeterminer)) {
      return Subject::kImperative;
    }
    next = view_.SkipAdverbs(next);
    if ((flags & kHave) && view_.Has(next, kDeterminer) && view_.Canon(next) == "a") {
      return Subject::kImperative;
    }
    if (const Subject subject = PronounAt(next); subject != Subject::kNone)
      return subject;
    if ((view_.Has(next, kOur)) && view_.Has(next + 1, kTeamNoun)) return Subject::kWe;
    if (view_.Has(next, kDeterminer | kOtherPronoun) || view_.IsName(next))
      return Subject::kThird;
    if ((flags & kDo) && view_.Has(next, kVerbBase)) return Subject::kImperative;
    return relative_ ? Subject::kThird : Subject::kNone;
  }

  // "Ana and I checked"
  bool Coordinated(uint32_t i) const {
    for (uint32_t at = i + 1; at < view_.end() && at <= i + 4; ++at) {
      if (view_.Has(at, kFinite)) return false;
      if (view_.Has(at, kAnd)) return view_.Has(at + 1, kFirstPerson | kFirstPlural);
    }
    return false;
  }

  // The first pronoun that has its verb, or a noun before a finite verb.
  Subject Scan(uint32_t i) const {
    const bool fronted = fronted_ ||
                         view_.Has(i, kPreposition | kVerbIng | kVerbParticiple) ||
                         view_.Has(i, kTo) || view_.word(i).is(kNumber);
    const bool time = view_.Has(i, kTimeNoun | kAdjective) ||
                      view_.Has(i + 1, kTimeNoun) || view_.Has(i + 2, kTimeNoun);
    bool noun = false;
    for (uint32_t at = i; at < view_.end(); ++at) {
      const uint64_t flags = view_.flags(at);
      if (flags & kFeeling) return Subject::kNone;
      const bool restarts =
          at > i && (view_.IsMark(at - 1, ',') || (flags & kPoliteMarker));
      if (fronted && restarts && IsOrderAt(at)) return Subject::kImperative;
      if (at > i && (flags & (kSubjectPronoun | kSecondPerson)) && (fronted || time)) {
        if (!(flags & kSecondPerson) ||
            view_.Has(view_.SkipAdverbs(at + 1), kFinite | kVerbBase)) {
          return PronounAt(at);
        }
      }
      if ((flags & kFinite) && noun && !((flags & kNotVerb) && !(flags & kAuxiliary))) {
        if ((flags & kIs) && !Has(at + 1)) continue;
        return Subject::kThird;
      }
      if (!(flags & (kPreposition | kDeterminer | kFinite)) && !view_.IsPunctuation(at)) {
        noun = true;
      }
    }
    return Subject::kNone;
  }

  bool IsOrderAt(uint32_t i) const {
    return view_.BeginsOrder(view_.Has(i, kPoliteMarker) ? i + 1 : i);
  }

  // Whether "'s" before i is a verb.
  bool Has(uint32_t i) const {
    return view_.IsAdverb(i) || view_.Has(i, kVerbIng | kVerbParticiple | kDeterminer |
                                                 kPreposition | kFeeling);
  }

  const SentenceView& view_;
  bool relative_ = false;
  bool fronted_ = false;  // the clause begins with a preposition
};

}  // namespace

Subject SubjectOf(const SentenceView& clause) { return SubjectReader(clause).Read(); }

}  // namespace amends::text

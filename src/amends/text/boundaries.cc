#include "amends/text/boundaries.h"

#include <algorithm>

#include "amends/text/commas.h"
#include "amends/text/sentence_view.h"

namespace amends::text {
namespace {

// Reads one sentence from left to right, holding what the clause so far has.
class BoundaryReader {
 public:
  BoundaryReader(const WordTable& table, Draft& draft, const Sentence& sentence)
      : view_(table, draft, sentence.begin, sentence.end),
        words_(draft.text.words),
        clause_begin_(sentence.begin) {}

  void Read() {
    words_[view_.begin()].before = Boundary::kSentence;
    for (uint32_t i = view_.begin(); i < view_.end(); ++i) {
      const uint64_t flags = view_.flags(i);
      if (words_[i].is(kPunctuation)) {
        ReadPunctuation(i);
        continue;
      }
      if (view_.layout(i) & kEmoji) continue;
      if (pending_ != Boundary::kNone) TakePending(i);
      if (resumes_ && (flags & kFinite) && ResumesAt(i, flags))
        Resume(i);
      else if (i > clause_begin_ && (flags & kInteresting))
        ReadWord(i, flags);
      else if (i > clause_begin_ && after_sorry_ && view_.IsName(i))
        ReadNounSubject(i);
      Note(i, flags);
    }
  }

 private:
  static constexpr uint64_t kInteresting = kOpeners | kSubjectPronoun | kOtherPronoun |
                                           kDeterminer | kAuxiliary | kPoliteMarker;

  void ReadPunctuation(uint32_t i) {
    const Boundary grade = GradeOf(i);
    if (i > view_.begin()) words_[i].before = std::max(words_[i].before, grade);
    pending_ = std::max(pending_, grade);
  }

  Boundary GradeOf(uint32_t i) {
    const bool last = i + 1 == view_.end();
    switch (view_.Mark(i)) {
      case ',':
        return CommaGrade(view_, i, clause_begin_, predicated_);
      case '(':
      case ')':
        return BracketGrade(view_, i);
      case ';':
      case ':':
        return Boundary::kClause;
      case '.':
      case '!':
      case '?':
        if (last || view_.Canon(i) != ".") return Boundary::kClause;
        // The dot of an abbreviation is nothing.
        if (view_.Has(i - 1, kTitle)) return Boundary::kNone;
        return view_.Has(i - 1, kAbbreviation) && !words_[i + 1].is(kCapitalised)
                   ? Boundary::kNone
                   : Boundary::kClause;
      case '-': {
        const bool spaced = view_.layout(i) & (kBlankBefore | kBlankAfter);
        const bool range = !spaced && i > view_.begin() && words_[i - 1].is(kNumber);
        return range ? Boundary::kNone : Boundary::kClause;
      }
      default:
        return Boundary::kNone;
    }
  }

  void TakePending(uint32_t i) {
    words_[i].before = std::max(words_[i].before, pending_);
    // After a greeting or a fronted adverb the clause proper begins, without a boundary.
    if (pending_ == Boundary::kWeak && !predicated_) clause_begin_ = i;
    if (pending_ == Boundary::kClause) Begin(i);
    pending_ = Boundary::kNone;
  }

  // "the driver who brought it was new": after a relative clause whose noun still waits
  // for its verb, a second verb goes on with the first clause.
  bool ResumesAt(uint32_t i, uint64_t flags) const {
    if (verbs_ == 0 || (flags & kIs) || ((flags & kNotVerb) && !(flags & kAuxiliary)))
      return false;
    uint32_t before = i - 1;
    while (before > clause_begin_ && view_.IsAdverb(before)) --before;
    return !view_.Has(before, kAuxiliary | kSubjectPronoun | kSecondPerson | kRelative |
                                  kAnd | kOpeners) &&
           !(view_.Has(i, kVerbParticiple) && !view_.Has(i, kAuxiliary) &&
             view_.Has(before, kFinite));
  }

  void Resume(uint32_t i) {
    words_[i].before = Boundary::kClause;
    Begin(i);
  }

  void Begin(uint32_t i) {
    resumes_ = false;
    verbs_ = 0;
    clause_begin_ = i;
    predicated_ = false;
    after_sorry_ = false;
  }

  // A clause opens at i, or before the conjunctions and adverbs that lead up to it.
  void Open(uint32_t i) {
    while (i > clause_begin_ + 1 && view_.Has(i - 1, kOpeners) &&
           words_[i - 1].before != Boundary::kClause && view_.Has(i - 1, kAnd | kBut)) {
      --i;
    }
    if (i <= clause_begin_ || OnlyOpenersSince(i)) return;
    const bool waits = !predicated_ && WaitsForVerb();
    words_[i].before = std::max(words_[i].before, Boundary::kClause);
    Begin(i);
    resumes_ = waits;
  }

  // A clause that is a noun phrase so far: "the driver".
  bool WaitsForVerb() const {
    uint32_t first = clause_begin_;
    while (view_.Has(first, kOpeners | kInterjection) || view_.IsPunctuation(first))
      ++first;
    return view_.Has(first, kDeterminer) || view_.IsName(first);
  }

  // "but if", "and when": the conjunctions belong to one clause.
  bool OnlyOpenersSince(uint32_t i) const {
    for (uint32_t at = clause_begin_; at < i; ++at) {
      if (!view_.Has(at, kOpeners) && !words_[at].is(kPunctuation) &&
          !(view_.Has(at, kOpenerModifier) || view_.Has(at, kPoliteMarker))) {
        return false;
      }
    }
    return true;
  }

  void ReadWord(uint32_t i, uint64_t flags) {
    if (flags & kBut) return ReadBut(i);
    if (flags & kSubordinator) return ReadSubordinator(i);
    if ((flags & kJoiner) && ReadJoiner(i, flags)) return;
    if (flags & kAuxiliary) return ReadInversion(i, flags);
    if (flags & kSubjectPronoun) return ReadPronoun(i);
    if ((flags & kOtherPronoun) && ReadOtherPronoun(i, flags)) return;
    if (flags & kDeterminer) return ReadNounSubject(i);
  }

  void ReadBut(uint32_t i) {
    if (view_.Has(i - 1, kBeforeBut)) return;
    // "not only quick but cheap"
    for (uint32_t at = i; at > clause_begin_ && i - at < 8; --at) {
      if (view_.Has(at - 1, kNot) && view_.Canon(at) == "only") return;
    }
    if (view_.Has(i + 1, kFor)) return;
    Open(i);
  }

  void ReadSubordinator(uint32_t i) {
    if (view_.Has(i + 1, kOf)) return;  // because of the rain
    if (i + 1 == view_.end() || words_[i + 1].is(kPunctuation)) return;  // ", though."
    uint32_t from = i;
    if (view_.Has(i - 1, kOpenerModifier)) --from;
    Open(from);
  }

  // True where the joiner is read; false where it may be a pronoun or a determiner.
  bool ReadJoiner(uint32_t i, uint64_t flags) {
    const uint32_t next = view_.SkipAdverbs(i + 1);
    if (flags & (kRelative | kQuestionWord)) return ReadRelative(i);
    if (flags & kThat) return ReadThat(i);
    if ((flags & kAnd) && (!predicated_ || Coordinates(i))) {
      return true;
    }
    if ((flags & kAnd) && view_.Has(i + 1, kElliptic | kFeeling)) {
      Open(i);  // "sorry for that and thank you"
      return true;
    }
    // "and please call": a new request.
    if ((flags & kAnd) && view_.Has(i + 1, kPoliteMarker) &&
        view_.Has(i + 2, kVerbBase) && !imperative_) {
      Open(i);
      return true;
    }
    if (view_.VerbOfSubject(next) != 0 || IsInvertedAt(next) ||
        view_.VerbOfSubject(i + 1) != 0) {
      uint32_t from = i;
      if ((flags & kAs) && i >= clause_begin_ + 2 && view_.Has(i - 2, kAs)) from = i - 2;
      if (from == i && i > clause_begin_ && view_.Has(i - 1, kOpenerModifier) &&
          !(flags & kAnd)) {
        --from;
      }
      Open(from);
    }
    return true;
  }

  // "you and I", "the label and the box": the second half of one subject or object whose
  // verb still comes, told by the pronoun standing right behind a name or a pronoun.
  bool Coordinates(uint32_t i) const {
    return view_.Has(i + 1, kFirstPerson) &&
           (view_.IsName(i - 1) || view_.Has(i - 1, kOtherPronoun));
  }

  bool IsInvertedAt(uint32_t i) const {
    return view_.Has(i, kAuxiliary) && !view_.Has(i, kIs) &&
           view_.Has(view_.SkipAdverbs(i + 1), kSubjectPronoun | kSecondPerson);
  }

  bool ReadRelative(uint32_t i) {
    const uint32_t next = view_.SkipAdverbs(i + 1);
    const bool verb =
        view_.Has(next, kFinite) || view_.VerbOfSubject(i + 1) != 0 || IsInvertedAt(next);
    if (!verb && !view_.Has(i, kRelative)) return true;
    if (view_.Has(i + 1, kTo)) return true;
    const bool after_preposition = view_.Has(i - 1, kPreposition) &&
                                   view_.Has(i, kRelative) && i - 1 > clause_begin_;
    Open(after_preposition ? i - 1 : i);
    return true;
  }

  bool ReadThat(uint32_t i) {
    if (view_.VerbOfSubject(i + 1) != 0 && !view_.Has(i - 1, kDeterminer)) {
      const bool of_modifier = view_.Has(i - 1, kOpenerModifier);
      Open(of_modifier ? i - 1 : i);
      return true;
    }
    const uint32_t verb = view_.SkipAdverbs(i + 1);
    if (view_.Has(i - 1, kPreposition)) return true;
    if (view_.Has(verb, kFinite) && !view_.Has(verb, kNotVerb)) {
      Open(i);
      return true;
    }
    if (!view_.Has(i - 1, kFeeling | kSaying)) return false;
    if (view_.VerbOfSubject(i) != 0) Open(i);
    return true;
  }

  // "sorry can I have": a question after a clause.
  void ReadInversion(uint32_t i, uint64_t flags) {
    if (!predicated_ || (flags & kIs) || !IsInvertedAt(i)) return;
    const uint64_t before = view_.flags(i - 1);
    if (before & (kSubjectPronoun | kOtherPronoun | kQuestionWord | kRelative | kOpeners))
      return;
    if (verbs_ > 0 && !(before & (kFeeling | kVocative))) return;
    Open(i);
  }

  void ReadPronoun(uint32_t i) {
    uint32_t before = i - 1;
    while (before > clause_begin_ && view_.IsAdverb(before)) --before;
    const uint64_t flags = view_.flags(before);
    if ((flags & kAuxiliary) && !(flags & kIs) && IsInvertedAux(before)) return;
    if ((flags & kAnd) || view_.Has(i - 1, kAnd)) return;
    if (!predicated_ && !ReducedRelative(i)) return;
    Open(i);
  }

  // The auxiliary has no subject before it, so the pronoun behind it is its subject.
  bool IsInvertedAux(uint32_t i) const {
    return i == clause_begin_ || !view_.Has(i - 1, kSubjectPronoun | kOtherPronoun);
  }

  // "the parcel we sent", but "this morning we sent".
  bool ReducedRelative(uint32_t i) const {
    uint32_t first = clause_begin_;
    while (first < i && (view_.Has(first, kOpeners | kInterjection) ||
                         words_[first].is(kPunctuation))) {
      if (view_.Has(first, kPreposition)) return false;  // "after the call I wrote"
      ++first;
    }
    return view_.Has(first, kDeterminer) && i > first + 1 &&
           !view_.Has(i - 1, kTimeNoun) && !view_.IsAdverb(i - 1) &&
           !view_.Has(i - 1, kAnd);
  }

  bool ReadOtherPronoun(uint32_t i, uint64_t flags) {
    if (resumes_ && verbs_ > 0) return true;  // "who brought it was"
    const uint64_t before = view_.flags(i - 1);
    const uint32_t verb = view_.SkipAdverbs(i + 1);
    const bool base_after_you = (flags & kSecondPerson) && view_.Has(verb, kVerbBase) &&
                                (before & (kFeeling | kSaying));
    if (!base_after_you && !view_.IsFiniteAfter(verb, i)) return false;
    if (before & (kPreposition | kTo | kAnd)) return (before & kAnd) != 0;
    if ((before & kAuxiliary) && !(before & kIs) && IsInvertedAux(i - 1)) return true;
    const bool saying = (before & (kFeeling | kSaying)) != 0;
    if ((flags & kSecondPerson) && !view_.Has(verb, kAuxiliary | kVerbPast) && !saying)
      return true;
    // "keep you updated", "get it fixed"
    if (!view_.Has(verb, kAuxiliary) && view_.Has(verb, kVerbParticiple) &&
        (before & kCausative) && !saying) {
      return true;
    }
    if (!predicated_ && !ReducedRelative(i)) return true;
    Open(i);
    return true;
  }

  // "sorry the driver was late", "I understand your parcel is lost".
  void ReadNounSubject(uint32_t i) {
    const bool one_between =
        view_.IsAdverb(i - 1) || view_.Has(i - 1, kObjectPronoun | kSecondPerson);
    const bool said =
        view_.Has(i - 1, kFeeling | kSaying) ||
        (one_between && i > clause_begin_ + 1 && view_.Has(i - 2, kFeeling | kSaying));
    // "when we checked the box was empty": the main clause after one that was put first.
    const bool after_fronted = verbs_ > 0 &&
                               view_.Has(clause_begin_, kSubordinator | kJoiner) &&
                               words_[clause_begin_].before != Boundary::kClause;
    if ((said || after_fronted) && view_.VerbOfSubject(i) != 0) Open(i);
  }

  void Note(uint32_t i, uint64_t flags) {
    // Whoever says "we" goes on with a verb, known or not.
    if (flags & kSubjectPronoun) predicated_ = true;
    if (!(flags & (kFeeling | kElliptic | kFinite | kVerbBase))) {
      if (after_sorry_ && !view_.IsAdverb(i)) after_sorry_ = false;
      return;
    }
    if ((flags & kFeeling) || ((flags & kElliptic) && i == clause_begin_)) {
      predicated_ = true;
      after_sorry_ = true;
      return;
    }
    // "if you like": a noun or a verb is a verb after these.
    const bool sure =
        view_.Has(i - 1, kSubjectPronoun | kSecondPerson | kTo | kAuxiliary) &&
        i > clause_begin_;
    const bool base_verb =
        (flags & kVerbBase) &&
        (sure || (i == clause_begin_ && view_.BeginsOrder(i)) ||
         (!(flags & kNotVerb) && i > clause_begin_ &&
          view_.Has(i - 1, kPoliteMarker | kOpeners | kOtherPronoun | kNot | kAdverb)));
    if ((flags & kModal) && view_.IsCapitalisedModal(i)) return;
    // "to help you, we": a purpose put first is no clause.
    if (i == clause_begin_ + 1 && view_.Has(clause_begin_, kTo)) return;
    // "as promised" has no subject.
    if (!(flags & kAuxiliary) && (flags & kVerbParticiple) && i > clause_begin_ &&
        view_.Has(i - 1, kSubordinator | kJoiner) &&
        !view_.Has(i - 1, kAnd | kThat | kRelative | kQuestionWord)) {
      return;
    }
    if ((flags & kFinite & ~kIs) || base_verb || ((flags & kIs) && i > view_.begin())) {
      const bool noun = (flags & kNotVerb) && !(flags & (kAuxiliary | kVerbPast));
      if (noun && !base_verb) return;
      predicated_ = true;
      ++verbs_;
      after_sorry_ = (flags & kSaying) != 0;
      imperative_ = i == clause_begin_ && base_verb;
      return;
    }
    if (!view_.IsAdverb(i)) after_sorry_ = false;
  }

  SentenceView view_;
  std::vector<Word>& words_;
  uint32_t clause_begin_;
  Boundary pending_ = Boundary::kNone;
  bool resumes_ = false;
  bool predicated_ = false;
  bool after_sorry_ = false;
  bool imperative_ = false;
  uint32_t verbs_ = 0;
};

}  // namespace

void MarkBoundaries(const WordTable& table, Draft& draft, size_t first_sentence) {
  for (size_t s = first_sentence; s < draft.text.sentences.size(); ++s) {
    BoundaryReader(table, draft, draft.text.sentences[s]).Read();
  }
}

}  // namespace amends::text

#include "amends/conversation/case_notes.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/conversation/failure.h"
#include "amends/conversation/word_marks.h"

namespace amends::conversation {
namespace {

using input::FailureKind;
using input::Role;

constexpr std::string_view kDone = "done";  // the kind of a grant

// The sentences that say by when, by number, with the words that do.
using Dues = std::map<uint32_t, Evidence>;

class NoteTaker {
 public:
  NoteTaker(const input::Facts& facts, std::span<const Reading> turns,
            std::span<const Meaning> meanings, Situation& situation)
      : facts_(facts), turns_(turns), meanings_(meanings), situation_(situation) {}

  void TakeAll() {
    for (uint32_t i = 0; i < turns_.size(); ++i) NoteTurn(i);
    situation_.accepted = Accepted();
    situation_.repeated = Repeated();
    situation_.failure_kind = KindOfFailure();
    situation_.severity = Severity();
    situation_.phase = PhaseOfCase();
  }

 private:
  bool Bears(const Found& found, Sign sign) const {
    return meanings_[found.detector].sign == sign;
  }
  bool Bears(const Reading& turn, Sign sign) const {
    return std::ranges::any_of(turn.found,
                               [&](const Found& found) { return Bears(found, sign); });
  }

  void NoteTurn(uint32_t number);
  Dues DuesOf(uint32_t number) const;
  bool Accepts(uint32_t number) const;
  WordMarks MarksOf(Sign sign, const Reading& turn) const;
  Answer Accepted() const;
  Answer Repeated();
  std::optional<FailureKind> KindOfFailure() const;
  std::optional<int> Severity() const;
  bool Apologises(const Reading& turn) const;
  Phase PhaseOfCase() const;
  bool IsNoted(Topic topic) const {
    return std::ranges::find(situation_.notes, topic, &Note::topic) !=
           situation_.notes.end();
  }

  const input::Facts& facts_;
  std::span<const Reading> turns_;
  std::span<const Meaning> meanings_;
  Situation& situation_;
};

// Of several in a sentence the first found counts.
Dues NoteTaker::DuesOf(uint32_t number) const {
  const Reading& turn = turns_[number];
  Dues dues;
  for (const Found& found : turn.found) {
    if (!Bears(found, Sign::kDue)) continue;
    dues.try_emplace(turn.sentence_of[found.words.begin],
                     EvidenceOf(number, turn, found.words));
  }
  return dues;
}

// The words of all that bears the sign.
WordMarks NoteTaker::MarksOf(Sign sign, const Reading& turn) const {
  WordMarks marks(turn);
  for (const Found& found : turn.found) {
    if (Bears(found, sign)) marks.Set(found.words);
  }
  return marks;
}

// Of several notes on one topic that overlap, the first counts, and takes the words of
// all; what one of them calls done is done.
void NoteTaker::NoteTurn(uint32_t number) {
  const Reading& turn = turns_[number];
  const Dues dues = DuesOf(number);
  const WordMarks open = MarksOf(Sign::kOpen, turn);
  std::vector<Note> notes;
  for (const Found& found : turn.found) {
    const Meaning& meaning = meanings_[found.detector];
    if (!meaning.topic || found.words.begin == found.words.end) continue;
    if (meaning.topic == Topic::kPromise && open.Touch(found.words)) continue;
    Note note{*meaning.topic, std::string(meaning.kind),
              EvidenceOf(number, turn, found.words)};
    if (meaning.sign == Sign::kMended) note.kind = kDone;
    if (note.topic == Topic::kPromise) {
      const auto due = dues.find(turn.sentence_of[found.words.begin]);
      if (due != dues.end()) note.due = due->second;
    }
    notes.push_back(std::move(note));
  }
  std::ranges::stable_sort(notes, {}, [](const Note& note) {
    return std::pair(note.topic, note.where.span.start);
  });
  std::vector<Note> kept;
  for (Note& note : notes) {
    Note* last = kept.empty() ? nullptr : &kept.back();
    if (last != nullptr && last->topic == note.topic &&
        note.where.span.start < last->where.span.end) {
      last->where.span.end = std::max(last->where.span.end, note.where.span.end);
      if (note.kind == kDone) last->kind = kDone;
      continue;
    }
    kept.push_back(std::move(note));
  }
  std::ranges::stable_sort(kept, {}, [](const Note& note) { return note.where; });
  std::ranges::move(kept, std::back_inserter(situation_.notes));
}

// Whether the turn holds a note of acceptance. Notes stand in the order of the turns.
bool NoteTaker::Accepts(uint32_t number) const {
  const auto turn_of = [](const Note& note) { return note.where.turn; };
  const auto first = std::ranges::lower_bound(situation_.notes, number, {}, turn_of);
  const auto last =
      std::ranges::upper_bound(first, situation_.notes.end(), number, {}, turn_of);
  return std::ranges::find(first, last, Topic::kAcceptance, &Note::topic) != last;
}

// The customer's last word on it counts.
Answer NoteTaker::Accepted() const {
  if (facts_.apology_accepted) {
    return *facts_.apology_accepted ? Answer::kYes : Answer::kNo;
  }
  bool answered = false;  // an agent has said sorry or mended it
  Answer accepted = Answer::kUnknown;
  for (uint32_t i = 0; i < turns_.size(); ++i) {
    const Reading& turn = turns_[i];
    if (turn.role == Role::kAgent) {
      answered = answered || Bears(turn, Sign::kSorry) || Bears(turn, Sign::kMended);
      continue;
    }
    if (!answered) continue;
    if (Accepts(i)) {
      accepted = Answer::kYes;
    } else if (Bears(turn, Sign::kTrouble)) {
      accepted = Answer::kNo;
    }
  }
  return accepted;
}

// The record says so, the customer does, or trouble comes again after a repair.
Answer NoteTaker::Repeated() {
  if (situation_.failure == Answer::kNo) return Answer::kNo;
  bool mended = false;
  for (uint32_t i = 0; i < turns_.size(); ++i) {
    const Reading& turn = turns_[i];
    for (const Found& found : turn.found) {
      if (turn.role == Role::kAgent) {
        mended = mended || Bears(found, Sign::kMended);
      } else if (Bears(found, Sign::kAgain) || (mended && Bears(found, Sign::kTrouble))) {
        situation_.repeat_signs.push_back(EvidenceOf(i, turn, found.words));
      }
    }
  }
  std::ranges::sort(situation_.repeat_signs);
  if (facts_.repeat_failures) {
    return *facts_.repeat_failures > 0 ? Answer::kYes : Answer::kNo;
  }
  return situation_.repeat_signs.empty() ? Answer::kUnknown : Answer::kYes;
}

std::optional<FailureKind> KindOfComplaint(std::string_view kind) {
  if (kind == "safety") return FailureKind::kSafety;
  if (kind == "money") return FailureKind::kMoney;
  if (kind == "waits" || kind == "deed" || kind == "leaves") return FailureKind::kProcess;
  if (kind == "fails" || kind == "poor") return FailureKind::kOutcome;
  return std::nullopt;
}

// Danger goes before money, money before the rest; of that what is told most.
std::optional<FailureKind> NoteTaker::KindOfFailure() const {
  if (facts_.failure_kind) return facts_.failure_kind;
  if (situation_.failure != Answer::kYes) return std::nullopt;
  std::array<int, 4> told{};
  for (const Reading& turn : turns_) {
    for (const Found& found : turn.found) {
      if (!Bears(found, Sign::kTrouble)) continue;
      const auto kind = KindOfComplaint(meanings_[found.detector].kind);
      if (kind) ++told[static_cast<size_t>(*kind)];
    }
  }
  const auto count = [&](FailureKind kind) { return told[static_cast<size_t>(kind)]; };
  for (FailureKind grave : {FailureKind::kSafety, FailureKind::kMoney}) {
    if (count(grave) > 0) return grave;
  }
  const int outcome = count(FailureKind::kOutcome);
  const int process = count(FailureKind::kProcess);
  if (outcome == 0 && process == 0) return std::nullopt;
  return outcome >= process ? FailureKind::kOutcome : FailureKind::kProcess;
}

std::optional<int> NoteTaker::Severity() const {
  if (facts_.severity) return facts_.severity;
  if (situation_.failure == Answer::kNo) return 0;
  if (situation_.failure == Answer::kUnknown) return std::nullopt;
  if (situation_.failure_kind == FailureKind::kSafety) return 3;
  const bool hurts = IsNoted(Topic::kLoss) || IsNoted(Topic::kFeeling) ||
                     situation_.repeated == Answer::kYes;
  return hurts ? 2 : 1;
}

// Whether the turn says sorry for what went wrong: not for something small, and not only
// out of sympathy.
bool NoteTaker::Apologises(const Reading& turn) const {
  const WordMarks small = MarksOf(Sign::kSmall, turn);
  return std::ranges::any_of(turn.found, [&](const Found& found) {
    return meanings_[found.detector].topic == Topic::kApology &&
           !small.Touch(found.words);
  });
}

Phase NoteTaker::PhaseOfCase() const {
  if (situation_.failure != Answer::kYes) return Phase::kNone;
  if (facts_.resolved.value_or(false) || situation_.accepted == Answer::kYes) {
    return Phase::kDocument;
  }
  const bool sorry = std::ranges::any_of(turns_, [&](const Reading& turn) {
    return turn.role == Role::kAgent && Apologises(turn);
  });
  if (!sorry) return Phase::kApologise;
  const bool mending = std::ranges::any_of(turns_, [&](const Reading& turn) {
    return turn.role == Role::kAgent &&
           (Bears(turn, Sign::kMending) || Bears(turn, Sign::kMended));
  });
  return mending ? Phase::kFix : Phase::kReview;
}

}  // namespace

bool TellsOfTheCase(std::string_view move) {
  const Meaning meaning = MeaningOf(move);
  return meaning.sign != Sign::kNone || meaning.topic.has_value();
}

void NoteCase(const input::Facts& facts, std::span<const Reading> turns,
              std::span<const Meaning> meanings, Situation& situation) {
  NoteTaker(facts, turns, meanings, situation).TakeAll();
}

}  // namespace amends::conversation

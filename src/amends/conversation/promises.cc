#include "amends/conversation/promises.h"

#include <algorithm>
#include <optional>
#include <string>

namespace amends::conversation {
namespace {

using input::Role;

constexpr size_t kTellingWord = 4;  // bytes; shorter ones say “get”, “you”
// Longer ones that say as little, in canonical form.
constexpr std::string_view kLightWords[] = {"will", "have", "been", "your", "that",
                                            "this", "with", "when", "from"};

class Ledger {
 public:
  Ledger(std::span<const Reading> turns, std::span<const Meaning> meanings,
         std::string_view now, const Calendar& calendar, Situation& situation)
      : turns_(turns),
        meanings_(meanings),
        now_(input::ReadMoment(now)),
        calendar_(calendar),
        situation_(situation) {}

  void Keep() {
    bool open = false;
    for (Note& note : situation_.notes) {
      if (note.topic != Topic::kPromise) continue;
      note.due_by = DueOf(note);
      note.kept = KeptOf(note);
      if (note.kept == Answer::kNo && !IsAnswered(note)) {
        situation_.overdue = Answer::kYes;
      }
      open = open || (note.kept == Answer::kUnknown && !note.due_by && !IsOfDraft(note));
    }
    if (situation_.overdue != Answer::kYes && !open) situation_.overdue = Answer::kNo;
  }

 private:
  bool IsOfDraft(const Note& note) const { return note.where.turn + 1 == turns_.size(); }
  // The draft is written now.
  std::optional<input::Moment> TimeOf(size_t turn) const {
    return turn + 1 == turns_.size() ? now_ : input::ReadMoment(turns_[turn].at);
  }
  bool IsLate(const Note& note, size_t turn) const {
    const std::optional<input::Moment> time = TimeOf(turn);
    return note.due_by && time && time->utc() > note.due_by->utc();
  }
  bool Bears(const Reading& turn, Sign sign) const {
    return std::ranges::any_of(turn.found, [&](const Found& found) {
      return meanings_[found.detector].sign == sign;
    });
  }

  std::optional<input::Moment> DueOf(const Note& note) const;
  Answer KeptOf(const Note& note) const;
  bool IsAnswered(const Note& note) const;
  bool Takes(size_t turn) const;
  bool StillWaits(const Reading& turn, const Note& note) const;
  bool Names(const Reading& turn, match::Range words, const Note& note) const;

  std::span<const Reading> turns_;
  std::span<const Meaning> meanings_;
  std::optional<input::Moment> now_;
  const Calendar& calendar_;
  Situation& situation_;
};

// The words that tell the time, and those up to the next mark: "by 6 pm | on 2 June".
std::optional<input::Moment> Ledger::DueOf(const Note& note) const {
  const std::optional<input::Moment> said = TimeOf(note.where.turn);
  if (!said || !note.due) return std::nullopt;
  const std::string_view source = turns_[note.due->turn].source;
  const text::Span words = note.due->span;
  const std::string_view rest = source.substr(words.end);
  const size_t end = std::min(rest.find(". "), rest.find_first_of(",;!?()\n"));
  const size_t length = words.length() + std::min(end, rest.size());
  return DueBy(source.substr(words.start, length), *said, calendar_);
}

bool Ledger::Takes(size_t turn) const {
  return std::ranges::any_of(situation_.notes, [&](const Note& note) {
    return note.topic == Topic::kAcceptance && note.where.turn == turn;
  });
}

// Whether the customer says that nothing has come. Of a promise without a time only where
// it is named: “your call”, after “I'll call you”.
bool Ledger::StillWaits(const Reading& turn, const Note& note) const {
  return std::ranges::any_of(turn.found, [&](const Found& found) {
    const Meaning& meaning = meanings_[found.detector];
    const bool waits = meaning.sign == Sign::kTrouble && meaning.kind == "waits";
    return waits && (note.due || Names(turn, found.words, note));
  });
}

// Whether the sentence of the words holds a long word of the promise.
bool Ledger::Names(const Reading& turn, match::Range words, const Note& note) const {
  const Reading& promised = turns_[note.where.turn];
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[words.begin]];
  for (const text::Word& word : promised.text.words) {
    if (!note.where.span.contains(word.span)) continue;
    const std::string_view canon = promised.text.Canon(word);
    if (canon.size() < kTellingWord || std::ranges::count(kLightWords, canon) > 0)
      continue;
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      if (turn.text.Canon(turn.text.words[i]) == canon) return true;
    }
  }
  return false;
}

// What comes after it tells, turn by turn: what was mended or taken was kept, if it came
// in time; what the customer still waits for, and was named or due, was not.
Answer Ledger::KeptOf(const Note& note) const {
  for (size_t i = note.where.turn + 1; i < turns_.size(); ++i) {
    const Reading& turn = turns_[i];
    const bool draft = i + 1 == turns_.size();
    if (IsLate(note, i)) return Answer::kNo;
    if (turn.role == Role::kCustomer) {
      if (Takes(i)) return Answer::kYes;
      if (StillWaits(turn, note)) return Answer::kNo;
    } else if (!draft && Bears(turn, Sign::kMended)) {
      return Answer::kYes;
    }
  }
  return Answer::kUnknown;
}

// Whether an agent has written since it was broken, before the draft.
bool Ledger::IsAnswered(const Note& note) const {
  bool broken = false;
  for (size_t i = note.where.turn + 1; i + 1 < turns_.size(); ++i) {
    const Reading& turn = turns_[i];
    broken = broken || IsLate(note, i) ||
             (turn.role == Role::kCustomer && StillWaits(turn, note));
    if (broken && turn.role == Role::kAgent) return true;
  }
  return false;
}

}  // namespace

void KeepLedger(std::span<const Reading> turns, std::span<const Meaning> meanings,
                std::string_view now, const Calendar& calendar, Situation& situation) {
  Ledger(turns, meanings, now, calendar, situation).Keep();
}

}  // namespace amends::conversation

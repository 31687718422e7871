#include "amends/conversation/failure.h"

#include <algorithm>
#include <vector>

#include "amends/conversation/word_marks.h"

namespace amends::conversation {
namespace {

// A review that praises so much more than it complains is content, in spite of its
// gripes.
constexpr size_t kLeastPraise = 3;
constexpr size_t kPraisePerTrouble = 2;

// A wish, or something that was a little poor: a gripe, if there is praise for each.
bool IsMild(std::string_view kind) { return kind == "poor"; }

// What a customer who takes the blame, or blames nobody, may well be telling of himself.
// What the firm did stays what it did.
bool IsExcused(const Meaning& trouble, bool own) {
  const std::string_view kind = trouble.kind;
  if (trouble.topic) return own;  // a loss, a feeling
  return kind == "fails" || kind == "poor" || kind == "trouble" || kind == "asks" ||
         (own && kind == "strong");
}

// Whether a complaint of the kind says what the firm did, and not only what came of it.
bool IsDeedOfTheFirm(std::string_view kind) {
  return kind == "deed" || kind == "waits" || kind == "money";
}

// What the thread shows, with where it does.
struct Seen {
  std::vector<Evidence> trouble;  // of the customer, in turns that are not content
  std::vector<Evidence> deeds;    // of the firm, as the customer tells them
  std::vector<Evidence> owned;
  std::vector<Evidence> sorry;  // for more than something small
  std::vector<Evidence> checks;
  bool gripe = false;    // of the customer, in a turn that is content or blames nobody
  bool own = false;      // the customer's own doing
  bool content = false;  // a turn of the customer
  bool calm = false;     // of the customer
};

// What a turn of the customer tells.
struct Trouble {
  std::vector<match::Range> grave;
  std::vector<match::Range> mild;
  bool strong = false;   // in words that nobody uses who is content
  bool excused = false;  // there is more, for which nobody but the customer is blamed
};

// Whether the praise outweighs it.
bool IsContent(size_t praise, const Trouble& trouble) {
  const size_t mild = trouble.mild.size() * (trouble.strong ? kPraisePerTrouble : 1);
  const size_t weight = trouble.grave.size() * kPraisePerTrouble + mild;
  if (praise >= kLeastPraise && praise > weight) return true;
  return trouble.grave.empty() && mild > 0 && praise >= mild;
}

class Reader {
 public:
  explicit Reader(std::span<const Meaning> meanings) : meanings_(meanings) {}

  void Read(uint32_t number, const Reading& turn) {
    if (turn.role == input::Role::kCustomer) {
      ReadCustomer(number, turn);
    } else {
      ReadAgent(number, turn);
    }
  }

  const Seen& seen() const { return seen_; }

 private:
  // The stretches of the turn that bear the sign; of those that overlap the first found.
  std::vector<match::Range> WordsOf(Sign sign, const Reading& turn) const {
    std::vector<match::Range> all;
    WordMarks counted(turn);
    for (const Found& found : turn.found) {
      if (meanings_[found.detector].sign != sign || counted.Touch(found.words)) continue;
      counted.Set(found.words);
      all.push_back(found.words);
    }
    return all;
  }

  bool Has(Sign sign, std::string_view kind, const Reading& turn) const {
    return std::ranges::any_of(turn.found, [&](const Found& found) {
      const Meaning& meaning = meanings_[found.detector];
      return meaning.sign == sign && meaning.kind == kind;
    });
  }

  // The trouble of the turn, grave before mild; of what overlaps the first found. What is
  // excused is left out.
  Trouble TroubleOf(const Reading& turn) const {
    const bool own = Has(Sign::kCalm, "own", turn);
    const bool mild = Has(Sign::kCalm, "mild", turn);
    Trouble trouble;
    WordMarks counted(turn);
    for (const bool gripes : {false, true}) {
      for (const Found& found : turn.found) {
        const Meaning& meaning = meanings_[found.detector];
        if (meaning.sign != Sign::kTrouble || IsMild(meaning.kind) != gripes) continue;
        if ((own || mild) && IsExcused(meaning, own)) {
          trouble.excused = true;
          continue;
        }
        if (counted.Touch(found.words)) continue;
        counted.Set(found.words);
        (gripes ? trouble.mild : trouble.grave).push_back(found.words);
        trouble.strong |= meaning.kind == "strong";
      }
    }
    return trouble;
  }

  void ReadCustomer(uint32_t number, const Reading& turn) {
    const Trouble trouble = TroubleOf(turn);
    const size_t praise = WordsOf(Sign::kPraise, turn).size();
    const bool content = IsContent(praise, trouble);
    const bool any = !trouble.grave.empty() || !trouble.mild.empty();
    seen_.own |= Has(Sign::kCalm, "own", turn);
    seen_.gripe |= (content && any) || (trouble.excused && !any);
    seen_.content |= content;
    seen_.calm |= praise > 0 || !WordsOf(Sign::kCalm, turn).empty();
    if (content) return;
    for (const auto* all : {&trouble.grave, &trouble.mild}) {
      for (match::Range words : *all) {
        seen_.trouble.push_back(EvidenceOf(number, turn, words));
      }
    }
    for (const Found& found : turn.found) {
      const Meaning& meaning = meanings_[found.detector];
      if (meaning.sign == Sign::kTrouble && IsDeedOfTheFirm(meaning.kind)) {
        seen_.deeds.push_back(EvidenceOf(number, turn, found.words));
      }
    }
  }

  void ReadAgent(uint32_t number, const Reading& turn) {
    WordMarks small(turn);
    for (match::Range words : WordsOf(Sign::kSmall, turn)) small.Set(words);
    for (const Found& found : turn.found) {
      const Sign sign = meanings_[found.detector].sign;
      if (sign == Sign::kSorry && small.Touch(found.words)) continue;
      std::vector<Evidence>* all = sign == Sign::kOwned   ? &seen_.owned
                                   : sign == Sign::kSorry ? &seen_.sorry
                                   : sign == Sign::kCheck ? &seen_.checks
                                                          : nullptr;
      if (all != nullptr) all->push_back(EvidenceOf(number, turn, found.words));
    }
  }

  std::span<const Meaning> meanings_;
  Seen seen_;
};

// What shows that something has gone wrong.
std::vector<Evidence> SignsOfFailure(const Seen& seen) {
  std::vector<Evidence> signs = seen.trouble;
  const auto add = [&signs](const std::vector<Evidence>& more) {
    signs.insert(signs.end(), more.begin(), more.end());
  };
  add(seen.owned);
  const bool delighted = seen.content && !seen.gripe;  // what is there to be sorry for?
  const bool pity = seen.own && seen.trouble.empty();  // sorry for the customer's luck
  if (!delighted && !pity) add(seen.sorry);
  if (!seen.calm) add(seen.checks);
  std::ranges::sort(signs);
  return signs;
}

Answer From(bool fact) { return fact ? Answer::kYes : Answer::kNo; }

}  // namespace

bool TellsOfFailure(std::string_view move) {
  switch (MeaningOf(move).sign) {
    case Sign::kTrouble:
    case Sign::kPraise:
    case Sign::kCalm:
    case Sign::kOwned:
    case Sign::kSorry:
    case Sign::kSmall:
    case Sign::kCheck:
      return true;
    default:
      return false;
  }
}

Evidence EvidenceOf(uint32_t turn, const Reading& reading, match::Range words) {
  return {turn, reading.text.SpanOf(words.begin, words.end)};
}

Situation ReadFailure(const input::Facts& facts, std::span<const Reading> turns,
                      std::span<const Meaning> meanings) {
  Reader reader(meanings);
  for (uint32_t i = 0; i < turns.size(); ++i) reader.Read(i, turns[i]);
  const Seen& seen = reader.seen();
  Situation situation;
  std::vector<Evidence> signs = SignsOfFailure(seen);
  if (facts.failure) {
    situation.failure = From(*facts.failure);
  } else if (!signs.empty() || facts.company_at_fault.value_or(false) ||
             facts.severity.value_or(0) > 0) {
    situation.failure = Answer::kYes;
  } else if (seen.calm) {
    situation.failure = Answer::kNo;
  }
  if (situation.failure == Answer::kYes) situation.failure_signs = std::move(signs);
  if (facts.company_at_fault) {
    situation.fault = From(*facts.company_at_fault);
  } else if (situation.failure == Answer::kNo) {
    situation.fault = Answer::kNo;
  } else if (!seen.owned.empty() || !seen.deeds.empty()) {
    situation.fault = Answer::kYes;
  }
  if (situation.fault == Answer::kYes) {
    situation.fault_signs = seen.deeds;
    situation.fault_signs.insert(situation.fault_signs.end(), seen.owned.begin(),
                                 seen.owned.end());
    std::vector<Evidence>& own = situation.fault_signs;
    std::ranges::sort(own);
    own.erase(std::unique(own.begin(), own.end()), own.end());
  }
  return situation;
}

}  // namespace amends::conversation

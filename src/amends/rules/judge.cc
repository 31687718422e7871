#include "amends/rules/judge.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "amends/conversation/case_notes.h"
#include "amends/conversation/failure.h"
#include "amends/conversation/promises.h"
#include "amends/input/series.h"
#include "amends/rules/condition_check.h"
#include "amends/rules/reason.h"

namespace amends::rules {

using conversation::Found;
using conversation::kNoMatch;
using conversation::Reading;
using match::Match;
using match::Range;

namespace {

// Memory that serves one conversation after the other.
struct Workspace {
  match::Scratch scratch;
  std::vector<Match> matches;
  std::vector<Found> candidates;
};

class Judgment {
 public:
  // Goes on from the turns that are judged.
  Judgment(const Rulebook& rulebook, const input::Conversation& conversation,
           const Without& without, std::vector<Reading> judged, Workspace& space,
           bool with_silences = false)
      : rulebook_(rulebook),
        without_(without),
        with_silences_(with_silences),
        matcher_(rulebook.lexicon()),
        conversation_(conversation),
        space_(space),
        judgement_{std::move(judged), {}, {}, {}},
        check_(rulebook, conversation, judgement_.turns) {}

  void ReadThread() {
    judgement_.turns.reserve(conversation_.context.size() + 1);
    for (const input::Turn& turn : conversation_.context) {
      const text::Span all{0, static_cast<uint32_t>(turn.text.size())};
      Read(turn.role, turn.text, std::span(&all, 1));
      this->turn().at = turn.at;
      Decide();
    }
  }

  void ReadDraft() {
    in_draft_ = true;
    Read(input::Role::kAgent, conversation_.text, input::OwnSpans(conversation_));
    Decide();
    CollectHits();
  }

  Judgement Take() { return std::move(judgement_); }

 private:
  void Read(input::Role role, std::string_view source,
            std::span<const text::Span> regions);
  void Take(Reading& turn);
  void Decide();
  void DecideUnprompted(uint32_t number);
  void Consider(uint32_t number, std::span<const Match> matches, uint32_t first);
  void CollectFromMoves(uint32_t number);
  void Accept(uint32_t number);
  bool IsCancelled(uint32_t number, Range words, uint32_t head);
  bool Holds(uint32_t number, const Site& site);
  bool IsToldWhy(uint32_t number) const;
  std::string WhyNot(const Condition& condition, const Site& site);
  bool IsCancelledBy(const UnlessPhrase& unless, Range words, uint32_t head);
  void CollectHits();
  bool Yields(const Hit& hit);
  bool GoesBefore(uint32_t other, const Hit& hit) const;

  Reading& turn() { return judgement_.turns.back(); }

  const Rulebook& rulebook_;
  const Without& without_;
  bool with_silences_;
  bool in_draft_ = false;
  match::Matcher matcher_;
  const input::Conversation& conversation_;
  Workspace& space_;
  Judgement judgement_;
  ConditionCheck check_;
};

void Judgment::Read(input::Role role, std::string_view source,
                    std::span<const text::Span> regions) {
  Reading& turn = judgement_.turns.emplace_back();
  turn.role = role;
  turn.source = source;
  turn.text = rulebook_.analyzer().Analyze(source, regions);
  turn.sentence_of.resize(turn.text.words.size());
  for (uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
    const text::Sentence& sentence = turn.text.sentences[i];
    std::fill(turn.sentence_of.begin() + sentence.begin,
              turn.sentence_of.begin() + sentence.end, i);
  }
  if (role == input::Role::kAgent) Take(turn);
  const match::PhraseSet& phrases = role == input::Role::kCustomer
                                        ? rulebook_.customer_phrases()
                                        : rulebook_.agent_phrases();
  for (const text::Sentence& sentence : turn.text.sentences) {
    matcher_.Find(phrases, turn.text, sentence, turn.taken, space_.scratch, turn.matches);
  }
  std::ranges::stable_sort(turn.matches, {}, &Match::owner);
}

// Marks the words that are there for something else.
void Judgment::Take(Reading& turn) {
  const match::PhraseSet& phrases = rulebook_.suppressor_phrases();
  if (phrases.size() == 0) return;
  std::vector<Match>& matches = space_.matches;
  matches.clear();
  for (const text::Sentence& sentence : turn.text.sentences) {
    matcher_.Find(phrases, turn.text, sentence, {}, space_.scratch, matches);
  }
  if (matches.empty()) return;
  turn.taken.assign(turn.text.words.size(), 0);
  for (const Match& match : matches) {
    if (match.owner == without_.suppressor) continue;
    Range words = match.words;
    const auto& names = phrases.program(match.phrase).captures;
    for (size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "taken" && match.captures[i].begin < match.captures[i].end) {
        words = match.captures[i];
      }
    }
    std::fill(turn.taken.begin() + words.begin, turn.taken.begin() + words.end, 1);
  }
}

// Asks every detector of the turn in order.
void Judgment::Decide() {
  const std::vector<Match>& matches = turn().matches;
  auto unprompted = rulebook_.unprompted().begin();
  const auto end = rulebook_.unprompted().end();
  const bool agent = turn().role == input::Role::kAgent;
  for (size_t first = 0; first < matches.size();) {
    const uint32_t number = matches[first].owner;
    for (; agent && unprompted != end && *unprompted < number; ++unprompted) {
      DecideUnprompted(*unprompted);
    }
    size_t last = first;
    while (last < matches.size() && matches[last].owner == number) ++last;
    Consider(number, std::span(matches).subspan(first, last - first),
             static_cast<uint32_t>(first));
    first = last;
  }
  for (; agent && unprompted != end; ++unprompted) DecideUnprompted(*unprompted);
}

void Judgment::DecideUnprompted(uint32_t number) {
  const Detector& detector = rulebook_.detectors()[number];
  std::vector<Found>& candidates = space_.candidates;
  candidates.clear();
  if (detector.kind == Detector::Kind::kCase) {
    if (in_draft_) {
      conversation::NoteCase(conversation_.facts, judgement_.turns, rulebook_.meanings(),
                             judgement_.situation);
      conversation::KeepLedger(judgement_.turns, rulebook_.meanings(), conversation_.now,
                               rulebook_.calendar(), judgement_.situation);
    }
    return;
  }
  if (detector.kind == Detector::Kind::kFailure) {
    judgement_.situation = conversation::ReadFailure(
        conversation_.facts, judgement_.turns, rulebook_.meanings());
    return;
  }
  if (detector.whole_reply) {
    if (input::IsWholeReply(conversation_) && !turn().text.words.empty()) {
      candidates.push_back({number, {}, 0, kNoMatch});
    }
  } else {
    CollectFromMoves(number);
  }
  Accept(number);
}

// The moves that the rule stands on, in the order of the text; of those that overlap the
// one that starts first.
void Judgment::CollectFromMoves(uint32_t number) {
  const Detector& detector = rulebook_.detectors()[number];
  std::vector<Found>& candidates = space_.candidates;
  for (uint32_t move : detector.on_moves) {
    for (const Found& found : turn().FoundBy(move)) {
      const bool cancelled =
          found.match != kNoMatch && IsCancelled(number, found.words, found.head);
      if (!cancelled)
        candidates.push_back({number, found.words, found.head, found.match});
    }
  }
  std::ranges::stable_sort(candidates, {},
                           [](const Found& found) { return found.words.begin; });
  const auto repeated = std::unique(candidates.begin(), candidates.end(),
                                    [](const Found& kept, const Found& next) {
                                      return kept.words.overlaps(next.words);
                                    });
  candidates.erase(repeated, candidates.end());
}

void Judgment::Consider(uint32_t number, std::span<const Match> matches, uint32_t first) {
  std::vector<Found>& candidates = space_.candidates;
  candidates.clear();
  for (size_t i = 0; i < matches.size(); ++i) {
    if (IsCancelled(number, matches[i].words, matches[i].head)) continue;
    candidates.push_back(
        {number, matches[i].words, matches[i].head, first + static_cast<uint32_t>(i)});
  }
  Accept(number);
}

// Takes those candidates for which the conditions hold.
void Judgment::Accept(uint32_t number) {
  const Detector& detector = rulebook_.detectors()[number];
  Site site{static_cast<uint32_t>(judgement_.turns.size() - 1), {}, space_.candidates};
  std::vector<Found>& found = turn().found;
  for (const Found& candidate : space_.candidates) {
    site.found = candidate;
    if (!Holds(number, site)) continue;
    found.push_back(candidate);
    if (detector.counts_itself) return;
  }
}

// Whether all conditions of a detector hold at the site.
bool Judgment::Holds(uint32_t number, const Site& site) {
  const std::vector<Condition>& where = rulebook_.detectors()[number].where;
  const auto failed = std::ranges::find_if_not(where, [&](const Condition& condition) {
    return check_.Holds(condition, site, judgement_.situation);
  });
  if (failed == where.end()) return true;
  if (IsToldWhy(number)) {
    judgement_.silences.push_back({number, site.found.words, WhyNot(*failed, site)});
  }
  return false;
}

// Whether its silences are asked for.
bool Judgment::IsToldWhy(uint32_t number) const {
  return with_silences_ && in_draft_ &&
         rulebook_.detectors()[number].kind == Detector::Kind::kRule;
}

std::string Judgment::WhyNot(const Condition& condition, const Site& site) {
  const auto holds = [&](const Condition& part) {
    return check_.Holds(part, site, judgement_.situation);
  };
  return rules::WhyNot(condition, rulebook_, judgement_.situation, holds);
}

bool Judgment::IsCancelled(uint32_t number, Range words, uint32_t head) {
  const std::vector<UnlessPhrase>& all = rulebook_.detectors()[number].unless;
  const auto unless = std::ranges::find_if(all, [&](const UnlessPhrase& each) {
    return each.phrase != without_.unless && IsCancelledBy(each, words, head);
  });
  if (unless == all.end()) return false;
  if (IsToldWhy(number)) {
    judgement_.silences.push_back({number, words, unless->because});
  }
  return true;
}

bool Judgment::IsCancelledBy(const UnlessPhrase& unless, Range words, uint32_t head) {
  const Reading& read = turn();
  const text::Sentence& sentence = read.text.sentences[read.sentence_of[words.begin]];
  Range starts{sentence.begin, sentence.end};
  Range ends = starts;
  switch (unless.scope) {
    case pack::UnlessScope::kHead:
      starts.end = head + 1;
      ends.begin = head + 1;
      break;
    case pack::UnlessScope::kAfterHead:
      starts = {head + 1, head + 2};
      break;
    case pack::UnlessScope::kAfter:
      starts = {words.end, words.end + 1};
      break;
    case pack::UnlessScope::kBefore:
      starts.end = words.begin;
      ends = {words.begin, words.begin};
      break;
    case pack::UnlessScope::kClause:
      starts = {read.text.clauses[read.ClauseOf(words.begin)].begin,
                read.text.clauses[read.ClauseOf(words.end - 1)].end};
      ends = starts;
      break;
    case pack::UnlessScope::kSentence:
      break;
  }
  return matcher_.Matches(rulebook_.unless_phrases(), unless.phrase, read.text, sentence,
                          starts, ends, read.taken, space_.scratch);
}

// Detectors come after those they yield to, so that these have spoken or not.
void Judgment::CollectHits() {
  for (const Found& found : turn().found) {
    if (rulebook_.detectors()[found.detector].kind != Detector::Kind::kRule) continue;
    const Hit hit{found.detector, found.words, found.head, found.match};
    if (!Yields(hit)) judgement_.hits.push_back(hit);
  }
}

// Whether a hit that goes before this one overlaps it.
bool Judgment::Yields(const Hit& hit) {
  const std::vector<uint32_t>& others = rulebook_.detectors()[hit.detector].yields_to;
  const auto before = std::ranges::find_if(
      others, [&](uint32_t other) { return GoesBefore(other, hit); });
  if (before == others.end()) return false;
  if (IsToldWhy(hit.detector)) {
    const std::string& other = rulebook_.detectors()[*before].id;
    judgement_.silences.push_back({hit.detector, hit.words, other + " says it"});
  }
  return true;
}

// Whether a hit of the other detector overlaps. Two about the whole reply overlap.
bool Judgment::GoesBefore(uint32_t other, const Hit& hit) const {
  const std::vector<Hit>& hits = judgement_.hits;
  const auto first = std::ranges::lower_bound(hits, other, {}, &Hit::detector);
  const auto last = std::ranges::upper_bound(hits, other, {}, &Hit::detector);
  const auto at = std::ranges::upper_bound(
      first, last, hit.words.begin, {}, [](const Hit& each) { return each.words.end; });
  if (at == last) {
    return hit.match == kNoMatch && first != last && first->match == kNoMatch;
  }
  return at->words.begin < hit.words.end;
}

Workspace& SpaceOfThisThread() {
  thread_local Workspace space;
  return space;
}

}  // namespace

Judgement Judge(const Rulebook& rulebook, const input::Conversation& conversation,
                const Without& without, bool with_silences) {
  Judgment judgment(rulebook, conversation, without, {}, SpaceOfThisThread(),
                    with_silences);
  judgment.ReadThread();
  judgment.ReadDraft();
  return judgment.Take();
}

Judgement JudgeDraft(const Rulebook& rulebook, const input::Conversation& conversation,
                     std::vector<Reading> thread) {
  const Without nothing;
  Judgment judgment(rulebook, conversation, nothing, std::move(thread),
                    SpaceOfThisThread());
  judgment.ReadDraft();
  return judgment.Take();
}

}  // namespace amends::rules

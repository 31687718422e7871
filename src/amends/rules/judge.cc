#include "amends/rules/judge.h"

#include <algorithm>
#include <span>
#include <utility>

#include "amends/rules/condition_check.h"

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
  Judgment(const Rulebook& rulebook, const input::Conversation& conversation,
           const Without& without, Workspace& space)
      : rulebook_(rulebook),
        without_(without),
        matcher_(rulebook.lexicon()),
        conversation_(conversation),
        space_(space),
        check_(rulebook, conversation, judgement_.turns) {}

  Judgement Run() {
    judgement_.turns.reserve(conversation_.context.size() + 1);
    for (const input::Turn& turn : conversation_.context) {
      const text::Span all{0, static_cast<uint32_t>(turn.text.size())};
      Read(turn.role, turn.text, std::span(&all, 1));
      Decide();
    }
    Read(input::Role::kAgent, conversation_.text, OwnRegions());
    Decide();
    CollectHits();
    return std::move(judgement_);
  }

 private:
  std::vector<text::Span> OwnRegions() const;
  void Read(input::Role role, std::string_view source, std::span<const text::Span> regions);
  void Take(Reading& turn);
  void Decide();
  void DecideUnprompted(uint32_t number);
  void Consider(uint32_t number, std::span<const Match> matches, uint32_t first);
  void Accept(uint32_t number);
  bool IsCancelled(const Detector& detector, const Reading& turn, const Match& match);
  void CollectHits();
  bool Yields(const Hit& hit) const;

  Reading& turn() { return judgement_.turns.back(); }

  const Rulebook& rulebook_;
  const Without& without_;
  match::Matcher matcher_;
  const input::Conversation& conversation_;
  Workspace& space_;
  Judgement judgement_;
  ConditionCheck check_;
};

std::vector<text::Span> Judgment::OwnRegions() const {
  if (conversation_.blocks.empty()) {
    return {{0, static_cast<uint32_t>(conversation_.text.size())}};
  }
  std::vector<text::Span> regions;
  for (const input::Block& block : conversation_.blocks) {
    if (block.kind == input::BlockKind::kOwn) regions.push_back(block.span);
  }
  return regions;
}

void Judgment::Read(input::Role role, std::string_view source,
                    std::span<const text::Span> regions) {
  Reading& turn = judgement_.turns.emplace_back();
  turn.role = role;
  turn.source = source;
  turn.text = rulebook_.analyzer().Analyze(source, regions);
  turn.sentence_of.resize(turn.text.words.size());
  for (uint32_t i = 0; i < turn.text.sentences.size(); ++i) {
    const text::Sentence& sentence = turn.text.sentences[i];
    std::fill(turn.sentence_of.begin() + sentence.begin, turn.sentence_of.begin() + sentence.end,
              i);
  }
  Take(turn);
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
  if (detector.kind == Detector::Kind::kSituation) {
    judgement_.situation = conversation::ReadSituation(conversation_.facts, judgement_.turns,
                                                       rulebook_.signs());
    return;
  }
  if (detector.whole_reply) {
    if (conversation_.whole && !turn().text.words.empty()) {
      candidates.push_back({number, {}, 0, kNoMatch});
    }
  } else {
    for (const Found& found : turn().found) {
      if (detector.on_moves[found.detector]) {
        candidates.push_back({number, found.words, found.head, found.match});
      }
    }
  }
  Accept(number);
}

void Judgment::Consider(uint32_t number, std::span<const Match> matches, uint32_t first) {
  const Detector& detector = rulebook_.detectors()[number];
  std::vector<Found>& candidates = space_.candidates;
  candidates.clear();
  for (size_t i = 0; i < matches.size(); ++i) {
    if (IsCancelled(detector, turn(), matches[i])) continue;
    candidates.push_back(
        {number, matches[i].words, matches[i].head, first + static_cast<uint32_t>(i)});
  }
  Accept(number);
}

// Takes those candidates for which the conditions hold.
void Judgment::Accept(uint32_t number) {
  const Detector& detector = rulebook_.detectors()[number];
  Site site{static_cast<uint32_t>(judgement_.turns.size() - 1), {}, detector.whole_reply,
            space_.candidates};
  std::vector<Found>& found = turn().found;
  for (const Found& candidate : space_.candidates) {
    site.found = candidate;
    if (!check_.Holds(detector.where, site, judgement_.situation)) continue;
    found.push_back(candidate);
    if (detector.counts_itself) return;
  }
}

bool Judgment::IsCancelled(const Detector& detector, const Reading& turn, const Match& match) {
  std::vector<Match>& others = space_.matches;
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[match.words.begin]];
  for (const UnlessPhrase& unless : detector.unless) {
    if (unless.phrase == without_.unless) continue;
    Range starts{sentence.begin, sentence.end};
    const uint32_t last = match.words.end - 1;
    Range inside = starts;
    switch (unless.scope) {
      case pack::UnlessScope::kHead:
        starts.end = match.head + 1;
        break;
      case pack::UnlessScope::kAfterHead:
        starts = {match.head + 1, match.head + 2};
        break;
      case pack::UnlessScope::kAfter:
        starts = {match.words.end, match.words.end + 1};
        break;
      case pack::UnlessScope::kBefore:
        starts.end = match.words.begin;
        break;
      case pack::UnlessScope::kClause:
        inside = {turn.text.clauses[turn.ClauseOf(match.words.begin)].begin,
                  turn.text.clauses[turn.ClauseOf(last)].end};
        starts = inside;
        break;
      case pack::UnlessScope::kSentence:
        break;
    }
    others.clear();
    matcher_.FindFrom(rulebook_.unless_phrases(), unless.phrase, turn.text, sentence, starts,
                      turn.taken, space_.scratch, others);
    const bool cancelled = std::ranges::any_of(others, [&](const Match& other) {
      switch (unless.scope) {
        case pack::UnlessScope::kHead:
          return other.words.begin <= match.head && match.head < other.words.end;
        case pack::UnlessScope::kBefore:
          return other.words.end == match.words.begin;
        default:
          return other.words.end <= inside.end;
      }
    });
    if (cancelled) return true;
  }
  return false;
}

void Judgment::CollectHits() {
  std::vector<Hit> all;
  for (const Found& found : turn().found) {
    if (rulebook_.detectors()[found.detector].kind != Detector::Kind::kRule) continue;
    all.push_back({found.detector, found.words, found.head, found.match});
  }
  judgement_.hits = std::move(all);
  std::vector<Hit> kept;
  for (const Hit& hit : judgement_.hits) {
    if (!Yields(hit)) kept.push_back(hit);
  }
  judgement_.hits = std::move(kept);
}

// Whether another hit overlaps this one and goes before it.
bool Judgment::Yields(const Hit& hit) const {
  const pack::Rule& rule = *rulebook_.detectors()[hit.detector].rule;
  if (rule.yields_to.empty()) return false;
  return std::ranges::any_of(judgement_.hits, [&](const Hit& other) {
    return other.words.overlaps(hit.words) &&
           std::ranges::find(rule.yields_to, rulebook_.detectors()[other.detector].id) !=
               rule.yields_to.end();
  });
}

}  // namespace

Judgement Judge(const Rulebook& rulebook, const input::Conversation& conversation,
                const Without& without) {
  thread_local Workspace space;
  return Judgment(rulebook, conversation, without, space).Run();
}

}  // namespace amends::rules

#include "amends/rules/condition_check.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <limits>
#include <optional>

namespace amends::rules {

using conversation::Found;
using conversation::Reading;
using match::Range;
using Kind = pack::Condition::Kind;
using Where = pack::Within::Where;

namespace {

constexpr size_t kShortestTellingWord = 3;  // bytes of the stem
constexpr uint32_t kLongestSignOff = 8;     // words of a line under a closing
constexpr uint32_t kNever = std::numeric_limits<uint32_t>::max();

bool HasBit(uint32_t bits, size_t bit) { return (bits >> bit & 1) != 0; }

// The word without the endings of plurals and verbs, so that "kettles" meets "kettle".
std::string_view StemOf(std::string_view word) {
  for (std::string_view ending : {"ing", "ed", "es", "s"}) {
    if (word.size() > ending.size() + 2 && word.ends_with(ending)) {
      word.remove_suffix(ending.size());
      break;
    }
  }
  if (word.size() > 3 && word.ends_with('e')) word.remove_suffix(1);
  return word;
}

std::optional<bool> AnswerOf(pack::Fact fact, const input::Facts& facts) {
  switch (fact) {
    case pack::Fact::kCompanyAtFault:
      return facts.company_at_fault;
    case pack::Fact::kFailure:
      return facts.failure;
    case pack::Fact::kApologyAccepted:
      return facts.apology_accepted;
    case pack::Fact::kFirstReply:
      return facts.first_reply;
    case pack::Fact::kAlertSent:
      return facts.alert_sent;
    case pack::Fact::kResolved:
      return facts.resolved;
    default:
      return std::nullopt;
  }
}

std::optional<double> NumberOf(pack::Fact fact, const input::Facts& facts) {
  switch (fact) {
    case pack::Fact::kSeverity:
      return facts.severity;
    case pack::Fact::kMinutesSinceReport:
      return facts.minutes_since_report;
    case pack::Fact::kRepeatFailures:
      return facts.repeat_failures;
    default:
      return std::nullopt;
  }
}

// A number that is not known holds nothing.
bool HasFact(const Condition& condition, const input::Facts& facts) {
  if (pack::IsNumber(condition.fact)) {
    const std::optional<double> number = NumberOf(condition.fact, facts);
    return number && *number >= condition.at_least && *number <= condition.at_most;
  }
  const std::optional<bool> answer = AnswerOf(condition.fact, facts);
  const auto known = !answer   ? conversation::Answer::kUnknown
                     : *answer ? conversation::Answer::kYes
                               : conversation::Answer::kNo;
  return HasBit(condition.values, static_cast<size_t>(known));
}

// "number" of "N.ask-id.number"; empty for other moves.
std::string_view KindAskedFor(std::string_view move) {
  constexpr std::string_view kAsk = "N.ask-id.";
  return move.starts_with(kAsk) ? move.substr(kAsk.size()) : std::string_view();
}

// Whether I, we or you do something in one of the clauses.
bool OneOfUsActs(const Reading& turn, Range words) {
  using enum text::Subject;
  for (uint32_t i = turn.ClauseOf(words.begin); i < turn.text.clauses.size(); ++i) {
    const text::Clause& clause = turn.text.clauses[i];
    if (clause.begin >= words.end) break;
    if (clause.subject == kI || clause.subject == kWe || clause.subject == kYou)
      return true;
  }
  return false;
}

// Where the names that follow a closing end: short lines in which neither
// writer nor reader acts.
uint32_t EndOfSignOff(const Reading& turn, uint32_t end_of_closing) {
  const auto& sentences = turn.text.sentences;
  uint32_t end = end_of_closing;
  for (uint32_t i = turn.sentence_of[end - 1]; i < sentences.size(); ++i) {
    const Range line{std::max(end, sentences[i].begin), sentences[i].end};
    if (line.begin == line.end) continue;
    if (line.end - line.begin > kLongestSignOff || OneOfUsActs(turn, line)) break;
    end = line.end;
  }
  return end;
}

}  // namespace

bool ConditionCheck::Holds(const Condition& condition, const Site& site,
                           const conversation::Situation& situation) {
  switch (condition.kind) {
    case Kind::kAny:
      return Count(condition.ids, condition.within, site, false) > 0;
    case Kind::kNone:
      return Count(condition.ids, condition.within, site, false) == 0;
    case Kind::kCount: {
      const uint32_t count = Count(condition.ids, condition.within, site, true);
      return count >= condition.at_least && count <= condition.at_most;
    }
    case Kind::kRatio:
      return Count(condition.ids, condition.within, site, true) >
             condition.ratio * Count(condition.over, condition.within, site, true);
    case Kind::kSubject:
      return HasSubject(condition, site);
    case Kind::kFailure:
      return HasBit(condition.values, static_cast<size_t>(situation.failure));
    case Kind::kFault:
      return HasBit(condition.values, static_cast<size_t>(situation.fault));
    case Kind::kAccepted:
      return HasBit(condition.values, static_cast<size_t>(situation.accepted));
    case Kind::kRepeated:
      return HasBit(condition.values, static_cast<size_t>(situation.repeated));
    case Kind::kOverdue:
      return HasBit(condition.values, static_cast<size_t>(situation.overdue));
    case Kind::kSeverity:
      return situation.severity.value_or(0) >= condition.at_least;
    case Kind::kFact:
      return HasFact(condition, conversation_.facts);
    case Kind::kRecordKind:
    case Kind::kChannel:
    case Kind::kSwitch:
      return HasBit(condition.values, conversation_.occasion().index());
    case Kind::kFirstReply:
      return condition.flag == IsFirstReply();
    case Kind::kContext:
      return condition.flag == (LastOfCustomer() != nullptr);
    case Kind::kEcho:
      return condition.flag == IsEcho(site);
    case Kind::kGiven:
      return condition.flag == IsGiven(site);
    case Kind::kFirst:
      return ComesFirst(condition, site);
    case Kind::kDetail:
      return condition.flag == HasDetail(condition, site);
    case Kind::kQuestion: {
      const Reading& turn = turns_[site.turn];
      return condition.flag ==
             turn.text.sentences[turn.sentence_of[site.found.head]].question;
    }
    case Kind::kFirstSentence:
      return condition.flag == IsFirstSentence(condition.ids, site);
    case Kind::kOr:
      return std::ranges::any_of(condition.parts, [&](const Condition& part) {
        return Holds(part, site, situation);
      });
    case Kind::kHolds: {
      const auto count = std::ranges::count_if(
          condition.parts,
          [&](const Condition& part) { return Holds(part, site, situation); });
      return static_cast<double>(count) >= condition.at_least &&
             static_cast<double>(count) <= condition.at_most;
    }
    case Kind::kNot:
      return !Holds(condition.parts[0], site, situation);
  }
  return false;
}

// How many of the ids are found there; `itself` says whether the match at the site
// counts, and the move that its rule stands on.
uint32_t ConditionCheck::Count(std::span<const uint32_t> ids, const pack::Within& within,
                               const Site& site, bool itself) const {
  const bool customers =
      within.where == Where::kCustomer || within.where == Where::kCustomerLast;
  const bool by_customer = turns_[site.turn].role == input::Role::kCustomer;
  uint32_t count = 0;
  const bool here = customers ? by_customer : within.where != Where::kEarlier;
  if (here) {
    const Range place = PlaceOf(within, site);
    for (uint32_t id : ids) count += CountHere(id, place, site, itself);
  }
  const bool thread = within.where == Where::kThread || within.where == Where::kEarlier;
  if (!customers && !thread) return count;
  const Reading* last = LastOfCustomer();
  for (uint32_t turn = 0; turn < site.turn; ++turn) {
    if ((turns_[turn].role == input::Role::kCustomer) != customers) continue;
    if (within.where == Where::kCustomerLast && &turns_[turn] != last) continue;
    for (uint32_t id : ids)
      count += static_cast<uint32_t>(turns_[turn].FoundBy(id).size());
  }
  return count;
}

// How often one detector has found something in a place of the turn. Its finds do not
// overlap: their heads rise.
uint32_t ConditionCheck::CountHere(uint32_t id, Range place, const Site& site,
                                   bool itself) const {
  const bool own = id == site.found.detector;
  const std::span<const Found> all = own ? site.own : turns_[site.turn].FoundBy(id);
  const auto first = std::ranges::lower_bound(all, place.begin, {}, &Found::head);
  const auto last =
      std::ranges::lower_bound(first, all.end(), place.end, {}, &Found::head);
  const auto count = static_cast<uint32_t>(std::max(last - first, std::ptrdiff_t{0}));
  if (itself || count == 0) return count;
  const std::vector<uint32_t>& base = rulebook_.detectors()[site.found.detector].on_moves;
  if (!own && std::ranges::find(base, id) == base.end()) return count;
  const auto at =
      std::ranges::lower_bound(first, last, site.found.head, {}, &Found::head);
  const bool is_there = at != last && at->match == site.found.match;
  return count - (is_there ? 1 : 0);
}

Range ConditionCheck::PlaceOf(const pack::Within& within, const Site& site) const {
  const Reading& turn = turns_[site.turn];
  const Range whole{0, static_cast<uint32_t>(turn.text.words.size())};
  switch (within.where) {
    case Where::kReply:
    case Where::kThread:
    case Where::kEarlier:
    case Where::kCustomer:
    case Where::kCustomerLast:
      return whole;
    default:
      break;
  }
  if (site.whole_reply() || whole.end == 0) return whole;
  switch (within.where) {
    case Where::kClause:
    case Where::kNextClause:
    case Where::kPreviousClause:
      return Neighbour(within.where, site).value_or(Range{});
    default:
      return Sentences(within, site);
  }
}

Range ConditionCheck::Sentences(const pack::Within& within, const Site& site) const {
  const Reading& turn = turns_[site.turn];
  const auto& sentences = turn.text.sentences;
  const uint32_t at = turn.sentence_of[site.found.head];
  switch (within.where) {
    case Where::kSentence:
      return {sentences[at].begin, sentences[at].end};
    case Where::kNextSentence:
      return at + 1 < sentences.size()
                 ? Range{sentences[at + 1].begin, sentences[at + 1].end}
                 : Range{};
    case Where::kPreviousSentence:
      return at > 0 ? Range{sentences[at - 1].begin, sentences[at - 1].end} : Range{};
    case Where::kBefore: {
      const bool all = within.sentences == pack::Within::kAll;
      const uint32_t back =
          all ? at : std::min(at, static_cast<uint32_t>(within.sentences));
      return {sentences[at - back].begin, site.found.words.begin};
    }
    case Where::kAfter: {
      const auto last = static_cast<uint32_t>(sentences.size() - 1);
      const bool all = within.sentences == pack::Within::kAll;
      const uint32_t to =
          all ? last : std::min(last, at + static_cast<uint32_t>(within.sentences));
      return {site.found.words.end, sentences[to].end};
    }
    default:
      return {};
  }
}

// The words of the clauses that the match touches, or of the clause beside them.
std::optional<Range> ConditionCheck::Neighbour(Where where, const Site& site) const {
  const Reading& turn = turns_[site.turn];
  const auto& clauses = turn.text.clauses;
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[site.found.head]];
  const uint32_t first = turn.ClauseOf(site.found.words.begin);
  const uint32_t last = turn.ClauseOf(std::max(site.found.words.end, 1U) - 1);
  if (where == Where::kClause) return Range{clauses[first].begin, clauses[last].end};
  if (where == Where::kNextClause) {
    if (last + 1 >= sentence.last_clause) return std::nullopt;
    return Range{clauses[last + 1].begin, clauses[last + 1].end};
  }
  if (first <= sentence.first_clause) return std::nullopt;
  return Range{clauses[first - 1].begin, clauses[first - 1].end};
}

bool ConditionCheck::HasSubject(const Condition& condition, const Site& site) const {
  const Reading& turn = turns_[site.turn];
  uint32_t clause = turn.ClauseOf(site.found.head);
  if (condition.within.where != Where::kClause) {
    const auto beside = Neighbour(condition.within.where, site);
    if (!beside) return false;
    clause = turn.ClauseOf(beside->begin);
  }
  return HasBit(condition.values, static_cast<size_t>(turn.text.clauses[clause].subject));
}

const Reading* ConditionCheck::LastOfCustomer() const {
  for (auto turn = turns_.rbegin(); turn != turns_.rend(); ++turn) {
    if (turn->role == input::Role::kCustomer && !turn->text.words.empty()) return &*turn;
  }
  return nullptr;
}

bool ConditionCheck::IsEcho(const Site& site) {
  const Reading* last = LastOfCustomer();
  if (last == nullptr) return false;
  const Reading& turn = turns_[site.turn];
  const std::string_view head = StemOf(turn.text.Canon(turn.text.words[site.found.head]));
  return std::ranges::any_of(last->text.words, [&](const text::Word& word) {
    return StemOf(last->text.Canon(word)) == head;
  });
}

// Whether the customer has said what the match asks for: a fact of that kind, or that
// they have tried it.
bool ConditionCheck::IsGiven(const Site& site) const {
  if (site.found.match == conversation::kNoMatch) return false;
  const Reading& turn = turns_[site.turn];
  const uint32_t move = turn.matches[site.found.match].owner;
  const std::string_view kind = KindAskedFor(rulebook_.detectors()[move].id);
  const std::vector<std::string>& known = conversation_.facts.already_known;
  if (!kind.empty() && std::ranges::find(known, kind) != known.end()) return true;
  for (uint32_t i = 0; i < site.turn; ++i) {
    const Reading& earlier = turns_[i];
    if (earlier.role != input::Role::kCustomer) continue;
    for (const Found& found : earlier.found) {
      const conversation::Meaning& meaning = rulebook_.meanings()[found.detector];
      if (kind.empty()
              ? meaning.topic == conversation::Topic::kTried &&
                    ShareAWord(turn, site.found.words, earlier, found.words)
              : meaning.topic == conversation::Topic::kFact && meaning.kind == kind) {
        return true;
      }
    }
  }
  return false;
}

// Whether a telling word of one stretch stands in the sentence of the other, whatever its
// ending.
bool ConditionCheck::ShareAWord(const Reading& one, Range words, const Reading& other,
                                Range near) const {
  const text::Sentence& sentence = other.text.sentences[other.sentence_of[near.begin]];
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const text::Word& word = one.text.words[i];
    if (word.is(text::kPunctuation) || rulebook_.IsCommon(word.id)) continue;
    const std::string_view stem = StemOf(one.text.Canon(word));
    for (uint32_t j = sentence.begin; j < sentence.end; ++j) {
      if (StemOf(other.text.Canon(other.text.words[j])) == stem) return true;
    }
  }
  return false;
}

// Whether the first of the ids stands before the first of the others; both are there.
bool ConditionCheck::ComesFirst(const Condition& condition, const Site& site) const {
  const auto first = [&](std::span<const uint32_t> ids) {
    uint32_t at = kNever;
    for (uint32_t id : ids) {
      const auto found = turns_[site.turn].FoundBy(id);
      if (!found.empty()) at = std::min(at, found.front().words.begin);
    }
    return at;
  };
  const uint32_t one = first(condition.ids);
  const uint32_t other = first(condition.over);
  return one < other && other != kNever;
}

bool ConditionCheck::HasDetail(const Condition& condition, const Site& site) {
  for (; customers_turns_read_ < turns_.size(); ++customers_turns_read_) {
    const Reading& turn = turns_[customers_turns_read_];
    if (turn.role != input::Role::kCustomer) continue;
    for (const text::Word& word : turn.text.words) {
      const std::string_view stem = StemOf(turn.text.Canon(word));
      if (stem.size() >= kShortestTellingWord || word.is(text::kNumber))
        customers_words_.insert(stem);
    }
  }
  const Range place = PlaceOf(condition.within, site);
  const Range own = site.whole_reply() ? Range{} : site.found.words;
  for (uint32_t word = place.begin; word < place.end; ++word) {
    if (own.begin <= word && word < own.end) continue;
    const bool is_detail = condition.values != 0
                               ? IsCustomersWord(turns_[site.turn], word)
                               : IsDetail(turns_[site.turn], word);
    if (is_detail && !IsCourtesy(condition, site.turn, word)) return true;
  }
  return false;
}

// Whether the word belongs to a greeting, to a closing or to the names under one, or is a
// name that ends the reply without a mark.
bool ConditionCheck::IsCourtesy(const Condition& condition, uint32_t turn,
                                uint32_t word) const {
  const Reading& reading = turns_[turn];
  if (word + 1 == reading.text.words.size() &&
      reading.text.words[word].is(text::kCapitalised)) {
    return true;
  }
  if (turn + 1 == turns_.size()) {
    const uint32_t at = reading.text.words[word].span.start;
    const bool in_block =
        std::ranges::any_of(conversation_.blocks, [&](const input::Block& block) {
          return (block.kind == input::BlockKind::kGreeting ||
                  block.kind == input::BlockKind::kClosing) &&
                 block.span.start <= at && at < block.span.end;
        });
    if (in_block) return true;
  }
  const auto is_in = [&](Range range) { return range.begin <= word && word < range.end; };
  for (uint32_t greeting : condition.ids) {
    for (const Found& found : reading.FoundBy(greeting))
      if (is_in(found.words)) return true;
  }
  for (uint32_t closing : condition.over) {
    for (const Found& found : reading.FoundBy(closing))
      if (is_in({found.words.begin, EndOfSignOff(reading, found.words.end)})) return true;
  }
  return false;
}

// A telling word, a number or a name that the customer has used.
bool ConditionCheck::IsCustomersWord(const Reading& turn, uint32_t at) const {
  const text::Word& word = turn.text.words[at];
  return !word.is(text::kPunctuation) && !rulebook_.IsCommon(word.id) &&
         customers_words_.contains(StemOf(turn.text.Canon(word)));
}

// A number, a name, or a word of the customer's.
bool ConditionCheck::IsDetail(const Reading& turn, uint32_t at) const {
  const text::Word& word = turn.text.words[at];
  if (word.is(text::kPunctuation) || rulebook_.IsCommon(word.id)) return false;
  if (word.is(text::kNumber)) return true;
  if (word.is(text::kCapitalised) && !word.is(text::kSentenceFirst)) {
    // A name beside a comma is a form of address.
    const bool addressed = at > 0 && turn.text.words[at - 1].is(text::kPunctuation);
    return !addressed;
  }
  return IsCustomersWord(turn, at);
}

bool ConditionCheck::IsFirstSentence(std::span<const uint32_t> greetings,
                                     const Site& site) const {
  const Reading& turn = turns_[site.turn];
  const auto& sentences = turn.text.sentences;
  // A greeting and no more than a mark behind it.
  const auto is_greeting = [&](const text::Sentence& sentence) {
    return std::ranges::any_of(greetings, [&](uint32_t greeting) {
      const auto all = turn.FoundBy(greeting);
      const auto at = std::ranges::lower_bound(all, sentence.begin, {}, &Found::head);
      return at != all.end() && at->head < sentence.end &&
             at->words.end + 1 >= sentence.end;
    });
  };
  uint32_t first = 0;
  while (first + 1 < sentences.size() && is_greeting(sentences[first])) ++first;
  return turn.sentence_of[site.found.head] == first;
}

bool ConditionCheck::IsFirstReply() const {
  if (conversation_.facts.first_reply) return *conversation_.facts.first_reply;
  return std::ranges::none_of(
      std::span(turns_).first(turns_.size() - 1),
      [](const Reading& turn) { return turn.role == input::Role::kAgent; });
}

}  // namespace amends::rules

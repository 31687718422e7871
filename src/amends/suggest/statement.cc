#include "amends/suggest/statement.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include "amends/suggest/sentence_end.h"
#include "amends/suggest/sentence_start.h"
#include "amends/suggest/word_list.h"
#include "amends/text/char_class.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using conversation::Reading;
using match::Range;
using text::Subject;

namespace {

constexpr std::string_view kJoining[] = {"and", "but",     "so",       "or",
                                         "yet", "however", "otherwise"};
constexpr std::string_view kHanging[] = {
    "as",       "because",  "since",   "if",     "whenever", "while",
    "that",     "until",    "unless",  "once",   "after",    "although",
    "than",     "whether",  "given",   "though", "provided", "before",
    "whatever", "wherever", "whoever", "despite"};
// These hang unless they ask.
constexpr std::string_view kAsking[] = {"when",  "which", "who", "whom", "whose",
                                        "where", "how",   "why", "what"};
constexpr std::string_view kInverting[] = {"had", "were", "should"};
constexpr std::string_view kOpeners[] = {"(", "[", "\"", "'"};
constexpr std::string_view kClosers[] = {")", "]", "\"", "'"};
constexpr uint32_t kShortest = 4;       // words of a clause behind a mere comma
constexpr uint32_t kShortCourtesy = 3;  // words: “Sorry about that”
// Behind “and” these begin what the same “we” or “I” goes on to say; none is a noun.
constexpr std::string_view kGoingOn[] = {
    "are",       "am",        "were",  "was",        "have",       "will",   "can",
    "would",     "do",        "could", "appreciate", "understand", "thank",  "assure",
    "apologize", "apologies", "hope",  "wish",       "regret",     "ensure", "must"};
// And these a hanging clause with its main clause.
constexpr std::string_view kConditions[] = {
    "if", "when", "once", "as", "since", "while", "although", "unless", "until"};
// These explain or add to what stands before a comma.
constexpr std::string_view kTrailing[] = {"such",         "including", "especially",
                                          "particularly", "namely",    "hence",
                                          "thus",         "therefore", "to"};
// Behind “and” these begin an apology that is a thought of its own.
constexpr std::string_view kApologizing[] = {
    "our", "my", "sorry", "sincere", "kindly", "apologies", "sincerest", "please"};
constexpr std::string_view kHelping[] = {"are",  "am",  "were",  "was", "have",
                                         "will", "can", "would", "do",  "could"};
constexpr std::string_view kPronouns[] = {"you", "we", "i", "they"};
// These begin a clause that the main clause does not need.
constexpr std::string_view kConceding[] = {"while", "whilst", "although", "though"};
constexpr std::string_view kBe[] = {"is", "'s", "was", "will", "would", "has", "can"};

bool IsEndMark(std::string_view canon) {
  return canon.starts_with('.') || canon.starts_with('?') || canon.starts_with('!');
}

bool IsBreak(std::string_view canon) {
  return canon == "," || canon == ";" || canon == ":" || canon.starts_with('-');
}

// One sentence, read for the places at which something new begins.
class Outline {
 public:
  Outline(const Reading& turn, const text::Sentence& sentence)
      : turn_(turn), text_(turn.text), sentence_(sentence) {}

  // Whether what begins with the word cannot stand alone: “if …”, “had you …”. “That is
  // …” can.
  bool Hangs(uint32_t at) const {
    if (Canon(at) == "that" && IsOneOf(kBe, Canon(at + 1))) return false;
    if (IsOneOf(kInverting, Canon(at)) || IsOneOf(kAsking, Canon(at))) {
      return !sentence_.question;
    }
    return IsOneOf(kHanging, Canon(at));
  }

  bool Joins(uint32_t at) const { return IsOneOf(kJoining, Canon(at)); }

  // The “we” or “I” of a sentence that goes on at the word: “we apologize | and are …”.
  // None where nothing does, or where somebody else acts first.
  std::optional<uint32_t> GoesOn(uint32_t at) const {
    if (at + 1 >= sentence_.end || !Joins(at)) return std::nullopt;
    uint32_t verb = at + 1;
    while (Canon(verb).ends_with("ly") || Canon(verb) == ",") ++verb;
    if (!IsOneOf(kGoingOn, Canon(verb)) || Asks(verb)) return std::nullopt;
    for (uint32_t i = sentence_.first_clause; i < sentence_.last_clause; ++i) {
      const text::Clause& clause = text_.clauses[i];
      if (clause.begin >= at || clause.subject == Subject::kNone) continue;
      return SubjectIn(clause, at);
    }
    return std::nullopt;
  }

  // “Can you …”, “are you …”, and “do not …”, which orders.
  bool Asks(uint32_t verb) const {
    if (Canon(verb) == "do" && Canon(verb + 1) == "not") return true;
    return IsOneOf(kHelping, Canon(verb)) && IsOneOf(kPronouns, Canon(verb + 1));
  }

  // Whether “and” at the word leads to an apology that the words begin: “thank you | and
  // our apologies”.
  bool LeadsToApology(uint32_t at, Range words) const {
    if (Canon(at) != "and" || at >= words.begin) return false;
    for (uint32_t i = at + 1; i < words.begin; ++i) {
      if (!IsOneOf(kApologizing, Canon(i))) return false;
    }
    return IsOneOf(kApologizing, Canon(at + 1));
  }

  // Where the main clause begins that a conceding clause with all of the words waits for.
  std::optional<uint32_t> MainBehind(Range words, Range statement) const {
    if (!IsOneOf(kConceding, Canon(statement.begin))) return std::nullopt;
    for (uint32_t i = sentence_.first_clause; i < sentence_.last_clause; ++i) {
      const text::Clause& clause = text_.clauses[i];
      const bool behind = clause.begin > words.end && clause.begin < statement.end;
      if (behind && EndsHanging(clause)) return clause.begin;
    }
    return std::nullopt;
  }

  // Whether what begins with the word stands behind a mere comma, or a “so”, and what is
  // before that could have ended with a stop. Where the comma or “so” begins.
  std::optional<uint32_t> SplicedAt(uint32_t at) const {
    if (at < sentence_.begin + 2) return std::nullopt;
    const Range whole = Around({at, at + 1}, sentence_.begin);
    if (whole.begin != at) return std::nullopt;
    const bool comma = Canon(at - 1) == ",";
    const bool joined = Canon(at - 1) == "so" || Canon(at - 1) == "however";
    if (!joined && (!comma || Joins(at - 2))) return std::nullopt;
    if (HoldsThat(turn_.ClauseOf(at - 2))) return std::nullopt;
    return joined && Canon(at - 2) == "," ? at - 2 : at - 1;
  }

  // “We feel that at this time”: still waits for what comes.
  bool HoldsThat(uint32_t clause) const {
    const text::Clause& words = text_.clauses[clause];
    for (uint32_t i = words.begin; i < words.end; ++i) {
      if (Canon(i) == "that") return true;
    }
    return false;
  }

  // The words [begin, end) of the statements that the words lie in.
  Range Around(Range words, uint32_t from) const {
    Range around{from, std::max(Signature(), words.end)};
    bool hangs = Hangs(from);
    for (uint32_t i = sentence_.first_clause; i < sentence_.last_clause; ++i) {
      const text::Clause& clause = text_.clauses[i];
      if (clause.begin > from) {
        const bool starts = !hangs && StartsAnew(clause, i);
        hangs = hangs ? !EndsHanging(clause) : starts && Hangs(Opening(clause));
        if (starts && !Cut(clause.begin, Opening(clause), words, around)) break;
      }
      if (GoOn(clause, from, words, hangs, around)) break;
    }
    return Trimmed(around, words);
  }

 private:
  std::string_view Canon(uint32_t i) const {
    return i < sentence_.end ? text_.Canon(text_.words[i]) : std::string_view();
  }

  // Where initials begin that sign the sentence (“… ^MM”, “… /QI”); else its end.
  uint32_t Signature() const {
    constexpr size_t kLongest = 3;  // letters
    const uint32_t end = sentence_.end;
    if (end < sentence_.begin + 3) return end;
    const bool initials =
        text_.words[end - 1].is(text::kAllCaps) || Canon(end - 1).size() == 1;
    const bool is_signed = Canon(end - 2) == "^" || Canon(end - 2) == "/";
    return initials && is_signed && Canon(end - 1).size() <= kLongest ? end - 2 : end;
  }

  bool IsMark(uint32_t i) const { return text_.words[i].is(text::kPunctuation); }

  // The “we” or “I” that acts in a clause, before a place.
  std::optional<uint32_t> SubjectIn(const text::Clause& clause, uint32_t place) const {
    if (clause.subject != Subject::kWe && clause.subject != Subject::kI) {
      return std::nullopt;
    }
    for (uint32_t i = clause.begin; i < std::min(clause.end, place); ++i) {
      if (Canon(i) == "we" || Canon(i) == "i") return i;
    }
    return std::nullopt;
  }

  // Begins or ends the statement of the words where another begins; whether it may reach
  // further yet.
  static bool Cut(uint32_t end, uint32_t begin, Range words, Range& around) {
    if (begin <= words.begin) {
      around.begin = begin;
    } else if (end >= words.end) {
      around.end = end;
      return false;
    }
    return true;
  }

  // Whether the statement ends inside the clause, where that goes on. Where a hanging one
  // speaks of the customer, only what is done for “you” is not the customer's doing:
  // “that you were kept waiting and thank you”.
  bool GoOn(const text::Clause& clause, uint32_t from, Range words, bool hangs,
            Range& around) const {
    for (uint32_t at = std::max(clause.begin, from + 1); at < clause.end; ++at) {
      if (at + 2 < words.end || (hangs && !IsForYou(clause, at))) continue;
      if (GoesOn(at)) {
        around.end = at;
        return true;
      }
    }
    return false;
  }

  bool IsForYou(const text::Clause& clause, uint32_t at) const {
    constexpr uint32_t kFar = 7;  // words: “and would like to thank you”
    if (clause.subject != Subject::kYou) return false;
    for (uint32_t i = at; i < std::min(clause.end, at + kFar); ++i) {
      if (Canon(i) == "you" || Canon(i) == "your") return true;
    }
    return false;
  }

  // The first word of a clause that belongs to the statement.
  uint32_t Opening(const text::Clause& clause) const {
    uint32_t at = clause.begin;
    if (at > sentence_.begin && Joins(at)) ++at;
    return at;
  }

  // The main clause that a hanging one has waited for.
  bool EndsHanging(const text::Clause& clause) const {
    const std::string_view before = Canon(clause.begin - 1);
    return (before == "," || Canon(clause.begin) == "then") &&
           clause.subject != Subject::kNone && !IsOneOf(kJoining, Canon(clause.begin)) &&
           !Hangs(clause.begin);
  }

  bool StartsAnew(const text::Clause& clause, uint32_t number) const {
    const std::string_view mark = Canon(clause.begin - 1);
    if (IsBreak(mark) && mark != ",") return true;
    const uint32_t opening = Opening(clause);
    const bool joined = opening > clause.begin;
    if (joined && mark == "," && IsOneOf(kConditions, Canon(opening))) return true;
    if (joined && Canon(clause.begin) == "but" && Canon(opening) == "if") return true;
    if (clause.subject == Subject::kNone || Hangs(opening)) return false;
    if (IsOneOf(kTrailing, Canon(opening))) return false;
    if (joined && IsPurpose(clause)) return false;
    const bool orders = clause.subject == Subject::kImperative;
    if (joined && orders && Canon(clause.begin) == "or") return false;
    const text::Clause& before = text_.clauses[number - 1];
    if (joined) return mark == "," || before.end - before.begin > 1;
    // Not “…, I'm afraid”, nor what goes on behind “…, which I know, …”.
    return mark == "," && (IsCourtesy(before) || before.subject != Subject::kNone) &&
           !Hangs(Opening(before)) && WordsIn(clause) >= kShortest;
  }

  // “So we can see it.”
  bool IsPurpose(const text::Clause& clause) const {
    return Canon(clause.begin) == "so" && IsOneOf(kPronouns, Canon(clause.begin + 1)) &&
           Canon(clause.begin + 2) == "can" && Canon(clause.begin - 1) != ",";
  }

  // “Thanks for that”, “sorry for the delay”.
  bool IsCourtesy(const text::Clause& clause) const {
    const std::string_view first = Canon(clause.begin);
    if (first == "thank" || first == "thanks") return true;
    if (clause.subject != Subject::kNone || WordsIn(clause) < kShortCourtesy)
      return false;
    const uint32_t end = std::min(clause.end, clause.begin + kShortest);
    for (uint32_t i = clause.begin; i < end; ++i) {
      if (Canon(i) == "sorry" || Canon(i) == "apologies") return true;
    }
    return false;
  }

  uint32_t WordsIn(const text::Clause& clause) const {
    uint32_t words = 0;
    for (uint32_t i = clause.begin; i < clause.end; ++i) words += IsMark(i) ? 0 : 1;
    return words;
  }

  // 😀 says nothing of what the words say, and may stay.
  bool IsEmoji(uint32_t i) const {
    const size_t at = text_.words[i].span.start;
    return text::DecodeAt(turn_.source, at).type == text::CharClass::kEmoji;
  }

  Range Trimmed(Range around, Range words) const {
    const auto is_before = [&](uint32_t i) { return IsMark(i) || IsEmoji(i); };
    while (around.begin < words.begin && is_before(around.begin)) ++around.begin;
    while (around.end > words.end && IsEmoji(around.end - 1)) --around.end;
    const bool is_wrapped =
        around.begin > sentence_.begin && IsOneOf(kOpeners, Canon(around.begin - 1));
    const auto is_loose = [&](uint32_t i) {
      return IsMark(i) && !text_.words[i].is(text::kSymbol) &&
             (is_wrapped || !IsOneOf(kClosers, Canon(i)));
    };
    while (around.end > words.end && is_loose(around.end - 1)) --around.end;
    while (around.end > around.begin + 1 &&
           (IsEndMark(Canon(around.end - 1)) || Canon(around.end - 1) == ",")) {
      --around.end;
    }
    return around;
  }

  const Reading& turn_;
  const text::Text& text_;
  const text::Sentence& sentence_;
};

}  // namespace

uint32_t ClauseEnd(const Reading& turn, Range words) {
  uint32_t end = turn.text.clauses[turn.ClauseOf(words.end - 1)].end;
  while (end > words.end && turn.text.words[end - 1].is(text::kPunctuation)) --end;
  return std::max(end, words.end);
}

Range StatementOf(const Reading& turn, Range words, uint32_t from) {
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[words.begin]];
  return turn.WholeWords(
      Outline(turn, sentence).Around(words, std::min(from, words.begin)));
}

Range ClausesOf(const Reading& turn, Range words, uint32_t from) {
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[words.begin]];
  uint32_t begin = std::max(turn.text.clauses[turn.ClauseOf(words.begin)].begin, from);
  const Outline outline(turn, sentence);
  while (begin < words.begin && (outline.Joins(begin) || outline.Hangs(begin))) ++begin;
  return {std::min(begin, words.begin), ClauseEnd(turn, words)};
}

Range WithoutJoiner(const Reading& turn, Range words) {
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[words.begin]];
  const bool joins = words.begin > sentence.begin && words.begin + 1 < words.end &&
                     turn.text.Canon(turn.text.words[words.begin]) == "and";
  return {words.begin + (joins ? 1 : 0), words.end};
}

Range LastThought(const Reading& turn, Range words, Range statement) {
  const Outline outline(turn, turn.text.sentences[turn.sentence_of[words.begin]]);
  for (uint32_t at = statement.begin + 1; at < words.begin; ++at) {
    if (outline.GoesOn(at) || outline.LeadsToApology(at, words)) statement.begin = at + 1;
  }
  const std::optional<uint32_t> main = outline.MainBehind(words, statement);
  if (main) statement.end = *main - 1;
  return statement;
}

Range OnwardOf(const Reading& turn, uint32_t word, Range statement) {
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[word]];
  const bool follows = word > statement.begin;
  const bool hangs = follows && Outline(turn, sentence).Hangs(word - 1);
  return hangs ? Range{} : Range{word, statement.end};
}

Range OpeningOf(const Reading& turn, Range words, Range statement) {
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[words.begin]];
  if (Outline(turn, sentence).Hangs(statement.begin)) return {};
  const Range opening{statement.begin, ClauseEnd(turn, {words.begin, words.begin + 1})};
  return opening.end < statement.end ? opening : Range{};
}

Edit Instead(const Reading& turn, Range words, std::string text, bool may_part) {
  const text::Text& whole = turn.text;
  const text::Sentence& sentence = whole.sentences[turn.sentence_of[words.begin]];
  const Outline outline(turn, sentence);
  Edit edit{whole.SpanOf(words.begin, words.end), std::move(text)};
  if (!EndsAsASentence(edit.insert)) return edit;
  const auto splice = may_part ? outline.SplicedAt(words.begin) : std::nullopt;
  if (splice) {
    edit.span.start = whole.words[*splice].span.start;
    if (*splice > 0) edit.span.start = whole.words[*splice - 1].span.end;
    edit.insert = ". " + WithOpeningCapital(edit.insert);
  }
  const auto canon = [&](uint32_t i) { return whole.Canon(whole.words[i]); };
  uint32_t at = words.end;
  while (at < sentence.end && IsEndMark(canon(at))) ++at;
  if (at > words.end) edit.span.end = whole.words[at - 1].span.end;
  if (at == sentence.end || at > words.end) return edit;
  const Range all = StatementOf(turn, words, words.begin);
  const bool main_follows = outline.MainBehind(words, all) == at + 1;
  if (all.end > words.end && !main_follows) {
    edit.insert.pop_back();
    return edit;
  }
  const bool dash = canon(at).starts_with('-');
  if (IsBreak(canon(at))) ++at;
  if (at >= sentence.end) {
    edit.span.end = whole.words[at - 1].span.end;
    return edit;
  }
  // A name under the text, or an aside.
  const Subject next_subject = turn.text.clauses[turn.ClauseOf(at)].subject;
  if (dash && (next_subject == Subject::kNone || sentence.end - at < kShortest)) {
    return edit;
  }
  const std::optional<uint32_t> subject = outline.GoesOn(at);
  if (at < sentence.end && (canon(at) == "and" || canon(at) == "or")) ++at;
  if (at >= sentence.end || whole.words[at].is(text::kPunctuation)) return edit;
  const Range next = turn.WholeWords({at, at + 1});
  const text::Span word = whole.SpanOf(next.begin, next.end);
  std::string follower(turn.source.substr(word.start, word.length()));
  if (subject && canon(at) != "apologies") {
    const std::string who = canon(*subject) == "i" ? "I" : "we";
    const bool joined = outline.Joins(at);
    follower = joined ? follower + ' ' + who : who + ' ' + follower;
  }
  if (!whole.words[at].is(text::kVerbatim)) follower = text::WithCapital(follower);
  edit.insert += ' ' + follower;
  edit.span.end = word.end;
  return edit;
}

}  // namespace amends::suggest

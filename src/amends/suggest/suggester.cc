#include "amends/suggest/suggester.h"

#include <algorithm>
#include <utility>

#include "amends/pack/slots.h"
#include "amends/suggest/deletion.h"
#include "amends/suggest/first_person.h"
#include "amends/suggest/quote.h"
#include "amends/suggest/sentence_end.h"
#include "amends/suggest/sentence_move.h"
#include "amends/suggest/sentence_start.h"
#include "amends/suggest/statement.h"
#include "amends/suggest/verb_forms.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using match::Range;

namespace {

// A sentence with this move leans on the one before it: “But …”, “Again, …”.
constexpr std::string_view kLeaning = "N.leans";
// One with this move names what came before it: “this issue”, “the same”.
constexpr std::string_view kPointing = "N.points-back";
constexpr std::string_view kGreeting = "N.greet";
// And one with this move on the answer to a question: “If not, …”.
constexpr std::string_view kAwaiting = "N.awaits";

std::string_view Source(const Matched& matched, Range words) {
  const text::Span span = matched.turn->text.SpanOf(words.begin, words.end);
  return matched.turn->source.substr(span.start, span.length());
}

bool EndsSentence(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
  return EndsAsASentence(text);
}

// Whether the words are capitalised because they begin a sentence, and only for that:
// "We", but not "I", and no name.
bool HasSentenceCapital(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  const text::Word& first = text.words[words.begin];
  return first.is(text::kSentenceFirst) && first.is(text::kCapitalised) &&
         matched.rulebook->IsCommon(first.id) && text.Canon(first) != "i";
}

constexpr std::string_view kHellos[] = {
    "hi", "hey", "hello", "dear", "hiya", "good", "greetings", "<", "sir", "madam", "{"};
constexpr uint32_t kLongestHello = 6;  // words: “Dear <first name>,”
constexpr uint32_t kLongestName = 4;   // words: “, Ana Maria Lopez”

// “Ana, …”, but not “Luckily, …”.
bool IsCalledByName(const Matched& matched, uint32_t begin, uint32_t end) {
  const text::Text& text = matched.turn->text;
  const text::Word& first = text.words[begin];
  return begin + 1 < end && first.is(text::kCapitalised) &&
         !matched.rulebook->IsCommon(first.id) && !text.Canon(first).ends_with("ly") &&
         text.Canon(text.words[begin + 1]) == ",";
}

// “Dear [name],”, where the place of a name is not yet filled; where nobody is greeted,
// its beginning.
uint32_t BehindHello(const Matched& matched, uint32_t begin, uint32_t end) {
  const text::Text& text = matched.turn->text;
  const std::string_view first = text.Canon(text.words[begin]);
  const bool greets = std::ranges::find(kHellos, first) != std::end(kHellos);
  if (!greets && !IsCalledByName(matched, begin, end)) return begin;
  for (uint32_t at = begin; at < std::min(end, begin + kLongestHello); ++at) {
    if (text.Canon(text.words[at]) == ",") return at + 1;
  }
  return begin;
}

// Where the sentence of the match begins once a greeting is over.
uint32_t Greeted(const Matched& matched) {
  const conversation::Reading& turn = *matched.turn;
  const auto& detectors = matched.rulebook->detectors();
  const uint32_t sentence = turn.sentence_of[matched.match->words.begin];
  const uint32_t begin = turn.text.sentences[sentence].begin;
  const uint32_t end = matched.match->words.begin;
  uint32_t from = begin;
  for (const conversation::Found& found : turn.found) {
    if (found.words.begin == begin && found.words.end <= end &&
        detectors[found.detector].id == kGreeting) {
      from = std::max(from, found.words.end);
    }
  }
  from = std::max(from, BehindHello(matched, begin, end));
  while (from > begin && from < end && turn.text.words[from].is(text::kPunctuation))
    ++from;
  return from;
}

// Puts what was matched into the template of a suggestion.
class Filling {
 public:
  Filling(const Matched& matched, Range replaced)
      : matched_(matched), replaced_(replaced) {}

  // Nothing where a capture did not match.
  std::optional<std::string> Fill(std::string_view text) {
    size_t at = 0;
    for (const pack::Slot& slot : pack::FindSlots(text)) {
      filled_ += text.substr(at, slot.begin - at);
      const std::optional<Range> words = WordsOf(matched_, slot.name);
      if (!words) return std::nullopt;
      const std::optional<std::string> piece = Piece(*words, slot.how);
      if (!piece) return std::nullopt;
      filled_ += *piece;
      at = slot.end;
    }
    filled_ += text.substr(at);
    return ReplacesASentenceStart() ? WithOpeningCapital(filled_) : std::move(filled_);
  }

 private:
  std::optional<std::string> Put(Range words, std::string_view how) const {
    const text::Verbs& verbs = matched_.rulebook->verbs();
    if (how == pack::kFirstPerson) return InFirstPerson(*matched_.turn, words);
    if (how == pack::kBase) return InBaseForm(*matched_.turn, words, verbs);
    if (how == pack::kFact) return AsFact(*matched_.turn, words, verbs);
    const bool wants_verb = how == pack::kVerb;
    if (wants_verb && !BeginsWithAVerb(*matched_.turn, words, verbs)) return std::nullopt;
    return std::string(Source(matched_, words));
  }

  // The words in the wanted way, with the capital that their new place asks for.
  std::optional<std::string> Piece(Range words, std::string_view how) const {
    std::optional<std::string> piece = Put(words, how);
    if (!piece) return piece;
    if (EndsSentence(filled_))
      return IsAddress(words) ? piece : text::WithCapital(*piece);
    const bool opens = filled_.empty() && StandsFirst();
    if (opens || !HasSentenceCapital(matched_, words) || piece->starts_with("I ") ||
        piece->starts_with("I'") || piece->starts_with("I’") || piece == "I") {
      return piece;
    }
    return text::WithSmallLetter(*piece);
  }

  bool IsAddress(Range words) const {
    return matched_.turn->text.words[words.begin].is(text::kVerbatim);
  }

  bool StandsFirst() const {
    const text::Word& first = matched_.turn->text.words[replaced_.begin];
    return first.is(text::kSentenceFirst) || BeginsALine();
  }

  // “Dear Ana,” and a line break stand before it.
  bool BeginsALine() const {
    const text::Text& text = matched_.turn->text;
    if (replaced_.begin == 0 || replaced_.begin != Greeted(matched_)) return false;
    const uint32_t end = text.words[replaced_.begin - 1].span.end;
    const uint32_t begin = text.words[replaced_.begin].span.start;
    return matched_.turn->source.substr(end, begin - end).find('\n') !=
           std::string_view::npos;
  }

  // Somebody who writes without capitals is left to it.
  bool ReplacesASentenceStart() const {
    return StandsFirst() && text::StartsWithCapital(Source(matched_, replaced_));
  }

  const Matched& matched_;
  Range replaced_;
  std::string filled_;
};

Range CaptureOf(const Matched& matched, std::string_view name) {
  const auto& names = matched.program->captures;
  const auto known = std::ranges::find(names, name);
  if (known == names.end()) return {};
  return matched.match->captures[static_cast<size_t>(known - names.begin())];
}

// What the statement holds behind the match; none where a mark begins it.
Range RestOf(const Matched& matched, Range statement) {
  const uint32_t begin = matched.match->words.end;
  const auto& words = matched.turn->text.words;
  const bool is_mark = begin < statement.end && words[begin].is(text::kPunctuation);
  return is_mark ? Range{} : Range{begin, statement.end};
}

// The words that a name stands for, perhaps none.
Range PlaceOf(const Matched& matched, std::string_view name) {
  const Range words = matched.match->words;
  if (name == pack::kMatch) return words;
  if (std::ranges::find(pack::kPlaces, name) == std::end(pack::kPlaces)) {
    return CaptureOf(matched, name);
  }
  if (name == pack::kClause) return ClausesOf(*matched.turn, words, Greeted(matched));
  const uint32_t clause_end = ClauseEnd(*matched.turn, words);
  if (name == pack::kAhead) return {matched.match->head, clause_end};
  if (name == pack::kAfter) return {words.end, clause_end};
  const Range statement = StatementOf(*matched.turn, words, Greeted(matched));
  if (name == pack::kTail) return {matched.match->head, words.end};
  if (name == pack::kOnward)
    return OnwardOf(*matched.turn, matched.match->head, statement);
  if (name == pack::kUpTo) return {statement.begin, words.end};
  if (name == pack::kRest) return RestOf(matched, statement);
  if (name == pack::kOpening) return OpeningOf(*matched.turn, words, statement);
  return statement;
}

// A name at the end by which the customer is spoken to (“…, Ana”) is left alone.
Range WithoutName(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  uint32_t comma = words.end;
  for (uint32_t at = words.end; at > words.begin && words.end - at < kLongestName;) {
    const text::Word& word = text.words[--at];
    if (text.Canon(word) == ",") {
      comma = at;
      break;
    }
    if (!word.is(text::kCapitalised) || matched.rulebook->IsCommon(word.id)) break;
  }
  const bool is_name = comma > matched.match->head && comma + 1 < words.end;
  return {words.begin, is_name ? comma : words.end};
}

// “555-123-4567”, “(01) 234 5678”.
bool HoldsLongNumber(std::string_view source) {
  constexpr int kFewestDigits = 7;
  int digits = 0;
  return std::ranges::any_of(source, [&](char c) {
    const bool is_digit = '0' <= c && c <= '9';
    const bool goes_on = std::string_view(" -.()+").find(c) != std::string_view::npos;
    digits = is_digit ? digits + 1 : goes_on ? digits : 0;
    return digits >= kFewestDigits;
  });
}

// “<link>”, “{form}”: stands for what is put in when the draft is sent.
bool HoldsPlaceholder(std::string_view source) {
  const auto has = [&](char opener, char closer) {
    const size_t begin = source.find(opener);
    return begin != source.npos && source.find(closer, begin) != source.npos;
  };
  return has('<', '>') || has('{', '}');
}

// Whether the words, or what they point to with a colon, hold an address or a number to
// ring that would be lost with them.
bool HoldsAddress(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  uint32_t end = words.end;
  if (end + 1 < text.words.size() && text.Canon(text.words[end]) == ":") end += 2;
  const std::string_view source = Source(matched, words);
  if (HoldsLongNumber(source) || HoldsPlaceholder(source)) return true;
  return std::any_of(text.words.begin() + words.begin, text.words.begin() + end,
                     [](const text::Word& word) { return word.is(text::kVerbatim); });
}

bool PutsInAs(std::string_view text, std::string_view how) {
  return std::ranges::any_of(pack::FindSlots(text),
                             [&](const pack::Slot& slot) { return slot.how == how; });
}

bool PutsIn(std::string_view text, std::string_view name) {
  return std::ranges::any_of(pack::FindSlots(text),
                             [&](const pack::Slot& slot) { return slot.name == name; });
}

// Whether a move of the id, or of one that goes on from it, has its head in the sentence.
bool Holds(const Matched& matched, uint32_t sentence, std::string_view id) {
  const auto& detectors = matched.rulebook->detectors();
  return std::ranges::any_of(matched.turn->found, [&](const conversation::Found& found) {
    const std::string_view name = detectors[found.detector].id;
    return matched.turn->sentence_of[found.head] == sentence && name.starts_with(id) &&
           (name.size() == id.size() || name[id.size()] == '.');
  });
}

bool HoldsAny(const Matched& matched, uint32_t sentence,
              const std::vector<std::string>& moves) {
  return std::ranges::any_of(
      moves, [&](const std::string& move) { return Holds(matched, sentence, move); });
}

// Whether the suggestion would be wrong beside what the sentence of the match holds.
bool IsBarred(const Matched& matched, const std::vector<std::string>& moves) {
  if (moves.empty() || matched.match == nullptr) return false;
  return HoldsAny(matched, matched.turn->sentence_of[matched.match->words.begin], moves);
}

// Whether a question is asked that the next sentence wants answered.
bool IsAwaited(const Matched& matched) {
  const uint32_t asked = matched.turn->sentence_of[matched.match->words.begin];
  const auto& sentences = matched.turn->text.sentences;
  return sentences[asked].question && asked + 1 < sentences.size() &&
         Holds(matched, asked + 1, kAwaiting);
}

// Whether the words hold a number that the match is not about.
bool HoldsOtherNumber(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  const Range about = matched.match->words;
  for (uint32_t at = words.begin; at < words.end; ++at) {
    const std::string_view canon = text.Canon(text.words[at]);
    const bool digit = canon.find_first_of("0123456789") != canon.npos;
    if (digit && (at < about.begin || at >= about.end)) return true;
  }
  return false;
}

constexpr std::string_view kTurning[] = {"but", "however", "yet", "though", "although"};

// Whether “…, but …” takes back what would be added behind the words, or a name signs
// the sentence without a mark before it (“… when it comes Ana”).
bool GoesAgainst(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  const uint32_t end = text.sentences[matched.turn->sentence_of[words.begin]].end;
  uint32_t at = words.end;
  while (at < end && text.words[at].is(text::kPunctuation)) ++at;
  if (at < end) {
    return std::ranges::find(kTurning, text.Canon(text.words[at])) != std::end(kTurning);
  }
  const text::Word& last = text.words[words.end - 1];
  return words.end == end && last.is(text::kCapitalised) && words.end > words.begin + 1 &&
         !matched.rulebook->IsCommon(last.id);
}

// Whether “…, so …” draws a conclusion from the words.
bool IsConcludedFrom(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  const auto canon = [&](uint32_t i) {
    return i < text.words.size() ? text.Canon(text.words[i]) : std::string_view();
  };
  return canon(words.end) == "so" ||
         (canon(words.end) == "," && canon(words.end + 1) == "so");
}

// Whether the question goes on with more that it asks for: “force it | and reopen it?”.
bool AsksFurther(const Matched& matched, Range words, std::string_view question) {
  const text::Text& text = matched.turn->text;
  const text::Sentence& sentence = text.sentences[matched.turn->sentence_of[words.begin]];
  uint32_t at = words.end;
  if (at < sentence.end && text.Canon(text.words[at]) == ",") ++at;
  if (!question.ends_with('?') || !sentence.question || at + 1 >= sentence.end)
    return false;
  const text::Subject subject = text.clauses[matched.turn->ClauseOf(at)].subject;
  return text.Canon(text.words[at]) == "and" &&
         (subject == text::Subject::kNone || subject == text::Subject::kImperative);
}

// “… your ID .number”: a new mark would stand in the midst of it.
bool IsTornBehind(const conversation::Reading& turn, const Edit& edit) {
  if (!EndsAsASentence(edit.insert) || edit.span.end >= turn.source.size()) return false;
  const char next = turn.source[edit.span.end];
  return ('a' <= next && next <= 'z') || ('0' <= next && next <= '9');
}

// The edits that bring the first sentence behind the match with one of the moves to the
// front of it; nothing where there is none that could stand there.
std::optional<std::vector<Edit>> Bring(const pack::Suggest& suggest,
                                       const Matched& matched) {
  if (matched.match == nullptr) return std::nullopt;
  const uint32_t target = matched.turn->sentence_of[matched.match->words.begin];
  const auto& sentences = matched.turn->text.sentences;
  for (uint32_t sentence = target + 1; sentence < sentences.size(); ++sentence) {
    if (!HoldsAny(matched, sentence, suggest.bring)) continue;
    if (Holds(matched, sentence, kLeaning) || Holds(matched, sentence, kPointing)) {
      return std::nullopt;
    }
    const uint32_t first = sentences[sentence].begin;
    return MoveBefore(*matched.turn, sentence, Greeted(matched),
                      HasSentenceCapital(matched, {first, first + 1}));
  }
  return std::nullopt;
}

}  // namespace

std::optional<Range> WordsOf(const Matched& matched, std::string_view name) {
  if (matched.match == nullptr) return std::nullopt;
  const Range words = PlaceOf(matched, name);
  if (words.begin >= words.end) return std::nullopt;
  return matched.turn->WholeWords(words);
}

std::string RenderMessage(std::string_view message, const Matched& matched) {
  std::string rendered;
  size_t at = 0;
  for (const pack::Slot& slot : pack::FindSlots(message)) {
    rendered += message.substr(at, slot.begin - at);
    std::optional<Range> words = WordsOf(matched, slot.name);
    if (!words) words = WordsOf(matched, "match");
    if (words) rendered += Quote(Source(matched, *words));
    at = slot.end;
  }
  return rendered.append(message.substr(at));
}

std::optional<Suggestion> Render(const pack::Suggest& suggest, const Matched& matched) {
  for (const std::string& name : suggest.needs) {
    if (!WordsOf(matched, name)) return std::nullopt;
  }
  if (IsBarred(matched, suggest.lacks)) return std::nullopt;
  Suggestion suggestion{suggest.applicability, suggest.title, {}, false};
  if (!suggest.bring.empty()) {
    auto edits = Bring(suggest, matched);
    if (!edits) return std::nullopt;
    suggestion.edits = std::move(*edits);
    suggestion.moves = true;
    return suggestion;
  }
  if (!suggest.text) return suggestion;
  std::optional<Range> words =
      WordsOf(matched, suggest.replace.empty() ? pack::kMatch : suggest.replace);
  if (!words) return std::nullopt;
  if (IsAwaited(matched)) return std::nullopt;
  const bool adds = PutsIn(*suggest.text, pack::kStatement);
  const bool goes_on = suggest.text->starts_with("{" + std::string(pack::kStatement));
  const bool runs_into =
      adds &&
      (IsConcludedFrom(matched, *words) ||
       (goes_on && EndsAsASentence(*suggest.text) && GoesAgainst(matched, *words)));
  if (runs_into) return std::nullopt;
  if (suggest.replace == pack::kStatement && !adds) {
    words = LastThought(*matched.turn, matched.match->words, *words);
    if (HoldsAddress(matched, *words) || HoldsOtherNumber(matched, *words)) {
      return std::nullopt;
    }
    const bool keeps_words = !pack::FindSlots(*suggest.text).empty();
    if (suggest.text->ends_with('.') && !keeps_words) {
      words = WithoutName(matched, *words);
    }
  }
  if (!suggest.text->empty()) words = WithoutJoiner(*matched.turn, *words);
  std::optional<std::string> insert = Filling(matched, *words).Fill(*suggest.text);
  if (!insert) return std::nullopt;
  if (insert->empty()) {
    suggestion.edits.push_back(Deletion(*matched.turn, *words));
    return suggestion;
  }
  if (Source(matched, *words) == *insert) return std::nullopt;
  suggestion.edits.push_back(
      Instead(*matched.turn, *words, std::move(*insert), !goes_on));
  const Edit& edit = suggestion.edits.back();
  const bool parts = words->begin > Greeted(matched) && !edit.insert.starts_with(". ");
  if (adds && !goes_on && parts) return std::nullopt;
  if (IsTornBehind(*matched.turn, edit) || AsksFurther(matched, *words, *suggest.text)) {
    return std::nullopt;
  }
  Beside beside = Beside::kFree;
  if (PutsInAs(*suggest.text, pack::kFirstPerson))
    beside = SpeaksBeside(*matched.turn, *words);
  if (beside == Beside::kFixed) return std::nullopt;
  // What reaches beyond the words that were found has to be looked at.
  const Range found = *WordsOf(matched, pack::kMatch);
  const bool inside = found.begin <= words->begin && words->end <= found.end;
  const bool is_sure = inside && beside == Beside::kFree;
  if (!is_sure && suggestion.applicability == pack::Applicability::kSafe) {
    suggestion.applicability = pack::Applicability::kConfirm;
  }
  return suggestion;
}

}  // namespace amends::suggest

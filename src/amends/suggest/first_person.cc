#include "amends/suggest/first_person.h"

#include <algorithm>
#include <cctype>
#include <span>
#include <string_view>
#include <utility>

#include "amends/suggest/word_list.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using conversation::Reading;
using match::Range;

namespace {

constexpr WordPair kPersons[] = {{"we", "I"},
                                 {"us", "me"},
                                 {"our", "my"},
                                 {"ours", "mine"},
                                 {"ourselves", "myself"},
                                 {"ourself", "myself"}};
constexpr WordPair kVerbs[] = {{"are", "am"}, {"were", "was"}};
// What stands after the apostrophe of a contraction with “we”, and of one with “I”.
constexpr WordPair kEndings[] = {{"are", "m"}, {"have", "ve"}, {"will", "ll"}};

// Beside “we” or “us”, these say that there are several.
constexpr std::string_view kSeveral[] = {"both", "all", "two", "three", "and"};
constexpr std::string_view kOfUs[] = {"both",  "all",  "each", "one", "two",
                                      "three", "some", "none", "any", "many",
                                      "most",  "few",  "rest"};
// May stand between “we” and its verb, besides words in -ly.
constexpr std::string_view kAdverbs[] = {"so",    "very", "just",   "also",
                                         "still", "now",  "here",   "indeed",
                                         "too",   "of",   "course", "always"};
constexpr std::string_view kLinks[] = {"and", "but", "or", ","};
constexpr std::string_view kParting[] = {"and", "but", "or", "so", "yet", ",", ";", ":"};
constexpr std::string_view kPlaces[] = {"at", "in", "from"};
constexpr uint32_t kLongestPlace = 4;  // words: “at Fenn Garden Tools”

bool IsAdverb(std::string_view canon) {
  return canon.ends_with("ly") || IsOneOf(kAdverbs, canon);
}

std::string Upper(std::string word) {
  std::ranges::transform(word, word.begin(), [](char c) {
    return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  });
  return word;
}

bool IsLetter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// A clause, seen from some of its words: [begin, end) are to be turned. Words of one
// contraction are a group; a group is known by its first word.
class Turner {
 public:
  Turner(const Reading& turn, Range words)
      : turn_(turn), text_(turn.text), words_(words) {
    const text::Clause& clause = text_.clauses[turn.ClauseOf(words.begin)];
    clause_ = {clause.begin, clause.end};
    reach_ = std::min(words.end, clause.end);
  }

  std::string Turn() const {
    std::string turned;
    uint32_t at = text_.words[words_.begin].span.start;
    for (uint32_t i = words_.begin; i < words_.end; i = Next(i)) {
      const text::Span span = text_.words[i].span;
      turned += turn_.source.substr(at, span.start - at);
      turned += i < reach_ ? Turned(i) : std::string(Source(i));
      at = span.end;
    }
    return turned;
  }

  bool IsPossible() const {
    for (uint32_t i = words_.begin; i < reach_; i = Next(i)) {
      if (IsSeveral(i)) return false;
      if (Canon(i) != "we" || Next(i) > i + 1) continue;
      const uint32_t verb = VerbOf(i);
      const bool outside = verb < words_.begin || verb >= reach_;
      if (verb != kNone && outside) return false;
    }
    return !IsJoinedBehind();
  }

 private:
  static constexpr uint32_t kNone = 0xFFFFFFFF;

  std::string_view Source(uint32_t i) const {
    const text::Span span = text_.words[i].span;
    return turn_.source.substr(span.start, span.length());
  }

  std::string_view Canon(uint32_t i) const {
    const bool inside = clause_.begin <= i && i < clause_.end;
    return inside ? text_.Canon(text_.words[i]) : std::string_view();
  }

  // Whether what stands behind the words goes on with their “we”: “we apologize | for it
  // and are …”.
  bool IsJoinedBehind() const {
    const uint32_t sentence = turn_.sentence_of[words_.begin];
    bool has_we = false;
    for (uint32_t i = words_.begin; i < reach_; ++i) has_we |= Canon(i) == "we";
    const auto canon = [&](uint32_t i) { return text_.Canon(text_.words[i]); };
    for (uint32_t i = words_.end; has_we && i < text_.sentences[sentence].end; ++i) {
      if (Look(kVerbs, canon(i)) == "" ||
          text_.words[i].span == text_.words[i - 1].span) {
        continue;
      }
      uint32_t before = i - 1;
      while (before > words_.begin && IsAdverb(canon(before))) {
        --before;
      }
      if (IsOneOf(kLinks, canon(before))) return true;
    }
    return false;
  }

  // The first word of the next group, and of the one before (kNone where there is none).
  uint32_t Next(uint32_t i) const {
    const text::Span span = text_.words[i].span;
    while (i < text_.words.size() && text_.words[i].span == span) ++i;
    return i;
  }
  uint32_t Before(uint32_t i) const {
    if (i <= clause_.begin) return kNone;
    const text::Span span = text_.words[--i].span;
    while (i > clause_.begin && text_.words[i - 1].span == span) --i;
    return i;
  }

  bool IsSeveral(uint32_t i) const {
    const std::string_view word = Canon(i);
    if (word != "we" && word != "us") return false;
    const uint32_t next = Next(i);
    if (IsOneOf(kSeveral, Canon(next))) return true;
    // “We and our drivers are sorry”: what follows is read as a clause of its own.
    if (word == "we" && next == clause_.end && next < text_.words.size() &&
        text_.Canon(text_.words[next]) == "and") {
      return true;
    }
    // “We are both sorry.”
    if (Look(kVerbs, Canon(next)) != "" && IsOneOf(kSeveral, Canon(Next(next))))
      return true;
    const uint32_t before = Before(i);
    if (before == kNone) return false;
    if (Canon(before) == "of" && before > clause_.begin) {
      return IsOneOf(kOfUs, Canon(before - 1));
    }
    return Canon(before) == "and" && before > clause_.begin;
  }

  // The are or were that goes with the “we” at i, or kNone.
  uint32_t VerbOf(uint32_t i) const {
    const uint32_t before = Before(i);
    if (before != kNone && Look(kVerbs, Canon(before)) != "") return before;
    uint32_t at = SkipAdverbs(Next(i));
    if (IsOneOf(kPlaces, Canon(at))) {
      const uint32_t last = at + kLongestPlace;
      while (at <= last && !Canon(at).empty() && Look(kVerbs, Canon(at)) == "")
        at = Next(at);
      if (at > last) return kNone;
    }
    return Look(kVerbs, Canon(at)) != "" ? at : kNone;
  }

  uint32_t SkipAdverbs(uint32_t at) const {
    while (IsOneOf(kAdverbs, Canon(at)) ||
           (Canon(at).size() > 4 && Canon(at).ends_with("ly"))) {
      at = Next(at);
    }
    return at;
  }

  bool BelongsToWe(uint32_t verb) const {
    for (uint32_t i = clause_.begin; i < clause_.end; i = Next(i)) {
      if (Canon(i) == "we" && Next(i) == i + 1 && VerbOf(i) == verb) return true;
    }
    return IsJoined(verb);
  }

  // “We regret it and are sorry”: the verb of a “we” that opens the clause.
  bool IsJoined(uint32_t verb) const {
    uint32_t before = Before(verb);
    while (before != kNone && IsAdverb(Canon(before))) {
      before = Before(before);
    }
    if (before == kNone || !IsOneOf(kLinks, Canon(before))) return false;
    for (uint32_t i = clause_.begin; i < before; ++i) {
      if (Canon(i) == "we") return true;
    }
    return false;
  }

  // “US” is a country unless all is in capitals.
  bool IsCountry(uint32_t i) const {
    const auto is_loud = [&](uint32_t other) {
      return !Canon(other).empty() && text_.words[other].is(text::kAllCaps);
    };
    const uint32_t before = Before(i);
    return text_.words[i].is(text::kAllCaps) && Canon(i) == "us" && !is_loud(Next(i)) &&
           (before == kNone || !is_loud(before));
  }

  std::string Turned(uint32_t i) const {
    const std::string_view word = Canon(i);
    if (word == "we" && Next(i) > i + 1) return Contracted(i);
    if (word == "we") return "I";
    if (const auto person = Look(kPersons, word); person != "" && !IsCountry(i)) {
      return Cased(i, std::string(person));
    }
    if (const auto verb = Look(kVerbs, word); verb != "" && BelongsToWe(i)) {
      return Next(i) > i + 1 ? Negated(i) : Cased(i, std::string(verb));
    }
    return std::string(Source(i));
  }

  // With the capitals of the group at i.
  std::string Cased(uint32_t i, std::string word) const {
    if (text_.words[i].is(text::kAllCaps)) return Upper(std::move(word));
    return text_.words[i].is(text::kCapitalised) ? text::WithCapital(word) : word;
  }

  // “We're”, “we’ve”, “WE'LL”; “were” for “we are”.
  std::string Contracted(uint32_t i) const {
    const std::string_view old = Source(i);
    const auto mark = std::ranges::find_if_not(old, IsLetter);
    const auto rest = std::find_if(mark, old.end(), IsLetter);
    std::string turned = "I" + (mark == old.end() ? "'" : std::string(mark, rest));
    const std::string_view ending = Look(kEndings, Canon(i + 1));
    turned += ending.empty() ? "d" : ending;
    return text_.words[i].is(text::kAllCaps) ? Upper(std::move(turned)) : turned;
  }

  // “aren't” and “weren’t”. Nobody says “amn't”: “am not”, and “aren't I”.
  std::string Negated(uint32_t i) const {
    const std::string_view old = Source(i);
    if (Canon(i) == "are") {
      return Canon(Next(i)) == "we" ? std::string(old) : Cased(i, "am not");
    }
    const size_t ending = std::min(old.size(), size_t{4});  // “were”
    return Cased(i, "was") + std::string(old.substr(ending));
  }

  const Reading& turn_;
  const text::Text& text_;
  Range words_;
  Range clause_;
  uint32_t reach_ = 0;  // words from here on are left as they are
};

// Whether the word begins a thought of its own: the sentence, or what stands behind a
// mark, an “and” or a “but”.
bool BeginsAThought(const Reading& turn, uint32_t at) {
  const uint32_t begin = turn.text.sentences[turn.sentence_of[at]].begin;
  const auto canon = [&](uint32_t i) { return turn.text.Canon(turn.text.words[i]); };
  while (at > begin && IsAdverb(canon(at - 1))) --at;
  return at == begin || IsOneOf(kParting, canon(at - 1)) ||
         canon(at - 1).starts_with('-');
}

}  // namespace

Beside SpeaksBeside(const Reading& turn, Range words) {
  const text::Sentence& sentence = turn.text.sentences[turn.sentence_of[words.begin]];
  Beside beside = Beside::kFree;
  for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const bool inside = words.begin <= i && i < words.end;
    const text::Word& word = turn.text.words[i];
    if (inside || turn.text.Canon(word) != "we" || !BeginsAThought(turn, i)) continue;
    if (i < words.begin) return Beside::kFixed;
    const text::Span span = word.span;
    const std::string_view typed = turn.source.substr(span.start, span.length());
    const bool bare = typed.size() > 2 && std::ranges::all_of(typed, IsLetter);
    if (bare) return Beside::kFixed;
    beside = Beside::kGoesOn;
  }
  return beside;
}

std::string InFirstPerson(const Reading& turn, Range words) {
  if (words.begin >= words.end) return {};
  words = turn.WholeWords(words);
  const Turner turner(turn, words);
  if (turner.IsPossible()) return turner.Turn();
  const text::Span span = turn.text.SpanOf(words.begin, words.end);
  return std::string(turn.source.substr(span.start, span.length()));
}

}  // namespace amends::suggest

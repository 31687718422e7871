#include "amends/input/attribution.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "amends/input/sent_time.h"

namespace amends::input {
namespace {

constexpr size_t kLongestSentence = 500;  // an attribution over several lines
constexpr size_t kMostLines = 5;          // of such a one
constexpr size_t kMostHeaders = 24;       // lines of a block of headers
constexpr size_t kLongestLabel = 24;

constexpr std::array<std::string_view, 12> kBeginnings = {
    "on ", "le ",  "am ", "el ",     "il ",  "op ",
    "em ", "den ", "på ", "w dniu ", "dne ", "dnia "};

constexpr std::array<std::string_view, 17> kVerbs = {
    "wrote",   "writes",    "a écrit", "schrieb", "escribió",   "ha scritto",
    "schreef", "escreveu",  "skrev",   "napisał", "napisał(a)", "написал",
    "пишет",   "kirjoitti", "napsal",  "said",    "quoting"};

enum class Label : uint8_t { kNoLabel, kFrom, kSent, kTo, kSubject, kOther };

struct LabelName {
  std::string_view name;
  Label label;
};

constexpr std::array<LabelName, 63> kLabels = {{
    {"from", Label::kFrom},
    {"von", Label::kFrom},
    {"de", Label::kFrom},
    {"da", Label::kFrom},
    {"van", Label::kFrom},
    {"från", Label::kFrom},
    {"fra", Label::kFrom},
    {"od", Label::kFrom},
    {"от", Label::kFrom},
    {"От", Label::kFrom},
    {"sent", Label::kSent},
    {"date", Label::kSent},
    {"gesendet", Label::kSent},
    {"datum", Label::kSent},
    {"envoyé", Label::kSent},
    {"envoyé le", Label::kSent},
    {"enviado", Label::kSent},
    {"enviado el", Label::kSent},
    {"fecha", Label::kSent},
    {"inviato", Label::kSent},
    {"data", Label::kSent},
    {"verzonden", Label::kSent},
    {"skickat", Label::kSent},
    {"sendt", Label::kSent},
    {"enviada em", Label::kSent},
    {"sent at", Label::kSent},
    {"отправлено", Label::kSent},
    {"Отправлено", Label::kSent},
    {"дата", Label::kSent},
    {"Дата", Label::kSent},
    {"to", Label::kTo},
    {"an", Label::kTo},
    {"à", Label::kTo},
    {"a", Label::kTo},
    {"para", Label::kTo},
    {"aan", Label::kTo},
    {"till", Label::kTo},
    {"til", Label::kTo},
    {"do", Label::kTo},
    {"кому", Label::kTo},
    {"Кому", Label::kTo},
    {"subject", Label::kSubject},
    {"betreff", Label::kSubject},
    {"objet", Label::kSubject},
    {"asunto", Label::kSubject},
    {"oggetto", Label::kSubject},
    {"onderwerp", Label::kSubject},
    {"assunto", Label::kSubject},
    {"ämne", Label::kSubject},
    {"emne", Label::kSubject},
    {"temat", Label::kSubject},
    {"тема", Label::kSubject},
    {"Тема", Label::kSubject},
    {"předmět", Label::kSubject},
    {"cc", Label::kOther},
    {"bcc", Label::kOther},
    {"kopie", Label::kOther},
    {"reply-to", Label::kOther},
    {"importance", Label::kOther},
    {"attachments", Label::kOther},
    {"organization", Label::kOther},
    {"message-id", Label::kOther},
    {"newsgroups", Label::kOther},
}};

constexpr std::array<std::string_view, 22> kSeparators = {
    "original message",       "originalnachricht",         "ursprüngliche nachricht",
    "ursprüngliche mail",     "message d'origine",         "message d’origine",
    "message original",       "mensaje original",          "messaggio originale",
    "oorspronkelijk bericht", "mensagem original",         "original appointment",
    "reply message",          "ursprungligt meddelande",   "forwarded message",
    "forwarded by",           "weitergeleitete nachricht", "message transféré",
    "mensaje reenviado",      "messaggio inoltrato",       "doorgestuurd bericht",
    "mensagem encaminhada"};
constexpr size_t kFirstForward = 14;  // of kSeparators

constexpr std::array<std::string_view, 6> kForwardSentences = {
    "begin forwarded message:",      "anfang der weitergeleiteten nachricht:",
    "début du message réexpédié :",  "début du message transféré :",
    "inicio del mensaje reenviado:", "inizio messaggio inoltrato:"};

// Without the stars of what was bold.
std::string_view TrimStars(std::string_view words) {
  const size_t first = words.find_first_not_of('*');
  if (first == kNowhere) return {};
  return TrimBlanks(words.substr(first));
}

Label LabelOf(std::string_view words) {
  words = TrimStars(words).substr(0, kLongestLabel);
  const size_t colon = words.find(':');
  if (colon == kNowhere) return Label::kNoLabel;
  std::string_view name = TrimBlanks(words.substr(0, colon));
  while (name.ends_with('*')) name.remove_suffix(1);
  const std::string lower = LowerLetters(TrimBlanks(name));
  for (const LabelName& one : kLabels) {
    if (one.name == lower) return one.label;
  }
  return Label::kNoLabel;
}

bool IsRule(std::string_view words) {
  constexpr size_t kShortest = 8;
  return words.size() >= kShortest && (words[0] == '_' || words[0] == '-') &&
         words.find_first_not_of(words[0]) == kNowhere;
}

// What a line says that stands between a message and what it quotes.
enum class Divider : uint8_t { kNoDivider, kRule, kOriginal, kForwarded };

Divider DividerOf(std::string_view words) {
  constexpr size_t kLongest = 120;
  if (words.size() > kLongest) return Divider::kNoDivider;
  if (IsRule(words)) return Divider::kRule;
  const std::string lower = LowerLetters(words);
  if (std::ranges::find(kForwardSentences, lower) != kForwardSentences.end()) {
    return Divider::kForwarded;
  }
  const size_t first = words.find_first_not_of('-');
  if (first == kNowhere || first < 2) return Divider::kNoDivider;
  const std::string_view said = TrimBlanks(std::string_view(lower).substr(first));
  const auto* known = std::ranges::find_if(
      kSeparators, [&](std::string_view one) { return said.starts_with(one); });
  if (known == kSeparators.end() || (!said.ends_with('-') && said != *known)) {
    return Divider::kNoDivider;
  }
  const bool forwarded = known - kSeparators.begin() >= std::ptrdiff_t{kFirstForward};
  return forwarded ? Divider::kForwarded : Divider::kOriginal;
}

// A date and a time of day, an address or a year: what no one writes into a sentence.
bool SaysWhenOrWhere(std::string_view words) {
  size_t digits = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    digits = IsAsciiDigit(words[i]) ? digits + 1 : 0;
    if (digits == 4) return true;
    const bool time = digits > 0 && i + 2 < words.size() && words[i + 1] == ':' &&
                      IsAsciiDigit(words[i + 2]);
    if (time || words[i] == '@') return true;
  }
  return false;
}

bool HasDigit(std::string_view words) { return std::ranges::any_of(words, IsAsciiDigit); }

bool BeginsAsAttribution(std::string_view lower) {
  return std::ranges::any_of(
      kBeginnings, [&](std::string_view word) { return lower.starts_with(word); });
}

// Where a verb of writing stands, or npos; at the end where `at_end`.
bool HasVerb(std::string_view lower, bool at_end) {
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) {
    if (at_end && !lower.ends_with(verb)) return false;
    return FindWord(lower, verb, at_end ? lower.size() - verb.size() : 0) != kNowhere;
  });
}

bool BeginsWithVerb(std::string_view lower) {
  return std::ranges::any_of(kVerbs, [&](std::string_view verb) {
    return lower.starts_with(verb) && FindWord(lower, verb) == 0;
  });
}

// Too long for one, or more than one sentence.
bool IsTalk(std::string_view words) {
  constexpr size_t kLongest = 100;
  return words.size() > kLongest || words.find("! ") != kNowhere ||
         words.find("? ") != kNowhere;
}

// "You wrote" is said by people.
bool NamesNobody(std::string_view lower) {
  return std::ranges::any_of(
      std::array<std::string_view, 4>{"you wrote", "i wrote", "we wrote", "you said"},
      [&](std::string_view words) { return FindWord(lower, words) != kNowhere; });
}

std::string_view WithoutColon(std::string_view words) {
  while (words.ends_with(':')) words = TrimBlanks(words.substr(0, words.size() - 1));
  return words;
}

// What a whole attribution in a sentence is worth.
enum class Worth : uint8_t { kNothing, kLikely, kCertain };

Worth Weigh(std::string_view words) {
  const std::string lower = LowerLetters(words);
  const std::string_view said = WithoutColon(lower);
  const bool colon = said.size() < lower.size();
  if (said.empty()) return Worth::kNothing;
  const bool verb_ends = HasVerb(said, true);
  if (!verb_ends && !colon) return Worth::kNothing;
  const bool dated = HasDigit(said) && SaysWhenOrWhere(said);
  const bool address = said.find('@') != kNowhere;
  // "2014-04-29 16:22 GMT+02:00 Ana <ana@example.com>:"
  if (colon && IsAsciiDigit(said[0]) && address && !FindSentTime(said).empty()) {
    return Worth::kCertain;
  }
  // In a language that is not known here a date and a time of day say enough.
  const bool timed = dated && FindSentTime(said).find('T') != kNowhere;
  if (!HasVerb(said, false)) {
    return colon && timed && !IsTalk(said) ? Worth::kLikely : Worth::kNothing;
  }
  if (NamesNobody(said)) return colon ? Worth::kLikely : Worth::kNothing;
  if (dated && BeginsAsAttribution(said)) return Worth::kCertain;
  if (colon && address && !FindSentTime(said).empty()) return Worth::kCertain;
  return colon && !IsTalk(said) ? Worth::kLikely : Worth::kNothing;
}

}  // namespace

AttributionFinder::AttributionFinder(std::span<const Line> lines)
    : lines_(lines), next_words_(lines.size() + 1, lines.size()) {
  for (size_t i = lines.size(); i-- > 0;) {
    next_words_[i] = lines[i].blank() ? next_words_[i + 1] : i;
  }
}

std::optional<Attribution> AttributionFinder::At(size_t line) const {
  if (lines_[line].blank()) return std::nullopt;
  if (std::optional<Attribution> found = Separator(line)) return found;
  if (std::optional<Attribution> found = HeaderBlock(line, 2)) return found;
  return Sentence(line);
}

bool AttributionFinder::IsFollowedByMarks(size_t last) const {
  const size_t next = next_words_[last + 1];
  return next < lines_.size() && lines_[next].depth > lines_[last].depth;
}

std::optional<Attribution> AttributionFinder::Separator(size_t line) const {
  const Divider divider = DividerOf(lines_[line].words);
  if (divider == Divider::kNoDivider) return std::nullopt;
  Attribution found;
  found.last = line;
  found.certain = true;
  found.forwarded = divider == Divider::kForwarded;
  const size_t next = next_words_[line + 1];
  if (next < lines_.size() && lines_[next].depth == lines_[line].depth) {
    if (std::optional<Attribution> block = HeaderBlock(next, 1)) {
      block->forwarded = found.forwarded;
      block->bare_block = false;
      return block;
    }
  }
  return divider == Divider::kRule ? std::nullopt : std::optional(found);
}

std::optional<Attribution> AttributionFinder::HeaderBlock(size_t line, int least) const {
  const uint32_t depth = lines_[line].depth;
  if (LabelOf(lines_[line].words) == Label::kNoLabel) return std::nullopt;
  Attribution found;
  found.bare_block = true;
  found.certain = true;
  bool seen[6] = {};
  const size_t end = std::min(lines_.size(), line + kMostHeaders);
  for (size_t i = line; i < end && !lines_[i].blank() && lines_[i].depth == depth; ++i) {
    const Label label = LabelOf(lines_[i].words);
    if (label == Label::kNoLabel) continue;
    seen[static_cast<size_t>(label)] = true;
    found.last = i;
    if (label == Label::kFrom) found.author = lines_[i].words;
    if (label == Label::kSent) found.at = FindSentTime(lines_[i].words);
  }
  const auto has = [&](Label label) { return seen[static_cast<size_t>(label)] ? 1 : 0; };
  const int others = has(Label::kSent) + has(Label::kTo) + has(Label::kSubject);
  if (has(Label::kFrom) == 0 || others < least) return std::nullopt;
  return found;
}

std::optional<Attribution> AttributionFinder::Sentence(size_t line) const {
  const std::string first = LowerLetters(lines_[line].words.substr(0, 40));
  const bool begins = BeginsAsAttribution(first) || IsAsciiDigit(first[0]);
  std::string joined;
  const size_t end = std::min(lines_.size(), line + kMostLines);
  for (size_t i = line; i < end; ++i) {
    const Line& one = lines_[i];
    if (one.blank() || one.depth != lines_[line].depth) break;
    if (joined.size() + one.words.size() > kLongestSentence) break;
    if (!joined.empty()) joined += ' ';
    joined += one.words;
    const Worth worth = Weigh(joined);
    const bool certain = worth == Worth::kCertain && (begins || i == line);
    const bool likely = worth == Worth::kLikely && i <= line + 1 && IsFollowedByMarks(i);
    // A line before the one with the verb belongs to it where the address or the date
    // stands there.
    const bool goes_together = i == line || begins || one.words.starts_with('<') ||
                               BeginsWithVerb(LowerLetters(one.words));
    if (certain || (likely && goes_together)) {
      return Attribution{i, joined, FindSentTime(joined), false, false, certain};
    }
  }
  return std::nullopt;
}

}  // namespace amends::input

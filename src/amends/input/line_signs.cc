#include "amends/input/line_signs.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view kGreetings[] = {"hi",           "hello",
                                           "hey",          "dear",
                                           "hiya",         "hi there",
                                           "hello there",  "hey there",
                                           "good morning", "good afternoon",
                                           "good evening", "good day",
                                           "greetings",    "morning",
                                           "afternoon",    "to whom it may concern",
                                           "bonjour",      "bonsoir",
                                           "salut",        "cher",
                                           "chère",        "hallo",
                                           "guten tag",    "guten morgen",
                                           "liebe",        "lieber",
                                           "sehr geehrte", "sehr geehrter",
                                           "hola",         "estimado",
                                           "estimada",     "buenos días",
                                           "buongiorno",   "ciao",
                                           "gentile",      "beste",
                                           "geachte",      "olá",
                                           "hej",          "my dear",
                                           "howdy"};

constexpr std::string_view kGreeted[] = {
    "there",  "all",  "team",     "everyone", "everybody", "folks",  "sir",   "madam",
    "and",    "or",   "again",    "mr",       "mrs",       "ms",     "miss",  "mx",
    "dr",     "à",    "customer", "friend",   "friends",   "valued", "guest", "sir/madam",
    "both",   "tous", "damen",    "herren",   "und",       "frau",   "herr",  "monsieur",
    "madame", "et",   "/",        "&",        "the",       "van",    "von",   "de",
    "la",     "to",   "you"};

constexpr std::string_view kFarewells[] = {"regards",
                                           "kind regards",
                                           "best regards",
                                           "warm regards",
                                           "warmest regards",
                                           "kindest regards",
                                           "with kind regards",
                                           "with best regards",
                                           "with warm regards",
                                           "many regards",
                                           "best",
                                           "all the best",
                                           "best wishes",
                                           "kind wishes",
                                           "with best wishes",
                                           "warm wishes",
                                           "warmly",
                                           "cheers",
                                           "sincerely",
                                           "yours sincerely",
                                           "sincerely yours",
                                           "yours faithfully",
                                           "yours truly",
                                           "yours",
                                           "truly yours",
                                           "very truly yours",
                                           "respectfully",
                                           "cordially",
                                           "thanks",
                                           "many thanks",
                                           "thank you",
                                           "thanks again",
                                           "thank you again",
                                           "thanks a lot",
                                           "thanks so much",
                                           "thank you very much",
                                           "thanks in advance",
                                           "thank you in advance",
                                           "with thanks",
                                           "with gratitude",
                                           "thanks and regards",
                                           "thanks & regards",
                                           "thanks and best regards",
                                           "thank you and kind regards",
                                           "thanks and kind regards",
                                           "with apologies",
                                           "with sympathy",
                                           "with sincere apologies",
                                           "god bless",
                                           "take care",
                                           "talk soon",
                                           "speak soon",
                                           "see you soon",
                                           "have a great day",
                                           "have a nice day",
                                           "have a good day",
                                           "have a lovely day",
                                           "have a great weekend",
                                           "have a good weekend",
                                           "br",
                                           "rgds",
                                           "kr",
                                           "love",
                                           "xoxo",
                                           "ciao",
                                           "bye",
                                           "kind regards and thanks",
                                           "cordialement",
                                           "bien cordialement",
                                           "bien à vous",
                                           "salutations",
                                           "sincères salutations",
                                           "mit freundlichen grüßen",
                                           "mit freundlichen grüssen",
                                           "mit freundlichen gruessen",
                                           "freundliche grüße",
                                           "freundliche grüsse",
                                           "freundliche gruesse",
                                           "viele grüße",
                                           "viele gruesse",
                                           "beste grüße",
                                           "beste gruesse",
                                           "liebe grüße",
                                           "liebe gruesse",
                                           "herzliche grüße",
                                           "herzliche gruesse",
                                           "mfg",
                                           "vg",
                                           "lg",
                                           "gruß",
                                           "grüße",
                                           "saludos",
                                           "un saludo",
                                           "saludos cordiales",
                                           "atentamente",
                                           "cordiali saluti",
                                           "distinti saluti",
                                           "saluti",
                                           "met vriendelijke groet",
                                           "met vriendelijke groeten",
                                           "vriendelijke groeten",
                                           "groeten",
                                           "atenciosamente",
                                           "med vänliga hälsningar",
                                           "venlig hilsen",
                                           "mvh"};

constexpr std::string_view kDeviceBeginnings[] = {
    "sent from ",          "sent via ",
    "sent with ",          "sent using ",
    "get outlook for ",    "von meinem ",
    "envoyé de mon ",      "envoyé depuis ",
    "envoyé à partir de ", "enviado desde mi ",
    "enviado do meu ",     "inviato da ",
    "verzonden vanaf ",    "gesendet von ",
    "gesendet mit ",       "diese nachricht wurde von meinem ",
    "skickat från ",       "sendt fra ",
    "sent on the go"};

constexpr std::string_view kVoices[] = {
    "i",   "i'm", "i’m",   "i'll",  "i’ll",   "i've",   "i’ve",  "me",
    "my",  "we",  "we'll", "we’ll", "we're",  "we’re",  "we've", "we’ve",
    "our", "us",  "you",   "your",  "you're", "you’re", "let"};

bool Holds(Words table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

// Without pictures at the end, which have four bytes each.
std::string_view WithoutEmoji(std::string_view words) {
  while (words.size() >= 4 && (words[words.size() - 4] & 0xF8) == 0xF0) {
    words.remove_suffix(4);
  }
  return words;
}

std::string_view TrimMarks(std::string_view words) {
  const size_t last = words.find_last_not_of(",.!:;-~* \t");
  words = words.substr(0, last == kNowhere ? 0 : last + 1);
  for (const std::string_view dash : {"–", "—", "…"}) {
    if (words.ends_with(dash)) words.remove_suffix(dash.size());
  }
  words = TrimBlanks(WithoutEmoji(words));
  const size_t first = words.find_first_not_of("-~* \t");
  return TrimBlanks(first == kNowhere ? std::string_view() : words.substr(first));
}

bool BeginsLarge(std::string_view word) {
  if (word.empty()) return false;
  const char c = word[0];
  const int lead = c & 0xFF;
  // Letters beyond ASCII, but neither dashes nor pictures.
  const bool letter = lead >= 0x80 && lead != 0xE2 && lead < 0xF0;
  return (c >= 'A' && c <= 'Z') || letter || c == '{' || c == '[' || c == '<';
}

// The longest of the table that the line begins with as whole words; 0 where none is.
size_t BeginsWithOneOf(std::string_view lower, Words table) {
  size_t longest = 0;
  for (const std::string_view one : table) {
    if (one.size() <= longest || !lower.starts_with(one)) continue;
    const std::string_view rest = lower.substr(one.size());
    const bool whole = rest.empty() || (!IsAsciiLetter(rest[0]) && rest[0] != '\'' &&
                                        (rest[0] & 0x80) == 0);
    if (whole) longest = one.size();
  }
  return longest;
}

bool HoldsSentence(std::string_view words) {
  for (const std::string_view end : {". ", "! ", "? "}) {
    const size_t at = words.find(end);
    // "J. Doe", "Dr. Lee"
    if (at != kNowhere && at > 3) return true;
  }
  return false;
}

}  // namespace

bool IsGreeting(std::string_view words) {
  constexpr size_t kLongest = 60;
  constexpr size_t kMostNames = 5;
  if (words.size() > kLongest || words.ends_with('?')) return false;
  const std::string_view said = TrimMarks(words);
  const std::string lower = LowerLetters(said);
  const size_t greeting = BeginsWithOneOf(lower, kGreetings);
  // "Ana," greets as well.
  if (greeting == 0) return words.ends_with(',') && IsNameLine(said);
  if (HoldsSentence(said.substr(greeting))) return false;
  std::string_view rest = said.substr(greeting);
  while (!rest.empty() && (rest[0] == ',' || rest[0] == ' ')) rest.remove_prefix(1);
  const std::vector<std::string_view> names = SplitWords(rest);
  if (names.size() > kMostNames) return false;
  return std::ranges::all_of(names, [](std::string_view name) {
    std::string one = LowerLetters(name);
    while (!one.empty() && (one.back() == ',' || one.back() == '.')) one.pop_back();
    return BeginsLarge(name) || Holds(kGreeted, one);
  });
}

bool IsFarewell(std::string_view words) {
  constexpr size_t kLongest = 60;
  if (words.size() > kLongest || words.ends_with('?')) return false;
  const std::string lower = LowerLetters(TrimMarks(words));
  const size_t farewell = BeginsWithOneOf(lower, kFarewells);
  if (farewell == 0) return false;
  const std::string_view rest = TrimMarks(words).substr(farewell);
  if (rest.empty()) return true;
  // "Thanks and God bless."
  for (const std::string_view joint : {" and ", " & "}) {
    const std::string_view second = rest.substr(std::min(rest.size(), joint.size()));
    if (rest.starts_with(joint) && Holds(kFarewells, LowerLetters(second))) return true;
  }
  // A name only behind a mark: "Thanks Ana" may be the beginning of anything.
  if (rest[0] != ',' && rest[0] != '-' && rest[0] != '!' && rest[0] != '.') return false;
  const std::string_view name = TrimMarks(rest.substr(1));
  return IsNameLine(name) || BeginsWithOneOf(LowerLetters(name), kFarewells) > 0;
}

bool IsFormalFarewell(std::string_view words) {
  const std::string lower = LowerLetters(words);
  return IsFarewell(words) &&
         std::ranges::any_of(
             std::array<std::string_view, 4>{"regards", "sincerely", "faithfully",
                                             "respectfully"},
             [&](std::string_view word) { return FindWord(lower, word) != kNowhere; });
}

bool IsNameLine(std::string_view words) {
  constexpr size_t kLongest = 40;
  constexpr size_t kMostWords = 4;
  if (words.empty() || words.size() > kLongest) return false;
  if (words.ends_with('!') || words.ends_with('?') || words.ends_with(':')) return false;
  const std::vector<std::string_view> names = SplitWords(TrimMarks(words));
  if (names.empty() || names.size() > kMostWords) return false;
  if (words.ends_with('.') && words.size() > names.back().size() + 8) return false;
  if (HoldsSentence(words)) return false;
  const bool has_digit = std::ranges::any_of(words, IsAsciiDigit);
  const bool has_voice = HasVoice(words);
  return !has_digit && !has_voice && BeginsLarge(names.front()) &&
         std::ranges::all_of(names, [](std::string_view name) {
           return BeginsLarge(name) || Holds(kGreeted, LowerLetters(name));
         });
}

bool IsDeviceLine(std::string_view words) {
  constexpr size_t kLongest = 80;
  constexpr size_t kMostWords = 9;
  while (words.starts_with('-')) words = TrimBlanks(words.substr(1));
  if (words.size() > kLongest || SplitWords(words).size() > kMostWords) return false;
  const std::string lower = LowerLetters(words);
  const bool begins = std::ranges::any_of(
      kDeviceBeginnings, [&](std::string_view one) { return lower.starts_with(one); });
  // "Von meinem iPhone gesendet", but "Sent from our shop on Monday, it should arrive".
  return begins && words.find(", ") == kNowhere && !HoldsSentence(words) &&
         FindWord(lower, "our") == kNowhere && FindWord(lower, "your") == kNowhere;
}

bool IsRuleLine(std::string_view words) {
  constexpr size_t kShortest = 4;
  for (const std::string_view dash : {"—", "–", "─", "━"}) {
    size_t at = 0;
    while (words.substr(at, dash.size()) == dash) at += dash.size();
    if (at == words.size() && at >= 3 * dash.size()) return true;
  }
  return words.size() >= kShortest &&
         std::string_view("-_=*~#").find(words[0]) != kNowhere &&
         words.find_first_not_of(words[0]) == kNowhere;
}

bool IsContactLine(std::string_view words) {
  constexpr size_t kLongest = 120;
  constexpr std::ptrdiff_t kDigitsOfPhone = 7;
  if (words.size() > kLongest) return false;
  const std::string lower = LowerLetters(words);
  for (const std::string_view sign :
       {"www.", "http://", "https://", " | ", "tel:", "tel.",
        "phone:", "mobile:", "fax:", "e-mail:", "email:"}) {
    if (lower.find(sign) != kNowhere) return true;
  }
  const bool address = lower.find('@') != kNowhere && SplitWords(lower).size() <= 3;
  return address || std::ranges::count_if(words, IsAsciiDigit) >= kDigitsOfPhone;
}

bool HasVoice(std::string_view words) {
  return words.ends_with('?') || NamesSpeaker(words);
}

bool NamesSpeaker(std::string_view words) {
  const std::string lower = LowerLetters(words);
  return std::ranges::any_of(SplitWords(lower), [](std::string_view word) {
    const size_t last = word.find_last_not_of(",.!?;:");
    return last != kNowhere && Holds(kVoices, word.substr(0, last + 1));
  });
}

std::string_view FirstColumn(std::string_view words) {
  return TrimBlanks(words.substr(0, std::min(words.find("   "), words.find('\t'))));
}

bool IsPostscript(std::string_view words) {
  const std::string lower = LowerLetters(words.substr(0, 6));
  return lower.starts_with("p.s") || lower.starts_with("ps:") ||
         lower.starts_with("ps.") || lower.starts_with("ps ") || lower.starts_with("ps,");
}

}  // namespace amends::input

#include "amends/suggest/first_person.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <utility>

namespace amends::suggest {

using conversation::Reading;
using match::Range;

namespace {

constexpr std::pair<std::string_view, std::string_view> kPersons[] = {
    {"we", "I"},   {"us", "me"},          {"our", "my"},
    {"ours", "mine"}, {"ourselves", "myself"}};

// The verb after “we” as it is after “I”.
constexpr std::pair<std::string_view, std::string_view> kVerbs[] = {
    {"are", "am"}, {"were", "was"}, {"aren't", "am not"}, {"weren't", "wasn't"}};

bool IsUpper(char c) { return std::isupper(static_cast<unsigned char>(c)) != 0; }

std::string WithCaseOf(std::string_view old, std::string_view fresh) {
  std::string word(fresh);
  const bool loud = old.size() > 1 && std::ranges::all_of(old, [](char c) {
    return std::isalpha(static_cast<unsigned char>(c)) == 0 || IsUpper(c);
  });
  if (loud) {
    std::ranges::transform(word, word.begin(), [](char c) {
      return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    });
  } else if (!old.empty() && IsUpper(old.front())) {
    word.front() =
        static_cast<char>(std::toupper(static_cast<unsigned char>(word.front())));
  }
  return word;
}

template <typename Table>
std::string_view Find(const Table& table, std::string_view word) {
  for (const auto& [from, to] : table) {
    if (from == word) return to;
  }
  return {};
}

// "We're", "we’ve", "were" for “we are”: one stretch of the source, several words.
std::string Contracted(std::string_view source, std::string_view verb) {
  const bool straight = source.find('\'') != std::string_view::npos;
  const bool curly = source.find("\xE2\x80\x99") != std::string_view::npos;
  const std::string mark = straight ? "'" : curly ? "\xE2\x80\x99" : "'";
  if (verb == "are") return "I" + mark + "m";
  if (verb == "have") return "I" + mark + "ve";
  if (verb == "will") return "I" + mark + "ll";
  return "I" + mark + "d";
}

}  // namespace

std::string InFirstPerson(const Reading& turn, Range words) {
  const text::Text& text = turn.text;
  std::string out;
  if (words.begin >= words.end) return out;
  const uint32_t reach = text.clauses[turn.ClauseOf(words.begin)].end;
  uint32_t at = text.words[words.begin].span.start;
  bool after_we = false;
  for (uint32_t i = words.begin; i < words.end;) {
    const text::Span span = text.words[i].span;
    uint32_t next = i + 1;
    while (next < words.end && text.words[next].span == span) ++next;
    const std::string_view old = turn.source.substr(span.start, span.length());
    const std::string_view canon = text.Canon(text.words[i]);
    std::string fresh(old);
    if (i < reach) {
      const std::string_view person = Find(kPersons, canon);
      const std::string_view verb = after_we ? Find(kVerbs, canon) : std::string_view();
      if (canon == "we" && next > i + 1) {
        fresh = Contracted(old, text.Canon(text.words[i + 1]));
      } else if (canon == "we") {
        fresh = "I";
      } else if (!person.empty()) {
        fresh = WithCaseOf(old, person);
      } else if (!verb.empty()) {
        fresh = WithCaseOf(old, verb);
      }
      after_we = canon == "we" && next == i + 1;
    }
    out += turn.source.substr(at, span.start - at);
    out += fresh;
    at = span.end;
    i = next;
  }
  return out;
}

}  // namespace amends::suggest

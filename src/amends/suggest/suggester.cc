#include "amends/suggest/suggester.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "amends/suggest/first_person.h"

namespace amends::suggest {

using match::Range;

namespace {

constexpr size_t kLongestQuote = 80;  // bytes of a match in a message

std::string Source(const Matched& matched, Range words) {
  const text::Span span = matched.turn->text.SpanOf(words.begin, words.end);
  return std::string(matched.turn->source.substr(span.start, span.length()));
}

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// On one line, a long one with its middle left out.
std::string Quote(std::string text) {
  std::string line;
  for (char c : text) {
    const bool blank = c == '\n' || c == '\r' || c == '\t' || c == ' ';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (line.size() <= kLongestQuote) return line;
  size_t head = kLongestQuote * 2 / 3;
  size_t tail = line.size() - kLongestQuote / 4;
  while (head > 0 && (line[head] != ' ' || IsContinuation(line[head]))) --head;
  while (tail < line.size() && line[tail - 1] != ' ') ++tail;
  return line.substr(0, head) + " … " + line.substr(tail);
}

// Calls fill for every {name} or {name: how} and copies the rest. [[blanks]] are plain text.
// False where fill had nothing to put in.
template <typename Fill>
bool Substitute(std::string_view text, std::string& out, const Fill& fill) {
  while (true) {
    const size_t open = text.find('{');
    const size_t close = text.find('}', open == std::string_view::npos ? 0 : open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    out += text.substr(0, open);
    std::string_view name = text.substr(open + 1, close - open - 1);
    std::string_view how;
    if (const size_t colon = name.find(':'); colon != std::string_view::npos) {
      how = name.substr(colon + 1);
      name = name.substr(0, colon);
      while (how.starts_with(' ')) how.remove_prefix(1);
    }
    if (!fill(name, how, out)) return false;
    text.remove_prefix(close + 1);
  }
  out += text;
  return true;
}

// A replacement at the start of a sentence, or of a capitalised word, begins with a capital.
void KeepCapital(const Matched& matched, Range words, std::string& insert) {
  const text::Word& first = matched.turn->text.words[words.begin];
  const char letter = matched.turn->source[first.span.start];
  const bool capital = first.is(text::kSentenceFirst) &&
                       std::isupper(static_cast<unsigned char>(letter)) != 0;
  if (capital && !insert.empty()) {
    insert.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(insert.front())));
  }
}

// Nothing to put in: the blank that belonged to the words goes too, and what now opens the
// sentence gets its capital.
Edit Deletion(const Matched& matched, Range words) {
  const auto& all = matched.turn->text.words;
  const std::string_view source = matched.turn->source;
  Edit edit{matched.turn->text.SpanOf(words.begin, words.end), ""};
  const bool first = all[words.begin].is(text::kSentenceFirst);
  while (edit.span.end < source.size() && source[edit.span.end] == ' ') ++edit.span.end;
  if (words.end < all.size() && first && all[words.end].span.start == edit.span.end) {
    const text::Span next = all[words.end].span;
    if (next.length() > 0 && std::islower(static_cast<unsigned char>(source[next.start])) != 0) {
      edit.insert = std::string(source.substr(next.start, next.length()));
      edit.insert.front() =
          static_cast<char>(std::toupper(static_cast<unsigned char>(edit.insert.front())));
      edit.span.end = next.end;
    }
  } else if (edit.span.end == source.size() && edit.span.start > 0 &&
             source[edit.span.start - 1] == ' ') {
    --edit.span.start;
  }
  return edit;
}

}  // namespace

std::optional<Range> WordsOf(const Matched& matched, std::string_view name) {
  if (matched.match == nullptr) return std::nullopt;
  if (name == "match") return matched.match->words;
  const auto& names = matched.program->captures;
  const auto known = std::ranges::find(names, name);
  if (known == names.end()) return std::nullopt;
  const Range words = matched.match->captures[static_cast<size_t>(known - names.begin())];
  if (words.begin >= words.end) return std::nullopt;
  return words;
}

std::string RenderMessage(std::string_view message, const Matched& matched) {
  std::string out;
  const bool whole = Substitute(
      message, out, [&](std::string_view name, std::string_view, std::string& to) {
        const std::optional<Range> words = WordsOf(matched, name);
        if (words) to += Quote(Source(matched, *words));
        return true;
      });
  return whole ? out : std::string(message);
}

std::optional<Suggestion> Render(const pack::Suggest& suggest, const Matched& matched) {
  for (const std::string& name : suggest.needs) {
    if (!WordsOf(matched, name)) return std::nullopt;
  }
  Suggestion suggestion{suggest.applicability, suggest.title, {}};
  if (!suggest.text) return suggestion;
  const std::optional<Range> words =
      WordsOf(matched, suggest.replace.empty() ? "match" : suggest.replace);
  if (!words) return std::nullopt;
  std::string insert;
  const bool whole = Substitute(
      *suggest.text, insert, [&](std::string_view name, std::string_view how, std::string& to) {
        const std::optional<Range> named = WordsOf(matched, name);
        if (!named) return false;
        to += how == "first-person" ? InFirstPerson(*matched.turn, *named)
                                    : Source(matched, *named);
        return true;
      });
  if (!whole) return std::nullopt;
  if (insert.empty()) {
    suggestion.edits.push_back(Deletion(matched, *words));
    return suggestion;
  }
  KeepCapital(matched, *words, insert);
  const text::Span span = matched.turn->text.SpanOf(words->begin, words->end);
  if (matched.turn->source.substr(span.start, span.length()) == insert) return std::nullopt;
  suggestion.edits.push_back({span, std::move(insert)});
  return suggestion;
}

}  // namespace amends::suggest

#include "amends/text/verbatim.h"

#include <algorithm>

#include "amends/text/char_class.h"

namespace amends::text {
namespace {

constexpr size_t kLongestAddress = 2048;
constexpr size_t kLongestName = 255;
constexpr size_t kLongestCode = 500;
constexpr size_t kLongestBlank = 200;  // between its brackets

CharClass ClassOf(char c) { return kByteClass[static_cast<unsigned char>(c)]; }
bool IsLetterOrDigit(char c) {
  return IsAlnum(ClassOf(c)) || ClassOf(c) == CharClass::kMultibyte;
}
bool IsOneOf(char c, std::string_view set) {
  return set.find(c) != std::string_view::npos;
}
bool IsNameChar(char c) { return IsAlnum(ClassOf(c)) || c == '-' || c == '_'; }

// What a host or a file may end in; without such a list "sorry.we" is an address.
bool IsKnownEnding(std::string_view label) {
  static constexpr std::string_view kEndings[] = {
      "com", "org", "net",  "io",  "uk",   "de",  "fr",   "eu",  "info", "gov",  "edu",
      "nl",  "es",  "it",   "ie",  "au",   "ca",  "nz",   "app", "dev",  "shop", "biz",
      "ly",  "pdf", "docx", "doc", "xlsx", "csv", "html", "txt", "jpg",  "png",  "zip"};
  return std::find(std::begin(kEndings), std::end(kEndings), label) != std::end(kEndings);
}

// The end of a stretch without blanks, quotes and brackets, less the marks that close it.
size_t ChunkEnd(std::string_view source, size_t at, size_t longest) {
  const size_t limit = std::min(source.size(), at + longest);
  size_t end = at;
  while (end < limit && !IsSpace(ClassOf(source[end])) &&
         !IsOneOf(source[end], "<>\"()[]{}|`")) {
    const Decoded next = DecodeAt(source, end);
    if (next.length > 1 && next.type != CharClass::kLetter &&
        next.type != CharClass::kDigit) {
      break;
    }
    end += next.length;
  }
  end = std::min(end, source.size());
  while (end > at && IsOneOf(source[end - 1], ".,;:!?'*_")) --end;
  return end;
}

}  // namespace

size_t VerbatimFinder::AfterRun(size_t at, size_t run_end) {
  if (run_end + 1 >= source_.size()) return at;
  const char mark = source_[run_end];
  const char next = source_[run_end + 1];
  if (mark == ':' && next == '/') return Url(at, run_end);
  if (mark == ':' && next == '\\' && run_end - at == 1) {
    return ChunkEnd(source_, at, kLongestAddress);
  }
  if (!IsOneOf(mark, ".@_+-") || !IsLetterOrDigit(next)) return at;
  if (const size_t end = Email(at); end != at) return end;
  return mark == '.' || mark == '-' ? Host(at) : at;
}

size_t VerbatimFinder::AtMark(size_t at) {
  switch (source_[at]) {
    case '@': {
      size_t end = at + 1;
      while (end < source_.size() && end - at < kLongestName &&
             IsNameChar(source_[end])) {
        ++end;
      }
      while (end > at && source_[end - 1] == '-') --end;
      return end > at + 1 ? end : at;
    }
    case '/':
      return Path(at);
    case '`':
      return Code(at);
    case '[':
      return Blank(at);
    default:
      return at;
  }
}

size_t VerbatimFinder::Url(size_t at, size_t run_end) const {
  const bool slashes = source_.substr(run_end, 3) == "://";
  if (!slashes || run_end + 3 >= source_.size() ||
      !IsLetterOrDigit(source_[run_end + 3])) {
    return at;
  }
  return ChunkEnd(source_, at, kLongestAddress);
}

size_t VerbatimFinder::Host(size_t at) {
  if (at < no_host_before_) return at;
  const size_t limit = std::min(source_.size(), at + kLongestName);
  size_t end = at;
  size_t label = at;
  while (end < limit) {
    const bool inner_dot =
        source_[end] == '.' && end + 1 < limit && IsNameChar(source_[end + 1]);
    if (!IsNameChar(source_[end]) && !inner_dot) break;
    if (inner_dot) label = end + 1;
    ++end;
  }
  const bool www = source_.substr(at, 4) == "www.";
  if (label == at || (!www && !IsKnownEnding(source_.substr(label, end - label)))) {
    no_host_before_ = end;
    return at;
  }
  const bool goes_on = end < source_.size() && IsOneOf(source_[end], "/:?#");
  return goes_on ? std::max(end, ChunkEnd(source_, at, kLongestAddress)) : end;
}

size_t VerbatimFinder::Email(size_t at) {
  if (at < no_email_before_) return at;
  const size_t limit = std::min(source_.size(), at + kLongestName);
  size_t end = at;
  while (end < limit && (IsNameChar(source_[end]) || IsOneOf(source_[end], ".+%"))) ++end;
  if (end >= limit || source_[end] != '@') {
    no_email_before_ = end;
    return at;
  }
  size_t dots = 0;
  size_t stop = end + 1;
  for (; stop < std::min(source_.size(), end + kLongestName); ++stop) {
    const char c = source_[stop];
    if (c == '.' && stop + 1 < source_.size() && IsNameChar(source_[stop + 1])) {
      ++dots;
    } else if (!IsNameChar(c)) {
      break;
    }
  }
  if (dots > 0) return stop;
  no_email_before_ = stop;
  return at;
}

size_t VerbatimFinder::Path(size_t at) {
  const bool starts =
      at == 0 || IsSpace(ClassOf(source_[at - 1])) || IsOneOf(source_[at - 1], "(\"'[");
  if (!starts || at < no_path_before_) return at;
  const size_t end = ChunkEnd(source_, at, kLongestName);
  if (end > at + 1 && IsNameChar(source_[at + 1]) &&
      source_.substr(at + 1, end - at - 1).find('/') != std::string_view::npos) {
    return end;
  }
  no_path_before_ = end;
  return at;
}

size_t VerbatimFinder::Code(size_t at) {
  if (at < no_code_before_) return at;
  const size_t limit = std::min(source_.size(), at + kLongestCode);
  size_t end = at + 1;
  while (end < limit && source_[end] != '`' &&
         ClassOf(source_[end]) != CharClass::kBreak) {
    ++end;
  }
  if (end < limit && source_[end] == '`' && end > at + 1) return end + 1;
  no_code_before_ = end;
  return at;
}

size_t VerbatimFinder::Blank(size_t at) const {
  size_t inside = at;
  while (inside < source_.size() && source_[inside] == '[') ++inside;
  if (inside - at < 2) return at;
  const size_t length = source_.substr(inside, kLongestBlank + 2).find("]]");
  if (length == std::string_view::npos) return at;
  size_t end = inside + length;
  while (end < source_.size() && source_[end] == ']') ++end;
  return end;
}

}  // namespace amends::text

#include "amends/text/scanner.h"

#include <algorithm>

namespace amends::text {
namespace {

constexpr uint32_t kLongestWord = 200;  // bytes; longer ones are cut

bool EndsWord(CharClass type) { return !IsAlnum(type) && type != CharClass::kIgnorable; }

// The form of a mark outside ASCII that has one inside.
std::string_view AsciiFormOf(int32_t code_point, std::string_view own) {
  switch (code_point) {
    case 0x2026:
      return "...";
    case 0x3002:
    case 0xFF0E:
      return ".";
    case 0xFF01:
      return "!";
    case 0xFF1F:
      return "?";
    case 0x3001:
    case 0xFF0C:
      return ",";
    case 0xFF1A:
      return ":";
    case 0xFF1B:
      return ";";
    case 0xFF08:
      return "(";
    case 0xFF09:
      return ")";
    default:
      return own;
  }
}

}  // namespace

Scanner::Scanner(std::string_view source, Span region, bool fast)
    : source_(source.substr(0, region.end)),
      at_(region.start),
      begin_(region.start),
      fast_(fast),
      verbatim_(source_) {}

CharClass Scanner::ClassAt(uint32_t at) const {
  return at < source_.size() ? DecodeAt(source_, at).type : CharClass::kBreak;
}

CharClass Scanner::ClassBefore(uint32_t at) const {
  if (at <= begin_) return CharClass::kBreak;
  uint32_t start = at - 1;
  while (start > begin_ && at - start < 4 && (source_[start] & 0xC0) == 0x80) --start;
  return DecodeAt(source_, start).type;
}

bool Scanner::Next(Token& token) {
  for (;;) {
    const uint8_t layout = SkipBlanks();
    if (at_ >= source_.size()) return false;
    token = Token{};
    token.layout = layout;
    token.span = {at_, at_};
    const Decoded first = DecodeAt(source_, at_);
    const bool after_colon = after_colon_;
    after_colon_ = false;
    if (IsAlnum(first.type)) {
      ReadWord(token);
    } else if (first.type == CharClass::kIgnorable) {
      at_ += first.length;
      after_colon_ = after_colon;
      continue;
    } else if (first.type == CharClass::kHyphen && IsDroppedHyphen(at_, first.length)) {
      at_ += first.length;
      continue;
    } else {
      ReadMark(token, first);
    }
    at_ = token.span.end;
    return true;
  }
}

uint8_t Scanner::SkipBlanks() {
  // The common cases: no blank, or one between two words of a line.
  if (at_ + 1 < source_.size() && at_ != begin_) {
    if (source_[at_] > ' ') return 0;
    if (source_[at_] == ' ' && source_[at_ + 1] > ' ') {
      ++at_;
      return kBlankBefore;
    }
  }
  uint32_t breaks = at_ == begin_ ? 2 : 0;
  uint32_t line_start = at_;
  const uint32_t from = at_;
  while (at_ < source_.size()) {
    const unsigned char byte = static_cast<unsigned char>(source_[at_]);
    Decoded next{byte, 1, kByteClass[byte], false};
    if (next.type == CharClass::kMultibyte) next = DecodeAt(source_, at_);
    if (!IsSpace(next.type)) break;
    at_ += next.length;
    if (next.type == CharClass::kBreak) {
      if (byte == '\r' && at_ < source_.size() && source_[at_] == '\n') ++at_;
      ++breaks;
      line_start = at_;
      if (next.code_point == 0x2029) ++breaks;
    }
  }
  if (from == at_ && breaks == 0) return 0;
  uint8_t layout = kBlankBefore;
  if (breaks > 1) layout |= kParagraph;
  if (breaks > 0) {
    const bool may_begin = breaks > 1 || in_list_ || after_colon_;
    const bool item = may_begin && SkipItemMark(line_start);
    if (item) layout |= kItem;
    in_list_ = item || (in_list_ && breaks == 1);
  }
  return layout;
}

// A list mark is layout, no word: "- ", "• ", "1. ", "2) " where at_ stands, at a line's
// start.
bool Scanner::SkipItemMark(uint32_t line_start) {
  if (at_ >= source_.size() || line_start > at_) return false;
  uint32_t end = at_;
  const Decoded mark = DecodeAt(source_, at_);
  if (mark.type == CharClass::kDigit) {
    while (end < source_.size() && end - at_ < 3 && source_[end] >= '0' &&
           source_[end] <= '9') {
      ++end;
    }
    if (end == at_ || end >= source_.size()) return false;
    if (source_[end] != '.' && source_[end] != ')') return false;
    ++end;
  } else {
    const bool bullet = mark.type == CharClass::kHyphen || mark.code_point == '*' ||
                        (mark.type == CharClass::kSymbol && mark.code_point > 0x7f &&
                         !mark.bad && mark.code_point != 0xFFFD);
    if (!bullet) return false;
    end += mark.length;
  }
  if (end >= source_.size() || ClassAt(end) != CharClass::kBlank) return false;
  while (end < source_.size() && ClassAt(end) == CharClass::kBlank) {
    end += DecodeAt(source_, end).length;
  }
  if (end >= source_.size() || ClassAt(end) == CharClass::kBreak) return false;
  at_ = end;
  return true;
}

void Scanner::ReadWord(Token& token) {
  const uint32_t start = token.span.start + token.skip;
  const uint32_t limit =
      std::min(static_cast<uint32_t>(source_.size()), start + kLongestWord);
  uint32_t at = start;
  if (!fast_) return ReadWideWord(token, start);
  for (;; ++at) {
    CharClass type = CharClass::kLower;
    uint32_t upper = 0;
    uint32_t digits = 0;
    const uint32_t run = at;
    while (at < limit) {
      type = kByteClass[static_cast<unsigned char>(source_[at])];
      if (!IsAlnum(type)) break;
      upper += type == CharClass::kUpper;
      digits += type == CharClass::kDigit;
      ++at;
    }
    token.upper = static_cast<uint16_t>(token.upper + upper);
    token.lower = static_cast<uint16_t>(token.lower + (at - run) - upper - digits);
    token.digit |= digits > 0;
    if (at >= limit) break;
    if (type == CharClass::kMultibyte) {
      const CharClass wide = DecodeAt(source_, at).type;
      if (!EndsWord(wide) || (wide == CharClass::kApostrophe && ContinuesAfterMark(at))) {
        return ReadWideWord(token, at);
      }
      break;
    } else if (IsSpace(type) || !ContinuesAfterMark(at)) {
      break;
    }
  }
  token.span.end = at;
  if (at + 1 < source_.size() &&
      !IsSpace(kByteClass[static_cast<unsigned char>(source_[at])])) {
    const size_t end = verbatim_.AfterRun(token.span.start, at);
    if (end > at) {
      token.kind = TokenKind::kVerbatim;
      token.span.end = static_cast<uint32_t>(end);
    }
  }
}

void Scanner::ReadWideWord(Token& token, uint32_t at) {
  const uint32_t start = token.span.start + token.skip;
  token.ascii = false;
  while (at < source_.size() && at - start < kLongestWord) {
    const Decoded next = DecodeAt(source_, at);
    if (EndsWord(next.type) && !ContinuesAfterMark(at)) break;
    if (next.type == CharClass::kDigit) token.digit = true;
    at += next.length;
  }
  token.span.end = at;
  if (at + 1 < source_.size()) {
    const size_t end = verbatim_.AfterRun(token.span.start, at);
    if (end > at) {
      token.kind = TokenKind::kVerbatim;
      token.span.end = static_cast<uint32_t>(end);
    }
  }
}

// Whether the mark at `at`, right after a letter or digit, is inside the word: "don't",
// "25.50", "9:30", "e.g".
bool Scanner::ContinuesAfterMark(uint32_t at) const {
  const Decoded mark = DecodeAt(source_, at);
  const uint32_t next = at + mark.length;
  if (next >= source_.size()) return false;
  if (mark.type == CharClass::kApostrophe) {
    return IsAlnum(ClassAt(next)) && ClassBefore(at) != CharClass::kApostrophe;
  }
  const int32_t c = mark.code_point;
  if (c != '.' && c != ',' && c != ':') return false;
  const auto is_digit = [](char b) { return b >= '0' && b <= '9'; };
  if (is_digit(source_[at - 1])) return is_digit(source_[next]);
  if (c != '.') return false;
  // Letters with dots between them, each alone: "e.g", "U.K", "a.m".
  const auto is_letter = [](char b) { return (b | 0x20) >= 'a' && (b | 0x20) <= 'z'; };
  const bool alone = at < begin_ + 2 || !IsAlnum(ClassBefore(at - 1));
  return alone && is_letter(source_[at - 1]) && is_letter(source_[next]) &&
         !IsAlnum(ClassAt(next + 1));
}

bool Scanner::IsDroppedHyphen(uint32_t at, uint32_t length) const {
  const CharClass before = ClassBefore(at);
  const CharClass after = ClassAt(at + length);
  if (!IsAlnum(before) || !IsAlnum(after)) return false;
  return before != CharClass::kDigit || after != CharClass::kDigit;
}

void Scanner::ReadMark(Token& token, const Decoded& first) {
  const uint32_t start = token.span.start;
  token.span.end = start + first.length;
  token.kind = TokenKind::kPunctuation;
  if (first.bad) bytes_replaced_ = true;
  if (const size_t end = verbatim_.AtMark(start); end > start) {
    token.kind = TokenKind::kVerbatim;
    token.span.end = static_cast<uint32_t>(end);
    if (first.code_point == '[') token.form = "[[";
    return;
  }
  if (first.code_point == '#' && IsAlnum(ClassAt(start + 1))) {
    token.kind = TokenKind::kWord;
    token.skip = 1;
    return ReadWord(token);
  }
  switch (first.type) {
    case CharClass::kApostrophe:
      token.form = "'";
      return;
    case CharClass::kQuote:
      token.form = "\"";
      return;
    case CharClass::kHyphen:
    case CharClass::kDash:
      return ReadDash(token, first);
    case CharClass::kEmoji:
      token.kind = TokenKind::kSymbol;
      token.layout |= kEmoji;
      token.span.end = static_cast<uint32_t>(EmojiEnd(source_, start));
      token.form = source_.substr(start, token.span.length());
      return;
    default:
      break;
  }
  if (ReadEmoticon(token)) return;
  if (first.type == CharClass::kSymbol) token.kind = TokenKind::kSymbol;
  std::string_view form =
      first.bad ? std::string_view("\xEF\xBF\xBD")
                : AsciiFormOf(first.code_point, source_.substr(start, first.length));
  const bool final = form == "!" || form == "?";
  bool asks = form == "?";
  while (!first.bad && token.span.end < source_.size()) {
    const Decoded next = DecodeAt(source_, token.span.end);
    const bool mixed = final && (next.code_point == '!' || next.code_point == '?');
    const bool dots = (form == "." || form == "...") &&
                      (next.code_point == '.' || next.code_point == 0x2026);
    if (next.code_point != first.code_point && !mixed && !dots) break;
    asks |= mixed && next.code_point == '?';
    token.span.end += next.length;
  }
  const bool run = token.span.length() > first.length;
  if (form == "." && run) form = "...";
  if (form == "[" && run) form = "[[";
  if (form == "]" && run) form = "]]";
  if (final) form = asks ? "?" : "!";
  token.form = form;
  after_colon_ = form == ":";
}

void Scanner::ReadDash(Token& token, const Decoded& first) {
  token.form = "-";
  while (token.span.end < source_.size()) {
    const Decoded next = DecodeAt(source_, token.span.end);
    if (next.code_point != first.code_point) break;
    token.span.end += next.length;
  }
}

// ":)" and its kin, standing alone.
bool Scanner::ReadEmoticon(Token& token) {
  const uint32_t start = token.span.start;
  const char eyes = source_[start];
  if ((eyes != ':' && eyes != ';') || !IsSpace(ClassBefore(start))) return false;
  uint32_t mouth = start + 1;
  if (mouth < source_.size() && source_[mouth] == '-') ++mouth;
  static constexpr std::string_view kMouths = "()DPp/|";
  if (mouth >= source_.size() || kMouths.find(source_[mouth]) == std::string_view::npos) {
    return false;
  }
  const CharClass after = ClassAt(mouth + 1);
  if (!IsSpace(after) && after != CharClass::kMark) return false;
  token.kind = TokenKind::kSymbol;
  token.layout |= kEmoji;
  token.span.end = mouth + 1;
  token.form = source_.substr(start, token.span.length());
  return true;
}

}  // namespace amends::text

#include "amends/text/canonical.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace amends::text {
namespace {

constexpr size_t kLongestAsciiWord = 208;

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
char Lower(char c) { return IsUpper(c) ? static_cast<char>(c | 0x20) : c; }

// Eight bytes at a time, of ASCII; `available` bytes may be read, `to` has room for seven
// more.
void LowerAscii(const char* from, size_t length, size_t available, char* to) {
  constexpr uint64_t kEach = 0x0101010101010101u;
  for (size_t i = 0; i < length; i += 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, from + i, available - i >= 8 ? 8 : length - i);
    const uint64_t low = bytes & (kEach * 0x7F);
    const uint64_t after_z = low + kEach * (0x7F - 'Z');
    const uint64_t from_a = low + kEach * (0x80 - 'A');
    const uint64_t upper = ~bytes & (kEach * 0x80) & (from_a ^ after_z);
    bytes |= upper >> 2;
    std::memcpy(to + i, &bytes, 8);
  }
}

// Case folded and composed, with one kind of apostrophe and nothing that shows no mark.
std::string FoldWide(std::string_view bytes) {
  icu::UnicodeString wide;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = DecodeAt(bytes, at);
    at += next.length;
    if (next.type == CharClass::kIgnorable) continue;
    wide.append(next.type == CharClass::kApostrophe ? UChar32{'\''} : next.code_point);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* composer = icu::Normalizer2::getNFCInstance(status);
  icu::UnicodeString composed = composer->normalize(wide, status);
  composed = composer->normalize(composed.foldCase(), status);
  std::string folded;
  composed.toUTF8String(folded);
  return folded;
}

// A form with each run of three or more equal letters cut to two letters or to one.
class Unstretcher {
 public:
  explicit Unstretcher(std::string_view form) : form_(form) {
    for (size_t at = 0; at < form.size();) {
      size_t end = at + 1;
      while (end < form.size() && form[end] == form[at]) ++end;
      const bool letter = form[at] >= 'a' && form[at] <= 'z';
      if (letter && end - at >= 3) ++runs_;
      at = end;
    }
  }

  size_t runs() const { return runs_; }

  // Bit n of `doubled` says that the nth run keeps two letters.
  std::string Cut(uint32_t doubled) const {
    std::string cut;
    uint32_t run = 0;
    for (size_t at = 0; at < form_.size();) {
      size_t end = at + 1;
      while (end < form_.size() && form_[end] == form_[at]) ++end;
      size_t kept = end - at;
      if (kept >= 3 && form_[at] >= 'a' && form_[at] <= 'z') {
        kept = run < 32 && (doubled >> run & 1) ? 2 : 1;
        ++run;
      }
      cut.append(kept, form_[at]);
      at = end;
    }
    return cut;
  }

 private:
  std::string_view form_;
  size_t runs_ = 0;
};

uint16_t CaseFeatures(uint32_t upper, uint32_t lower, bool first_upper) {
  uint16_t features = 0;
  if (first_upper && lower > 0) features |= kCapitalised;
  if (upper >= 2 && lower == 0) features |= kAllCaps;
  return features;
}

}  // namespace

void WordWriter::Write(const Token& token) {
  std::vector<uint8_t>& layout = draft_.layout;
  if (!layout.empty() && (token.layout & kBlankBefore)) layout.back() |= kBlankAfter;
  switch (token.kind) {
    case TokenKind::kWord:
      return token.ascii ? WriteAscii(token) : WriteWide(token);
    case TokenKind::kPunctuation:
    case TokenKind::kSymbol: {
      const WordTable::Entry* entry = table_.Find(token.form);
      Append(token.form, entry ? entry->id : kUnknownWord, token.span,
             token.kind == TokenKind::kSymbol ? kSymbol : kPunctuation, token.layout);
      return;
    }
    case TokenKind::kVerbatim: {
      std::string form(token.form.empty()
                           ? source_.substr(token.span.start, token.span.length())
                           : token.form);
      for (char& c : form) c = c == ' ' || c == '\t' ? '_' : Lower(c);
      const WordTable::Entry* entry = table_.Find(form);
      Append(form, entry ? entry->id : kUnknownWord, token.span, kVerbatim, token.layout);
      return;
    }
  }
}

void WordWriter::WriteAscii(const Token& token) {
  std::array<char, kLongestAsciiWord + 8> lowered;
  const char* from = source_.data() + token.span.start + token.skip;
  const size_t length =
      std::min<size_t>(token.span.length() - token.skip, kLongestAsciiWord);
  LowerAscii(from, length, static_cast<size_t>(source_.data() + source_.size() - from),
             lowered.data());
  uint16_t features = CaseFeatures(token.upper, token.lower, IsUpper(from[0]));
  if (length == 1 && (from[0] == 'I' || from[0] == 'A')) features |= kCapitalised;
  if (token.digit) features |= kNumber;
  const std::string_view form(lowered.data(), length);
  if (length == 1 && IsUpper(from[0]) && from[0] != 'I') {
    Token initial = token;
    initial.layout |= kInitial;
    return WriteForm(form, initial, features);
  }
  WriteForm(form, token, features);
}

void WordWriter::WriteWide(const Token& token) {
  const std::string_view bytes =
      source_.substr(token.span.start + token.skip, token.span.length() - token.skip);
  uint32_t upper = 0;
  uint32_t lower = 0;
  size_t letters = 0;
  bool first_upper = false;
  for (size_t at = 0; at < bytes.size();) {
    const Decoded next = DecodeAt(bytes, at);
    at += next.length;
    if (next.type == CharClass::kIgnorable) continue;
    const bool is_upper = u_isUUppercase(next.code_point) || u_istitle(next.code_point);
    if (letters++ == 0) first_upper = is_upper;
    upper += is_upper;
    lower += static_cast<bool>(u_isULowercase(next.code_point));
  }
  const std::string form = FoldWide(bytes);
  uint16_t features = CaseFeatures(upper, lower, first_upper);
  if (letters == 1 && (form == "i" || form == "a") && first_upper)
    features |= kCapitalised;
  if (token.digit) features |= kNumber;
  if (form.empty()) return;
  WriteForm(form, token, features);
}

void WordWriter::WriteForm(std::string_view form, const Token& token, uint16_t features) {
  const WordTable::Entry* entry = table_.Find(form);
  if (entry != nullptr && entry->opening < 0) {
    Append(entry->canonical ? form : table_.Spell(entry->id), entry->id, token.span,
           features, token.layout);
    return;
  }
  if (entry != nullptr) {
    const WordTable::Opening& opening = table_.opening(*entry);
    if (opening.next.empty()) return WriteOpening(opening.to, token, features);
    Append(form, entry->id, token.span, features, token.layout);
    if (in_context_) waiting_ = &opening;
    return;
  }
  if (!(features & kNumber) && WriteUnstretched(form, token, features)) return;
  if (WriteEnding(form, token, features)) return;
  Append(form, kUnknownWord, token.span, features, token.layout);
}

// "driver's", "could've", "needn't": the endings are contractions of their own in the
// table.
bool WordWriter::WriteEnding(std::string_view form, const Token& token,
                             uint16_t features) {
  const size_t apostrophe = form.rfind('\'');
  if (apostrophe == std::string_view::npos || apostrophe == 0) return false;
  for (size_t cut : {apostrophe - 1, apostrophe}) {
    if (cut == 0) continue;
    const WordTable::Entry* ending = table_.Find(form.substr(cut));
    if (ending == nullptr || ending->opening < 0) continue;
    WriteForm(form.substr(0, cut), token, features);
    Token rest = token;
    rest.layout = kOpened;
    WriteOpening(table_.opening(*ending).to, rest,
                 static_cast<uint16_t>(features & ~kCapitalised));
    return true;
  }
  return false;
}

bool WordWriter::WriteUnstretched(std::string_view form, const Token& token,
                                  uint16_t features) {
  const auto is_run = [&](size_t i) {
    return form[i] == form[i + 1] && form[i] == form[i + 2];
  };
  size_t first = 0;
  while (first + 2 < form.size() && !is_run(first)) ++first;
  if (first + 2 >= form.size()) return false;
  const Unstretcher unstretcher(form);
  const std::string shortest = unstretcher.Cut(0);
  if (unstretcher.runs() == 0 || shortest.size() < 2) return false;
  const size_t runs = std::min<size_t>(unstretcher.runs(), 4);
  std::string best = shortest;
  for (uint32_t doubled = (1u << runs) - 1;; --doubled) {
    const std::string cut = unstretcher.Cut(doubled);
    if (table_.Find(cut) != nullptr) {
      best = cut;
      break;
    }
    if (doubled == 0) break;
  }
  WriteForm(best, token, static_cast<uint16_t>(features | kStretched));
  return true;
}

void WordWriter::WriteOpening(const std::vector<WordId>& words, const Token& token,
                              uint16_t features) {
  uint8_t layout = token.layout;
  for (WordId word : words) {
    Append(table_.Spell(word), word, token.span, features, layout);
    layout = kOpened;
    features = static_cast<uint16_t>(features & ~kCapitalised);
  }
}

void WordWriter::Append(std::string_view form, WordId id, Span span, uint16_t features,
                        uint8_t layout) {
  if (waiting_ != nullptr) OpenBefore(id);
  std::string& canonical = draft_.text.canonical;
  const size_t start = draft_.used;
  const size_t length = std::min<size_t>(form.size(), UINT16_MAX);
  if (start + length + 1 > canonical.size()) {
    canonical.resize(std::max(start + length + 1, canonical.size() * 2));
  }
  std::memcpy(canonical.data() + start, form.data(), length);
  canonical[start + length] = ' ';
  draft_.used = start + length + 1;
  // Written in place: a copy of a word just put together waits for its parts.
  Word& word = draft_.text.words.emplace_back();
  word.id = id;
  word.span = span;
  word.canon_start = static_cast<uint32_t>(start);
  word.canon_length = static_cast<uint16_t>(length);
  word.features = features;
  draft_.layout.push_back(layout);
}

// The word before is "were" or the like: it opens at a clause's start and before certain
// words.
void WordWriter::OpenBefore(WordId next) {
  const WordTable::Opening& opening = *waiting_;
  waiting_ = nullptr;
  if (!std::ranges::binary_search(opening.next, next)) return;
  Text& text = draft_.text;
  const size_t last = text.words.size() - 1;
  if (last > 0 && !(draft_.layout[last] & (kParagraph | kItem))) {
    const Word& before = text.words[last - 1];
    const uint64_t flags = table_.flags(before.id);
    if (!before.is(kPunctuation) && !(flags & (kSubordinator | kBut | kInterjection)))
      return;
  }
  const Word closed = text.words.back();
  Token token;
  token.span = closed.span;
  token.layout = draft_.layout.back();
  text.words.pop_back();
  draft_.layout.pop_back();
  draft_.used = closed.canon_start;
  WriteOpening(opening.to, token, closed.features);
}

}  // namespace amends::text

// Raw words to canonical ones: case and spelling folded, stretched letters taken in,
// contractions opened.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/text/scanner.h"
#include "amends/text/text.h"
#include "amends/text/word_table.h"

namespace amends::text {

// A text in the making: the layout of a word stands at the word's place.
struct Draft {
  Text text;
  std::vector<uint8_t> layout;
  size_t used = 0;  // bytes of text.canonical that are written

  // Cuts text.canonical to what is written.
  void Finish() { text.canonical.resize(used == 0 ? 0 : used - 1); }
};

class WordWriter {
 public:
  // Forms that open only before certain words ("were sorry") stay closed where
  // `in_context` is false.
  WordWriter(const WordTable& table, std::string_view source, bool in_context,
             Draft& draft)
      : table_(table), source_(source), in_context_(in_context), draft_(draft) {}

  void Write(const Token& token);

 private:
  void WriteAscii(const Token& token);
  void WriteWide(const Token& token);
  void WriteForm(std::string_view form, const Token& token, uint16_t features);
  bool WriteEnding(std::string_view form, const Token& token, uint16_t features);
  bool WriteUnstretched(std::string_view form, const Token& token, uint16_t features);
  void WriteOpening(const std::vector<WordId>& words, const Token& token,
                    uint16_t features);
  void Append(std::string_view form, WordId id, Span span, uint16_t features,
              uint8_t layout);
  void OpenBefore(WordId next);

  const WordTable& table_;
  std::string_view source_;
  bool in_context_;
  Draft& draft_;
  const WordTable::Opening* waiting_ =
      nullptr;  // the last word, if its opening hangs on the next
};

}  // namespace amends::text

// Where each stretch of a text stands in what the text was read from: the HTML, or the
// lines before they were joined.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/replacement.h"
#include "amends/text/span.h"

namespace amends::input {

class SourceMap {
 public:
  // Empty: the text is its source, byte by byte.
  bool empty() const { return runs_.empty(); }

  // The text goes on with `text_length` bytes that are `source` there. Where the lengths
  // differ they stand for one another as a whole. Both go forwards only.
  void Add(uint32_t text_length, text::Span source);

  // The text goes on with bytes that stand nowhere in the source.
  void AddUnsourced(uint32_t text_length) { text_end_ += text_length; }

  // Where the words of the stretch are. An empty stretch is a place, behind what stands
  // before it.
  text::Span ToSource(text::Span span) const;

  // The replacements of the text as those of the source, each as small as it can be and
  // with what lies between the stretches of the source kept. `text` is the text. Nothing
  // where they are not in order or reach beyond it.
  std::optional<std::vector<Replacement>> ToSource(
      std::string_view text, std::span<const Replacement> replacements) const;

 private:
  struct Run {
    text::Span text;
    text::Span source;
    bool is_verbatim() const { return text.length() == source.length(); }
  };

  // The first run that ends behind the byte of the text.
  size_t RunAt(uint32_t text_at) const;
  void AddPieces(text::Span span, std::string insert,
                 std::vector<Replacement>& pieces) const;

  std::vector<Run> runs_;
  uint32_t text_end_ = 0;
};

}  // namespace amends::input

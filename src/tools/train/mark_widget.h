// An answer that is words of a text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "amends/text/span.h"
#include "tools/train/widget.h"

namespace amends {

// Words of a text: Space begins and ends a mark, or takes one away.
class MarkWidget : public Widget {
 public:
  MarkWidget(const std::string& draft, std::vector<text::Span>& marks);
  View Draw(size_t width) const override;
  bool Take(const Key& key, size_t width) override;
  std::vector<std::string> Keys() const override;

 private:
  void MoveLine(bool down, size_t width);
  void Toggle();
  // From the word where the mark was begun to that of the cursor.
  text::Span Open() const;
  bool IsMarked(const text::Span& word) const;

  const std::string& draft_;
  std::vector<text::Span>& marks_;
  std::vector<text::Span> words_;
  size_t at_ = 0;                // of words_
  std::optional<size_t> begun_;  // of words_
};

}  // namespace amends

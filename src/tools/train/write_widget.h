// An answer that is written.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/train/text_editor.h"
#include "tools/train/widget.h"

namespace amends {

// A text of one line or of any number.
class WriteWidget : public Widget {
 public:
  enum class Lines : uint8_t { kOne, kAny };

  // `otherwise` stands for an empty line.
  WriteWidget(Lines lines, std::string otherwise, std::string& text);
  View Draw(size_t width) const override;
  bool Take(const Key& key, size_t width) override;
  std::vector<std::string> Keys() const override;
  bool TakesText() const override { return true; }

 private:
  bool IsComplete();

  Lines lines_;
  std::string otherwise_;
  std::string& text_;
  TextEditor editor_;
};

}  // namespace amends

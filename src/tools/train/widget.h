// What takes an answer on a screen, key by key. It knows its lines, not the screen; each
// keeps its answer where it was told to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tools/train/key.h"
#include "tools/train/screen_lines.h"
#include "tools/train/text_editor.h"

namespace amends {

struct View {
  std::vector<Line> lines;
  size_t first = 0;  // the lines that should be seen
  size_t last = 0;
  std::optional<TextEditor::Place> cursor;  // where the terminal's own is shown
};

class Widget {
 public:
  Widget() = default;
  Widget(const Widget&) = delete;
  Widget& operator=(const Widget&) = delete;
  virtual ~Widget() = default;

  // At most `width` columns a line.
  virtual View Draw(size_t width) const = 0;
  // True where the answer is complete.
  virtual bool Take(const Key& key, size_t width) = 0;
  // What keys do now, the most important first: “Space tick”.
  virtual std::vector<std::string> Keys() const = 0;
  // Whether letters are text: then they are no commands.
  virtual bool TakesText() const { return false; }
};

}  // namespace amends

// The terminal as a screen: the only place that knows curses. While one lives the screen
// is its own; the terminal is as it was when it is gone.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tools/train/key.h"
#include "tools/train/screen_lines.h"
#include "tools/train/text_editor.h"

namespace amends {

class Screen {
 public:
  // Throws std::runtime_error where the terminal is not known. There may be one at a
  // time.
  Screen();
  // If a signal has told the program to end, it ends here by that signal.
  ~Screen();
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  size_t rows() const;
  size_t columns() const;

  // From the top. The cursor is hidden where there is no place for it.
  void Draw(const std::vector<Line>& lines,
            const std::optional<TextEditor::Place>& cursor);
  // So that everything is drawn anew.
  void Forget();

  // Waits for a key. KeyName::kLeave too where the program is told to end, or where
  // nobody is there any more.
  Key Read();
  // Whether keys are waiting already, as when a text is pasted.
  bool HasMore();

 private:
  bool in_color_ = false;
};

// Whether one can be made of standard input and output.
bool CanBeScreen();

}  // namespace amends

// A text that is being written, and the place in it where the next letter goes. It moves
// by what is shown as one: a letter with its marks, an emoji of several parts.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace amends {

class TextEditor {
 public:
  // A place among the lines of WrapLines.
  struct Place {
    size_t row = 0;
    size_t column = 0;

    bool operator==(const Place&) const = default;
  };

  // Begins at the end of the text.
  explicit TextEditor(std::string text) : text_(std::move(text)), cursor_(text_.size()) {}

  const std::string& text() const { return text_; }
  size_t cursor() const { return cursor_; }  // bytes
  Place PlaceAt(size_t width) const;

  void Insert(std::string_view text);
  void Backspace();
  void Delete();
  void DeleteWord();       // before the cursor
  void DeleteLineStart();  // of the line before the cursor
  void Left();
  void Right();
  // These move among the lines of so many columns.
  void Up(size_t width);
  void Down(size_t width);
  void Home(size_t width);
  void End(size_t width);

 private:
  size_t Before(size_t at) const;
  size_t After(size_t at) const;
  void MoveRows(size_t width, bool down);
  void Erase(size_t begin, size_t end);

  std::string text_;
  size_t cursor_;
  std::optional<size_t> goal_;  // the column to come back to
};

}  // namespace amends

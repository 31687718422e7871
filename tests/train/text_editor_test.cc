#include "tools/train/text_editor.h"

#include <string>

#include <gtest/gtest.h>

namespace amends {
namespace {

constexpr size_t kWidth = 10;

// The text with a bar where the cursor is.
std::string Shown(const TextEditor& editor) {
  std::string text = editor.text();
  return text.insert(editor.cursor(), "|");
}

TEST(TextEditor, InsertsAndDeletes) {
  TextEditor editor("Dear");
  editor.Insert(" Bo,");
  EXPECT_EQ(Shown(editor), "Dear Bo,|");
  editor.Left();
  editor.Backspace();
  EXPECT_EQ(Shown(editor), "Dear B|,");
  editor.Delete();
  editor.Delete();
  EXPECT_EQ(Shown(editor), "Dear B|");
  editor.DeleteWord();
  EXPECT_EQ(Shown(editor), "Dear |");
  editor.Insert("you\nand");
  editor.DeleteLineStart();
  EXPECT_EQ(Shown(editor), "Dear you\n|");
  editor.Backspace();
  EXPECT_EQ(Shown(editor), "Dear you|");
  editor.DeleteLineStart();
  editor.Backspace();
  editor.DeleteWord();
  EXPECT_EQ(Shown(editor), "|");
}

TEST(TextEditor, MovesByWhatIsShownAsOne) {
  TextEditor editor("a👩‍💻e\u0301\nb");
  editor.Left();
  EXPECT_EQ(Shown(editor), "a👩‍💻e\u0301\n|b");
  editor.Left();
  EXPECT_EQ(Shown(editor), "a👩‍💻e\u0301|\nb");
  editor.Left();
  EXPECT_EQ(Shown(editor), "a👩‍💻|e\u0301\nb");
  editor.Left();
  EXPECT_EQ(Shown(editor), "a|👩‍💻e\u0301\nb");
  editor.Right();
  editor.Right();
  editor.Right();
  EXPECT_EQ(Shown(editor), "a👩‍💻e\u0301\n|b");
}

TEST(TextEditor, MovesAmongLinesAsTheyAreShown) {
  TextEditor editor("one two three\nx\nlonger one");
  editor.Up(kWidth);
  EXPECT_EQ(Shown(editor), "one two three\nx|\nlonger one");
  editor.Up(kWidth);
  EXPECT_EQ(Shown(editor), "one two three|\nx\nlonger one");
  editor.Up(kWidth);
  EXPECT_EQ(Shown(editor), "one two| three\nx\nlonger one");
  editor.Up(kWidth);
  EXPECT_EQ(Shown(editor), "|one two three\nx\nlonger one");
  editor.End(kWidth);
  EXPECT_EQ(Shown(editor), "one two| three\nx\nlonger one");
  editor.Down(kWidth);
  editor.Home(kWidth);
  EXPECT_EQ(Shown(editor), "one two |three\nx\nlonger one");
  editor.Down(kWidth);
  editor.Down(kWidth);
  editor.Down(kWidth);
  EXPECT_EQ(Shown(editor), "one two three\nx\nlonger one|");
}

TEST(TextEditor, KnowsItsPlace) {
  EXPECT_EQ(TextEditor("").PlaceAt(kWidth), (TextEditor::Place{0, 0}));
  EXPECT_EQ(TextEditor("one\n").PlaceAt(kWidth), (TextEditor::Place{1, 0}));
  EXPECT_EQ(TextEditor("日本").PlaceAt(kWidth), (TextEditor::Place{0, 4}));
  EXPECT_EQ(TextEditor("0123456789").PlaceAt(kWidth), (TextEditor::Place{0, 9}));
}

}  // namespace
}  // namespace amends

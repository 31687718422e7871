#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "tools/train/desk.h"
#include "tools/train/list_widgets.h"
#include "tools/train/mark_widget.h"
#include "tools/train/write_widget.h"

namespace amends {
namespace {

constexpr size_t kWidth = 30;
const std::vector<std::string> kOptions = {"One", "Two", "Three"};

// Presses the keys; whether the last of them has completed the answer, and none before.
bool Press(Widget& widget, const std::vector<Key>& keys) {
  for (size_t i = 0; i < keys.size(); ++i) {
    if (widget.Take(keys[i], kWidth)) return i + 1 == keys.size();
  }
  return false;
}

Key Letter(std::string_view text) { return {KeyName::kText, std::string(text)}; }
const Key kSpace = Letter(" ");
const Key kEnter{KeyName::kEnter, ""};
const Key kDown{KeyName::kDown, ""};
const Key kUp{KeyName::kUp, ""};
const Key kRight{KeyName::kRight, ""};

std::string Shown(const Widget& widget) {
  std::string text;
  for (const Line& line : widget.Draw(kWidth).lines) {
    for (const Stretch& stretch : line) text += stretch.text;
    text += '\n';
  }
  return text;
}

TEST(ChooseWidget, TakesArrowsOrADigit) {
  size_t chosen = kNoChoice;
  ChooseWidget widget(kOptions, chosen);
  EXPECT_TRUE(Press(widget, {kDown, kDown, kDown, kUp, kEnter}));
  EXPECT_EQ(chosen, 1U);
  EXPECT_TRUE(Press(widget, {Letter("3")}));
  EXPECT_EQ(chosen, 2U);
  EXPECT_FALSE(Press(widget, {Letter("4"), Letter("x")}));
  EXPECT_EQ(Shown(widget), "  1 One\n  2 Two\n> 3 Three\n");
}

TEST(TickWidget, TicksWithSpaceOrADigit) {
  std::vector<size_t> ticked;
  TickWidget widget(kOptions, ticked);
  EXPECT_FALSE(Press(widget, {kEnter})) << "nothing is no answer";
  EXPECT_TRUE(
      Press(widget, {Letter("3"), Letter("2"), kUp, kSpace, Letter("2"), kEnter}));
  EXPECT_EQ(ticked, (std::vector<size_t>{0, 2}));
  EXPECT_EQ(Shown(widget), "  [x] 1 One\n> [ ] 2 Two\n  [x] 3 Three\n");
}

TEST(ArrangeWidget, CarriesASentence) {
  std::vector<size_t> order = {0, 1, 2};
  ArrangeWidget widget(kOptions, order);
  EXPECT_TRUE(Press(widget, {kSpace, kDown, kDown, kDown, kSpace, kUp, kEnter}));
  EXPECT_EQ(order, (std::vector<size_t>{1, 2, 0}));
}

std::string Marked(const std::string& draft, const std::vector<Key>& keys) {
  std::vector<text::Span> marks;
  MarkWidget widget(draft, marks);
  std::string text = Press(widget, keys) ? "" : "not done";
  for (const text::Span& each : marks) {
    text += "<" + draft.substr(each.start, each.length()) + ">";
  }
  return text;
}

TEST(MarkWidget, MarksFromWordToWord) {
  const std::string draft = "I'm sorry if it broke.\nYou must wait.";
  EXPECT_EQ(Marked(draft, {kRight, kSpace, kRight, kSpace, kEnter}), "<sorry if>");
  EXPECT_EQ(Marked(draft, {kRight, kSpace, kRight, kEnter}), "<sorry if>");
  EXPECT_EQ(Marked(draft, {kDown, kSpace, kRight, kSpace, kEnter}), "<You must>");
  EXPECT_EQ(Marked(draft, {kSpace, kSpace, kDown, kSpace, kEnter}), "<I'm><You>");
  EXPECT_EQ(Marked(draft, {kSpace, kRight, kSpace, kSpace, kEnter}), "not done");
  EXPECT_EQ(Marked(draft, {kEnter}), "not done");
}

TEST(WriteWidget, WritesLines) {
  std::string text;
  WriteWidget widget(WriteWidget::Lines::kAny, "", text);
  EXPECT_FALSE(Press(widget, {{KeyName::kControl, "d"}})) << "nothing is no answer";
  EXPECT_TRUE(Press(
      widget, {Letter("H"), Letter("é"), kEnter, Letter("?"), {KeyName::kControl, "d"}}));
  EXPECT_EQ(text, "Hé\n?");
  EXPECT_EQ(widget.Draw(kWidth).cursor, (TextEditor::Place{1, 1}));
}

TEST(WriteWidget, EndsALineWithEnter) {
  std::string text;
  WriteWidget widget(WriteWidget::Lines::kOne, "bo", text);
  EXPECT_TRUE(Press(widget, {kEnter}));
  EXPECT_EQ(text, "bo");
  text.clear();
  EXPECT_TRUE(Press(widget, {Letter("A"), kEnter}));
  EXPECT_EQ(text, "A");
}

}  // namespace
}  // namespace amends

#include "tools/train/plain_desk.h"

#include <cstdio>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace amends {
namespace {

// A desk whose answers are these lines.
class Plain {
 public:
  explicit Plain(const std::string& lines) : in_(std::tmpfile()), out_(std::tmpfile()) {
    std::fputs(lines.c_str(), in_);
    std::rewind(in_);
  }
  ~Plain() {
    std::fclose(in_);
    std::fclose(out_);
  }
  Plain(const Plain&) = delete;
  Plain& operator=(const Plain&) = delete;

  PlainDesk& desk() { return desk_; }
  std::string Said() const {
    std::fflush(out_);
    std::rewind(out_);
    std::string said;
    for (int c = std::fgetc(out_); c != EOF; c = std::fgetc(out_)) {
      said += static_cast<char>(c);
    }
    return said;
  }

 private:
  std::FILE* in_;
  std::FILE* out_;
  PlainDesk desk_{in_, out_, 60};
};

const std::vector<std::string> kOptions = {"One", "Two", "Three"};
const Question kHelped{"Choose one.", true};

TEST(PlainDesk, ChoosesByNumber) {
  Plain plain("x\n4\n2\n");
  size_t chosen = kNoChoice;
  EXPECT_EQ(plain.desk().Choose(kHelped, kOptions, chosen), Reply::kAnswered);
  EXPECT_EQ(chosen, 1U);
  EXPECT_EQ(plain.Said(),
            "\n1. One\n2. Two\n3. Three\n"
            "Choose one. Type the number [? hint, skip, quit]: x\n"
            "Please one number from 1 to 3.\n"
            "Choose one. Type the number [? hint, skip, quit]: 4\n"
            "Please one number from 1 to 3.\n"
            "Choose one. Type the number [? hint, skip, quit]: 2\n");
}

TEST(PlainDesk, TakesEnterForWhatIsUsual) {
  Plain plain("\n\n");
  size_t chosen = 0;
  EXPECT_EQ(plain.desk().Choose({"What next?"}, kOptions, chosen), Reply::kAnswered);
  EXPECT_EQ(chosen, 0U);
  std::string name;
  EXPECT_EQ(plain.desk().WriteLine({"What shall I call you?"}, "bo", name),
            Reply::kAnswered);
  EXPECT_EQ(name, "bo");
  EXPECT_NE(plain.Said().find("What shall I call you? (Enter: bo): "), std::string::npos);
}

TEST(PlainDesk, KnowsItsCommands) {
  Plain plain("?\nskip\nquit\n");
  size_t chosen = kNoChoice;
  EXPECT_EQ(plain.desk().Choose(kHelped, kOptions, chosen), Reply::kHint);
  EXPECT_EQ(plain.desk().Choose(kHelped, kOptions, chosen), Reply::kSkip);
  EXPECT_EQ(plain.desk().Choose(kHelped, kOptions, chosen), Reply::kLeave);
  EXPECT_EQ(plain.desk().Choose(kHelped, kOptions, chosen), Reply::kLeave);
  const std::string said = plain.Said();
  EXPECT_EQ(said.find("1. One"), said.rfind("1. One")) << "said twice on one page";
}

TEST(PlainDesk, TicksAndArrangesByNumbers) {
  Plain plain("3, 1\n3 1\n3 1 2\n");
  std::vector<size_t> ticked;
  EXPECT_EQ(plain.desk().Tick(kHelped, kOptions, ticked), Reply::kAnswered);
  EXPECT_EQ(ticked, (std::vector<size_t>{0, 2}));
  std::vector<size_t> order = {0, 1, 2};
  EXPECT_EQ(plain.desk().Arrange(kHelped, kOptions, order), Reply::kAnswered);
  EXPECT_EQ(order, (std::vector<size_t>{2, 0, 1}));
  EXPECT_NE(plain.Said().find("Please all numbers from 1 to 3, each once."),
            std::string::npos);
}

TEST(PlainDesk, MarksWordsThatAreTyped) {
  Plain plain("sorry when\nSorry if\n");
  std::vector<text::Span> marks;
  EXPECT_EQ(plain.desk().Mark(kHelped, "I'm sorry if it broke.", marks),
            Reply::kAnswered);
  EXPECT_EQ(marks, (std::vector<text::Span>{{4, 12}}));
}

TEST(PlainDesk, WritesUpToAFullStop) {
  Plain plain("Dear Bo,\n\nSorry.\n.\n");
  std::string text;
  EXPECT_EQ(plain.desk().Write(kHelped, text), Reply::kAnswered);
  EXPECT_EQ(text, "Dear Bo,\n\nSorry.");
}

TEST(PlainDesk, GoesOnWithATextAfterAHint) {
  Plain plain("Dear Bo,\n?\nSorry.\n.\nnew\nOther.\n.\n");
  std::string text;
  EXPECT_EQ(plain.desk().Write(kHelped, text), Reply::kHint);
  EXPECT_EQ(plain.desk().Write(kHelped, text), Reply::kAnswered);
  EXPECT_EQ(text, "Dear Bo,\nSorry.");
  EXPECT_EQ(plain.desk().Write(kHelped, text), Reply::kAnswered);
  EXPECT_EQ(text, "Other.");
}

TEST(PlainDesk, EndsATextWithTheInputAndThenLeaves) {
  Plain plain("Dear Bo,");
  std::string text;
  EXPECT_EQ(plain.desk().Write(kHelped, text), Reply::kAnswered);
  EXPECT_EQ(text, "Dear Bo,");
  std::string more;
  EXPECT_EQ(plain.desk().Write(kHelped, more), Reply::kLeave);
}

TEST(PlainDesk, SaysEverythingInWords) {
  Plain plain("");
  plain.desk().Show({{Tone::kHead, "", "Exercise 1."},
                     {Tone::kCustomer, "Customer", "It broke."},
                     {Tone::kQuiet, "Mood", "upset", 4},
                     {Tone::kPlain, "What you know", "- One thing.\n- Another."}});
  EXPECT_EQ(plain.Said(),
            "\nExercise 1.\n\nCustomer: It broke.\nMood: upset, 4 of 10\n"
            "\nWhat you know:\n- One thing.\n- Another.\n");
}

}  // namespace
}  // namespace amends

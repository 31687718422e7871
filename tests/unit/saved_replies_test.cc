// One reply as people have it at hand: saved as a mail, its HTML, and pasted as text. All
// of tests/fixtures/replies say the same to the same customer.
#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/input/located_text.h"
#include "amends/input/source.h"
#include "amends/report/draft_positions.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

// Line and column in the file of what begins with these words.
struct ExpectedMark {
  const char* words;
  uint32_t line;
  uint32_t column;
};

struct Form {
  const char* file;
  input::Format format;
  std::vector<ExpectedMark> marks;
};

const Form kForms[] = {
    {"reply.txt",
     input::Format::kText,
     {{"We're sorry", 3, 58}, {"You must", 6, 1}, {"Unfortunately", 7, 10}}},
    {"reply.html",
     input::Format::kHtml,
     {{"We're sorry", 4, 1}, {"You must", 5, 6}, {"Unfortunately", 6, 39}}},
    {"reply.eml",
     input::Format::kEmail,
     {{"We're sorry", 17, 58}, {"You must", 20, 1}, {"Unfortunately", 21, 1}}},
};

std::string ReadFixture(const std::string& name) {
  std::ifstream file(testing::SourcePath("tests/fixtures/replies/" + name),
                     std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// Blanks and line ends are one blank: programs break lines where they like.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = c == ' ' || c == '\n';
    if (blank && line.ends_with(' ')) continue;
    line += blank ? ' ' : c;
  }
  return line;
}

class SavedReply {
 public:
  SavedReply(const Engine& engine, const Form& form)
      : bytes_(ReadFixture(form.file)),
        conversation_(std::get<input::Conversation>(input::Read(form.format, bytes_))),
        result_(engine.Check(conversation_)),
        located_(input::LocateText(form.format, bytes_, conversation_)) {}

  // "rule: words".
  std::vector<std::string> Findings() const {
    std::vector<std::string> shown;
    for (const Finding& finding : result_.findings) {
      shown.push_back(finding.rule->id + ": " + OneLine(Words(finding)));
    }
    return shown;
  }

  std::vector<std::string> Turns() const {
    std::vector<std::string> turns;
    for (const input::Turn& turn : conversation_.context) {
      turns.push_back(turn.at + " " + OneLine(turn.text));
    }
    return turns;
  }

  void ExpectMark(const ExpectedMark& mark) const {
    const report::Place place{"reply", 0, false};
    ASSERT_TRUE(located_);
    const report::CheckedDraft draft{place, conversation_, result_, &*located_};
    const report::DraftPositions positions(draft);
    int found = 0;
    for (const Finding& finding : result_.findings) {
      if (!OneLine(Words(finding)).starts_with(mark.words)) continue;
      ++found;
      const report::Position start = positions.Of(finding.span).start;
      EXPECT_EQ(start.line, mark.line) << mark.words;
      EXPECT_EQ(start.column, mark.column) << mark.words;
    }
    EXPECT_GT(found, 0) << mark.words;
  }

 private:
  std::string_view Words(const Finding& finding) const {
    return std::string_view(conversation_.text)
        .substr(finding.span.start, finding.span.length());
  }

  std::string bytes_;
  input::Conversation conversation_;
  Result result_;
  std::optional<input::LocatedText> located_;
};

TEST(SavedReplies, HaveTheSameFindingsInEachForm) {
  const Engine engine = Engine::Load({});
  const SavedReply first(engine, kForms[0]);
  EXPECT_GE(first.Findings().size(), 3u);
  ASSERT_EQ(first.Turns().size(), 2u);
  EXPECT_EQ(first.Turns()[0], "2026-04-02T09:05 My café lamp arrived broken.");
  for (const Form& form : kForms) {
    SCOPED_TRACE(form.file);
    const SavedReply reply(engine, form);
    EXPECT_EQ(reply.Findings(), first.Findings());
    EXPECT_EQ(reply.Turns(), first.Turns());
    for (const ExpectedMark& mark : form.marks) reply.ExpectMark(mark);
  }
}

}  // namespace
}  // namespace amends

// The program with lines from a pipe: what was told is kept wherever the lines end.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include "amends/training/progress.h"
#include "tests/train/program_folder.h"
#include "tests/train/trained.h"

namespace amends {
namespace {

namespace fs = std::filesystem;
using training::ExerciseKind;

class Program : public testing::ProgramFolder {
 protected:
  Run Call(const std::string& arguments, const std::string& lines = "") const {
    return CallProgram("train " + arguments, lines);
  }

  size_t Kept() const {
    const training::Progress progress = KeptProgress();
    const auto person = progress.FindPerson("bo", "");
    return person ? progress.AnswersOf(person->id).size() : 0;
  }

  // A set of three exercises, and right answers to them line by line.
  std::vector<std::string> MakeThree() const {
    const auto& spot = testing::FirstOf(ExerciseKind::kSpot);
    const auto& choose = testing::FirstOf(ExerciseKind::kChoose);
    const auto& rewrite = testing::FirstOf(ExerciseKind::kRewrite);
    nlohmann::json set;
    set["set"] = {{"name", "Three"}, {"exercises", {spot.id, choose.id, rewrite.id}}};
    std::ofstream(folder_ / "three.json") << set;
    std::string marks;
    for (const text::Span& mark : spot.right.front().marks) {
      marks +=
          (marks.empty() ? "" : " | ") + spot.draft.substr(mark.start, mark.length());
    }
    std::vector<std::string> lines = {
        marks, "", std::to_string(choose.right.front().choices.front() + 1), ""};
    std::string text = rewrite.right.front().texts.front() + "\n.\n\n";
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      lines.push_back(text.substr(at, end - at));
      at = end + 1;
    }
    return lines;
  }

  std::string Set() const { return "--set '" + (folder_ / "three.json").string() + "'"; }
};

std::string Joined(const std::vector<std::string>& lines, size_t count) {
  std::string text;
  for (size_t i = 0; i < count; ++i) text += lines[i] + "\n";
  return text;
}

TEST_F(Program, TakesThreeExercisesFromAPipe) {
  const auto lines = MakeThree();
  const Run run = Call(Set(), Joined(lines, lines.size()));
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  EXPECT_NE(run.out.find("\n3 answers, 3 passed.\n"), std::string::npos) << run.out;
  EXPECT_EQ(Kept(), 3U);
  EXPECT_EQ(run.out.find('\x1b'), std::string::npos) << "moves a cursor";
}

TEST_F(Program, KeepsWhatWasToldWhereverTheLinesEnd) {
  const auto lines = MakeThree();
  for (size_t count = 0; count <= lines.size(); ++count) {
    fs::remove_all(folder_ / "data");
    const Run run = Call(Set(), Joined(lines, count));
    EXPECT_EQ(run.code, 0) << count << run.err;
    // An answer, and what comes after it, is a line each; a text may be broken off.
    const size_t answers = count >= 5 ? 3 : count >= 3 ? 2 : count >= 1 ? 1 : 0;
    EXPECT_EQ(Kept(), answers) << count << run.out;
  }
}

TEST_F(Program, SaysWhatIsWrong) {
  EXPECT_EQ(Call("--set none.json").err, "none.json: cannot be read\n");
  std::ofstream(folder_ / "three.json")
      << R"({"set": {"name": "Three", "exercises": ["a/b"]}})";
  EXPECT_NE(Call(Set()).err.find("there is no exercise “a/b”"), std::string::npos);
  EXPECT_EQ(Call("--at yesterday").code, 2);
  EXPECT_EQ(Call("peple").err,
            "amends train: there is no command “peple”: did you mean “people”?\n"
            "See amends train --help.\n");
}

TEST_F(Program, KeepsPeople) {
  EXPECT_EQ(Call("people").out, "Nobody has trained here yet.\n");
  const auto lines = MakeThree();
  Call("--at 2026-03-02T10:00Z " + Set(), Joined(lines, 3));
  EXPECT_EQ(Call("people").out,
            "bo  2 answers, 0 rules mastered, the last on 2026-03-02\n");
  EXPECT_EQ(Call("rename bo Ana --new-team night").out, "bo is Ana (night) now.\n");
  const std::string exported = Call("export").out;
  EXPECT_EQ(nlohmann::json::parse(exported)["persons"][0]["answers"].size(), 2U);

  const Run kept = Call("forget Ana", "n\n");
  EXPECT_EQ(kept.code, 1);
  EXPECT_EQ(kept.out,
            "Forget Ana (night) and 2 answers? There is no way back. (y or n) "
            "Nothing has changed.\n");
  EXPECT_EQ(Call("forget Ana --yes").out, "Ana (night) is forgotten.\n");
  EXPECT_EQ(Call("forget Ana --yes").err, "There is nobody here called “Ana”.\n");
  EXPECT_EQ(Call("import -", exported).out, "Added 1 person, 2 answers, 0 sets.\n");
  EXPECT_EQ(Call("import -", exported).out, "Added 0 persons, 0 answers, 0 sets.\n");
  const Run wrong = Call("import -", "{");
  EXPECT_EQ(wrong.code, 2);
  EXPECT_NE(wrong.err, "");
}

}  // namespace
}  // namespace amends

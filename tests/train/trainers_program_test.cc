// What the program does for those who train others: sets that are handed out, given and
// worked through, and reports about a simulated team.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include "amends/training/progress.h"
#include "amends/training/progress_json.h"
#include "tests/support/simulated_team.h"
#include "tests/train/program_folder.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

class Trainers : public testing::ProgramFolder {
 protected:
  Run Call(const std::string& arguments) const { return CallProgram(arguments); }

  training::Progress Kept() const { return KeptProgress(); }

  // With a catalogue of its own: rules and exercises that the program need not know.
  void KeepTeam(int weeks) const {
    Kept().Import(
        training::ProgressJson(testing::SimulatedTeam(testing::TeamCatalogue(), weeks)));
  }
};

void Answer(training::Progress& progress, const std::string& person,
            const std::string& set, const std::string& exercise, bool passed) {
  training::GradedAnswer answer;
  answer.id = training::RandomId();
  answer.person = person;
  answer.exercise = exercise;
  answer.kind = "spot";
  answer.at = 1'792'000'000;
  answer.passed = passed;
  answer.set = set;
  progress.AddAnswer(answer);
}

TEST_F(Trainers, HandOutASetAndSeeHowFarEverybodyIs) {
  Run run = Call(
      "exercises set fake-apology dypii --name 'First week' --count 4 "
      "--due 2026-10-20 --out week.json");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.err, "A set of 4 exercises.\n");
  const auto set = nlohmann::json::parse(Read("week.json"))["set"];
  EXPECT_EQ(set["due"], "2026-10-20");
  ASSERT_EQ(set["exercises"].size(), 4U);
  // From each family in turn.
  EXPECT_EQ(set["exercises"][0].get<std::string>().rfind("fake-apology/", 0), 0U);
  EXPECT_EQ(set["exercises"][1].get<std::string>().rfind("dypii/", 0), 0U);

  KeepTeam(1);
  run = Call("train assign week.json --team 'Front desk'");
  EXPECT_EQ(run.out, "“First week” is given to Front desk.\n") << run.err;
  EXPECT_EQ(Call("train assign week.json --team 'Front desk'").code, 0);
  EXPECT_EQ(Call("train assign week.json --person 'Ana Sousa'").out,
            "“First week” is given to Ana Sousa.\n");
  training::Progress progress = Kept();
  for (const auto& exercise : set["exercises"])
    Answer(progress, "ana", set["id"], exercise, true);
  Answer(progress, "bo", set["id"], set["exercises"][0], true);
  Answer(progress, "bo", set["id"], set["exercises"][1], false);
  EXPECT_EQ(Call("train sets --at 2026-10-20T12:00Z").out,
            "First week: 4 exercises, due 2026-10-20\n"
            "  Ana Sousa (Front desk): done\n"
            "  Bo Lindqvist (Front desk): 1 of 4 passed, 2 answered\n"
            "  Noor Haddad (Front desk): not begun\n"
            "  Tariq Aziz (Front desk): not begun\n"
            "  Zoë Ní Bhriain (Front desk): not begun\n");
  EXPECT_EQ(Call("train sets --person 'Noor Haddad' --at 2026-10-21T12:00Z").out,
            "First week: 4 exercises, due 2026-10-20\n"
            "  Noor Haddad (Front desk): not begun, was due 2026-10-20\n");
}

TEST_F(Trainers, PrintTheAddressOfASet) {
  const Run run =
      Call("exercises set dypii --name A --count 1 --link http://localhost:8025");
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_EQ(run.out.rfind("http://localhost:8025/#train/set=eyJpZCI6I", 0), 0U)
      << run.out;
}

TEST_F(Trainers, AreToldWhatIsWrong) {
  struct {
    const char* arguments;
    const char* said;
  } const kCases[] = {
      {"exercises set dypi --name A", "There is no exercise “dypi”"},
      {"exercises set --name A --rules dypii/nothing",
       "No exercise trains “dypii/nothing”."},
      {"exercises set --name ' '", "A set needs a name"},
      {"exercises set dypii --name A --due tomorrow", "“tomorrow” is no day"},
      {"exercises set dypii", "--name"},
      {"train assign none.json --team A", "none.json: cannot be read"},
      {"train assign set.json", "To whom?"},
      {"train assign set.json --team A", "did you mean"},
      {"train sets", "there is no progress here yet"},
      {"train report", "there is no progress here yet"},
      {"train report --format pdf", "pdf"},
      {"train xapi --progress none.sqlite", "there is no progress here yet"},
  };
  const std::string known = Call("exercises list --level 1").out;
  std::string id = known.substr(0, known.find(' '));
  id.back() = 'q';
  std::ofstream(folder_ / "set.json")
      << R"({"set": {"name": "A", "exercises": [")" << id << "\"]}}";
  for (const auto& each : kCases) {
    const Run run = Call(each.arguments);
    EXPECT_EQ(run.code, 2) << each.arguments;
    EXPECT_NE(run.err.find(each.said), std::string::npos) << each.arguments << run.err;
  }
  EXPECT_FALSE(fs::exists(folder_ / "none.sqlite"));
  KeepTeam(1);
  EXPECT_NE(Call("train report --person 'Ana Susa'").err.find("did you mean “Ana Sousa”"),
            std::string::npos);
  EXPECT_EQ(Call("train assign set.json --person 'Nobody'").code, 2);
}

TEST_F(Trainers, ReadAReportThatSaysWhomToHelpWithWhat) {
  KeepTeam(2);
  const Run run = Call("train report --at 2026-10-18T20:00Z --person 'Noor Haddad'");
  ASSERT_EQ(run.code, 0) << run.err;
  EXPECT_NE(run.out.find("How training goes, 2026-10-05 to 2026-10-18"),
            std::string::npos);
  EXPECT_NE(run.out.find("- dypii/pick-a-fault\n"), std::string::npos) << run.out;
  EXPECT_EQ(run.out.find("Ana Sousa"), std::string::npos);
  for (const char* format : {"html", "csv", "json"}) {
    const std::string out = std::string("report.") + format;
    const std::string flags =
        std::string("train report --at 2026-10-18T20:00Z --format ") + format +
        " --out " + out;
    EXPECT_EQ(Call(flags).code, 0) << format;
    EXPECT_NE(Read(out).find("dypii/pick-a-fault"), std::string::npos) << format;
    EXPECT_EQ(Call(flags).code, 2) << "written over";
  }
}

}  // namespace
}  // namespace amends

// Whole reports about the simulated team, as they are on file in tests/fixtures/training.
// With AMENDS_GOLDEN_UPDATE set, what is written becomes what is on file.
#include "amends/training/team_report_text.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/simulated_team.h"

namespace amends::training {
namespace {

using amends::testing::kTeamStart;
using amends::testing::SimulatedTeam;
using amends::testing::TeamCatalogue;

Report OfTeam(int weeks) {
  const Catalogue catalogue = TeamCatalogue();
  const ProgressContents team = SimulatedTeam(catalogue, weeks);
  return ReportOf({.people = team.persons,
                   .catalogue = catalogue,
                   .summaries = {{"dypii/pick-a-fault",
                                  "A check asked as if the customer were at fault."},
                                 {"policy/cannot", "We <cannot> & will not."}},
                   .now = kTeamStart + weeks * 7 * kSecondsADay - 1});
}

Report OfName(const std::string& name, const std::string& team) {
  const PersonEntries people[] = {{{"a", name, team, 0}, {}}};
  const Catalogue catalogue = TeamCatalogue();
  return ReportOf(
      {.people = people, .catalogue = catalogue, .summaries = {}, .now = kTeamStart});
}

// The style is not what is tested here.
std::string WithoutStyle(std::string html) {
  const size_t begin = html.find("<style>");
  return html.erase(begin, html.find("</style>") - begin);
}

void ExpectOnFile(const std::string& name, const std::string& text) {
  const std::filesystem::path path =
      std::filesystem::path(AMENDS_SOURCE_DIR) / "tests/fixtures/training" / name;
  if (std::getenv("AMENDS_GOLDEN_UPDATE") != nullptr) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
  }
  std::ifstream file(path, std::ios::binary);
  const std::string on_file{std::istreambuf_iterator<char>(file), {}};
  EXPECT_EQ(text, on_file) << "if that is meant: AMENDS_GOLDEN_UPDATE=1";
}

TEST(TeamReportText, IsWhatIsOnFile) {
  const Report report = OfTeam(3);
  ExpectOnFile("report.html", WithoutStyle(ReportHtml(report)));
  ExpectOnFile("report.txt", ReportPretty(report, 80));
  ExpectOnFile("report.csv", ReportCsv(report));
  ExpectOnFile("report.json", ReportJson(report));
}

TEST(TeamReportText, IsOnePageThatAsksForNothing) {
  const std::string html = ReportHtml(OfTeam(1));
  for (const std::string_view word :
       {"<script", "src=", "http:", "https:", "url(", "@import"}) {
    EXPECT_EQ(html.find(word), std::string::npos) << word;
  }
}

TEST(TeamReportText, IsSafeInASpreadsheet) {
  struct {
    const char* name;
    const char* cell;
  } const kCases[] = {
      {"Ana", "Ana"},
      {"=1+1", "'=1+1"},
      {"+49 171", "'+49 171"},
      {"-", "'-"},
      {"@SUM(A1)", "'@SUM(A1)"},
      {"=cmd|'/c calc'!A1, \"x\"", "\"'=cmd|'/c calc'!A1, \"\"x\"\"\""},
      {"Haddad, Noor", "\"Haddad, Noor\""},
      {"Bo “the \"B\"”", "\"Bo “the \"\"B\"\"”\""},
      {"a=b", "a=b"},
  };
  for (const auto& each : kCases) {
    const std::string csv = ReportCsv(OfName(each.name, each.name));
    const std::string line = csv.substr(csv.find('\n') + 1);
    const std::string expected = std::string(each.cell) + "," + each.cell +
                                 ",dypii/pick-a-fault,dypii,not met,,,,,0,0,0,\r\n";
    EXPECT_EQ(line.substr(0, line.find('\n') + 1), expected);
  }
}

TEST(TeamReportText, SaysSoWhereThereIsNothing) {
  const Catalogue catalogue = TeamCatalogue();
  const Report report = ReportOf(
      {.people = {}, .catalogue = catalogue, .summaries = {}, .now = kTeamStart});
  EXPECT_NE(ReportHtml(report).find("Nobody has trained here yet."), std::string::npos);
  EXPECT_NE(ReportPretty(report, 80).find("Nobody has trained here yet."),
            std::string::npos);
  EXPECT_EQ(ReportCsv(report).find('\n') + 1, ReportCsv(report).size());
  EXPECT_TRUE(nlohmann::json::parse(ReportJson(report))["teams"].empty());
}

TEST(TeamReportText, ObeysNoName) {
  const std::string name = "\x1b[2J<b>\xE2\x80\xAE";
  const Report report = OfName("<b>&\"'", "x");
  EXPECT_EQ(ReportHtml(report).find("<b>"), std::string::npos);
  EXPECT_EQ(ReportPretty(OfName(name, "x"), 80).find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace amends::training

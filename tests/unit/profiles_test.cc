// docs/profiles.md has the tables of what differs between channels and kinds and of the
// switches; this holds them against the pack.
#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "amends/engine.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

using input::Channel;
using input::Kind;
using Cells = std::array<std::string, 7>;

constexpr input::Occasion kColumns[] = {
    {Channel::kEmail, Kind::kReply},    {Channel::kChat, Kind::kReply},
    {Channel::kPublic, Kind::kReply},   {Channel::kPhone, Kind::kReply},
    {Channel::kEmail, Kind::kNotice},   {Channel::kEmail, Kind::kInternal},
    {Channel::kEmail, Kind::kIncident},
};

std::string Word(std::optional<pack::Severity> severity) {
  if (!severity) return "off";
  const char* const words[] = {"hint", "info", "warning", "error"};
  return words[static_cast<size_t>(*severity)];
}

Cells CellsOf(const Engine& engine, const pack::Rule& rule) {
  Cells cells;
  for (size_t i = 0; i < cells.size(); ++i) {
    const auto severity = engine.SeverityOf(rule, kColumns[i]);
    if (severity != engine.SeverityOf(rule)) cells[i] = Word(severity);
  }
  return cells;
}

// A family has one row where all its rules do the same.
std::set<std::string> Rows(const Engine& engine) {
  std::map<std::string, std::map<Cells, std::vector<std::string>>> families;
  for (const pack::Rule& rule : engine.pack().rules) {
    families[std::string(rule.family())][CellsOf(engine, rule)].push_back(rule.id);
  }
  std::set<std::string> rows;
  for (const auto& [family, by_cells] : families) {
    for (const auto& [cells, rules] : by_cells) {
      if (cells == Cells()) continue;
      const std::vector<std::string> names =
          by_cells.size() == 1 ? std::vector{family} : rules;
      for (const std::string& name : names) {
        rows.insert(fmt::format("| `{}` | {} |", name, fmt::join(cells, " | ")));
      }
    }
  }
  return rows;
}

// The rows of the first table of the document behind `head`.
std::set<std::string> RowsSaid(const std::string& head) {
  std::ifstream file(testing::SourcePath("docs/profiles.md"));
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  std::set<std::string> said;
  const size_t start = text.find(head);
  for (size_t at = start + head.size(); start != std::string::npos && text[at] == '|';) {
    const size_t end = text.find('\n', at);
    said.insert(text.substr(at, end - at));
    at = end + 1;
  }
  return said;
}

// What stands in backquotes, in order.
std::vector<std::string> Quoted(const std::string& text) {
  std::vector<std::string> quoted;
  for (size_t at = text.find('`'); at != std::string::npos;) {
    const size_t end = text.find('`', at + 1);
    quoted.push_back(text.substr(at + 1, end - at - 1));
    at = text.find('`', end + 1);
  }
  return quoted;
}

TEST(Profiles, HaveTheSwitchesThatTheDocumentNamesTheDefaultFirst) {
  std::map<std::string, std::string> said;
  for (const std::string& row :
       RowsSaid("| switch | values, the default first | who asks |\n|---|---|---|\n")) {
    const std::vector<std::string> words = Quoted(row);
    ASSERT_GE(words.size(), 2u) << row;
    said[words[0]] = words[1];
    if (words[0] != pack::kOnBlock && words[0] != pack::kOnWarn) continue;
    const std::set<std::string> choices(words.begin() + 1, words.end());
    EXPECT_EQ(choices,
              std::set<std::string>(pack::kActionWords.begin(), pack::kActionWords.end()))
        << row;
  }
  const Engine engine = Engine::Load({});
  const auto& profiles = engine.pack().profiles;
  const auto standard = std::ranges::find(profiles, "default", &pack::Profile::id);
  ASSERT_NE(standard, profiles.end());
  EXPECT_EQ(said, standard->tunings.everywhere.switches);
  for (const auto& [name, word] : said) EXPECT_EQ(engine.Switch(name, {}), word) << name;
}

TEST(Profiles, DifferAsTheDocumentSays) {
  const std::set<std::string> said = RowsSaid("|---|---|---|---|---|---|---|---|\n");
  EXPECT_EQ(fmt::format("{}", fmt::join(said, "\n")),
            fmt::format("{}", fmt::join(Rows(Engine::Load({})), "\n")));
}

}  // namespace
}  // namespace amends

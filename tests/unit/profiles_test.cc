// docs/profiles.md has the table of what differs between channels and kinds; this holds
// it against the pack.
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

TEST(Profiles, DifferAsTheDocumentSays) {
  std::ifstream file(testing::SourcePath("docs/profiles.md"));
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const std::string head = "|---|---|---|---|---|---|---|---|\n";
  const size_t start = text.find(head);
  ASSERT_NE(start, std::string::npos);
  std::set<std::string> said;
  for (size_t at = start + head.size(); text[at] == '|';) {
    const size_t end = text.find('\n', at);
    said.insert(text.substr(at, end - at));
    at = end + 1;
  }
  EXPECT_EQ(fmt::format("{}", fmt::join(said, "\n")),
            fmt::format("{}", fmt::join(Rows(Engine::Load({})), "\n")));
}

}  // namespace
}  // namespace amends

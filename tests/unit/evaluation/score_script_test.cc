// The figures of `amends eval` are those of the script that the labels came with. Both
// are only there where people develop: AMENDS_SHARED names their folder, else ../shared
// beside the source tree is tried.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/engine.h"
#include "amends/evaluation/labels.h"
#include "amends/evaluation/scoring.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::evaluation {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

fs::path Shared() {
  const char* named = std::getenv("AMENDS_SHARED");
  return named != nullptr ? fs::path(named) : fs::path(AMENDS_SOURCE_DIR) / "../shared";
}

std::vector<std::string> LinesOf(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);) lines.push_back(line);
  return lines;
}

// What standard output says, and the exit code.
std::pair<std::string, int> OutputOf(const std::string& command) {
  std::string output;
  std::FILE* pipe = popen(command.c_str(), "r");
  std::array<char, 4096> part{};
  for (size_t size; (size = std::fread(part.data(), 1, part.size(), pipe)) > 0;) {
    output.append(part.data(), size);
  }
  return {output, pclose(pipe)};
}

KnownRules TaxonomyOf(const fs::path& path) {
  const std::vector<std::string> whole = {"missing", "order", "count", "conversation"};
  KnownRules rules;
  for (const std::string& line : LinesOf(path)) {
    const json rule = json::parse(line);
    const auto severity = rule.at("severity").get<std::string>();
    rules[rule.at("id").get<std::string>()] = {
        std::ranges::count(whole, rule.at("kind").get<std::string>()) > 0,
        severity == "error"     ? pack::Severity::kError
        : severity == "warning" ? pack::Severity::kWarning
                                : pack::Severity::kInfo};
  }
  return rules;
}

json ResultLine(const Labels& labels, const Found& found) {
  constexpr const char* kSeverities[] = {"hint", "info", "warning", "error"};
  json line = {{"id", labels.id}, {"findings", json::array()}, {"moves", json::array()}};
  for (const Found::Finding& finding : found.findings) {
    line["findings"].push_back(
        {{"rule", finding.rule},
         {"severity", kSeverities[static_cast<int>(finding.severity)]},
         {"start", finding.span.start},
         {"end", finding.span.end}});
  }
  for (const Found::Move& move : found.moves) {
    line["moves"].push_back(
        {{"move", move.move}, {"start", move.span.start}, {"end", move.span.end}});
  }
  return line;
}

// Lines of JSON in one order and one spelling.
std::vector<std::string> Sorted(const std::vector<std::string>& lines) {
  std::vector<std::string> sorted;
  for (const std::string& line : lines) sorted.push_back(json::parse(line).dump());
  std::ranges::sort(sorted);
  return sorted;
}

std::vector<std::string> SplitLines(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t at = 0; at < text.size();) {
    const size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

TEST(ScoreScript, GivesTheSameFigures) {
  const fs::path script = Shared() / "tools/score.py";
  if (!fs::exists(script) || OutputOf("python3 -c 'print(1)' 2>&1").first != "1\n") {
    GTEST_SKIP() << script << " or python3 is not there";
  }
  const KnownRules rules = TaxonomyOf(Shared() / "data/rule_examples.jsonl");
  const Engine engine = Engine::Load({});
  const pack::TemporaryFolder place;
  std::string command = "python3 " + script.string();
  Score score;
  for (const std::string name : {"dev_drafts", "dev_replies"}) {
    const fs::path labels = Shared() / "data" / (name + ".jsonl");
    std::string results;
    for (const std::string& line : LinesOf(labels)) {
      const auto read = ReadLabelled(line);
      ASSERT_TRUE(std::holds_alternative<LabelledReply>(read))
          << std::get<std::string>(read);
      const auto& reply = std::get<LabelledReply>(read);
      const Found found = FoundIn(engine.Check(reply.conversation));
      Add(reply.labels, found, rules, score);
      results += ResultLine(reply.labels, found).dump() + "\n";
    }
    place.Write(name, results);
    command += " " + labels.string() + " " + (place.path() / name).string();
  }
  ASSERT_GT(score.replies, 100);
  const fs::path errors = place.path() / "errors";
  auto [figures, code] = OutputOf(command + " --rules --errors " + errors.string());
  EXPECT_EQ(code, 0);
  const std::string theirs = "the taxonomy does not know";
  ASSERT_NE(figures.find(theirs), std::string::npos) << figures;
  figures.replace(figures.find(theirs), theirs.size(), "the packs do not know");
  score.confusions.clear();  // which the script does not count
  EXPECT_EQ(Format(score, true), figures);
  EXPECT_EQ(Sorted(SplitLines(FormatDisagreements(score))), Sorted(LinesOf(errors)));
}

// The labels were given by a taxonomy; a rule about the whole reply there is one here.
TEST(ScoreScript, AgreesWithThePackOnWhatIsAboutTheWholeReply) {
  const fs::path taxonomy = Shared() / "data/rule_examples.jsonl";
  if (!fs::exists(taxonomy)) GTEST_SKIP() << taxonomy << " is not there";
  const KnownRules theirs = TaxonomyOf(taxonomy);
  const Engine engine = Engine::Load({});
  const KnownRules ours = RulesOf(engine.pack());
  for (const auto& [id, facts] : theirs) {
    const auto found = ours.find(id);
    if (found == ours.end()) continue;
    EXPECT_EQ(found->second.whole, facts.whole)
        << id << ": see “about” in docs/pack-format.md";
  }
}

}  // namespace
}  // namespace amends::evaluation

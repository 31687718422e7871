#include "tools/amends/rules_command.h"

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/evaluation/rule_test.h"
#include "tools/amends/data_folder.h"

namespace amends {
namespace {

constexpr int kNotAsAsked = 1;
constexpr int kFailed = 2;

struct TestFlags {
  std::vector<std::string> what;
  std::vector<std::string> packs;
  std::string core;
  bool moves = false;
  bool no_coverage = false;
};

int Test(const TestFlags& flags) {
  evaluation::TestFilter filter;
  for (const std::string& each : flags.what) {
    if (each.ends_with(".json")) {
      filter.files.emplace_back(each);
    } else {
      filter.names.push_back(each);
    }
  }
  filter.moves_only = flags.moves;
  filter.coverage = !flags.no_coverage;
  EngineOptions options;
  options.core = flags.core.empty() ? CoreFolder() : std::filesystem::path(flags.core);
  options.packs.assign(flags.packs.begin(), flags.packs.end());
  const evaluation::Bench bench(options);
  const std::vector<std::string> unknown = evaluation::UnknownNames(bench.pack(), filter);
  for (const std::string& problem : unknown) fmt::print(stderr, "{}\n", problem);
  if (!unknown.empty()) return kFailed;
  const evaluation::TestReport report = evaluation::TestRules(bench, filter);
  fmt::print("{}", evaluation::Format(report, bench.sources()));
  return report.passed() ? 0 : kNotAsAsked;
}

void AddTest(CLI::App& rules, int& exit_code) {
  auto flags = std::make_shared<TestFlags>();
  CLI::App* command = rules.add_subcommand("test", "Run the examples of the packs");
  command->add_option("WHAT", flags->what,
                      "Only these: a rule, a family, a move or the beginning of moves "
                      "(G.apology), a suppressor, a {class}, a file of a pack");
  command
      ->add_option("--pack", flags->packs, "Lay the pack in this folder over the others")
      ->type_name("DIR")
      ->expected(1)
      ->take_all();
  command->add_option("--core", flags->core, "Use this core pack instead")
      ->type_name("DIR");
  command->add_flag("--moves", flags->moves, "Only moves");
  command->add_flag("--no-coverage", flags->no_coverage,
                    "Do not look for patterns and exceptions that no example uses");
  command->callback([flags, &exit_code] { exit_code = Test(*flags); });
}

}  // namespace

void AddRulesCommand(CLI::App& app, int& exit_code) {
  CLI::App* rules = app.add_subcommand("rules", "List, explain and test the rules");
  rules->require_subcommand(1);
  AddTest(*rules, exit_code);
}

}  // namespace amends

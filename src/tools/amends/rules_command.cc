#include "tools/amends/rules_command.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "amends/evaluation/rule_test.h"
#include "amends/pack/similar.h"
#include "amends/report/rule_list.h"
#include "amends/report/rule_page.h"
#include "tools/flags/data_folder.h"
#include "tools/flags/engine_flags.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/terminal.h"
#include "tools/flags/usage.h"

namespace amends {
namespace {

constexpr size_t kUnbroken = 100'000;  // columns: a rule a line, for those who filter

// Of what is not in the packs: says so, and what was probably meant.
int Unknown(const std::string& kind, const std::string& name,
            const std::set<std::string>& known) {
  const std::vector<std::string> names(known.begin(), known.end());
  const std::string hint = pack::DidYouMean(name, names);
  fmt::print(stderr, "There is no {} “{}”{}\n", kind, name,
             hint.empty() ? "; see amends rules list" : ": " + hint);
  return kFailed;
}

struct ListFlags {
  EngineFlags engine;
  std::string family;
  std::string format = "pretty";
};

int List(const ListFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.engine, "."));
  std::set<std::string> families;
  for (const pack::Rule& rule : engine.pack().rules) families.insert(rule.family());
  if (!flags.family.empty() && !families.contains(flags.family)) {
    return Unknown("family", flags.family, families);
  }
  report::Style style = StyleFor(stdout);
  if (!IsTerminal(stdout)) style.width = kUnbroken;
  fmt::print("{}", flags.format == "json"
                       ? report::RuleListJson(engine, flags.family)
                       : report::RuleList(engine, flags.family, style));
  return 0;
}

struct ShowFlags {
  EngineFlags engine;
  std::string id;
};

int Show(const ShowFlags& flags) {
  EngineOptions options = OptionsNear(flags.engine, ".");
  if (options.core.empty()) options.core = CoreFolder();
  const Engine engine = Engine::Load(options);
  const std::vector<pack::Rule>& rules = engine.pack().rules;
  if (const pack::Rule* rule = engine.pack().FindRule(flags.id)) {
    fmt::print("{}", report::RulePage(engine, *rule, StyleFor(stdout)));
    return 0;
  }
  std::set<std::string> ids;
  for (const pack::Rule& each : rules) {
    if (each.family() == flags.id) {
      fmt::print(stderr, "“{0}” is a family: amends rules list --family {0}\n", flags.id);
      return kFailed;
    }
    ids.insert(each.id);
  }
  return Unknown("rule", flags.id, ids);
}

int PrintSchema() {
  fmt::print("{}", RulesFile("pack.schema.json"));
  return 0;
}

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

void AddList(CLI::App& rules, int& exit_code) {
  auto flags = std::make_shared<ListFlags>();
  CLI::App* command = rules.add_subcommand("list", "All rules with their severities");
  command->add_option("--family", flags->family, "Only rules of this family")
      ->type_name("NAME");
  AddChoice(*command, "--format", flags->format, {"pretty", "json"}, "Write them as");
  AddEngineFlags(*command, flags->engine);
  command->footer("Example:\n  amends rules list --family fake-apology");
  command->callback([flags, &exit_code] { exit_code = List(*flags); });
}

void AddShow(CLI::App& rules, int& exit_code) {
  auto flags = std::make_shared<ShowFlags>();
  CLI::App* command = rules.add_subcommand("show", "Explain a rule");
  command->add_option("ID", flags->id, "The rule: family/name")->required();
  AddEngineFlags(*command, flags->engine);
  command->footer("Example:\n  amends rules show fake-apology/but");
  command->callback([flags, &exit_code] { exit_code = Show(*flags); });
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
      ->allow_extra_args(false)
      ->take_all()
      ->group("Packs");
  command->add_option("--core", flags->core, "Use this core pack instead")
      ->type_name("DIR")
      ->group("Packs");
  command->add_flag("--moves", flags->moves, "Only moves");
  command->add_flag("--no-coverage", flags->no_coverage,
                    "Do not look for patterns and exceptions that no example uses");
  command->footer(
      "Examples:\n"
      "  amends rules test --pack house\n"
      "  amends rules test policy tone/abstract G.apology\n"
      "Exit code: 0 all examples do as they say, 1 not all, 2 they could not be run.");
  command->callback([flags, &exit_code] { exit_code = Test(*flags); });
}

}  // namespace

void AddRulesCommand(CLI::App& app, int& exit_code) {
  CLI::App* rules = app.add_subcommand("rules", "List, explain and test the rules");
  rules->require_subcommand(1);
  AddList(*rules, exit_code);
  AddShow(*rules, exit_code);
  AddTest(*rules, exit_code);
  rules->add_subcommand("schema", "Print the JSON Schema of packs")
      ->callback([&exit_code] { exit_code = PrintSchema(); });
}

}  // namespace amends

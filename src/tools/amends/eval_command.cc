#include "tools/amends/eval_command.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/evaluation/labels.h"
#include "amends/evaluation/scoring.h"
#include "tools/amends/engine_flags.h"

namespace amends {
namespace {

struct EvalFlags {
  EngineFlags engine;
  std::vector<std::string> files;
  std::string errors;
  bool rules = false;
};

void AddFile(const std::string& path, const Engine& engine,
             const evaluation::KnownRules& rules, evaluation::Score& score) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto read = evaluation::ReadLabelled(line);
    if (const auto* problem = std::get_if<std::string>(&read)) {
      throw std::runtime_error(fmt::format("{}:{}: {}", path, number, *problem));
    }
    const auto& reply = std::get<evaluation::LabelledReply>(read);
    const Result result = engine.Check(reply.conversation);
    evaluation::Add(reply.labels, evaluation::FoundIn(result), rules, score);
  }
}

int Eval(const EvalFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.engine, "."));
  const evaluation::KnownRules rules = evaluation::RulesOf(engine.pack());
  evaluation::Score score;
  for (const std::string& path : flags.files) AddFile(path, engine, rules, score);
  fmt::print("{}", evaluation::Format(score, flags.rules));
  if (flags.errors.empty()) return 0;
  std::ofstream file(flags.errors, std::ios::binary);
  file << evaluation::FormatDisagreements(score);
  if (!file.flush()) throw std::runtime_error(flags.errors + ": cannot be written");
  return 0;
}

}  // namespace

void AddEvalCommand(CLI::App& app, int& exit_code) {
  auto flags = std::make_shared<EvalFlags>();
  CLI::App* command =
      app.add_subcommand("eval", "Compare findings with labels that people gave");
  command->add_option("LABELS", flags->files, "Files of labelled replies, one a line")
      ->required();
  command->add_flag("--rules", flags->rules, "Count by rule as well as by family");
  command->add_option("--errors", flags->errors, "Write misses and false alarms here")
      ->type_name("FILE");
  AddEngineFlags(*command, flags->engine);
  command->footer(
      "Example:\n  amends eval labels.jsonl --errors errors.jsonl\n"
      "The labels and the figures are explained in docs/evaluation.md.");
  command->callback([flags, &exit_code] { exit_code = Eval(*flags); });
}

}  // namespace amends

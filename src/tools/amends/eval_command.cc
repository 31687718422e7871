#include "tools/amends/eval_command.h"

#include <cstdio>
#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/evaluation/changes.h"
#include "amends/evaluation/labels.h"
#include "amends/evaluation/scoring.h"
#include "amends/pack/digest.h"
#include "tools/flags/engine_flags.h"

namespace amends {
namespace {

struct EvalFlags {
  EngineFlags engine;
  std::vector<std::string> files;
  std::string errors;
  std::string diff;
  bool rules = false;
};

// Calls `read` with every line that is not blank; what it answers is wrong with the line.
template <typename Read>
void EachLine(const std::string& path, const Read& read) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const std::string problem = read(line);
    if (problem.empty()) continue;
    throw std::runtime_error(fmt::format("{}:{}: {}", path, number, problem));
  }
}

evaluation::Run ReadRun(const std::string& path) {
  evaluation::Run run;
  EachLine(path, [&](const std::string& line) -> std::string {
    const auto read = evaluation::AddLine(line, run);
    const auto* problem = std::get_if<std::string>(&read);
    return problem == nullptr ? "" : *problem;
  });
  return run;
}

// One evaluation: the labels of all files against one engine.
class Evaluation {
 public:
  Evaluation(const Engine& engine, const evaluation::Run& before)
      : engine_(engine), rules_(evaluation::RulesOf(engine.pack())), before_(before) {}

  void AddFile(const std::string& path) {
    EachLine(path, [&](const std::string& line) -> std::string {
      const auto read = evaluation::ReadLabelled(line);
      if (const auto* problem = std::get_if<std::string>(&read)) return *problem;
      AddReply(std::get<evaluation::LabelledReply>(read));
      lines_ += line + '\n';
      return "";
    });
  }

  const evaluation::Score& score() const { return score_; }
  const std::vector<evaluation::Change>& changes() const { return changes_; }
  // For which labels and rules the figures hold.
  std::string Names() const {
    return fmt::format("labels {:.12} ({} replies)   packs {:.12}\n",
                       pack::Digest(lines_), score_.replies, engine_.pack().digest);
  }

 private:
  void AddReply(const evaluation::LabelledReply& reply) {
    const evaluation::Found found =
        evaluation::FoundIn(engine_.Check(reply.conversation));
    evaluation::Add(reply.labels, found, rules_, score_);
    const auto before = before_.find(reply.labels.id);
    if (before == before_.end()) return;
    for (evaluation::Change& change :
         evaluation::ChangesOf(reply.labels, before->second, found.findings, rules_)) {
      changes_.push_back(std::move(change));
    }
  }

  const Engine& engine_;
  evaluation::KnownRules rules_;
  const evaluation::Run& before_;
  evaluation::Score score_;
  std::vector<evaluation::Change> changes_;
  std::string lines_;  // of all files
};

int Eval(const EvalFlags& flags) {
  const evaluation::Run before =
      flags.diff.empty() ? evaluation::Run() : ReadRun(flags.diff);
  const Engine engine = Engine::Load(OptionsNear(flags.engine, "."));
  Evaluation evaluation(engine, before);
  for (const std::string& path : flags.files) evaluation.AddFile(path);
  fmt::print("{}{}", evaluation::Format(evaluation.score(), flags.rules),
             evaluation.Names());
  if (!flags.diff.empty()) {
    fmt::print("\nsince {}\n{}", flags.diff, evaluation::Format(evaluation.changes()));
  }
  if (flags.errors.empty()) return 0;
  std::ofstream file(flags.errors, std::ios::binary);
  file << evaluation::FormatDisagreements(evaluation.score());
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
  command->add_flag("--rules", flags->rules,
                    "Count by rule as well as by family, and which are confused");
  command
      ->add_option("--diff", flags->diff,
                   "Show what changed since `amends check --format jsonl` wrote this")
      ->type_name("FILE");
  command->add_option("--errors", flags->errors, "Write misses and false alarms here")
      ->type_name("FILE");
  AddEngineFlags(*command, flags->engine);
  command->footer(
      "Example:\n  amends eval labels.jsonl --errors errors.jsonl\n"
      "The labels and the figures are explained in docs/evaluation.md.");
  command->callback([flags, &exit_code] { exit_code = Eval(*flags); });
}

}  // namespace amends

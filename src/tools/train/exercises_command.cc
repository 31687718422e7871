#include "tools/train/exercises_command.h"

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/engine.h"
#include "amends/input/source.h"
#include "amends/pack/similar.h"
#include "amends/training/catalogue.h"
#include "amends/training/exercise_test.h"
#include "amends/training/judge.h"
#include "amends/training/proposal.h"
#include "amends/training/role_play.h"
#include "amends/training/training_json.h"
#include "tools/flags/data_folder.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/new_file.h"
#include "tools/flags/usage.h"
#include "tools/train/exercise_choice.h"
#include "tools/train/exercise_flags.h"
#include "tools/train/set_command.h"

namespace amends {
namespace {

using training::Exercise;

struct ExercisesFlags {
  ExerciseFlags from;
  ExerciseChoice which;
};

int List(const ExercisesFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  for (const Exercise* each : Chosen(catalogue, flags.which)) {
    fmt::print("{:<40} {:<10} {}  {}\n", each->id, WordFor(each->kind), each->level,
               each->trade);
  }
  return 0;
}

int Test(const ExercisesFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const training::ReadCatalogue read = training::Read(FoldersOf(flags.from), engine);
  for (const pack::Problem& problem : read.problems) {
    fmt::print("{}", pack::Format(problem));
  }
  size_t failed = 0;
  const auto chosen = Chosen(read.catalogue, flags.which);
  for (const Exercise* each : chosen) {
    const auto problems = training::TestExercise(engine, read.catalogue, *each);
    if (problems.empty()) continue;
    ++failed;
    fmt::print("{}\n", each->id);
    for (const std::string& problem : problems) fmt::print("  {}\n", problem);
  }
  fmt::print("{} exercises hold, {} do not{}.\n", chosen.size() - failed, failed,
             read.problems.empty()
                 ? ""
                 : fmt::format(", {} problems in the files", read.problems.size()));
  return failed == 0 && read.problems.empty() ? 0 : kNotAsAsked;
}

int PrintSchema() {
  fmt::print("{}", RulesFile("exercise.schema.json"));
  return 0;
}

std::string ReadBytes(const std::string& path) {
  if (path == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (file.bad()) throw std::runtime_error(path + ": cannot be read");
  return bytes;
}

const Exercise& Named(const training::Catalogue& catalogue, const std::string& id) {
  if (const Exercise* exercise = catalogue.Find(id)) return *exercise;
  ExerciseChoice named;
  named.ids = {id};
  return *Chosen(catalogue, named).front();
}

struct OneFlags {
  ExerciseFlags from;
  std::string id;
  std::string answer = "-";
  uint64_t seed = 0;
};

int Show(const OneFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  fmt::print("{}", training::ExerciseJson(Named(catalogue, flags.id), engine));
  return 0;
}

int Judge(const OneFlags& flags) {
  const Engine engine = Engine::Load(OptionsNear(flags.from.engine, "."));
  const auto catalogue = training::Load(FoldersOf(flags.from), engine);
  const Exercise& exercise = Named(catalogue, flags.id);
  const auto read = training::ReadAnswer(ReadBytes(flags.answer));
  if (const auto* problem = std::get_if<std::string>(&read)) {
    throw std::runtime_error("The answer cannot be read: " + *problem);
  }
  const training::Answer answer =
      training::FromShown(exercise, std::get<training::Answer>(read));
  if (exercise.customer) {
    const auto performance = training::Play(
        engine, exercise, catalogue.TemperOf(exercise), flags.seed, answer.texts);
    fmt::print("{}", training::PerformanceJson(performance));
    return performance.ending == training::Ending::kWell ? 0 : kNotAsAsked;
  }
  const auto judgement = training::Judge(engine, exercise, answer);
  fmt::print("{}", training::JudgementJson(judgement, exercise, engine));
  return judgement.passed ? 0 : kNotAsAsked;
}

struct NewFlags {
  EngineFlags engine;
  std::string path;
  std::string kind;
  std::string out;
};

int Propose(const NewFlags& flags) {
  const std::string bytes = ReadBytes(flags.path);
  const input::Format format = input::DetectFormat(flags.path, bytes).format;
  const auto read = input::Read(format, bytes);
  if (const auto* error = std::get_if<input::RecordError>(&read)) {
    throw std::runtime_error(flags.path + ": " + error->message);
  }
  const Engine engine = Engine::Load(OptionsNear(flags.engine, "."));
  const training::ProposedExercise proposed = training::ProposeExercise(
      engine, std::get<input::Conversation>(read), {flags.kind});
  if (!proposed.problem.empty()) throw std::runtime_error(proposed.problem);
  if (flags.out.empty()) {
    fmt::print("{}", proposed.json);
  } else {
    WriteNewFile(flags.out, proposed.json);
  }
  fmt::print(stderr, "An exercise of the kind {}.\n", proposed.kind);
  for (const auto& [was, is] : proposed.masked) {
    fmt::print(stderr, "  “{}” is now “{}”\n", was, is);
  }
  fmt::print(
      stderr,
      "Read it once for what else tells whose it was. Fill what stands in [[ ]], give "
      "it an id,\nand try it: amends exercises test --only-own --exercises DIR\n");
  return 0;
}

using ExercisesCommand = int (*)(const ExercisesFlags&);

void Add(CLI::App& app, const char* name, const char* about, const char* footer,
         ExercisesCommand command, int& exit_code) {
  auto flags = std::make_shared<ExercisesFlags>();
  CLI::App* one = app.add_subcommand(name, about);
  AddExerciseChoice(*one, flags->which);
  AddExerciseFlags(*one, flags->from);
  one->footer(footer);
  one->callback([flags, command, &exit_code] { exit_code = command(*flags); });
}

void AddOne(CLI::App& app, const char* name, const char* about, const char* footer,
            int (*command)(const OneFlags&), int& exit_code) {
  auto flags = std::make_shared<OneFlags>();
  CLI::App* one = app.add_subcommand(name, about);
  one->add_option("ID", flags->id, "The exercise: family/name")->required();
  if (command == Judge) {
    one->add_option("ANSWER", flags->answer, "A file; - or none is standard input");
    one->add_option("--seed", flags->seed, "Of a role-play: which wordings; 0")
        ->type_name("N");
  }
  AddExerciseFlags(*one, flags->from);
  one->footer(footer);
  one->callback([flags, command, &exit_code] { exit_code = command(*flags); });
}

}  // namespace

void AddExercisesCommands(CLI::App& app, int& exit_code) {
  app.require_subcommand(1);
  Add(app, "list", "What there is",
      "Example:\n  amends exercises list fake-apology --level 1", List, exit_code);
  Add(app, "test", "Try every right and every wrong answer on the engine",
      "Example:\n  amends exercises test --exercises house/exercises", Test, exit_code);
  AddOne(app, "show", "Print an exercise as JSON, without its solution",
         "Example:\n  amends exercises show policy/late-book", Show, exit_code);
  AddOne(app, "judge", "Judge an answer, and print what is said of it as JSON",
         "An answer is {\"choices\": [1]}, {\"texts\": [\"…\"]} or {\"marks\": "
         "[{\"start\": 3, "
         "\"end\": 12}]};\nof a role-play \"texts\" are the replies so far.",
         Judge, exit_code);
  auto flags = std::make_shared<NewFlags>();
  CLI::App* one = app.add_subcommand(
      "new", "Make an exercise from a real draft: who it was is masked");
  one->add_option("PATH", flags->path,
                  "A draft: text, e-mail, record; - is standard input")
      ->required();
  AddChoice(*one, "--kind", flags->kind, {"spot", "rewrite", "question"}, "Make it a");
  one->add_option("--out", flags->out, "Write it to this file")->type_name("FILE");
  AddEngineFlags(*one, flags->engine);
  one->footer(
      "Example:\n  amends exercises new reply.eml --out house/exercises/new.json");
  one->callback([flags, &exit_code] { exit_code = Propose(*flags); });
  AddSetCommand(app, exit_code);
  app.add_subcommand("schema", "Print the JSON Schema of a file of exercises")
      ->callback([&exit_code] { exit_code = PrintSchema(); });
}

}  // namespace amends

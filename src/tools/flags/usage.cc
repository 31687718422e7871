#include "tools/flags/usage.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <memory>
#include <utility>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "amends/pack/similar.h"

namespace amends {
namespace {

constexpr int kUsageError = 2;

// Of an option only its name and what it takes.
class PlainHelp : public CLI::Formatter {
 public:
  std::string make_option_opts(const CLI::Option* option) const override {
    const bool takes_one = option->get_type_size() != 0 && !option->get_positional();
    return takes_one ? ' ' + option->get_type_name() : "";
  }
};

// The subcommand that was being parsed, as deep as it went.
const CLI::App& Deepest(const CLI::App& app) {
  const CLI::App* deepest = &app;
  for (auto subs = app.get_subcommands(); !subs.empty();
       subs = deepest->get_subcommands()) {
    deepest = subs.back();
  }
  return *deepest;
}

std::string FullName(const CLI::App& app) {
  return app.get_parent() == nullptr ? app.get_name()
                                     : FullName(*app.get_parent()) + ' ' + app.get_name();
}

std::vector<std::string> Options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::vector<std::string> Commands(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(sub->get_name());
  }
  return names;
}

std::string WithHint(std::string message, const std::string& hint) {
  return hint.empty() ? message : message + ": " + hint;
}

// The first of the arguments that nothing took.
std::string ExplainExtra(const CLI::App& app, std::string extra) {
  if (extra.starts_with('-')) {
    extra = extra.substr(0, extra.find('='));
    return WithHint(fmt::format("unknown option “{}”", extra),
                    pack::DidYouMean(extra, Options(app)));
  }
  const std::vector<std::string> commands = Commands(app);
  if (commands.empty()) return fmt::format("“{}” is one argument too many", extra);
  const std::string hint = pack::DidYouMean(extra, commands);
  if (hint.empty() && app.get_parent() == nullptr &&
      extra.find_first_of("./") != std::string::npos) {
    return fmt::format("“{0}” is no command. To check a draft: {1} check {0}", extra,
                       app.get_name());
  }
  return WithHint(fmt::format("there is no command “{}”", extra),
                  hint.empty() ? fmt::format("{}", fmt::join(commands, ", ")) : hint);
}

std::string Explain(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<std::string> extras = app.remaining();
  if (!extras.empty()) return ExplainExtra(app, extras.front());
  const std::string message = error.what();
  if (error.get_name() == "ArgumentMismatch" && message.starts_with("--")) {
    return message.substr(0, message.find(':')) + " needs a value";
  }
  if (const size_t at = message.find(" excludes "); at != std::string::npos) {
    return fmt::format("{} and {} do not go together", message.substr(0, at),
                       message.substr(at + std::string_view(" excludes ").size()));
  }
  return message;
}

}  // namespace

int ExplainUsage(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) {
    app.exit(error, std::cout, std::cerr);
    return 0;
  }
  const CLI::App& deepest = Deepest(app);
  const bool nothing_said = deepest.remaining().empty() && !Commands(deepest).empty() &&
                            error.get_name() == "RequiredError";
  if (nothing_said) {
    fmt::print(stderr, "{}", deepest.help());
  } else {
    fmt::print(stderr, "{}: {}\nSee {} --help.\n", FullName(deepest),
               Explain(deepest, error), FullName(deepest));
  }
  return kUsageError;
}

void UsePlainHelp(CLI::App& app) {
  auto help = std::make_shared<PlainHelp>();
  help->label("OPTIONS", "options");
  help->label("SUBCOMMAND", "COMMAND");
  help->label("Subcommands", "Commands");
  help->label("Positionals", "Arguments");
  app.formatter(std::move(help));
  app.set_help_flag("-h,--help", "Print this help");
}

void AddChoice(CLI::App& command, const std::string& flags, std::string& value,
               std::vector<std::string> words, const std::string& description) {
  std::vector<std::string> shown = words;
  for (std::string& word : shown) {
    if (word == value) word += " (default)";
  }
  const auto check = [words = std::move(words)](const std::string& word) -> std::string {
    if (std::ranges::count(words, word) > 0) return "";
    return WithHint(fmt::format("“{}” is not one of {}", word, fmt::join(words, ", ")),
                    pack::DidYouMean(word, words));
  };
  command
      .add_option(flags, value,
                  fmt::format("{}: {}", description, fmt::join(shown, ", ")))
      ->type_name("WORD")
      ->check(check);
}

}  // namespace amends

#include "tools/serve/overrides_command.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <string>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "amends/input/moment.h"
#include "tools/flags/exit_code.h"
#include "tools/flags/usage.h"
#include "tools/serve/override_list.h"
#include "tools/serve/override_store.h"
#include "tools/serve/overrides.h"

namespace amends::serve {
namespace {

constexpr size_t kDayLength = 10;  // of 2026-03-02

struct OverridesFlags {
  std::string file;
  std::string since;
  std::string format = "pretty";
};

std::string WhyNoDay(const std::string& text) {
  const bool is_day = text.size() == kDayLength && input::ReadMoment(text).has_value();
  return is_day ? "" : "“" + text + "” is no day such as 2026-03-02";
}

int List(const OverridesFlags& flags) {
  const std::filesystem::path file =
      flags.file.empty() ? DefaultOverridesFile() : std::filesystem::path(flags.file);
  const bool pretty = flags.format == "pretty";
  const char* const none = "Nothing has been sent against advice.\n";
  if (flags.file.empty() && !std::filesystem::exists(file)) {
    if (pretty) fmt::print("{}", none);
    return 0;
  }
  const OverrideStore store = OverrideStore::ToRead(file);
  size_t count = 0;
  store.ForEach(flags.since, [&](const Override& one) {
    if (pretty && count > 0) fmt::print("\n");
    fmt::print("{}", pretty ? PrettyOverride(one) : OverrideLine(one));
    ++count;
  });
  if (pretty && count == 0) fmt::print("{}", none);
  return 0;
}

}  // namespace

int RunOverrides(int argc, char** argv) {
  CLI::App app("Show who sent drafts that were held, and why.", "amends overrides");
  UsePlainHelp(app);
  OverridesFlags flags;
  app.add_option("--file", flags.file,
                 "The overrides; else those that amends serve keeps")
      ->type_name("FILE");
  app.add_option("--since", flags.since, "From this day on (UTC)")
      ->type_name("DAY")
      ->check(WhyNoDay);
  AddChoice(app, "-f,--format", flags.format, {"pretty", "jsonl"}, "Write them as");
  try {
    app.parse(argc, argv);
    return List(flags);
  } catch (const CLI::ParseError& error) {
    return ExplainUsage(app, error);
  } catch (const std::exception& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kFailed;
  }
}

}  // namespace amends::serve

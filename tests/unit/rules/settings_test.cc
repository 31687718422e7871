#include "amends/rules/settings.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/tiny_pack.h"

namespace amends::rules {
namespace {

using pack::Severity;

constexpr const char* kRules = R"(
    {"id": "a", "severity": "error", "on": {"patterns": ["sorry"]}, "parameters": {"n": 1, "m": 5}},
    {"id": "b", "severity": "hint", "on": {"patterns": ["please"]}})";

constexpr const char* kLayeredProfiles = R"(
    {"id": "default", "switches": {"voice": "we", "tone": "warm"}, "severities": {"t/b": "info"},
     "parameters": {"t/a": {"n": 2}}},
    {"id": "strict", "switches": {"voice": "i"}, "severities": {"t": "error", "t/b": "warning"}},
    {"id": "night", "base": "strict", "switches": {"tone": "calm"}, "severities": {"t/a": "off"},
     "parameters": {"t/a": {"n": 4}}},
    {"id": "soft", "severities": {"t": "hint"}})";

pack::Loaded LoadTiny() {
  pack::Loaded loaded = testing::Load({.rules = kRules, .profiles = kLayeredProfiles});
  EXPECT_EQ(pack::FormatAll(loaded.problems), "");
  return loaded;
}

std::string Word(std::optional<Severity> severity) {
  if (!severity) return "off";
  const char* const words[] = {"hint", "info", "warning", "error"};
  return words[static_cast<size_t>(*severity)];
}

// Everything that settings say, on one line.
std::string Said(const Settings& settings, const pack::Pack& pack,
                 input::Occasion occasion = {}) {
  return fmt::format(
      "{} {} n={} m={} {} {}", Word(settings.SeverityOf(pack.rules.at(0), occasion)),
      Word(settings.SeverityOf(pack.rules.at(1), occasion)),
      settings.Parameter(pack.rules.at(0), "n", occasion),
      settings.Parameter(pack.rules.at(0), "m", occasion),
      settings.Switch("voice", occasion), settings.Switch("tone", occasion));
}

TEST(Settings, LayAProfileOverItsBasesAndTheConfigurationOverAll) {
  struct Row {
    const char* why;
    const char* profile;
    const char* config;
    const char* said;
  };
  const Row rows[] = {
      {"no name is the default profile", "", "", "error info n=2 m=5 we warm"},
      {"so is its own", "default", "", "error info n=2 m=5 we warm"},
      {"a profile stands on the default one", "strict", "",
       "error warning n=2 m=5 i warm"},
      {"bases of bases count", "night", "", "off warning n=4 m=5 i calm"},
      {"a family stands over a rule of its base", "soft", "",
       "hint hint n=2 m=5 we warm"},
      {"the configuration goes over the profile", "night",
       R"({"severities": {"t/a": "info"}})", "info warning n=4 m=5 i calm"},
      {"its family too", "night", R"({"severities": {"t": "off"}})",
       "off off n=4 m=5 i calm"},
      {"of one layer the rule goes before its family", "",
       R"({"severities": {"t": "off", "t/b": "error"}})", "off error n=2 m=5 we warm"},
      {"parameters are laid one by one", "night", R"({"parameters": {"t/a": {"m": 9}}})",
       "off warning n=4 m=9 i calm"},
  };
  const pack::Loaded loaded = LoadTiny();
  for (const Row& row : rows) {
    const std::string text = row.config[0] == '\0' ? "{}" : row.config;
    const pack::LoadedConfig config = pack::ReadConfig("amends.json", text);
    EXPECT_EQ(pack::FormatAll(config.problems), "") << row.why;
    const Settings settings = Settings::Of(loaded.pack, row.profile, &config.config);
    EXPECT_EQ(Said(settings, loaded.pack), row.said) << row.why;
  }
}

TEST(Settings, NeedNoProfileAtAll) {
  const pack::Loaded loaded = testing::Load({.rules = kRules});
  const Settings settings = Settings::Of(loaded.pack, "", nullptr);
  EXPECT_EQ(Said(settings, loaded.pack), "error hint n=1 m=5  ");
  EXPECT_EQ(settings.profile(), "default");
}

TEST(Settings, KnowNoNumberThatNobodyHasSet) {
  const pack::Loaded loaded = LoadTiny();
  const Settings settings = Settings::Of(loaded.pack, "", nullptr);
  EXPECT_EQ(settings.Parameter(loaded.pack.rules.at(1), "n", {}), 0);
}

// That the default profile is the base of all would be a circle of its own.
TEST(Settings, ADefaultProfileMayHaveABase) {
  const pack::Loaded loaded = testing::Load(
      {.rules = kRules,
       .profiles = R"({"id": "default", "base": "house", "switches": {"voice": "we"}},
                      {"id": "house", "switches": {"voice": "i", "tone": "calm"}})"});
  EXPECT_EQ(pack::FormatAll(loaded.problems), "");
  const Settings settings = Settings::Of(loaded.pack, "default", nullptr);
  EXPECT_EQ(Said(settings, loaded.pack), "error hint n=1 m=5 we calm");
}

// A later pack that extends a profile lays its severities over the earlier ones.
TEST(Settings, AnExtendedProfileNamesFamiliesOverRules) {
  pack::Tuning base{
      .severities = {{"t/a", Severity::kError}, {"tea/a", Severity::kError}}};
  pack::Lay(pack::Tuning{.severities = {{"t", std::nullopt}, {"t/c", Severity::kHint}}},
            base);
  const pack::Severities expected = {
      {"t", std::nullopt}, {"t/c", Severity::kHint}, {"tea/a", Severity::kError}};
  EXPECT_EQ(base.severities, expected);
}

TEST(Settings, OfAChannelAndAKindGoBeforeThoseOfEveryText) {
  struct Row {
    const char* why;
    input::Occasion occasion;
    const char* config;
    const char* said;
  };
  using enum input::Channel;
  using enum input::Kind;
  const Row rows[] = {
      {"elsewhere nothing differs", {kEmail, kReply}, "{}", "error hint n=1 m=5 we "},
      {"a channel", {kChat, kReply}, "{}", "error off n=7 m=5 i "},
      {"a kind", {kEmail, kNotice}, "{}", "info info n=1 m=5 we "},
      {"the kind lies over the channel", {kChat, kNotice}, "{}", "info info n=7 m=5 i "},
      {"what the configuration says of every text lies under both",
       {kChat, kNotice},
       R"({"severities": {"t": "warning"}, "parameters": {"t/a": {"n": 9, "m": 9}}})",
       "info info n=7 m=9 i "},
      {"but over every text of the profile",
       {kEmail, kReply},
       R"({"severities": {"t": "warning"}, "switches": {"voice": "they"}})",
       "warning warning n=1 m=5 they "},
      {"what it says of the kind lies over all",
       {kChat, kNotice},
       R"({"kinds": {"notice": {"severities": {"t/b": "error"}}}})",
       "info error n=7 m=5 i "},
  };
  const pack::Loaded loaded = testing::Load({.rules = kRules, .profiles = R"(
    {"id": "default", "switches": {"voice": "we"},
     "channels": {"chat": {"switches": {"voice": "i"}, "severities": {"t/b": "off"},
                           "parameters": {"t/a": {"n": 7}}}},
     "kinds": {"notice": {"severities": {"t": "info"}}}})"});
  EXPECT_EQ(pack::FormatAll(loaded.problems), "");
  for (const Row& row : rows) {
    const pack::LoadedConfig config = pack::ReadConfig("amends.json", row.config);
    EXPECT_EQ(pack::FormatAll(config.problems), "") << row.why;
    const Settings settings = Settings::Of(loaded.pack, "", &config.config);
    EXPECT_EQ(Said(settings, loaded.pack, row.occasion), row.said) << row.why;
  }
}

}  // namespace
}  // namespace amends::rules

// amends.json, and the pack that `amends pack new` writes.
#include "amends/pack/project_config.h"

#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/pack/pack_template.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::pack {
namespace {

namespace fs = std::filesystem;

TEST(Config, IsFoundUpwards) {
  const TemporaryFolder folder;
  folder.Write("amends.json", "{}");
  folder.Write("a/b/draft.txt", "x");
  folder.Write("c/amends.json", "{}");
  folder.Write("c/d/draft.txt", "x");
  EXPECT_EQ(FindConfig(folder.path() / "a/b/draft.txt"), folder.path() / "amends.json");
  EXPECT_EQ(FindConfig(folder.path() / "a/b"), folder.path() / "amends.json");
  EXPECT_EQ(FindConfig(folder.path() / "a/b/none.txt"), folder.path() / "amends.json");
  EXPECT_EQ(FindConfig(folder.path() / "c/d/draft.txt"), folder.path() / "c/amends.json");
  EXPECT_EQ(FindConfig(folder.path() / "c/d/../../a"), folder.path() / "amends.json");
}

TEST(Config, NeedNotBeThere) {
  const TemporaryFolder folder;
  EXPECT_EQ(FindConfig(folder.path()), std::nullopt);
  fs::create_directory(folder.path() / "amends.json");
  EXPECT_EQ(FindConfig(folder.path()), std::nullopt);
}

TEST(Config, IsReadWithPathsFromItsOwnFolder) {
  const LoadedConfig loaded = ReadConfig("shop/amends.json", R"({
      "packs": ["./house", "../common", "/srv/packs/en"], "profile": "chat",
      "severities": {"tone": "off", "blame/you": "warning"},
      "parameters": {"tone/exclaim": {"most": 3}}})");
  EXPECT_EQ(FormatAll(loaded.problems), "");
  EXPECT_EQ(loaded.config.packs,
            (std::vector<fs::path>{"shop/house", "common", "/srv/packs/en"}));
  EXPECT_EQ(loaded.config.profile, "chat");
  EXPECT_EQ(loaded.config.tunings.everywhere.severities.at("tone"), std::nullopt);
  EXPECT_EQ(loaded.config.tunings.everywhere.severities.at("blame/you"),
            Severity::kWarning);
  EXPECT_EQ(loaded.config.tunings.everywhere.parameters.at("tone/exclaim").at("most"), 3);
}

struct ProjectConfigRow {
  const char* text;
  const char* told;
};

TEST(Config, FaultsAreTold) {
  const ProjectConfigRow rows[] = {
      {R"({"pack": ["./house"]})",
       "amends.json:1:2: unknown key “pack”\n  {\"pack\": [\"./house\"]}\n   ^^^^^^\n"
       "  hint: did you mean “packs”?\n"},
      {R"({"packs": "./house"})",
       "amends.json:1:11: “packs” must be a list of texts, not a text\n"
       "  {\"packs\": \"./house\"}\n            ^^^^^^^^^\n"},
      {R"({"severities": {"tone": "of"}})",
       "amends.json:1:25: “tone” cannot be “of”; it is one of error, warning, info, "
       "hint, off\n"
       "  {\"severities\": {\"tone\": \"of\"}}\n                          ^^^^\n"
       "  hint: did you mean “off”?\n"},
      {R"({"parameters": {"tone/x": {"most": "3"}}})",
       "amends.json:1:36: “most” must be a number, not a text\n"
       "  {\"parameters\": {\"tone/x\": {\"most\": \"3\"}}}\n"
       "                                     ^^^\n"},
      {R"({"suppressions": [{"rule": "tone", "until": "31.1.2027"}, {"reason": "So."}]})",
       "amends.json:1:19: the suppression has no “reason”\n"
       "  {\"suppressions\": [{\"rule\": \"tone\", \"until\": \"31.1.2027\"}, "
       "{\"reason\": \"So.\"}]}\n"
       "                    ^\n"
       "amends.json:1:45: “31.1.2027” does not have the right form\n"
       "  {\"suppressions\": [{\"rule\": \"tone\", \"until\": \"31.1.2027\"}, "
       "{\"reason\": \"So.\"}]}\n"
       "                                              ^^^^^^^^^^^\n"
       "  hint: a day, such as 2027-01-31\n"
       "amends.json:1:59: the suppression has no “rule”\n"
       "  {\"suppressions\": [{\"rule\": \"tone\", \"until\": \"31.1.2027\"}, "
       "{\"reason\": \"So.\"}]}\n"
       "                                                            ^\n"},
      {"{",
       "amends.json:1:2: a key in double quotes must stand here, not the end of the "
       "file\n"
       "  {\n   ^\n"}};
  for (const ProjectConfigRow& row : rows) {
    EXPECT_EQ(FormatAll(ReadConfig("amends.json", row.text).problems), row.told);
  }
  EXPECT_EQ(FormatAll(LoadConfig("/none/amends.json").problems),
            "/none/amends.json: cannot be read: No such file or directory\n");
}

TEST(Config, NamesOnlyWhatThePacksHave) {
  Loaded merged;
  merged.pack.rules.emplace_back();
  merged.pack.rules.back().id = "tone/calm";
  merged.pack.rules.back().parameters["least"] = 1;
  const LoadedConfig config =
      ReadConfig("amends.json",
                 "{\"profile\": \"chat\",\n"
                 " \"severities\": {\"ton\": \"off\", \"tone\": \"off\"},\n"
                 " \"parameters\": {\"tone/calm\": {\"lest\": 2}},\n"
                 " \"channels\": {\"chat\": {\"severities\": {\"tony\": \"off\"}}},\n"
                 " \"suppressions\": [{\"rule\": \"tone/cool\", \"reason\": \"x\"}]}");
  EXPECT_EQ(FormatAll(CheckConfig(config, merged)),
            "amends.json:1:13: there is no profile “chat”\n"
            "  {\"profile\": \"chat\",\n"
            "              ^^^^^^\n"
            "amends.json:2:24: there is no rule or family “ton”\n"
            "   \"severities\": {\"ton\": \"off\", \"tone\": \"off\"},\n"
            "                         ^^^^^\n"
            "  hint: did you mean “tone”?\n"
            "amends.json:3:39: the rule “tone/calm” has no parameter “lest”\n"
            "   \"parameters\": {\"tone/calm\": {\"lest\": 2}},\n"
            "                                        ^\n"
            "  hint: did you mean “least”?\n"
            "amends.json:4:47: there is no rule or family “tony”\n"
            "   \"channels\": {\"chat\": {\"severities\": {\"tony\": \"off\"}}},\n"
            "                                                ^^^^^\n"
            "  hint: did you mean “tone”?\n"
            "amends.json:5:28: there is no rule or family “tone/cool”\n"
            "   \"suppressions\": [{\"rule\": \"tone/cool\", \"reason\": \"x\"}]}\n"
            "                             ^^^^^^^^^^^\n"
            "  hint: did you mean “tone/calm”?\n");
}

TEST(Template, LoadsOverThePackItNeeds) {
  const TemporaryFolder folder;
  const fs::path house = folder.path() / "Our House 2";
  ASSERT_EQ(WriteTemplate(house), std::nullopt);
  const Loaded loaded = LoadFolder(house);
  EXPECT_EQ(FormatAll(loaded.problems), "");
  EXPECT_EQ(loaded.pack.manifest.name, "our-house-2");
  EXPECT_EQ(loaded.pack.manifest.requires_packs, std::vector<std::string>{"en"});
  EXPECT_EQ(loaded.pack.rules.size(), 1u);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 1);
}

TEST(Template, FillsAnEmptyFolderAndNoOther) {
  const TemporaryFolder folder;
  fs::create_directory(folder.path() / "empty");
  EXPECT_EQ(WriteTemplate(folder.path() / "empty/"), std::nullopt);
  EXPECT_TRUE(fs::exists(folder.path() / "empty/pack.json"));
  const auto full = WriteTemplate(folder.path() / "empty");
  ASSERT_TRUE(full.has_value());
  EXPECT_EQ(full->message, "this folder is not empty");
  folder.Write("file", "x");
  const auto file = WriteTemplate(folder.path() / "file");
  ASSERT_TRUE(file.has_value());
  EXPECT_EQ(file->message, "there is a file of this name");
  EXPECT_TRUE(WriteTemplate(folder.path() / "file/below").has_value());
}

}  // namespace
}  // namespace amends::pack

// Packs made to hurt: they are refused, in time and memory that their size explains.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/pack/digest.h"
#include "amends/pack/json_value.h"
#include "amends/pack/loader.h"
#include "tests/unit/pack/manifest.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::pack {
namespace {

std::vector<Problem> ProblemsOf(const std::string& text) {
  const std::vector<File> files = {{"classes/a.json", text}, {"pack.json", kManifest}};
  return ReadPack(files, "house").problems;
}

std::string Repeat(const std::string& part, size_t times) {
  std::string all;
  for (size_t i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Hostile, NestingIsRefusedAtTheBracketTooMany) {
  for (const char* bracket : {"[", "{\"a\":"}) {
    const std::vector<Problem> problems = ProblemsOf(Repeat(bracket, 100'000));
    ASSERT_EQ(problems.size(), 1u);
    EXPECT_EQ(problems[0].message, "brackets are nested more than 32 deep");
    EXPECT_EQ(problems[0].column, 1 + static_cast<int>(32 * std::string(bracket).size()));
  }
}

TEST(Hostile, ALargeFileIsNotEvenParsed) {
  const std::vector<Problem> problems =
      ProblemsOf("\"" + std::string(100 << 20, 'x') + "\"");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_EQ(problems[0].message, "a pack has at most 64 MB");
  EXPECT_EQ(ProblemsOf(std::string(9 << 20, ' ')).at(0).message,
            "the file is larger than 8 MB");
}

TEST(Hostile, AnEndlessTextIsShownInPart) {
  const std::vector<Problem> problems =
      ProblemsOf("{\"classes\": \"" + std::string(7 << 20, 'x') + "\"}");
  ASSERT_EQ(problems.size(), 1u);
  EXPECT_LT(Format(problems[0]).size(), 500u);
}

TEST(Hostile, FaultsWithoutEndAreCounted) {
  const auto start = std::chrono::steady_clock::now();
  const std::vector<Problem> problems =
      ProblemsOf("{\"classes\": [" + Repeat("1,", 2'000'000) + "1]}");
  EXPECT_EQ(problems.size(), 1u);  // more classes than a list may hold
  const std::vector<Problem> many =
      ProblemsOf("{\"classes\": [" + Repeat("1,", 50'000) + "1]}");
  EXPECT_EQ(many.size(), 201u);
  EXPECT_EQ(many[0].message, "this file has 50001 problems, of which 200 are told here");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

TEST(Hostile, NoBytesCrashTheReader) {
  const std::vector<std::string> texts = {"\xFF\xFE{}",
                                          "{\"a\":\"\xC3\"}",
                                          "{\"a\":1e999}",
                                          "{\"a\":-}",
                                          "{\"\\u0000\":\"\\u0000\"}",
                                          std::string("\0\0", 2),
                                          "\xEF\xBB\xBF",
                                          "\xEF\xBB\xBF{\"classes\": [1]}",
                                          "nul",
                                          "\"",
                                          "{",
                                          "{\"a\":\"\\ud800\"}",
                                          "{\"a\":\"\\uZZZZ\"}",
                                          "123",
                                          "{\"classes\":{}}",
                                          "[]]",
                                          "{\"a\"",
                                          "{\"a\":1,\"a\":2,\"a\":[{\"b\":1,\"b\":2}]}"};
  for (const std::string& text : texts) {
    for (const Problem& problem : ProblemsOf(text)) EXPECT_FALSE(Format(problem).empty());
    EXPECT_FALSE(ProblemsOf(text).empty()) << text;
  }
}

TEST(Hostile, NoMutantOfTheSeedCrashesTheReader) {
  std::ifstream file(std::string(AMENDS_SOURCE_DIR) +
                     "/tests/fixtures/packs/seed/rules/apology.json");
  const std::string seed((std::istreambuf_iterator<char>(file)), {});
  std::mt19937 random(7);
  for (int round = 0; round < 2000; ++round) {
    std::string text = seed;
    for (int change = 0; change < 3; ++change) {
      const size_t at = random() % text.size();
      const size_t length = random() % 20;
      if (random() % 2 == 0) text.erase(at, length);
      text.insert(std::min(at, text.size()), seed.substr(random() % seed.size(), length));
    }
    const std::vector<File> files = {{"rules/apology.json", text},
                                     {"pack.json", kManifest}};
    for (const Problem& problem : ReadPack(files, "house").problems) Format(problem);
  }
}

TEST(Folders, AreReadWithoutWhatIsNoneOfThePack) {
  const TemporaryFolder folder;
  folder.Write("pack.json", kManifest);
  folder.Write("classes/a.json", R"({"classes": [{"id": "tea", "any": ["tea"]}]})");
  folder.Write("README.md", "ours");
  folder.Write(".git/config.json", "x");
  folder.Write("rules/.tone.json.swp", "x");
  const Loaded loaded = LoadFolder(folder.path());
  EXPECT_EQ(FormatAll(loaded.problems), "");
  EXPECT_EQ(loaded.pack.classes.size(), 1u);
}

TEST(Folders, TellWhatIsMisplaced) {
  const TemporaryFolder folder;
  folder.Write("pack.json", kManifest);
  folder.Write("rulez/x.json", "{}");
  folder.Write("rules/old/x.json", "{}");
  folder.Write("rules/x.jsn", "{}");
  const std::string at = folder.path().string();
  EXPECT_EQ(FormatAll(LoadFolder(folder.path()).problems),
            at +
                "/rules/old/x.json: the folders of a pack have no folders inside\n"
                "  hint: move the file up into “rules”\n" +
                at +
                "/rules/x.jsn: this file would not be read\n"
                "  hint: the files of a pack end in .json\n" +
                at +
                "/rulez/x.json: “rulez” is no folder of a pack\n"
                "  hint: did you mean “rules”?\n");
}

TEST(Folders, ThatAreNoPackAreTold) {
  const TemporaryFolder folder;
  folder.Write("rules/x.json", "{}");
  const std::string at = folder.path().string();
  EXPECT_EQ(FormatAll(LoadFolder(folder.path()).problems),
            at + "/pack.json: a pack needs this file\n  hint: `amends pack new DIR` "
                 "writes one\n");
  EXPECT_EQ(FormatAll(LoadFolder(at + "/rules/x.json").problems),
            at + "/rules/x.json: a pack is a folder\n");
  EXPECT_EQ(FormatAll(LoadFolder(at + "/none").problems), at + "/none: no such folder\n");
}

TEST(Folders, AreMeasuredBeforeTheyAreRead) {
  const TemporaryFolder folder;
  folder.Write("pack.json", kManifest);
  folder.Write("rules/x.json", "");
  std::filesystem::resize_file(folder.path() / "rules/x.json", uintmax_t{1} << 40);
  EXPECT_EQ(FormatAll(LoadFolder(folder.path()).problems),
            folder.path().string() + "/rules/x.json: the file is larger than 8 MB\n");
}

TEST(Json, IsWrittenAsItWasRead) {
  const char* text = R"({"a":[1,-2.5,true,null,"é\n\"\u0001"],"b":{"c":""}})";
  EXPECT_EQ(WriteJson(*ParseJson(text).value), text);
}

TEST(Digests, AreSha256) {
  EXPECT_EQ(Digest(""),
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Digest("abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(Digest(std::string(1000, 'a')),
            "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3");
}

}  // namespace
}  // namespace amends::pack

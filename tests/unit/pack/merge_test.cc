// Packs laid over one another.
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "amends/pack/loader.h"

namespace amends::pack {
namespace {

std::string Manifest(const std::string& name, const std::string& more = "") {
  return R"({"name": ")" + name +
         R"(", "version": "1.0", "licence": "none", "language": "en", "summary": "s")" +
         more + "}";
}

Loaded Layer(const std::string& name, const std::string& path, const std::string& text,
             const std::string& more = "") {
  const std::string manifest = Manifest(name, more);
  const std::vector<File> files = {{path, text}, {"pack.json", manifest}};
  return ReadPack(files, name);
}

Loaded Lay(Loaded first, Loaded second) {
  std::vector<Loaded> layers;
  layers.push_back(std::move(first));
  layers.push_back(std::move(second));
  return Merge(std::move(layers));
}

Loaded LayClasses(const std::string& base, const std::string& over) {
  return Lay(Layer("base", "classes/a.json", R"({"classes": [)" + base + "]}"),
             Layer("house", "classes/b.json", R"({"classes": [)" + over + "]}"));
}

std::string Words(const ClassDef& entry) {
  std::string words;
  for (const Phrase& phrase : entry.any) words += phrase.text + " ";
  return words;
}

std::string Rule(const std::string& id, const std::string& more = "") {
  return R"({"id": ")" + id +
         R"(", "severity": "info", "summary": "s", "message": "m", "why": "w",
            "on": {"patterns": ["calm down"]}, "parameters": {"least": 2},
            "examples": {"flag": ["a", "b", "c"], "pass": ["d", "e", "f"]})" +
         more + "}";
}

Loaded LayRules(const std::string& over) {
  return Lay(
      Layer("base", "rules/tone.json", R"({"rules": [)" + Rule("tone/calm") + "]}"),
      Layer("house", "rules/tone.json", R"({"rules": [)" + over + "]}"));
}

const char* const kTea = R"({"id": "tea", "any": ["tea"]})";

TEST(Merge, AddsNewEntriesInTheOrderOfIds) {
  const Loaded merged = LayClasses(kTea, R"({"id": "milk", "any": ["milk"]})");
  EXPECT_EQ(FormatAll(merged.problems), "");
  ASSERT_EQ(merged.pack.classes.size(), 2u);
  EXPECT_EQ(merged.pack.classes[0].id, "milk");
  EXPECT_EQ(merged.pack.manifest.name, "base+house");
}

TEST(Merge, ExtendsAndReplaces) {
  const Loaded extended = LayClasses(
      kTea, R"({"id": "tea", "extend": true, "any": ["chai"], "verbs": ["brew"]})");
  EXPECT_EQ(FormatAll(extended.problems), "");
  EXPECT_EQ(Words(extended.pack.classes.at(0)), "tea chai ");
  EXPECT_EQ(extended.pack.classes[0].verbs.size(), 1u);
  EXPECT_EQ(extended.pack.classes[0].any[1].origin.file, "house/classes/b.json");
  const Loaded replaced =
      LayClasses(kTea, R"({"id": "tea", "replace": true, "any": ["chai"]})");
  EXPECT_EQ(FormatAll(replaced.problems), "");
  EXPECT_EQ(Words(replaced.pack.classes.at(0)), "chai ");
}

TEST(Merge, AddsToAnOpenClass) {
  const Loaded merged = LayClasses(R"({"id": "tea", "open": true, "any": ["tea"]})",
                                   R"({"id": "tea", "any": ["chai"]})");
  EXPECT_EQ(FormatAll(merged.problems), "");
  EXPECT_EQ(Words(merged.pack.classes.at(0)), "tea chai ");
  EXPECT_TRUE(merged.pack.classes[0].open);
}

TEST(Merge, RefusesAnIdThatIsThere) {
  EXPECT_EQ(
      FormatAll(LayClasses(kTea, R"({"id": "tea", "any": ["chai"]})").problems),
      "house/classes/b.json:1:21: an earlier pack has a class “tea” already\n"
      "  {\"classes\": [{\"id\": \"tea\", \"any\": [\"chai\"]}]}\n"
      "                      ^^^^^\n"
      "  hint: \"extend\": true adds to it, \"replace\": true stands instead of it\n");
}

TEST(Merge, RefusesToTouchWhatIsNotThere) {
  for (const char* how : {"extend", "replace"}) {
    const Loaded merged = LayClasses(
        kTea, R"({"id": "tee", "any": ["chai"], ")" + std::string(how) + R"(": true})");
    ASSERT_EQ(merged.problems.size(), 1u);
    EXPECT_EQ(merged.problems[0].message, "no earlier pack has a class “tee”");
    EXPECT_EQ(merged.problems[0].hint, "did you mean “tea”?");
    EXPECT_EQ(merged.problems[0].column, 21);
  }
}

TEST(Merge, ExtendsARuleKeyByKey) {
  const Loaded merged =
      LayRules(R"({"id": "tone/calm", "extend": true, "severity": "error",
      "on": {"patterns": ["relax now"]}, "parameters": {"most": 4},
      "unless": [{"pattern": "do not", "scope": "before", "because": "b"}],
      "examples": {"flag": ["Relax now."]}})");
  EXPECT_EQ(FormatAll(merged.problems), "");
  const pack::Rule& rule = merged.pack.rules.at(0);
  EXPECT_EQ(rule.severity, Severity::kError);
  EXPECT_EQ(rule.message, "m");
  EXPECT_EQ(rule.on.patterns.size(), 2u);
  EXPECT_EQ(rule.unless.size(), 1u);
  EXPECT_EQ(rule.parameters.size(), 2u);
  EXPECT_EQ(rule.flag.size(), 4u);
  EXPECT_EQ(rule.pass.size(), 3u);
}

TEST(Merge, DoesNotChangeWhatARuleIsAskedOn) {
  const Loaded merged =
      LayRules(R"({"id": "tone/calm", "extend": true, "on": {"reply": true}})");
  ASSERT_EQ(merged.problems.size(), 1u);
  EXPECT_EQ(merged.problems[0].message,
            "the “on” of this rule is of another kind than the one it extends");
}

TEST(Merge, LaysProfilesOverOneAnother) {
  const Loaded merged = Lay(
      Layer(
          "base", "profiles/a.json",
          R"({"profiles": [{"id": "shop", "summary": "s", "switches": {"a": "1", "b": "2"}}]})"),
      Layer(
          "house", "profiles/a.json",
          R"({"profiles": [{"id": "shop", "extend": true, "switches": {"b": "3", "c": "4"}}]})"));
  EXPECT_EQ(FormatAll(merged.problems), "");
  const std::map<std::string, std::string> expected = {
      {"a", "1"}, {"b", "3"}, {"c", "4"}};
  EXPECT_EQ(merged.pack.profiles.at(0).tunings.everywhere.switches, expected);
}

TEST(Merge, ChecksRequiredPacks) {
  const std::string tea = R"({"classes": [{"id": "tea", "any": ["tea"]}]})";
  const std::string milk = R"({"classes": [{"id": "milk", "any": ["milk"]}]})";
  const char* needs = R"(, "requires": ["base"])";
  EXPECT_TRUE(Lay(Layer("base", "classes/a.json", tea),
                  Layer("house", "classes/a.json", milk, needs))
                  .problems.empty());
  const Loaded missing = Lay(Layer("bass", "classes/a.json", tea),
                             Layer("house", "classes/a.json", milk, needs));
  ASSERT_EQ(missing.problems.size(), 1u);
  EXPECT_EQ(missing.problems[0].message, "the pack “base” is needed and not there");
  EXPECT_EQ(missing.problems[0].hint, "did you mean “bass”?");
  const Loaded twice =
      Lay(Layer("base", "classes/a.json", tea), Layer("base", "classes/a.json", milk));
  ASSERT_EQ(twice.problems.size(), 1u);
  EXPECT_EQ(twice.problems[0].message, "the pack “base” is there twice");
}

TEST(Merge, TellsAFaultInTheFileThatHasIt) {
  const Loaded merged = Lay(
      Layer("base", "profiles/a.json",
            R"({"profiles": [{"id": "shop", "summary": "s"}]})"),
      Layer(
          "house", "profiles/a.json",
          R"({"profiles": [{"id": "shop", "extend": true, "severities": {"tone": "off"}}]})"));
  ASSERT_EQ(merged.problems.size(), 1u);
  EXPECT_EQ(merged.problems[0].file, "house/profiles/a.json");
  EXPECT_EQ(merged.problems[0].message, "there is no rule or family “tone”");
}

TEST(Merge, DoesNotAskForTheOrderOfFilesOrEntries) {
  const std::string tea =
      R"({"classes": [{"id": "tea", "any": ["tea"]}, {"id": "oat", "any": ["oat"]}]})";
  const std::string milk = R"({"classes": [{"id": "milk", "any": ["milk"]}]})";
  const std::string manifest = Manifest("house");
  const std::vector<File> one = {
      {"classes/a.json", tea}, {"classes/b.json", milk}, {"pack.json", manifest}};
  const std::vector<File> other = {one[2], one[1], one[0]};
  EXPECT_EQ(ReadPack(one, "p").pack.digest, ReadPack(other, "p").pack.digest);
  EXPECT_EQ(ReadPack(other, "p").pack.classes.at(2).id, "tea");
}

TEST(Merge, DigestTellsPacksApart) {
  const Loaded a =
      Layer("house", "classes/a.json", R"({"classes": [{"id": "tea", "any": ["tea"]}]})");
  const Loaded b =
      Layer("house", "classes/a.json", R"({"classes": [{"id": "tea", "any": ["tee"]}]})");
  EXPECT_NE(a.pack.digest, b.pack.digest);
}

TEST(Reading, TakesTheExamplePack) {
  const Loaded loaded =
      LoadFolder(std::string(AMENDS_SOURCE_DIR) + "/rules/examples/fernhill-outdoor");
  EXPECT_EQ(FormatAll(loaded.problems), "");
  EXPECT_EQ(loaded.pack.rules.size(), 3u);
  EXPECT_EQ(loaded.pack.classes.size(), 3u);
}

TEST(Reading, WithoutExamplesIsForTheBuiltInPack) {
  const std::string manifest = Manifest("base");
  const std::string rules =
      R"({"rules": [{"id": "tone/x", "severity": "info", "summary": "s",
      "on": {"reply": true}, "message": "m", "why": "w"}]})";
  const std::vector<File> files = {{"pack.json", manifest}, {"rules/tone.json", rules}};
  EXPECT_FALSE(ReadPack(files, "base").problems.empty());
  EXPECT_EQ(FormatAll(ReadPack(files, "base", {.examples = false}).problems), "");
}

TEST(Reading, KeepsTheRecordOfAnExample) {
  const Loaded merged =
      LayRules(R"({"id": "tone/calm", "extend": true, "examples": {"flag": [
      {"text": "No.", "context": [{"role": "customer", "text": "Why?"}], "kind": "notice",
       "facts": {"severity": 2, "failure": true}, "profile": "shop"}]}})");
  EXPECT_EQ(FormatAll(merged.problems), "");
  const Example& example = merged.pack.rules.at(0).flag.at(3);
  EXPECT_EQ(example.record,
            R"({"context":[{"role":"customer","text":"Why?"}],)"
            R"("facts":{"failure":true,"severity":2},"kind":"notice","text":"No."})");
  EXPECT_EQ(example.profile, "shop");
}

}  // namespace
}  // namespace amends::pack

// rules/pack.schema.json and the loader agree on what is well formed: the seed pack is
// mutated in every place, and both must say the same of each mutant.
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "amends/pack/loader.h"
#include "amends/pack/project_config.h"
#include "tests/support/pace.h"

namespace amends::pack {
namespace {

using nlohmann::json;
using Pointer = json::json_pointer;

const std::filesystem::path kRoot = AMENDS_SOURCE_DIR;

json ReadJson(const std::filesystem::path& path) {
  std::ifstream file(path);
  return json::parse(file);
}

class KindSchema {
 public:
  explicit KindSchema(const std::string& kind) {
    document_ = ReadJson(kRoot / "rules/pack.schema.json");
    document_.erase("anyOf");
    document_["allOf"] = json::array({{{"$ref", "#/definitions/" + kind}}});
    valijson::SchemaParser parser;
    parser.populateSchema(valijson::adapters::NlohmannJsonAdapter(document_), schema_);
  }

  bool Accepts(const json& value) const {
    valijson::Validator validator;
    return validator.validate(schema_, valijson::adapters::NlohmannJsonAdapter(value),
                              nullptr);
  }

 private:
  json document_;
  valijson::Schema schema_;
};

struct Mutant {
  std::string what;
  json value;
};

void CollectPointers(const json& value, const Pointer& at,
                     std::vector<Pointer>& pointers) {
  if (!at.empty()) pointers.push_back(at);
  if (value.is_array()) {
    for (size_t i = 0; i < value.size(); ++i) CollectPointers(value[i], at / i, pointers);
  } else if (value.is_object()) {
    for (const auto& [key, item] : value.items())
      CollectPointers(item, at / key, pointers);
  }
}

std::vector<json> OtherValues(const Pointer& at, const json& value) {
  std::vector<json> others = {nullptr, true,          false,         -1, 7, 1.5,
                              "",      json::array(), json::object()};
  // Whether a span stands in its text is no question of form.
  if (at.back() != "text" && at.back() != "span") others.emplace_back("No such word!");
  std::erase(others, value);
  return others;
}

std::vector<Mutant> Mutate(const json& seed) {
  std::vector<Pointer> pointers;
  CollectPointers(seed, Pointer(), pointers);
  std::vector<Mutant> mutants;
  for (const Pointer& at : pointers) {
    for (const json& other : OtherValues(at, seed[at])) {
      mutants.push_back({at.to_string() + " = " + other.dump(), seed});
      mutants.back().value[at] = other;
    }
    json& parent_left = mutants.emplace_back(Mutant{"without " + at.to_string(), seed})
                            .value[at.parent_pointer()];
    if (parent_left.is_array()) {
      parent_left.erase(std::stoul(at.back()));
    } else {
      parent_left.erase(at.back());
      json& parent = mutants.emplace_back(Mutant{"renamed " + at.to_string(), seed})
                         .value[at.parent_pointer()];
      parent[at.back() + "x"] = parent[at.back()];
      parent.erase(at.back());
    }
    if (seed[at].is_object()) {
      mutants.emplace_back(Mutant{"more in " + at.to_string(), seed}).value[at]["zzz"] =
          1;
    }
  }
  return mutants;
}

bool LoaderAccepts(const std::string& path, const json& value) {
  const std::string text = value.dump();
  if (path == "amends.json") return ReadConfig(path, text).problems.empty();
  const std::string manifest =
      ReadJson(kRoot / "tests/fixtures/packs/seed/pack.json").dump();
  std::vector<File> files = {{path, text}};
  if (path != "pack.json") files.push_back({"pack.json", manifest});
  return ReadPack(files, "seed").problems.empty();
}

struct Kind {
  const char* definition;
  const char* path;
};

const Kind kKinds[] = {{"pack", "pack.json"},
                       {"text-file", "text/words.json"},
                       {"classes-file", "classes/words.json"},
                       {"suppressors-file", "suppressors/idioms.json"},
                       {"moves-file", "moves/moves.json"},
                       {"rules-file", "rules/apology.json"},
                       {"profiles-file", "profiles/shop.json"}};

TEST(Schema, AgreesWithTheLoaderOnEveryMutant) {
  size_t count = 0;
  for (const auto& [definition, path] : kKinds) {
    const KindSchema schema(definition);
    const json seed = ReadJson(kRoot / "tests/fixtures/packs/seed" / path);
    EXPECT_TRUE(schema.Accepts(seed)) << path;
    EXPECT_TRUE(LoaderAccepts(path, seed)) << path;
    const std::vector<Mutant> mutants = Mutate(seed);
    for (size_t i = 0; i < mutants.size(); i += testing::kEvery) {
      const Mutant& mutant = mutants[i];
      EXPECT_EQ(schema.Accepts(mutant.value), LoaderAccepts(path, mutant.value))
          << path << ": " << mutant.what;
      ++count;
    }
  }
  EXPECT_GE(count, 2000u / testing::kEvery);
}

TEST(Schema, AgreesOnProjectFiles) {
  const json seed = json::parse(R"({"packs": ["./house"], "profile": "chat",
      "severities": {"tone": "off", "blame/you": "warning"},
      "parameters": {"tone/exclaim": {"most": 3}},
      "channels": {"chat": {"switches": {"voice": "i"}, "severities": {"tone": "hint"}}},
      "kinds": {"notice": {"parameters": {"tone/exclaim": {"most": 1}}}},
      "suppressions": [
        {"rule": "tone/exclaim", "match": "Yes!", "reason": "Ours.", "until": "2027-01-31"},
        {"fingerprint": "0123456789abcdef", "reason": "Settled."}]})");
  const KindSchema schema("project-file");
  EXPECT_TRUE(schema.Accepts(seed));
  for (const Mutant& mutant : Mutate(seed)) {
    EXPECT_EQ(schema.Accepts(mutant.value), LoaderAccepts("amends.json", mutant.value))
        << mutant.what;
  }
}

}  // namespace
}  // namespace amends::pack

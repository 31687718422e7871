// Every rule, move and suppressor of the packs as a test of its own: its examples hold,
// and it holds nothing that they do not need. The packs are read from their folders each
// time, so that an example that was just written is run without a build. Fails if there
// is nothing to run.
#include <cctype>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "amends/evaluation/rule_test.h"
#include "amends/pack/pack_template.h"
#include "tests/support/tables.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::evaluation {
namespace {

class EntryTest : public ::testing::Test {
 public:
  EntryTest(std::shared_ptr<const Bench> bench, std::vector<std::string> names)
      : bench_(std::move(bench)) {
    filter_.names = std::move(names);
  }

 private:
  void TestBody() override {
    const TestReport report = TestRules(*bench_, filter_);
    EXPECT_TRUE(report.passed()) << Format(report, bench_->sources());
  }

  std::shared_ptr<const Bench> bench_;
  TestFilter filter_;
};

class LoadTest : public ::testing::Test {
 public:
  explicit LoadTest(std::string problems) : problems_(std::move(problems)) {}

 private:
  void TestBody() override { FAIL() << problems_; }

  std::string problems_;
};

// Letters, digits and underlines only: anything else breaks --gtest_filter.
std::string TestName(std::string_view id) {
  std::string name;
  for (const char c : id) {
    name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  }
  return name;
}

class Suite {
 public:
  explicit Suite(std::string name) : name_(std::move(name)) {}

  // The examples of the core with the packs on top.
  void Register(const std::vector<std::filesystem::path>& packs) {
    EngineOptions options;
    options.core = testing::SourcePath("rules/en");
    options.packs = packs;
    try {
      bench_ = std::make_shared<const Bench>(options);
    } catch (const LoadError& error) {
      const std::string problems = error.what();
      Add("load", {options.core.string(), ""},
          [problems]() -> ::testing::Test* { return new LoadTest(problems); });
      return;
    }
    RegisterEntries();
  }

 private:
  void RegisterEntries() {
    const pack::Pack& pack = bench_->pack();
    std::vector<std::string> classes;
    for (const pack::ClassDef& each : pack.classes) {
      if (!each.match.empty() || !each.pass.empty())
        classes.push_back("{" + each.id + "}");
    }
    if (!classes.empty()) AddEntry("classes", {}, classes);
    for (const pack::Suppressor& each : pack.suppressors) {
      AddEntry(each.id, each.origin, {each.id});
    }
    for (const pack::Move& each : pack.moves) AddEntry(each.id, each.origin, {each.id});
    for (const pack::Rule& each : pack.rules) AddEntry(each.id, each.origin, {each.id});
  }

  void AddEntry(const std::string& id, const pack::Origin& origin,
                const std::vector<std::string>& names) {
    Add(id, origin, [bench = bench_, names]() -> ::testing::Test* {
      return new EntryTest(bench, names);
    });
  }

  template <typename Make>
  void Add(const std::string& id, const pack::Origin& origin, Make make) {
    std::string name = TestName(id);
    while (!used_.insert(name).second) name += "_";
    const int line = bench_ == nullptr ? 0 : bench_->sources().At(origin, "").line;
    ::testing::RegisterTest(name_.c_str(), name.c_str(), nullptr, nullptr,
                            origin.file.c_str(), line, make);
  }

  std::string name_;
  std::shared_ptr<const Bench> bench_;
  std::set<std::string> used_;
};

int Run() {
  Suite("core").Register({});
  Suite("with_fernhill_outdoor")
      .Register({testing::SourcePath("rules/examples/fernhill-outdoor")});
  const pack::TemporaryFolder place;
  const std::filesystem::path fresh = place.path() / "house";
  if (const auto problem = pack::WriteTemplate(fresh)) {
    std::fputs(pack::Format(*problem).c_str(), stderr);
    return 1;
  }
  Suite("with_a_new_pack").Register({fresh});
  return RUN_ALL_TESTS();
}

}  // namespace
}  // namespace amends::evaluation

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  return amends::evaluation::Run();
}

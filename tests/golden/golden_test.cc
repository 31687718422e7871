// Whole runs of the command. A folder here is a case: `cmd` is run by bash in a copy of
// the folder, beside `packs`, which leads to tests/fixtures/packs; `out`, `err` and
// `code` are what it must write, to the byte, and `after/NAME` what must stand in the
// file NAME afterwards. With AMENDS_GOLDEN_UPDATE set, what it writes becomes what it
// must write.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "tests/support/files.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

const fs::path kCases = fs::path(AMENDS_SOURCE_DIR) / "tests/golden";

void WriteFile(const fs::path& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::set<std::string> NamesIn(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.insert(entry.path().filename().string());
  }
  return names;
}

// A copy of the case to run in, removed afterwards.
class Arena {
 public:
  explicit Arena(const fs::path& folder)
      : path_(fs::temp_directory_path() /
              ("amends-golden-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(path_ / "work");
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().filename().string();
      const std::set<std::string> of_the_case = {"cmd", "out", "err", "code", "after"};
      if (of_the_case.contains(name)) continue;
      fs::copy(entry.path(), path_ / "work" / name,
               fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }
    fs::create_directory_symlink(fs::path(AMENDS_SOURCE_DIR) / "tests/fixtures/packs",
                                 path_ / "work/packs");
  }
  ~Arena() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  fs::path work() const { return path_ / "work"; }

  int Run(const fs::path& cmd) const {
    const std::string program = fs::path(AMENDS_COMMAND).parent_path().string();
    const std::string line = "cd '" + work().string() + "' && PATH='" + program +
                             "':\"$PATH\" LC_ALL=C.UTF-8 XDG_DATA_HOME='" +
                             (path_ / "data").string() + "' bash '" + cmd.string() +
                             "' </dev/null >../out 2>../err";
    const int status = std::system(line.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string out() const { return testing::ReadFile(path_ / "out"); }
  std::string err() const { return testing::ReadFile(path_ / "err"); }

 private:
  fs::path path_;
};

class GoldenCase : public ::testing::Test {
 public:
  explicit GoldenCase(fs::path folder) : folder_(std::move(folder)) {}

  void TestBody() override {
    const Arena arena(folder_);
    const std::set<std::string> before = NamesIn(arena.work());
    const std::string code = std::to_string(arena.Run(folder_ / "cmd")) + '\n';
    Expect("out", arena.out());
    Expect("err", arena.err());
    Expect("code", code);
    EXPECT_EQ(NamesIn(arena.work()), before) << "files were left behind";
    if (!fs::exists(folder_ / "after")) return;
    for (const std::string& name : NamesIn(folder_ / "after")) {
      Expect("after/" + name, testing::ReadFile(arena.work() / name));
    }
  }

 private:
  void Expect(const std::string& name, const std::string& actual) const {
    if (std::getenv("AMENDS_GOLDEN_UPDATE") != nullptr) {
      WriteFile(folder_ / name, actual);
    } else {
      EXPECT_EQ(actual, testing::ReadFile(folder_ / name)) << folder_ / name;
    }
  }

  fs::path folder_;
};

void RegisterCases() {
  std::vector<fs::path> folders;
  for (const auto& entry : fs::directory_iterator(kCases)) {
    if (fs::exists(entry.path() / "cmd")) folders.push_back(entry.path());
  }
  std::ranges::sort(folders);
  for (const fs::path& folder : folders) {
    std::string name = folder.filename().string();
    std::ranges::replace(name, '-', '_');
    ::testing::RegisterTest("Golden", name.c_str(), nullptr, nullptr, __FILE__, __LINE__,
                            [folder] { return new GoldenCase(folder); });
  }
}

TEST(GoldenCases, AreFound) {
  EXPECT_GE(::testing::UnitTest::GetInstance()->total_test_count(), 30);
}

}  // namespace
}  // namespace amends

int main(int argc, char** argv) {
  ::testing::InitGoogleTest(&argc, argv);
  amends::RegisterCases();
  return RUN_ALL_TESTS();
}

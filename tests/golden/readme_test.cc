// The README does what it says: every console block is run, command by command, and must
// print what stands below the command. A line “…” stands for any lines. A text block with
// a name is a file.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace amends {
namespace {

namespace fs = std::filesystem;

const fs::path kRoot = AMENDS_SOURCE_DIR;

using Lines = std::vector<std::string>;

struct Block {
  std::string head;  // what follows the three marks
  Lines lines;
};

Lines ReadLines(const fs::path& path) {
  std::ifstream in(path);
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

std::vector<Block> BlocksOf(const Lines& lines) {
  std::vector<Block> blocks;
  bool inside = false;
  for (const std::string& line : lines) {
    if (line.starts_with("```")) {
      inside = !inside;
      if (inside) blocks.push_back({line.substr(3), {}});
    } else if (inside) {
      blocks.back().lines.push_back(line);
    }
  }
  return blocks;
}

// Whether the lines are as told; “…” stands for any number of lines, or of characters at
// the end of one.
bool IsAsTold(const Lines& told, size_t t, const Lines& lines, size_t l) {
  static const std::string kAny = "…";
  if (t == told.size()) return l == lines.size();
  if (told[t] == kAny) {
    for (size_t at = l; at <= lines.size(); ++at) {
      if (IsAsTold(told, t + 1, lines, at)) return true;
    }
    return false;
  }
  if (l == lines.size()) return false;
  const bool open = told[t].ends_with(kAny);
  const std::string head = told[t].substr(0, told[t].size() - (open ? kAny.size() : 0));
  const bool same = open ? lines[l].starts_with(head) : lines[l] == head;
  return same && IsAsTold(told, t + 1, lines, l + 1);
}

class Readme : public ::testing::Test {
 protected:
  Readme()
      : place_(fs::temp_directory_path() /
               ("amends-readme-" + std::to_string(std::random_device{}()))) {
    fs::create_directories(place_);
  }
  ~Readme() override {
    std::error_code ignored;
    fs::remove_all(place_, ignored);
  }

  Lines OutputOf(const std::string& command) const {
    const std::string folder = fs::path(AMENDS_COMMAND).parent_path().string();
    std::ofstream(place_ / ".cmd") << command << "\n";
    const std::string line = "cd '" + place_.string() + "' && PATH='" + folder +
                             "':\"$PATH\" LC_ALL=C.UTF-8 XDG_DATA_HOME=\"$PWD/.data\" "
                             "bash .cmd </dev/null >.out 2>&1";
    if (std::system(line.c_str()) == -1) return {};
    return ReadLines(place_ / ".out");
  }

  fs::path place_;
};

TEST_F(Readme, CommandsPrintWhatItSays) {
  int commands = 0;
  for (const Block& block : BlocksOf(ReadLines(kRoot / "README.md"))) {
    if (block.head.starts_with("text ")) {
      std::ofstream file(place_ / block.head.substr(5));
      for (const std::string& line : block.lines) file << line << "\n";
    }
    if (block.head != "console") continue;
    for (size_t i = 0; i < block.lines.size();) {
      ASSERT_TRUE(block.lines[i].starts_with("$ ")) << block.lines[i];
      const std::string command = block.lines[i++].substr(2);
      Lines told;
      while (i < block.lines.size() && !block.lines[i].starts_with("$ ")) {
        told.push_back(block.lines[i++]);
      }
      const Lines output = OutputOf(command);
      ++commands;
      EXPECT_TRUE(IsAsTold(told, 0, output, 0)) << command << "\n"
                                                << ::testing::PrintToString(output);
    }
  }
  EXPECT_GE(commands, 5);
}

// The two commands that set everything up cannot be run from inside the second of them;
// that they are there and can be run is checked here, that they work by
// scripts/bootstrap-proof.
TEST_F(Readme, NamesScriptsAndPagesThatAreThere) {
  int scripts = 0;
  for (const Block& block : BlocksOf(ReadLines(kRoot / "README.md"))) {
    if (block.head != "sh") continue;
    for (const std::string& line : block.lines) {
      const fs::path script = kRoot / line.substr(0, line.find(' '));
      ++scripts;
      EXPECT_EQ(std::system(("test -x '" + script.string() + "' && bash -n '" +
                             script.string() + "'")
                                .c_str()),
                0)
          << line;
      if (const size_t blank = line.rfind(' '); blank != std::string::npos) {
        EXPECT_TRUE(fs::exists(kRoot / line.substr(blank + 1))) << line;
      }
    }
  }
  EXPECT_EQ(scripts, 2);
  for (const std::string& line : ReadLines(kRoot / "README.md")) {
    for (size_t at = 0; (at = line.find("](", at)) != std::string::npos; at += 2) {
      const std::string page = line.substr(at + 2, line.find(')', at) - at - 2);
      EXPECT_TRUE(fs::exists(kRoot / page)) << page;
    }
  }
}

}  // namespace
}  // namespace amends

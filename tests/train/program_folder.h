// The program as it is called, in a folder of its own that goes away afterwards.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>

#include <gtest/gtest.h>
#include <sys/wait.h>

#include "amends/training/progress.h"

namespace amends::testing {

class ProgramFolder : public ::testing::Test {
 protected:
  ProgramFolder()
      : folder_(std::filesystem::temp_directory_path() /
                ("amends-train-" + std::to_string(std::random_device{}()))) {
    std::filesystem::create_directories(folder_);
  }
  ~ProgramFolder() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  struct Run {
    int code = -1;
    std::string out;
    std::string err;
  };

  // In the folder, where the file of progress is data/amends/progress.sqlite.
  Run CallProgram(const std::string& arguments, const std::string& lines = "") const {
    std::ofstream(folder_ / "in", std::ios::binary) << lines;
    const std::string command = "cd '" + folder_.string() +
                                "' && XDG_DATA_HOME=\"$PWD/data\" USER=bo TZ=UTC '" +
                                AMENDS_COMMAND + "' " + arguments + " <in >out 2>err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, Read("out"), Read("err")};
  }

  std::string Read(const std::string& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  training::Progress KeptProgress() const {
    return training::Progress(folder_ / "data/amends/progress.sqlite");
  }

  std::filesystem::path folder_;
};

}  // namespace amends::testing

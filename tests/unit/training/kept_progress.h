// A file of progress in a folder of its own, and answers to put into it.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "amends/training/progress.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::training {

constexpr int64_t kStart = 1'770'000'000;

class KeptProgress {
 public:
  std::filesystem::path file() const { return folder_.path() / "data/progress.sqlite"; }
  Progress Open() const { return Progress(file()); }

  // Of all files that SQLite keeps there.
  std::string Bytes() const {
    std::string bytes;
    for (const auto& entry : std::filesystem::directory_iterator(file().parent_path())) {
      std::ifstream one(entry.path(), std::ios::binary);
      bytes.append(std::istreambuf_iterator<char>(one), {});
    }
    return bytes;
  }

 private:
  pack::TemporaryFolder folder_;
};

inline GradedAnswer AnswerOf(const std::string& person, const std::string& id,
                             int64_t at = kStart) {
  GradedAnswer answer;
  answer.id = id;
  answer.person = person;
  answer.exercise = "fake-apology/late-parcel";
  answer.kind = "rewrite";
  answer.at = at;
  answer.passed = true;
  answer.points = 85;
  answer.hints = 1;
  answer.seconds = 73;
  answer.set = "week-1";
  answer.grades = {{"fake-apology/but", Grade::kHard}, {"blame/you", Grade::kGood}};
  return answer;
}

}  // namespace amends::training

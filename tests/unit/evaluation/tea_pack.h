// The pack tests/fixtures/packs/tea, as it is or with some of its text put differently.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "amends/engine.h"
#include "tests/support/tables.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::evaluation {

inline std::filesystem::path TeaFolder() {
  return testing::SourcePath("tests/fixtures/packs/tea");
}

inline const Bench& Tea() {
  static const Bench bench = [] {
    EngineOptions options;
    options.core = TeaFolder();
    return Bench(options);
  }();
  return bench;
}

// A copy in which `to` stands for `from` in the file; both may be empty.
class ChangedTea {
 public:
  ChangedTea(const std::string& file, const std::string& from, const std::string& to) {
    std::filesystem::copy(TeaFolder(), folder(),
                          std::filesystem::copy_options::recursive);
    if (from.empty()) return;
    std::ifstream in(folder() / file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const size_t at = text.find(from);
    if (at == std::string::npos)
      throw std::runtime_error(file + " does not hold " + from);
    place_.Write("tea/" + file, text.replace(at, from.size(), to));
  }

  std::filesystem::path folder() const { return place_.path() / "tea"; }
  EngineOptions options() const {
    EngineOptions options;
    options.core = folder();
    return options;
  }

 private:
  pack::TemporaryFolder place_;
};

}  // namespace amends::evaluation

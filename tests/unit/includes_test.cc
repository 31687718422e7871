// Dependencies of src/amends point one way: a part may include itself and the parts above
// it in kParts, nothing below. Libraries of others are included only where kParts says
// so, never in a header. fmt, the standard library and the system's own headers may be
// used in every source.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace amends {
namespace {

namespace fs = std::filesystem;
using Texts = std::vector<std::string>;

struct Part {
  std::string name;  // a folder, or the stem of a file that lies in none
  Texts libraries;
};

const std::vector<Part> kParts = {
    {"storage", {}},
    {"text", {"ICU", "RE2"}},
    {"input", {"GMime", "Gumbo", "nlohmann"}},
    {"pack", {"nlohmann"}},
    {"match", {"RE2"}},
    {"conversation", {}},
    {"rules", {}},
    {"result", {}},
    {"suggest", {}},
    {"suppress", {}},
    {"coach", {}},
    {"engine", {}},
    {"report", {"nlohmann"}},
    {"presend", {}},
    {"languagetool", {"nlohmann"}},
    {"evaluation", {"nlohmann"}},
    {"incident", {"nlohmann"}},
    {"training", {"SQLiteC++", "nlohmann"}},
};

struct Library {
  std::string prefix;  // of the paths of its headers
  std::string name;
};

const std::vector<Library> kLibraries = {
    {"unicode/", "ICU"},         {"re2/", "RE2"},   {"nlohmann/", "nlohmann"},
    {"gmime/", "GMime"},         {"glib", "GMime"}, {"gumbo.h", "Gumbo"},
    {"SQLiteCpp/", "SQLiteC++"}, {"fmt/", "fmt"},
};

bool IsStandardOrSystem(const std::string& header) {
  static const std::regex shape(
      R"([a-z_0-9]+|sys/[a-z]+\.h|(unistd|fcntl|errno|poll|signal|time)\.h)");
  return std::regex_match(header, shape);
}

std::vector<Part>::const_iterator FindPart(std::string_view name) {
  return std::ranges::find(kParts, name, &Part::name);
}

// "text/words.h" belongs to text, "engine.h" to engine.
std::string PartOf(const fs::path& path_in_amends) {
  const fs::path first = *path_in_amends.begin();
  return (first == path_in_amends ? first.stem() : first).string();
}

// What the part `from` does wrong by including a file of ours, or nothing.
std::string ProblemWithOurs(const std::string& from, const std::string& included) {
  if (!included.starts_with("amends/")) return "no path from src: \"" + included + "\"";
  const std::string to = PartOf(included.substr(std::string_view("amends/").size()));
  if (FindPart(to) == kParts.end()) return to + " is no part in kParts";
  return FindPart(to) <= FindPart(from) ? "" : from + " may not include " + to;
}

// The same for a header that is not ours.
std::string ProblemWithOther(const std::string& from, const std::string& included,
                             bool in_header) {
  if (IsStandardOrSystem(included)) return "";
  if (in_header) return "a header may not include <" + included + ">";
  const auto library = std::ranges::find_if(
      kLibraries, [&](const Library& one) { return included.starts_with(one.prefix); });
  if (library == kLibraries.end()) return from + " may not include <" + included + ">";
  if (library->name == "fmt") return "";
  const Texts& allowed = FindPart(from)->libraries;
  return std::ranges::count(allowed, library->name) > 0
             ? ""
             : from + " may not include " + library->name;
}

// "path:line: problem" for each wrong include of the text of src/amends/path.
Texts ProblemsOf(const fs::path& path, std::istream& text) {
  static const std::regex include(R"re(\s*#\s*include\s*([<"])([^>"]+)[>"].*)re");
  const std::string part = PartOf(path);
  if (FindPart(part) == kParts.end()) return {path.string() + ": no part in kParts"};
  Texts problems;
  std::string line;
  for (int number = 1; std::getline(text, line); ++number) {
    std::smatch match;
    if (!std::regex_match(line, match, include)) continue;
    const std::string problem =
        match[1] == "\"" ? ProblemWithOurs(part, match[2])
                         : ProblemWithOther(part, match[2], path.extension() == ".h");
    if (!problem.empty()) {
      problems.push_back(path.string() + ":" + std::to_string(number) + ": " + problem);
    }
  }
  return problems;
}

TEST(Includes, PointOneWay) {
  const fs::path root = fs::path(AMENDS_SOURCE_DIR) / "src/amends";
  size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".h" && entry.path().extension() != ".cc") continue;
    ++files;
    std::ifstream text(entry.path());
    for (const std::string& problem :
         ProblemsOf(fs::relative(entry.path(), root), text)) {
      ADD_FAILURE() << "src/amends/" << problem;
    }
  }
  EXPECT_GT(files, 30u);
}

TEST(Includes, FindsPlantedViolations) {
  struct Row {
    const char* path;
    const char* text;
    Texts problems;
  };
  const Row rows[] = {
      {"text/words.cc",
       "#include \"amends/text/words.h\"\n\n#include \"amends/match/matcher.h\"\n",
       {"text/words.cc:3: text may not include match"}},
      {"match/matcher.cc", "#include \"amends/text/words.h\"\n#include <vector>\n", {}},
      {"rules/rule.cc",
       "# include  \"amends/engine.h\"  // why\n",
       {"rules/rule.cc:1: rules may not include engine"}},
      {"suggest/edit.h", "#include \"amends/result.h\"\n", {}},
      {"result.h",
       "#include \"amends/suggest/edit.h\"\n",
       {"result.h:1: result may not include suggest"}},
      {"engine.cc",
       "#include \"amends/report/text.h\"\n",
       {"engine.cc:1: engine may not include report"}},
      {"match/matcher.h",
       "#include <re2/re2.h>\n",
       {"match/matcher.h:1: a header may not include <re2/re2.h>"}},
      {"match/matcher.cc",
       "#include <re2/re2.h>\n#include <unicode/uchar.h>\n",
       {"match/matcher.cc:2: match may not include ICU"}},
      {"rules/rule.cc",
       "#include <nlohmann/json.hpp>\n",
       {"rules/rule.cc:1: rules may not include nlohmann"}},
      {"pack/loader.cc",
       "#include <CLI/CLI.hpp>\n",
       {"pack/loader.cc:1: pack may not include <CLI/CLI.hpp>"}},
      {"report/json.cc", "#include <fmt/format.h>\n#include <sys/stat.h>\n", {}},
      {"text/words.cc",
       "#include \"words.h\"\n",
       {"text/words.cc:1: no path from src: \"words.h\""}},
      {"text/words.cc",
       "#include \"amends/util/x.h\"\n",
       {"text/words.cc:1: util is no part in kParts"}},
      {"util/strings.h", "", {"util/strings.h: no part in kParts"}},
  };
  for (const Row& row : rows) {
    std::istringstream text(row.text);
    EXPECT_EQ(ProblemsOf(row.path, text), row.problems) << row.path << '\n' << row.text;
  }
}

}  // namespace
}  // namespace amends

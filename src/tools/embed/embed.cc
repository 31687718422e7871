// A step of the build, files as C++ source:
// - amends-embed core OUT.cc FOLDER FILE... writes the JSON files of a pack as
//   pack::CoreFiles(), in the order given, minified and without their examples;
// - amends-embed assets OUT.cc FOLDER FILE... writes files as they are as
// serve::Assets().
// PATH=FILE in place of a FILE says by what path it is to be found.
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace {

using Json = nlohmann::ordered_json;  // the order of keys stays

void DropExamples(Json& value) {
  if (value.is_object()) value.erase("examples");
  for (Json& child : value) {
    if (child.is_structured()) DropExamples(child);
  }
}

std::string Minified(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  try {
    Json json = Json::parse(file);
    DropExamples(json);
    return json.dump();
  } catch (const Json::exception& e) {
    throw std::runtime_error(path + ": " + e.what());
  }
}

// One literal in lines of a readable length. Octal escapes have a fixed length, so that
// no character after one can become a part of it; a question mark is escaped as well, for
// two of them could begin a trigraph.
std::string Literal(std::string_view text) {
  constexpr size_t kLine = 96;
  std::string out;
  for (size_t at = 0; at < text.size(); at += kLine) {
    out += "\n     \"";
    for (const char c : text.substr(at, kLine)) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\' || c == '?') {
        out += {'\\', c};
      } else if (byte >= 0x20 && byte < 0x7f) {
        out += c;
      } else {
        out += {'\\', static_cast<char>('0' + (byte >> 6)),
                static_cast<char>('0' + (byte >> 3 & 7)),
                static_cast<char>('0' + (byte & 7))};
      }
    }
    out += '"';
  }
  return out + "sv";
}

std::string Whole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path + ": cannot be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

// What is written of a file, and what the source is called.
struct Kind {
  std::string (*read)(const std::string& path);
  const char* header;
  const char* space;     // a namespace
  const char* type;      // of an entry: a path and bytes
  const char* function;  // that gives all of them
};

constexpr Kind kCore = {Minified, "amends/pack/core_pack.h", "amends::pack", "File",
                        "CoreFiles"};
constexpr Kind kAssets = {Whole, "tools/serve/assets.h", "amends::serve", "Asset",
                          "Assets"};

void Write(const Kind& kind, const std::string& out_path, const std::string& folder,
           std::span<char* const> files) {
  std::ofstream out(out_path, std::ios::binary);
  out << "// Made by src/tools/embed.\n// NOLINTBEGIN\n#include \"" << kind.header
      << "\"\n\n#include <array>\n\nnamespace " << kind.space
      << " {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n"
      << "constexpr std::array<" << kind.type << ", " << files.size()
      << "> kFiles = {{\n";
  for (const std::string argument : files) {
    const size_t equals = argument.find('=');
    const std::string path = argument.substr(0, equals);
    const std::string file =
        equals == std::string::npos ? path : argument.substr(equals + 1);
    out << "    {" << Literal(path) << "," << Literal(kind.read(folder + "/" + file))
        << "},\n";
  }
  out << "}};\n\n}  // namespace\n\nstd::span<const " << kind.type << "> "
      << kind.function << "() { return kFiles; }\n\n}  // namespace " << kind.space
      << "\n// NOLINTEND\n";
  if (!out.flush()) throw std::runtime_error(out_path + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char* const> arguments(argv, static_cast<size_t>(argc));
  const std::string_view kind = arguments.size() < 4 ? "" : arguments[1];
  if (kind != "core" && kind != "assets") {
    std::cerr << "usage: amends-embed core|assets OUT.cc FOLDER FILE...\n";
    return 2;
  }
  try {
    Write(kind == "core" ? kCore : kAssets, arguments[2], arguments[3],
          arguments.subspan(4));
    return 0;
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}

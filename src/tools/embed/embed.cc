// A step of the build: amends-embed OUT.cc FOLDER FILE... writes the JSON files of a pack
// as the C++ source of pack::CoreFiles(), in the order given, minified and without their
// examples.
#include <exception>
#include <fstream>
#include <iostream>
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
// no character after one can become a part of it.
std::string Literal(std::string_view text) {
  constexpr size_t kLine = 96;
  std::string out;
  for (size_t at = 0; at < text.size(); at += kLine) {
    out += "\n     \"";
    for (const char c : text.substr(at, kLine)) {
      const auto byte = static_cast<unsigned char>(c);
      if (c == '"' || c == '\\') {
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

void Write(const std::string& out_path, const std::string& folder,
           std::span<char* const> files) {
  std::string source =
      "// Made from rules/ by src/tools/embed.\n"
      "// NOLINTBEGIN\n"
      "#include \"amends/pack/core_pack.h\"\n\n"
      "#include <array>\n\n"
      "namespace amends::pack {\nnamespace {\n\n"
      "using namespace std::string_view_literals;\n\n"
      "constexpr std::array<File, " +
      std::to_string(files.size()) + "> kFiles = {{\n";
  for (const std::string file : files) {
    source +=
        "    {" + Literal(file) + "," + Literal(Minified(folder + "/" + file)) + "},\n";
  }
  source +=
      "}};\n\n}  // namespace\n\n"
      "std::span<const File> CoreFiles() { return kFiles; }\n\n"
      "}  // namespace amends::pack\n"
      "// NOLINTEND\n";
  std::ofstream out(out_path, std::ios::binary);
  out << source;
  if (!out.flush()) throw std::runtime_error(out_path + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  const std::span<char* const> arguments(argv, static_cast<size_t>(argc));
  if (arguments.size() < 3) {
    std::cerr << "usage: amends-embed OUT.cc FOLDER FILE...\n";
    return 2;
  }
  try {
    Write(arguments[1], arguments[2], arguments.subspan(3));
    return 0;
  } catch (const std::exception& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}

// Any form is answered: with matches that lie in the text it sent, or with a refusal.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "amends/languagetool/service.h"
#include "tests/fuzz/read_laws.h"

namespace {

using amends::fuzz::Require;
using amends::languagetool::Parameter;
using nlohmann::json;

const amends::Engine& TheEngine() {
  static const amends::Engine engine = [] {
    amends::EngineOptions options;
    options.core = AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny";
    return amends::Engine::Load(options);
  }();
  return engine;
}

// "name=value" a line, as it stands.
std::vector<Parameter> ParametersIn(std::string_view bytes) {
  std::vector<Parameter> parameters;
  while (!bytes.empty()) {
    const std::string_view line = bytes.substr(0, bytes.find('\x1E'));
    bytes.remove_prefix(std::min(bytes.size(), line.size() + 1));
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    parameters.push_back(
        {std::string(line.substr(0, equals)), std::string(line.substr(equals + 1))});
  }
  return parameters;
}

void CheckMatches(const json& answer) {
  int64_t last = 0;
  for (const json& match : answer.at("matches")) {
    const auto offset = match.at("offset").get<int64_t>();
    Require(offset >= last && match.at("length").get<int64_t>() >= 0);
    last = offset;
    Require(match.at("rule").at("category").contains("id"));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto answer =
      amends::languagetool::Respond(TheEngine(), {}, "/v2/check", ParametersIn(bytes));
  if (answer.status != 200) {
    Require(answer.status < 500 && answer.body.starts_with("Error: "));
    return 0;
  }
  const json read = json::parse(answer.body, nullptr, false);
  Require(!read.is_discarded());
  CheckMatches(read);
  return 0;
}

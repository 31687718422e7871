#include "tools/amends/project_suppressions.h"

#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

#include "amends/pack/project_edit.h"
#include "tools/amends/rewritten_file.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

std::string TextOf(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

size_t AddSuppressions(const fs::path& config, std::span<const Repair::Skipped> skipped) {
  std::string text = TextOf(config);
  size_t added = 0;
  for (const Repair::Skipped& each : skipped) {
    if (each.reason.empty()) continue;
    pack::Suppression suppression;
    suppression.rule = each.rule->id;
    suppression.fingerprint = each.fingerprint;
    suppression.reason = each.reason;
    std::optional<std::string> longer = pack::WithSuppression(text, suppression);
    if (!longer) {
      throw std::runtime_error(config.string() +
                               ": nothing was added: this is no project file as it is");
    }
    text = std::move(*longer);
    ++added;
  }
  if (added == 0) return 0;
  if (!fs::exists(config)) std::ofstream(config) << "{}\n";  // to be replaced at once
  Rewrite(config, text);
  return added;
}

}  // namespace amends

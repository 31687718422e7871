#include "amends/training/json_file.h"

#include <utility>

namespace amends::training {

std::optional<pack::Value> ReadJson(std::string_view text, pack::FileReport& report) {
  pack::ParsedJson parsed = pack::ParseJson(text);
  if (parsed.fault) report.AddFault(*parsed.fault);
  for (const pack::DuplicateKey& key : parsed.duplicates) {
    report.AddAtKey(key.pointer, "this key is there twice", "", key.occurrence);
  }
  return std::move(parsed.value);
}

}  // namespace amends::training

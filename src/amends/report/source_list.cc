#include "amends/report/source_list.h"

#include <string_view>

namespace amends::report {
namespace {

constexpr std::string_view kUnchecked = "(memory)";  // ends one nobody has checked

}  // namespace

std::string SourceList(const std::vector<std::string>& sources) {
  std::string list;
  for (const std::string& source : sources) {
    if (source.ends_with(kUnchecked)) continue;
    list += (list.empty() ? "" : ", ") + source;
  }
  return list;
}

}  // namespace amends::report

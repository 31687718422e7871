// JSON that other programs wrote not quite as they should.
#pragma once

#include <string>
#include <string_view>

namespace amends::input {

struct RepairedJson {
  std::string text;
  bool replaced = false;  // something was
};

// What is not UTF-8, and each \u escape that is half of a pair, becomes a replacement
// character; all else stays, so lines and columns do too.
RepairedJson RepairJson(std::string_view json);

}  // namespace amends::input

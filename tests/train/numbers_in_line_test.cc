#include "tools/train/numbers_in_line.h"

#include <optional>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace amends {
namespace {

using Numbers = std::optional<std::vector<size_t>>;

TEST(NumbersInLine, ReadsThemAsPeopleTypeThem) {
  struct Row {
    std::string_view line;
    Numbers numbers;
  };
  const Row rows[] = {{"3 1 2", {{2, 0, 1}}}, {" 3, 1 and 2. ", {{2, 0, 1}}},
                      {"1", {{0}}},           {"", {{}}},
                      {"0", std::nullopt},    {"4", std::nullopt},
                      {"1 1", std::nullopt},  {"one", std::nullopt},
                      {"1x", std::nullopt},   {"99999", std::nullopt}};
  for (const Row& row : rows) EXPECT_EQ(NumbersIn(row.line, 3), row.numbers) << row.line;
}

}  // namespace
}  // namespace amends

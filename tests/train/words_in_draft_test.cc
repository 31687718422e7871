#include "tools/train/words_in_draft.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

namespace amends {
namespace {

constexpr std::string_view kDraft =
    "I’m  sorry if you felt “let down”.\nSorry again; it’s\nour policy.";

// The words that were found, or what was said.
std::string Found(std::string_view words) {
  const auto found = FindWords(kDraft, words);
  if (const auto* said = std::get_if<std::string>(&found)) return *said;
  std::string all;
  for (const text::Span& span : std::get<std::vector<text::Span>>(found)) {
    all += "<" + std::string(kDraft.substr(span.start, span.length())) + ">";
  }
  return all;
}

TEST(WordsInDraft, AreFoundAsPeopleTypeThem) {
  struct Row {
    std::string_view words;
    std::string_view found;
  };
  const Row rows[] = {
      {"sorry if you", "<sorry if you>"},
      {"i'm sorry", "<I’m  sorry>"},
      {"\"let down\"", "<let down>"},
      {"“sorry if”", "<sorry if>"},
      {"IT'S OUR policy", "<it’s\nour policy>"},
      {"our policy|sorry if", "<sorry if><our policy>"},
      {" our policy | ", "<our policy>"},
      {"sorry", "“sorry” stands there more than once. Add the word before or after it."},
      {"sorry when",
       "“sorry when” does not stand there like that. Type the words as they are in the "
       "draft."},
      {"", "Type the words that you would mark."},
      {" | ", "Type the words that you would mark."},
  };
  for (const Row& row : rows) EXPECT_EQ(Found(row.words), row.found) << row.words;
}

}  // namespace
}  // namespace amends

#include "amends/input/markdown_reader.h"

#include <string>

#include <gtest/gtest.h>

#include "amends/input/markdown_text.h"
#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

TEST(Markdown, SaysWhatItSaysWithoutItsMarks) {
  struct Row {
    const char* markdown;
    const char* text;
  };
  const Row rows[] = {
      {"", ""},
      {"I'm **so** _very_ sorry.\n", "I'm so very sorry.\n"},
      {"***a*** b", "a b"},
      {"2 * 3 * 4", "2 * 3 * 4"},
      {"snake_case_name and *a", "snake_case_name and *a"},
      {"# Sorry #\n## Late\n#tag", "Sorry\nLate\n#tag"},
      {"See [our page](https://example.com/a_b_c) now", "See our page now"},
      {"![lamp](a.png) [a] (b)", "lamp [a] (b)"},
      {"\\*a\\* \\x", "*a* \\x"},
      {"`**a**` ``b`c``", "`**a**` ``b`c``"},
      {"a &amp; b&nbsp;c", "a & b\u00A0c"},
      {"- *a*\n1. b", "- a\n1. b"},
      {"```\n**a**\n```\n**b**", "```\n**a**\n```\nb"},
      {"> **a**\r\n", "> a\r\n"},
      {"**caf\u00E9 \U0001F600**", "caf\u00E9 \U0001F600"},
  };
  for (const Row& row : rows) EXPECT_EQ(ReadMarkdown(row.markdown).text, row.text);
}

TEST(Markdown, CodeAndQuotesAreLeftAlone) {
  struct Row {
    const char* markdown;
    const char* blocks;
  };
  const Row rows[] = {
      {"Hi Ana,\n\nIt is.\n\n> Broken?\n",
       "greeting(Hi Ana,\n\n)own(It is.\n\n)quoted(> Broken?\n)"},
      {"It is:\n\n    a = b\n    c\n\nIt is.\n",
       "own(It is:\n\n)code(    a = b\n    c\n\n)own(It is.\n)"},
      {"It is:\n    not code\n", ""},
      {"- One\n\n    more of it\n", ""},
      {"It is:\n~~~\nto the end\n", "own(It is:\n)code(~~~\nto the end\n)"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(ShowBlocks(ReadMarkdown(row.markdown)), row.blocks) << row.markdown;
  }
}

TEST(Markdown, EveryWordKnowsItsPlace) {
  const std::string markdown = "# Caf\u00E9\n\n**we** [say](x) &euro; \U0001F600 *so*\n";
  const MarkdownText read = ReadMarkdownText(markdown);
  for (const char* words : {"Caf\u00E9", "we", "say", "\U0001F600", "so"}) {
    const size_t at = read.text.find(words);
    ASSERT_NE(at, std::string::npos);
    const text::Span source =
        read.map.ToSource({static_cast<uint32_t>(at),
                           static_cast<uint32_t>(at + std::string_view(words).size())});
    EXPECT_EQ(markdown.substr(source.start, source.length()), words);
  }
}

TEST(Markdown, OnlyTouchedTextIsRewritten) {
  const auto replaced = [](const std::string& markdown, const char* words,
                           const char* insert) {
    const auto at = static_cast<uint32_t>(ReadMarkdown(markdown).text.find(words));
    const Replacement one = {
        {at, at + static_cast<uint32_t>(std::string_view(words).size())}, insert};
    return ReplaceInMarkdown(markdown, {&one, 1}).value_or("nothing");
  };
  EXPECT_EQ(replaced("**We** are [*very* sorry](x).\r\n", "We are very", "I am very"),
            "**I** am [*very* sorry](x).\r\n");
  EXPECT_EQ(replaced("We say", "We", "*I*"), "nothing");
}

TEST(Markdown, SignsWithoutEndHurtNobody) {
  for (const char* sign : {"*", "_", "[", "`", "![", "**a", "[a](", "&", "> "}) {
    std::string many;
    for (int i = 0; i < 50'000; ++i) many += sign;
    EXPECT_FALSE(ReadMarkdown(many).text.empty());
  }
}

}  // namespace
}  // namespace amends::input

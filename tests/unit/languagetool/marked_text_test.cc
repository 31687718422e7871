#include "amends/languagetool/marked_text.h"

#include <string>
#include <variant>

#include <gtest/gtest.h>

namespace amends::languagetool {
namespace {

TEST(MarkedText, PutsWordsTogetherAndKeepsTheirPlaces) {
  struct Row {
    const char* data;
    const char* source;
    const char* text;
    const char* word;  // of the text
    text::Span place;  // of the word in the source
  };
  const Row rows[] = {
      {R"({"text": "so sorry"})", "so sorry", "so sorry", "sorry", {3, 8}},
      {R"({"text": ""})", "", "", "", {0, 0}},
      {R"({"annotation": []})", "", "", "", {0, 0}},
      {R"({"annotation": [{"text": "so "}, {"markup": "<b>"}, {"text": "sorry"}]})",
       "so <b>sorry",
       "so sorry",
       "sorry",
       {6, 11}},
      {R"({"annotation": [{"markup": "<p>", "interpretAs": "\n\n"}, {"text": "Hi"}]})",
       "<p>Hi",
       "\n\nHi",
       "Hi",
       {3, 5}},
      {R"({"annotation": [{"text": "don"}, {"markup": "&#39;", "interpretAs": "'"},
          {"text": "t"}]})",
       "don&#39;t",
       "don't",
       "don't",
       {0, 9}},
      {R"({"annotation": [{"markup": "<br>"}, {"markup": "<hr>", "interpretAs": null}]})",
       "<br><hr>",
       "",
       "",
       {0, 0}},
      {R"({"annotation": [{"text": "a", "markup": null}, {"markup": "", "interpretAs": "b"},
          {"text": "c"}]})",
       "ac",
       "abc",
       "c",
       {1, 2}},
      {R"({"text": "😀 sorry", "metaData": null})",
       "😀 sorry",
       "😀 sorry",
       "sorry",
       {5, 10}},
      {R"({"text": "half \ud83d of a pair"})",
       "half \uFFFD of a pair",
       "half \uFFFD of a pair",
       "pair",
       {14, 18}},
      {R"({"text": "whole \ud83d\ude00"})", "whole 😀", "whole 😀", "😀", {6, 10}},
      {"{\"text\": \"bad \xE2\x82 byte\"}",
       "bad \uFFFD\uFFFD byte",
       "bad \uFFFD\uFFFD byte",
       "byte",
       {11, 15}},
      // Where Markdown quotes.
      {R"({"annotation": [{"text": "Hi"}, {"markup": "\n\n> ", "interpretAs": "\n\n"},
          {"text": "so"}, {"markup": "\n\n", "interpretAs": "\n\n"}, {"text": "sorry"}]})",
       "Hi\n\n> so\n\nsorry",
       "Hi\n\n> so\n\nsorry",
       "so",
       {6, 8}},
      {R"({"annotation": [{"markup": ">> ", "interpretAs": ""}, {"text": "so"}]})",
       ">> so",
       "> so",
       "so",
       {3, 5}},
      {R"({"annotation": [{"text": "a"}, {"markup": " > "}, {"text": "b"}]})",
       "a > b",
       "ab",
       "b",
       {4, 5}},
      {R"({"annotation": [{"markup": "<p\n>", "interpretAs": "\n"}, {"text": "b"}]})",
       "<p\n>b",
       "\nb",
       "b",
       {4, 5}},
      {R"({"text": "a", "more": {"x": [[[[[[1]]]]]]}})", "a", "a", "a", {0, 1}},
  };
  for (const Row& row : rows) {
    const auto read = ReadData(row.data);
    ASSERT_TRUE(std::holds_alternative<Data>(read))
        << row.data << ": " << std::get<Refusal>(read).message;
    const MarkedText& text = std::get<Data>(read).text;
    EXPECT_EQ(text.source, row.source) << row.data;
    EXPECT_EQ(text.text, row.text) << row.data;
    const auto at = static_cast<uint32_t>(text.text.find(row.word));
    const auto end = static_cast<uint32_t>(at + std::string(row.word).size());
    EXPECT_EQ(text.map.ToSource({at, end}), row.place) << row.data;
  }
}

TEST(MarkedText, RefusesWhatCannotBeMeant) {
  struct Row {
    const char* data;
    const char* message;
  };
  const Row rows[] = {
      {"", "'data': this is no JSON"},
      {"text", "'data': this is no JSON"},
      {R"({"text": "a")", "'data': this is no JSON"},
      {"[]", "'data': this is no JSON object"},
      {"{}", "'data': set 'text' or 'annotation'"},
      {R"({"text": "a", "annotation": []})",
       "'data': set only 'text' or 'annotation', not both"},
      {R"({"text": 1})", "'data': 'text' is no text"},
      {R"({"annotation": {}})", "'data': 'annotation' is no list"},
      {R"({"annotation": ["a"]})", "'data': item 0 of 'annotation' is no object"},
      {R"({"annotation": [{"text": "a"}, {}]})",
       "'data': item 1 of 'annotation' has neither 'text' nor 'markup'"},
      {R"({"annotation": [{"text": "a", "markup": "b"}]})",
       "'data': item 0 of 'annotation' has both 'text' and 'markup'; use two items"},
      {R"({"annotation": [{"text": "a", "interpretAs": "b"}]})",
       "'data': item 0 of 'annotation' has 'interpretAs', which only 'markup' may have"},
      {R"({"annotation": [{"interpretAs": "b"}]})",
       "'data': item 0 of 'annotation' has neither 'text' nor 'markup'"},
      {R"({"annotation": [{"markup": 7}]})",
       "'data': item 0 of 'annotation' has a 'markup' that is no text"},
      {R"({"text": "a", "metaData": "b"})", "'data': 'metaData' is no object"},
  };
  for (const Row& row : rows) {
    const auto read = ReadData(row.data);
    ASSERT_TRUE(std::holds_alternative<Refusal>(read)) << row.data;
    EXPECT_EQ(std::get<Refusal>(read), (Refusal{400, row.message})) << row.data;
  }
}

TEST(MarkedText, TakesDeepAndLongDataInItsStride) {
  const std::string deep(1'000'000, '[');
  EXPECT_TRUE(std::holds_alternative<Refusal>(ReadData(deep)));
  const std::string closed = deep + std::string(deep.size(), ']');
  EXPECT_TRUE(
      std::holds_alternative<Data>(ReadData("{\"text\": \"a\", \"x\": " + closed + "}")));
  const std::string bad(1'000'000, '\x80');
  EXPECT_EQ(MarkedText::Plain(bad).source.size(), 3 * bad.size());
}

// What a browser or Java makes of the same bytes (the Unicode standard's “maximal
// subparts”), or positions would differ.
TEST(MarkedText, ReplacesBadBytesAsClientsDo) {
  struct Row {
    const char* bytes;
    const char* text;
  };
  const Row rows[] = {
      {"a\x80z", "a\uFFFDz"},
      {"a\xF0\x9F\x98z", "a\uFFFDz"},
      {"a\xE2\x82", "a\uFFFD"},
      {"a\xC0\xAFz", "a\uFFFD\uFFFDz"},
      {"a\xED\xA0\x80z", "a\uFFFD\uFFFD\uFFFDz"},
      {"é😀", "é😀"},
  };
  for (const Row& row : rows) EXPECT_EQ(MarkedText::Plain(row.bytes).text, row.text);
}

}  // namespace
}  // namespace amends::languagetool

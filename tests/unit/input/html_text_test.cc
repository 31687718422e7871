#include "amends/input/html_text.h"

#include <string>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

TEST(HtmlToText, SaysWhatTheHtmlSays) {
  struct Row {
    const char* html;
    const char* text;
  };
  const Row rows[] = {
      {"", ""},
      {"Hi", "Hi"},
      {"  <p>One\n  line</p>\n<p>and <b>more</b>.</p> ", "One line\n\nand more."},
      {"a<br>b<br/>c<BR />d", "a\nb\nc\nd"},
      {"a<br><br><br>b", "a\n\nb"},
      {"<div>a</div><div>b</div>", "a\nb"},
      {"<div>a</div><div><br></div><div>b</div>", "a\n\nb"},
      {"<div>a<br></div><div>b</div>", "a\nb"},
      {"<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"},
      {"<tr><td>a</td><td>b</td></tr><tr><td>c", "a b\n\nc"},
      {"a &amp; b &lt;c&gt; &eacute;&#8217;&#x1F600;", "a & b <c> é’😀"},
      {"&amp;lt;", "&lt;"},
      {"a&nbsp;b", "a\u00A0b"},
      {"a < b <3 </ <>", "a < b <3 </ <>"},
      {"<!DOCTYPE html><html><head><title>No</title><style>p > a {}</style></head>"
       "<body>Hi<!-- <p>no</p> --></body></html>",
       "Hi"},
      {"<script>if (a < b) document.write('<p>no</p>')</script>Hi<script>no", "Hi"},
      {"<a href=\"x>y\" title='>'>link</a>", "link"},
      {"<a href=it's>link</a>", "link"},
      {"<p>Hi</p><blockquote>Late!<br>Again!<blockquote>a</blockquote></blockquote>"
       "<p>Bye",
       "Hi\n>\n> Late!\n> Again!\n>\n> a\n\nBye"},
      {"<blockquote>a</blockquote>", "> a"},
      {"</blockquote>a", "a"},
      {"a<p", "a"},
      {"a<!-- b", "a"},
      {"a<", "a<"},
  };
  for (const Row& row : rows) EXPECT_EQ(HtmlToText(row.html), row.text) << row.html;
}

TEST(HtmlToText, IsNotHurtByNesting) {
  std::string open;
  std::string quotes;
  for (int i = 0; i < 200'000; ++i) {
    open += "<b id=" + std::to_string(i) + ">";
    quotes += "<blockquote>";
  }
  EXPECT_EQ(HtmlToText(open + "Hi"), "Hi");
  EXPECT_EQ(HtmlToText(quotes + "Hi"), "> Hi");
}

}  // namespace
}  // namespace amends::input

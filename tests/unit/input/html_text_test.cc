#include "amends/input/html_text.h"

#include <string>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

TEST(HtmlText, SaysWhatTheHtmlSays) {
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
      {"<tr><td>a</td><td>b</td></tr><tr><td>c", "a\n\nb\n\nc"},
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
      {"<p style=\"display: none\">No<p>Yes", "Yes"},
      {"<div style='mso-hide:all'><div>No</div>No</div>Yes", "Yes"},
      {"<span hidden>No</span>Yes<input hidden>!", "Yes!"},
      {"<span style=\"max-height:0;overflow:hidden\">No</span>Yes", "Yes"},
      {"<pre>a\n  b\n\n\nc</pre>d", "a\n  b\n\n\nc\n\nd"},
      {"<pre>\na\r\nb</pre>", "a\nb"},
      {"<blockquote style=\"margin:0 0 0 40px;border:none\">a</blockquote>b", "a\n\nb"},
      {"<blockquote type=cite style=\"border:none\">a</blockquote>b", "> a\n\nb"},
      {"a&#32;b&#10;c&nbsp", "a b c\u00A0"},
      {"&notit; &zz; & &; &#; &#0;", "¬it; &zz; & &; &#; \uFFFD"},
      {"<![if !mso]>a<![endif]><o:p></o:p>b", "ab"},
      {"a<", "a<"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(ReadHtmlText(row.html).text, row.text) << row.html;
}

TEST(HtmlText, IsNotHurtByNesting) {
  std::string open;
  std::string quotes;
  for (int i = 0; i < 200'000; ++i) {
    open += "<b id=" + std::to_string(i) + ">";
    quotes += "<blockquote>";
  }
  EXPECT_EQ(ReadHtmlText(open + "Hi").text, "Hi");
  EXPECT_EQ(ReadHtmlText(quotes + "Hi").text, "> Hi");
}

TEST(HtmlText, EveryWordKnowsItsPlace) {
  const std::string html =
      "<p>Dear&nbsp;Zo\u00EB \U0001F600,</p>\n<p>I&#39;m  <b>so</b> sorry &amp; sad<br>\n"
      "today.</p><blockquote>Late &lt;again&gt;\n\u00E0 5&euro;</blockquote>";
  const HtmlText read = ReadHtmlText(html);
  EXPECT_EQ(
      read.text,
      "Dear\u00A0Zo\u00EB \U0001F600,\n\nI'm so sorry & sad\ntoday.\n>\n> Late <again> "
      "\u00E0 5€");
  struct Row {
    const char* words;
    const char* source;
  };
  const Row rows[] = {
      {"Dear", "Dear"},
      {"\u00A0", "&nbsp;"},
      {"r\u00A0Z", "r&nbsp;Z"},
      {"Zo\u00EB", "Zo\u00EB"},
      {"\U0001F600", "\U0001F600"},
      {"I'm", "I&#39;m"},
      {"m so", "m  <b>so"},
      {"sorry", "sorry"},
      {"&", "&amp;"},
      {"sad\ntoday", "sad<br>\ntoday"},
      {"<again>", "&lt;again&gt;"},
      {"\u00E0 5€", "\u00E0 5&euro;"},
  };
  for (const Row& row : rows) {
    const std::string_view words = row.words;
    const size_t at = read.text.find(words);
    ASSERT_NE(at, std::string::npos) << words;
    const text::Span source = read.map.ToSource(
        {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())});
    EXPECT_EQ(html.substr(source.start, source.length()), row.source);
  }
}

TEST(HtmlText, HintsAtSignaturesAndCode) {
  const HtmlText read = ReadHtmlText(
      "<div>Hi</div><div class=\"gmail_signature\"><div>Ana</div>Shop</div>Yes"
      "<pre><code>a = b</code></pre>No");
  std::string shown;
  for (const StructureHint& hint : read.hints) {
    shown += "[" + read.text.substr(hint.span.start, hint.span.length()) + "]";
  }
  EXPECT_EQ(shown, "[Ana\nShop][a = b]");
}

}  // namespace
}  // namespace amends::input

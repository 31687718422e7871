#include "amends/input/html_reader.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

TEST(Html, IsReadInBlocksAndTurns) {
  struct Row {
    const char* html;
    const char* blocks;
    const char* turns;
  };
  const Row rows[] = {
      {"<div>Hi Ana,</div><div><br></div><div>It is.</div><div><br></div><div>-- "
       "<br></div>"
       "<div class=\"gmail_signature\">Jo</div><br><div class=\"gmail_quote\"><div "
       "class=\"gmail_attr\">On Mon, Apr 2, 2012 at 6:26 PM Ana &lt;<a "
       "href=\"mailto:a@example.com\">a@example.com</a>&gt; wrote:<br></div><blockquote "
       "class=\"gmail_quote\"><div>Broken!</div></blockquote></div>",
       "greeting(Hi Ana,\n\n)own(It is.\n\n)signature(--\nJo\n\n)header(On Mon, Apr 2, "
       "2012 "
       "at 6:26 PM Ana <a@example.com> wrote:\n)quoted(>\n> Broken!)",
       "customer(at 2012-04-02T18:26: Broken!)"},
      {"<p>It is.</p><hr><div id=\"divRplyFwdMsg\"><b>From:</b> Ana<br><b>Sent:</b> "
       "Monday, "
       "April 2, 2012 6:26 PM<br><b>To:</b> Shop<br><b>Subject:</b> "
       "Lamp</div><p>Broken!</p>",
       "own(It is.\n\n)header(From: Ana\nSent: Monday, April 2, 2012 6:26 PM\nTo: "
       "Shop\nSubject: Lamp\n\n)quoted(Broken!)",
       "customer(at 2012-04-02T18:26: Broken!)"},
      {"<p class=MsoNormal>Hi Ana,<o:p></o:p></p><p><o:p>&nbsp;</o:p></p><p>It is.</p>"
       "<p>Regards,</p><p>Jo</p><div style='border-top:solid #E1E1E1 "
       "1.0pt'><p><b>From:</b> "
       "Ana<br><b>Sent:</b> 2 April 2012<br><b>To:</b> "
       "Jo</p></div><p>&nbsp;</p><p>Broken!",
       "greeting(Hi Ana,\n\n\u00A0\n\n)own(It is.\n\n)closing(Regards,\n\nJo\n\n)header("
       "From: Ana\nSent: 2 April 2012\nTo: Jo\n\n\u00A0\n\n)quoted(Broken!)",
       "customer(at 2012-04-02: Broken!)"},
      {"It is.<div>Sent from my iPhone</div><blockquote type=\"cite\"><div>On 2 Apr "
       "2012, "
       "at 16:19, Ana &lt;ana@example.com&gt; "
       "wrote:</div><br><div>Broken!</div></blockquote>",
       "own(It is.\n)signature(Sent from my iPhone\n)quoted(>\n)header(> On 2 Apr "
       "2012, at 16:19, Ana <ana@example.com> wrote:\n)quoted(>\n> Broken!)",
       "customer(at 2012-04-02T16:19: Broken!)"},
      {"<div class=\"moz-cite-prefix\">On 25/04/2012 16:19, Ana "
       "wrote:<br></div><blockquote "
       "type=\"cite\"><pre>Broken!\n\nAna\n</pre></blockquote><p>It is.</p><pre "
       "class=\"moz-signature\">-- \nJo</pre>",
       "header(On 25/04/2012 16:19, Ana wrote:\n)quoted(>\n> Broken!\n>\n> "
       "Ana\n)own(\nIt "
       "is.\n\n)signature(-- \nJo)",
       "customer(at 2012-04-25T16:19: Broken!\n\nAna)"},
      {"<div>It is.</div><div id=\"yahoo_quoted_1\"><div>On Monday, April 2, 2012 at "
       "06:26:00 PM GMT+1, Ana &lt;ana@example.com&gt; "
       "wrote:</div><div><br></div>Broken!",
       "own(It is.\n)header(On Monday, April 2, 2012 at 06:26:00 PM GMT+1, Ana "
       "<ana@example.com> wrote:\n\n)quoted(Broken!)",
       "customer(at 2012-04-02T18:26:00+01:00: Broken!)"},
      {"<pre>It is.\n\n-- \nJo</pre>", "own(It is.\n\n)signature(-- \nJo)", ""},
      {"<p>Run this:</p><pre><code>a = b\n</code></pre><p>It is.</p>",
       "own(Run this:\n\n)code(a = b\n\n)own(It is.)", ""},
  };
  for (const Row& row : rows) {
    const Conversation conversation = ReadHtml(row.html);
    EXPECT_EQ(ShowBlocks(conversation), row.blocks) << row.html;
    EXPECT_EQ(ShowTurns(conversation), row.turns) << row.html;
  }
}

TEST(Html, IsReadInItsCharset) {
  using std::string_literals::operator""s;
  EXPECT_EQ(ReadHtml("caf\u00E9").text, "caf\u00E9");
  EXPECT_EQ(ReadHtml("\xEF\xBB\xBF"
                     "caf\u00E9")
                .text,
            "caf\u00E9");
  EXPECT_EQ(ReadHtml("\xFF\xFE<\0p\0>\0\xE9\0"s).text, "\u00E9");
  EXPECT_EQ(ReadHtml("<meta charset=\"iso-8859-1\">caf\xE9").text, "caf\u00E9");
  EXPECT_EQ(ReadHtml("<meta content='text/html; charset=iso-8859-2'>\xB1").text,
            "\u0105");
  EXPECT_EQ(ShowNotes(ReadHtml("caf\xE9")), "the page does not say its charset");
}

TEST(Html, OnlyTouchedTextIsRewritten) {
  struct Row {
    const char* html;
    const char* words;
    const char* insert;
    const char* written;
  };
  const Row rows[] = {
      {"<p class=x>We&rsquo;re  sorry.</P>", "We’re", "I’m",
       "<p class=x>I’m  sorry.</P>"},
      {"<p>We <b>are</b> sorry", "We are", "I am", "<p>I <b>am</b> sorry"},
      {"<p>We're <b>very</b> sorry", "We're very sorry", "I'm sorry",
       "<p>I'm<b></b> sorry"},
      {"<p>Fish &amp; chips", "Fish & chips", "Cod & chips", "<p>Cod &amp; chips"},
      {"<p>Fish", "Fish", "<Cod> & co", "<p>&lt;Cod&gt; &amp; co"},
      {"<!-- x --><P>we\n  say", "we say", "I say", "<!-- x --><P>I\n  say"},
      {"a<br>b", "a\nb", "ab", "ab<br>"},
      {"\U0001F600 we \u00E9", "we", "I", "\U0001F600 I \u00E9"},
      {"<meta charset=iso-8859-1>caf\xE9 we", "we", "…I",
       "<meta charset=iso-8859-1>caf\xE9 &#8230;I"},
  };
  for (const Row& row : rows) {
    const std::string text = ReadHtml(row.html).text;
    const auto at = static_cast<uint32_t>(text.find(row.words));
    const Replacement one = {
        {at, at + static_cast<uint32_t>(std::string_view(row.words).size())}, row.insert};
    EXPECT_EQ(ReplaceInHtml(row.html, {&one, 1}).value_or(""), row.written) << row.html;
  }
}

TEST(Html, NothingIsRewrittenOutOfOrderOrBeyondTheEnd) {
  const Replacement beyond = {{1, 3}, "b"};
  EXPECT_EQ(ReplaceInHtml("<p>ab", {&beyond, 1}), std::nullopt);
  const Replacement backwards[] = {{{1, 2}, "x"}, {{0, 1}, "y"}};
  EXPECT_EQ(ReplaceInHtml("<p>ab", backwards), std::nullopt);
}

TEST(Html, HugeAndDeepIsReadToTheEnd) {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<div><blockquote><span hidden><b>";
  EXPECT_EQ(ReadHtml(deep + "Hi").text, "");
  std::string open;
  for (int i = 0; i < 100'000; ++i) open += "<div><table><tr><td>";
  EXPECT_EQ(ReadHtml(open + "Hi").text, "Hi");
  std::string entities;
  for (int i = 0; i < 20'000; ++i) entities += "&#" + std::to_string(i + 1000) + ";";
  EXPECT_EQ(ReadHtml(entities).text.size() > 20'000, true);
}

}  // namespace
}  // namespace amends::input

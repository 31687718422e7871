#include "amends/input/email_rewriter.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/input/email_reader.h"
#include "amends/input/transfer_encoding.h"

namespace amends::input {
namespace {

using std::string_literals::operator""s;

constexpr const char* kUtf8 = "Content-Type: text/plain; charset=utf-8\n";
constexpr const char* kLatin1 = "Content-Type: text/plain; charset=iso-8859-1\n";
constexpr const char* kPrintable = "Content-Transfer-Encoding: quoted-printable\n";
constexpr const char* kBase64 = "Content-Transfer-Encoding: base64\n";
constexpr const char* kNothing = "nothing";

std::string SorryMail(const std::string& headers, const std::string& body) {
  return "Subject: Sorry\n" + headers + "\n" + body;
}

// Replaces what is first found of `from` in the text of the mail.
std::string Replaced(const std::string& mail, const std::string& from,
                     const std::string& to) {
  const size_t at = ReadEmail(mail).text.find(from);
  if (at == std::string::npos) return "“" + from + "” is not there";
  const Replacement one = {
      {static_cast<uint32_t>(at), static_cast<uint32_t>(at + from.size())}, to};
  return ReplaceInEmail(mail, {&one, 1}).value_or(kNothing);
}

struct EmailRewriterRow {
  std::string headers;
  std::string body;
  std::string from;
  std::string to;
  std::string rewritten;  // body
};

void CheckRewritten(const EmailRewriterRow& row) {
  const std::string rewritten =
      Replaced(SorryMail(row.headers, row.body), row.from, row.to);
  EXPECT_EQ(rewritten,
            row.rewritten == kNothing ? kNothing : SorryMail(row.headers, row.rewritten));
}

TEST(EmailRewriter, EditsPlainBodiesInPlace) {
  const EmailRewriterRow rows[] = {
      {"", "We are sorry.\r\n> a\r\n", "We are", "I am", "I am sorry.\r\n> a\r\n"},
      {"", "We are", "We are", "", ""},
      {"", "a\nb\nc", "a\nb\n", "d", "dc"},
      {"", "We’re sorry.\n", "We’re", "I’m", "I’m sorry.\n"},
      {"", "We're sorry.\n", "We're", "I’m", kNothing},
      {kUtf8, "We're sorry.\n", "We're", "I’m", kNothing},
      {kUtf8, "Café. We're.\n", "We're", "I’m", "Café. I’m.\n"},
      {kUtf8 + "Content-Transfer-Encoding: 8bit\n"s, "We're\n", "We're", "I’m", "I’m\n"},
      {kUtf8, "a\xE9 we\n", "we", "I", "a\xE9 I\n"},
      {kLatin1, "Caf\xE9, we\n", "we", "très", "Caf\xE9, tr\xE8s\n"},
      {kLatin1, "Caf\xE9, we\n", "we", "I’m", kNothing},
      {kLatin1, "We\x92re\nCaf\xE9\n", "We’re", "I’m", "I\x92m\nCaf\xE9\n"},
      {kLatin1, "Caf\xE9, we\n", "we", "\xE9", kNothing},
      {"Content-Type: text/plain; charset=windows-1252\n", "a\x81z\nwe\n", "we", "I",
       "a\x81z\nI\n"},
      {"Content-Type: text/plain; charset=windows-1252\n", "a\x81z we\n", "we", "I",
       kNothing},
      {"Content-Type: text/plain; charset=iso-2022-jp\n",
       "\x1B$B%F%9%H\x1B(B we\n\x1B$B%F\x1B(B\n", "we", "テ",
       "\x1B$B%F%9%H\x1B(B \x1B$B%F\x1B(B\n\x1B$B%F\x1B(B\n"},
  };
  for (const EmailRewriterRow& row : rows) CheckRewritten(row);
}

TEST(EmailRewriter, RewritesOnlyTheTouchedLinesOfQuotedPrintable) {
  const std::string odd =
      "=63af=C3=A9 is=20open\n";  // not as this program would write it
  const std::string utf8 = kUtf8 + std::string(kPrintable);
  const EmailRewriterRow rows[] = {
      {utf8, odd + "We are sorry.\n" + odd, "We are", "I’m",
       odd + "I=E2=80=99m sorry.\n" + odd},
      {utf8, odd + "We are =\nsorry.\n" + odd, "We are", "I’m",
       odd + "I=E2=80=99m =\nsorry.\n" + odd},
      {utf8, "We are =\nvery =\nsorry.\n", "are very", "am so", "We am so =\nsorry.\n"},
      {utf8, "Sorry =\nvery =\nmuch\n", "very ", "", "Sorry =\nmuch\n"},
      {utf8, "We are=20\nsorry\n", "We are", "I’m", "I=E2=80=99m=20\nsorry\n"},
      {utf8, "We=\r\n are\r\nnow\r\n", "We", "I", "I=\r\n are\r\nnow\r\n"},
      {utf8, "a=0Ab we\nc\n", "we", "=", "a\nb =3D\nc\n"},
      {utf8, "a\nb\nc\n", "a\nb", "d", "d\nc\n"},
      {utf8, "a\nb\nc\n", "a\n", "d", "db\nc\n"},
      {utf8, "a\nb\nc\n", "a", "d\n", "d\n\nb\nc\n"},
      {utf8, "no end", "end", "é", "no =C3=A9"},
      {utf8, "no end=", "end", "é", "no =C3=A9"},
      {utf8, "It=E2=80=\n=99s we\n", "we", "I", "It=E2=80=\n=99s I\n"},
      {utf8, "It=E2=80=\n=99s we\n", "It’s", "It is", "It is we\n"},
      {"Content-Type: text/plain; charset=gb2312\n" + std::string(kPrintable),
       "=C4=\n=E3 we\nx\n", "we", "好", "=C4=E3 =BA=C3\nx\n"},
      {"Content-Type: text/plain; charset=iso-2022-jp\n" + std::string(kPrintable),
       "=1B$B%F=\n%9%H=1B(B we\n", "we", "テ", "=1B$B%F%9%H=1B(B =1B$B%F=1B(B\n"},
      {kLatin1 + std::string(kPrintable), "Caf=E9 =\nwe =\nx\n", "we", "I",
       "Caf=E9 =\nI =\nx\n"},
      {kLatin1 + std::string(kPrintable), "Caf=E9 we\n", "we", "I’m", kNothing},
      {kPrintable, "Sorry, we\n", "we", "é", kNothing},
      {utf8, "we\n", "we",
       "a line that is longer than the seventy-six characters a line of it may ever have",
       "a line that is longer than the seventy-six characters a line of it may ever=\n"
       " have\n"},
      {utf8, "we =\nsorry\n", "we ",
       "a line that is longer than the seventy-six characters a line of it may ever "
       "have ",
       "a line that is longer than the seventy-six characters a line of it may ever=\n"
       " have =\nsorry\n"},
  };
  for (const EmailRewriterRow& row : rows) CheckRewritten(row);
}

TEST(EmailRewriter, WritesBase64Anew) {
  const std::string utf8 = kUtf8 + std::string(kBase64);
  const EmailRewriterRow rows[] = {
      {utf8, "V2UgYXJlIHNvcnJ5Lgo=\n\n", "We are", "I’m", "SeKAmW0gc29ycnkuCg==\n\n"},
      {utf8, "V2UgYXJl\r\nIHNvcnJ5Lgo=", "We are", "I am", "SSBhbSBzb3JyeS4K"},
      {utf8, "V2U=\r\n", "We",
       "a line that is longer than fifty-seven bytes takes two lines",
       "YSBsaW5lIHRoYXQgaXMgbG9uZ2VyIHRoYW4gZmlmdHktc2V2ZW4gYnl0ZXMgdGFrZXMgdHdvIGxp\r\n"
       "bmVz\r\n"},
      {"Content-Type: text/plain; charset=utf-16le\n" + std::string(kBase64),
       "VwBlAA==\n", "We", "é", "6QA=\n"},
  };
  for (const EmailRewriterRow& row : rows) CheckRewritten(row);
}

TEST(EmailRewriter, LeavesTheOtherPartsAlone) {
  const std::string before =
      "Content-Type: multipart/mixed; boundary=b\r\n\r\nPreamble we\r\n--b\r\n"
      "Content-Type: text/html\r\n\r\n<p>we</p>\r\n--b\r\n\r\n";
  const std::string after =
      "\r\n--b\r\nContent-Type: text/plain\r\n\r\nwe\r\n--b--\r\nEpilogue we\r\n";
  EXPECT_EQ(Replaced("Subject: we\r\n" + before + "Sorry, we" + after, "we", "I"),
            "Subject: we\r\n" + before + "Sorry, I" + after);
}

TEST(EmailRewriter, HtmlIsChangedWhereItIsTheDraft) {
  EXPECT_EQ(
      Replaced(SorryMail("Content-Type: text/html\n", "<p class=we>we</p>"), "we", "I"),
      SorryMail("Content-Type: text/html\n", "<p class=we>I</p>"));
  const std::string encoded =
      "Content-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: "
      "quoted-printable\n";
  EXPECT_EQ(
      Replaced(SorryMail(encoded, "<p class=3D\"a\">caf=C3=A9 <b>we</b>=\n say</p>\n"),
               "we say", "I’d say"),
      SorryMail(encoded, "<p class=3D\"a\">caf=C3=A9 <b>I=E2=80=99d</b>=\n say</p>\n"));
  EXPECT_EQ(
      Replaced(SorryMail("Content-Type: text/html; charset=us-ascii\n", "<p>we</p>"),
               "we", "I’d"),
      SorryMail("Content-Type: text/html; charset=us-ascii\n", "<p>I&#8217;d</p>"));
}

std::string Twins(const std::string& plain, const std::string& html) {
  return "Subject: Sorry\nContent-Type: multipart/alternative; boundary=b\n\n"
         "--b\nContent-Type: text/plain\n\n" +
         plain + "\n--b\nContent-Type: text/html\n\n" + html + "\n--b--\n";
}

TEST(EmailRewriter, HtmlThatSaysTheSameIsChangedAsWell) {
  EXPECT_EQ(Replaced(Twins("Today we\nare sorry.", "<p>Today we <i>are</i> sorry.</p>"),
                     "we\nare", "I\nam"),
            Twins("Today I\nam sorry.", "<p>Today I <i>am</i> sorry.</p>"));
  EXPECT_EQ(Replaced(Twins("Oh, we know. And we know.", "<p>Oh, we know.<p>And we know."),
                     "we", "I"),
            Twins("Oh, I know. And we know.", "<p>Oh, I know.<p>And we know."));
  EXPECT_EQ(Replaced(Twins("Today we are sorry.", "<p>Look at the picture.</p>"),
                     "we are", "I am"),
            kNothing);
}

TEST(EmailRewriter, LinesJoinedInsideOfWordsAreWrittenBack) {
  const std::string flowed = "Content-Type: text/plain; format=flowed; delsp=yes\n";
  EXPECT_EQ(
      Replaced(SorryMail(flowed, "Oh to \nday  \nwe are.\n"), "today we", "today I"),
      SorryMail(flowed, "Oh to \nday  \nI are.\n"));
}

TEST(EmailRewriter, SoftLineEndsStay) {
  const std::string flowed = "Content-Type: text/plain; format=flowed\n";
  EXPECT_EQ(Replaced(SorryMail(flowed, " From \ntoday \nwe are.  \n> a \n> b\n"),
                     "today we", "today I"),
            SorryMail(flowed, " From \ntoday \nI are.  \n> a \n> b\n"));
  EXPECT_EQ(Replaced(SorryMail(flowed, "Today we \nare \nsorry.\n"), "we are sorry",
                     "I am sorry"),
            SorryMail(flowed, "Today I \nam \nsorry.\n"));
}

TEST(EmailRewriter, MarksOfAMailboxStay) {
  const std::string postmark = "From a@b Mon Apr  2 18:26:00 2012\n";
  const std::string marked = ">From today we are.\n>>From x\n\n> From we\n";
  EXPECT_EQ(Replaced(postmark + SorryMail("", marked), "today we", "today I"),
            postmark + SorryMail("", ">From today I are.\n>>From x\n\n> From we\n"));
  EXPECT_EQ(Replaced(postmark + SorryMail("", "On\nwe are.\n"), "On\nwe", "On\nFrom us"),
            postmark + SorryMail("", "On\n>From us are.\n"));
  EXPECT_EQ(Replaced(postmark + SorryMail("", "From us we are.\n"), "we", "I"),
            postmark + SorryMail("", "From us I are.\n"));
  EXPECT_EQ(Replaced(postmark + SorryMail("", "From us we are.\n>From x\n"), "we", "I"),
            kNothing);
}

TEST(EmailRewriter, CharsetOfThePageIsKept) {
  const std::string html = "Content-Type: text/html\nContent-Transfer-Encoding: 8bit\n";
  EXPECT_EQ(Replaced(SorryMail(html,
                               "<meta charset=iso-8859-2><p>we \xB3\xF3"
                               "d\xBC"),
                     "we", "my ł"),
            SorryMail(html,
                      "<meta charset=iso-8859-2><p>my \xB3 \xB3\xF3"
                      "d\xBC"));
}

TEST(EmailRewriter, DoesNothingRatherThanHarm) {
  const std::string parts =
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwe\n--b--\n";
  struct Harm {
    std::string mail;
    std::string to;
  };
  const Harm rows[] = {
      {"Subject: a\n" + parts, "\n--b\nContent-Type: text/plain\n\n"},  // a new part
      {"Subject: a\nContent-Type: multipart/signed; boundary=s; micalg=pgp-sha1;\n"
       " protocol=\"application/pgp-signature\"\n\n--s\n" +
           parts + "--s\nContent-Type: application/pgp-signature\n\nx\n--s--\n",
       "I"},
      {SorryMail("Content-Transfer-Encoding: x-uuencode\n",
                 "begin 644 a\n\"=V4`\n`\nend\n"),
       "I"},
  };
  for (const Harm& row : rows) EXPECT_EQ(Replaced(row.mail, "we", row.to), kNothing);
  // No mail, and then one.
  EXPECT_EQ(Replaced("we\nSubject: a\n\nHi.", "we", "To: b"), kNothing);
}

TEST(EmailRewriter, TakesSeveralReplacements) {
  const std::string mail = SorryMail(kUtf8 + std::string(kPrintable),
                                     "one =\ntwo three\nfour\nfive =\nsix\nseven\n");
  const std::string text = ReadEmail(mail).text;
  std::vector<Replacement> replacements;
  for (const char* word : {"one", "three", "four\nfive", "six", "seven"}) {
    const auto at = static_cast<uint32_t>(text.find(word));
    const auto length = static_cast<uint32_t>(std::string_view(word).size());
    replacements.push_back({{at, at + length}, "é"});
  }
  EXPECT_EQ(ReplaceInEmail(mail, replacements),
            SorryMail(kUtf8 + std::string(kPrintable),
                      "=C3=A9 =\ntwo =C3=A9\n=C3=A9 =\n=C3=A9\n=C3=A9\n"));
  std::swap(replacements[0], replacements[1]);
  EXPECT_EQ(ReplaceInEmail(mail, replacements), std::nullopt);
  EXPECT_EQ(ReplaceInEmail(mail, {}), mail);
}

TEST(EmailRewriter, InsertsAnywhere) {
  struct Insertion {
    const char* body;
    uint32_t at;
    const char* rewritten;
  };
  const Insertion rows[] = {
      {"a =\nb\nc\n", 0, "+a =\nb\nc\n"}, {"a =\nb\nc\n", 2, "a =\n+b\nc\n"},
      {"a =\nb\nc\n", 3, "a =\nb+\nc\n"}, {"a =\nb\nc\n", 4, "a =\nb\n+c\n"},
      {"a =\nb\nc\n", 6, "a =\nb\nc\n+"}, {"a", 1, "a+"},
  };
  for (const Insertion& row : rows) {
    const Replacement one = {{row.at, row.at}, "+"};
    EXPECT_EQ(ReplaceInEmail(SorryMail(kPrintable, row.body), {&one, 1}),
              SorryMail(kPrintable, row.rewritten));
  }
}

TEST(EmailRewriter, OfATextWithoutHeadersIsThatOfPlainText) {
  EXPECT_EQ(Replaced("Hi Ana,\n\nwe", "we", "I’m"), "Hi Ana,\n\nI’m");
}

TEST(QuotedPrintable, HasNoLongLineAndLosesNothing) {
  for (size_t length = 0; length < 200; ++length) {
    for (const char* unit : {"a", "é", " ", "=", "a \r\n", "\r"}) {
      std::string bytes;
      while (bytes.size() < length) bytes += unit;
      for (const bool goes_on : {false, true}) {
        const std::string encoded = EncodeQuotedPrintable(bytes, "\r\n", goes_on);
        EXPECT_EQ(DecodeTransfer(TransferEncoding::kQuotedPrintable, encoded), bytes);
        size_t column = 0;
        for (const char c : encoded) {
          column = c == '\n' ? 0 : column + (c == '\r' ? 0 : 1);
          EXPECT_LE(column, 76u);
        }
      }
    }
  }
}

}  // namespace
}  // namespace amends::input

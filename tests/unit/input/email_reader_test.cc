#include "amends/input/email_reader.h"

#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

using std::string_literals::operator""s;

constexpr const char* kHeaders = "From: ana@example.com\nSubject: Sorry if late\n";

std::string Mail(const std::string& headers, const std::string& body) {
  return kHeaders + headers + "\n" + body;
}

TEST(Email, TextIsDecoded) {
  struct Row {
    const char* headers;
    std::string body;
    const char* text;
  };
  const Row rows[] = {
      {"", "I’m sorry.\n", "I’m sorry.\n"},
      {"", "I'm sorry.\r\nAna\r\n", "I'm sorry.\r\nAna\r\n"},
      {"", "no end", "no end"},
      {"", "\n\nblank lines first\n", "\n\nblank lines first\n"},
      {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n",
       "Café\n", "Café\n"},
      {"Content-Type: text/plain; charset=UTF-8\n"
       "Content-Transfer-Encoding: quoted-printable\n",
       "Caf=C3=A9 is =\nopen =3D now=20\nAna\n", "Café is open = now \nAna\n"},
      {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n",
       "Q2Fmw6kg\naXMgb3Bl\nbi4K\n", "Café is open.\n"},
      {"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n",
       "Caf\xE9\n", "Café\n"},
      {"Content-Type: text/plain; charset=iso-8859-1\n", "I\x92m sorry\n", "I’m sorry\n"},
      {"Content-Type: text/plain; charset=\"Windows-1252\"\n", "I\x92m sorry\n",
       "I’m sorry\n"},
      {"Content-Type: text/plain; charset=shift_jis\n", "\x83\x65\x83\x58\x83\x67\n",
       "テスト\n"},
      {"Content-Type: text/plain; charset=iso-2022-jp\n", "\x1B$B%F%9%H\x1B(B ok\n",
       "テスト ok\n"},
      {"Content-Type: text/plain; charset=utf-8; format=flowed\n",
       "a line that \nflows\n", "a line that flows\n"},
      {"Content-Type: nonsense\n", "Still text.\n", "Still text.\n"},
      {"Content-Type: text/plain\nContent-Transfer-Encoding: x-unknown\n", "As is.\n",
       "As is.\n"},
  };
  for (const Row& row : rows) {
    const Conversation conversation = ReadEmail(Mail(row.headers, row.body));
    EXPECT_EQ(conversation.text, row.text) << row.headers;
    EXPECT_EQ(conversation.part, 0);
    EXPECT_EQ(conversation.channel, Channel::kEmail);
    if (std::string_view(row.headers).find("nonsense") == std::string_view::npos) {
      EXPECT_EQ(ShowNotes(conversation), "") << row.headers;
    }
  }
}

constexpr const char* kPlain = "Content-Type: text/plain\n\n";
constexpr const char* kHtml = "Content-Type: text/html\n\n";

std::string Multipart(const std::string& kind, std::initializer_list<std::string> parts) {
  std::string mail = "Content-Type: multipart/" + kind + "; boundary=" + kind + "\n\n";
  for (const std::string& part : parts) mail += "--" + kind + "\n" + part + "\n";
  return mail + "--" + kind + "--\n";
}

TEST(Email, FirstPlainPartThatIsNoAttachmentIsTheText) {
  struct Row {
    std::string mail;  // below the headers of a mail
    const char* text;
    int part;
  };
  const std::string attached =
      "Content-Type: text/plain\nContent-Disposition: attachment; filename=a.txt\n\nNo.";
  const std::string picture = "Content-Type: image/png\n\nNo.";
  const std::string enclosed = "Content-Type: message/rfc822\n\n" +
                               Multipart("parallel", {kPlain + "No."s, "\nNo."});
  const Row rows[] = {
      {Multipart("mixed", {kPlain + "Hi."s, kPlain + "No."s}), "Hi.", 0},
      {Multipart("mixed", {attached, kPlain + "Hi."s}), "Hi.", 1},
      {Multipart("mixed", {picture, attached, kPlain + "Hi."s}), "Hi.", 2},
      {Multipart("mixed", {enclosed, kPlain + "Hi."s}), "Hi.", 1},
      {Multipart("alternative", {kHtml + "<p>No."s, kPlain + "Hi."s}), "Hi.", 1},
      {Multipart("mixed", {Multipart("related", {picture, picture}),
                           Multipart("alternative", {kPlain + "Hi."s, kHtml + "No."s}),
                           kPlain + "No."s}),
       "Hi.", 2},
      {Multipart("mixed", {"\nHi."}), "Hi.", 0},
      {Multipart("mixed",
                 {"Content-Type: text/plain\nContent-Disposition: inline\n\nHi."}),
       "Hi.", 0},
      {Multipart("mixed", {"Content-Type: text/calendar\n\nNo.", kPlain + "Hi."s}), "Hi.",
       1},
  };
  for (const Row& row : rows) {
    const Conversation conversation = ReadEmail(kHeaders + row.mail);
    EXPECT_EQ(conversation.text, row.text) << row.mail;
    EXPECT_EQ(conversation.part, row.part) << row.mail;
    EXPECT_EQ(ShowNotes(conversation), "") << row.mail;
  }
}

TEST(Email, HtmlIsReadWhereThereIsNothingElse) {
  const Conversation conversation = ReadEmail(
      kHeaders + Multipart("mixed", {"Content-Type: text/html; charset=iso-8859-1\n"
                                     "Content-Transfer-Encoding: quoted-printable\n\n"
                                     "<p>Caf=E9 &amp; bar</p><blockquote>Late!"}));
  EXPECT_EQ(conversation.text, "Café & bar\n>\n> Late!");
  EXPECT_EQ(ShowTurns(conversation), "customer(Late!)");
  EXPECT_EQ(ShowNotes(conversation), "");
}

TEST(Email, QuotedLinesAndSignatureAreLeftAlone) {
  const Conversation conversation =
      ReadEmail(Mail("Content-Transfer-Encoding: quoted-printable\n",
                     "I'm sorry.\n--=20\nAna\n\nOn Monday Bo wrote:\n> It =\nbroke.\n"));
  EXPECT_EQ(ShowBlocks(conversation),
            "own(I'm sorry.\n)signature(-- \nAna\n\n)"
            "header(On Monday Bo wrote:\n)quoted(> It broke.\n)");
  EXPECT_EQ(ShowTurns(conversation), "customer(It broke.)");
}

TEST(Email, HeadersTellWhoIsTheAgent) {
  const std::string headers =
      "From: =?utf-8?q?Zo=C3=AB?= Meyer <zoe@shop.example>\nTo: Ana Lee "
      "<ana@example.com>\nSubject: a\n\n";
  struct Row {
    const char* attribution;
    const char* turns;
  };
  const Row rows[] = {
      {"On 2 Apr 2012, Ana Lee <ana@example.com> wrote:", "customer(at 2012-04-02: a)"},
      {"On 2 Apr 2012, Zo\u00EB Meyer wrote:", "agent(at 2012-04-02: a)"},
      {"On 2 Apr 2012, <ZOE@shop.example> wrote:", "agent(at 2012-04-02: a)"},
      {"On 2 Apr 2012, Jo <jo@shop.example> wrote:", "agent(at 2012-04-02: a)"},
      {"On 2 Apr 2012, Zo\u00EB wrote:", "customer(at 2012-04-02: a)"},
  };
  for (const Row& row : rows) {
    const std::string body = "Yes.\n\n" + std::string(row.attribution) + "\n> a\n";
    EXPECT_EQ(ShowTurns(ReadEmail(headers + body)), row.turns) << row.attribution;
  }
  const std::string inside = "From: a@shop.example\nTo: b@shop.example\n\n";
  EXPECT_EQ(ShowTurns(ReadEmail(inside + "On 2 Apr 2012, b@shop.example wrote:\n> a\n")),
            "customer(at 2012-04-02: a)");
}

TEST(Email, WhatIsForwardedIsSaidSo) {
  const std::string body = "See below.\n\nFrom: Ana\nSent: 2 Apr 2012\nTo: Shop\n\na\n";
  EXPECT_EQ(ShowBlocks(ReadEmail("From: a@b\nSubject: Fwd: Lamp\n\n" + body)),
            "own(See below.\n\n)header(From: Ana\nSent: 2 Apr 2012\nTo: "
            "Shop\n\n)forwarded(a\n)");
  const std::string only = "From: b\nTo: c\nDate: 2012-04-02\n\nd\n";
  EXPECT_EQ(ShowBlocks(ReadEmail("Subject: a\n\n" + only)).substr(0, 7), "header(");
}

TEST(Email, SoftLineEndsAreJoined) {
  struct Row {
    const char* body;
    const char* text;
  };
  const Row rows[] = {
      {"I am \nsorry.\n", "I am sorry.\n"},
      {"I am \r\nsorry. \r\n\r\nIt is.\r\n", "I am sorry. \r\nIt is.\r\n"},
      {"I am\nsorry.\n", "I am\nsorry.\n"},
      {"> My lamp \n> is late. \nIt is.\n", "> My lamp is late. \nIt is.\n"},
      {"> a \n>> b \n> c\n", "> a \n>> b \n> c\n"},
      {"It is.\n-- \nAna \nShop\n", "It is.\n-- \nAna Shop\n"},
      {" From here \n on it is.\n", "From here on it is.\n"},
      {" > 5 is more.\n", " > 5 is more.\n"},
      {"I am ", "I am "},
      {"", ""},
  };
  for (const Row& row : rows) {
    const Conversation read =
        ReadEmail(Mail("Content-Type: text/plain; format=flowed\n", row.body));
    EXPECT_EQ(read.text, row.text);
    const size_t word = read.text.find("sorry");
    if (word == std::string::npos) continue;
    const text::Span span = {static_cast<uint32_t>(word),
                             static_cast<uint32_t>(word) + 5};
    const text::Span source = read.source.ToSource(span);
    EXPECT_EQ(std::string(row.body).substr(source.start, source.length()), "sorry");
  }
}

TEST(Email, CharsetOfHtmlMayStandInThePage) {
  struct Row {
    const char* type;
    const char* html;
    const char* text;
    const char* note;
  };
  const char* unknown = "the mail does not say its charset; read as Windows-1252";
  const Row rows[] = {
      {"",
       "<meta charset=\"iso-8859-2\"><p>\xB3\xF3"
       "d\xBC.",
       "łódź.", ""},
      {"",
       "<head><META http-equiv=Content-Type content='text/html; "
       "charset=windows-1251'></head>\xE4\xE0",
       "да", ""},
      {"", "<meta charset=iso-2022-jp>\x1B$B%F%9%H\x1B(B", "テスト", ""},
      {"; charset=iso-8859-1", "<meta charset=iso-8859-2>Caf\xE9", "Café", ""},
      {"", "<meta charset=iso-8859-2>Café", "Café", ""},
      {"", "<meta charset=utf-16>Hi", "Hi", ""},
      {"", "<p>Caf\xE9", "Café", unknown},
  };
  for (const Row& row : rows) {
    const Conversation read = ReadEmail(
        Mail(std::string("Content-Type: text/html") + row.type + "\n", row.html));
    EXPECT_EQ(read.text, row.text) << row.html;
    EXPECT_EQ(ShowNotes(read), row.note) << row.html;
  }
}

TEST(Email, MarksOfAMailboxAreNoQuotation) {
  const std::string body = "From Ana I know.\n>From Bo too.\n> From here.\n";
  const std::string marked = ">From Ana I know.\n>>From Bo too.\n> From here.\n";
  const std::string postmark = "From a@b Mon Apr  2 18:26:00 2012\n";
  EXPECT_EQ(ReadEmail(postmark + Mail("", marked)).text, body);
  EXPECT_EQ(ReadEmail(Mail("", marked)).text, marked);
  EXPECT_EQ(ReadEmail(postmark + Mail("Content-Transfer-Encoding: quoted-printable\n",
                                      ">From =41na=\n I know.\n"))
                .text,
            "From Ana I know.\n");
}

TEST(Email, LinesBrokenInsideOfWordsAreJoined) {
  EXPECT_EQ(ReadEmail(Mail("Content-Type: text/plain; format=flowed; delsp=yes\n",
                           "Oh to \nday  \n we are.\n> la \n> te\n-- \nAna \n"))
                .text,
            "Oh today we are.\n> late\n-- \nAna \n");
}

TEST(Email, BlankPlainTextLeavesTheFloorToHtml) {
  EXPECT_EQ(ReadEmail("Subject: a\n" +
                      Multipart("alternative", {kPlain + " \n"s, kHtml + "<p>Hi."s}))
                .text,
            "Hi.");
}

TEST(Email, WhatIsBrokenIsNoted) {
  struct Row {
    std::string mail;
    const char* text;
    const char* note;
  };
  const char* early = "the mail ends too early";
  const Row rows[] = {
      {"", "", "no headers of a mail; read as plain text"},
      {"Hello Ana,\n\nsorry.\n", "Hello Ana,\n\nsorry.\n",
       "no headers of a mail; read as plain text"},
      {Mail("", ""), "", "the text of the mail is empty"},
      {Mail("", "\n \n"), "\n \n", "the text of the mail is empty"},
      {"Subject: Hi", "", "the mail ends too early | the text of the mail is empty"},
      {Mail("Hello\n", "Hi."), "Hi.", "a line among the mail's headers is no header"},
      {Mail("Content-Type: nonsense\n", "Hi."), "Hi.",
       "a part of the mail does not say properly what it holds"},
      {Mail("Content-Type: image/png\n", "x"), "", "the mail has no part with text"},
      {Mail("Content-Type: multipart/mixed\n", "Hi."), "",
       "the parts of the mail are not told apart | the mail has no part with text"},
      {Mail("Content-Type: multipart/mixed; boundary=b\n", "--b\n\nHi."), "Hi.", early},
      {Mail("Content-Type: text/plain; charset=x-klingon\n", "Hi."), "Hi.",
       "unknown charset “x-klingon”; read as UTF-8"},
      {Mail("Content-Type: text/plain; charset=x-klingon\n", "Caf\xE9"), "Café",
       "unknown charset “x-klingon”; read as Windows-1252"},
      {Mail("", "Caf\xE9"), "Café",
       "the mail does not say its charset; read as Windows-1252"},
      {Mail("Content-Type: text/plain; charset=us-ascii\n", "Caf\xE9"), "Café",
       "the mail does not say its charset; read as Windows-1252"},
      {Mail("Content-Type: text/plain; charset=windows-1252\n", "a\x81z"), "a\uFFFDz",
       "bytes that mean nothing in windows-1252 were replaced"},
      {Mail("Content-Type: text/plain; charset=shift_jis\n", "a\x83"), "a\uFFFD",
       "bytes that mean nothing in shift_jis were replaced"},
      {Mail("Content-Type: text/plain; charset=utf-8\n", "a\xE9z"), "a\xE9z", ""},
      {Mail("Content-Transfer-Encoding: base64\n", "****"), "",
       "the text of the mail is empty"},
      {Mail("", "a\0b"s), "a\0b", ""},
      {"From ana@example.com Mon Mar  2 10:00:00 2026\n" + Mail("", "Hi."), "Hi.", ""},
  };
  for (const Row& row : rows) {
    const Conversation conversation = ReadEmail(row.mail);
    EXPECT_EQ(conversation.text.substr(0, std::string_view(row.text).size()), row.text)
        << row.mail;
    EXPECT_EQ(ShowNotes(conversation), row.note) << row.mail;
  }
}

TEST(Email, NestingHurtsNobody) {
  std::string parts = kHeaders;
  std::string mails = kHeaders;
  for (int i = 0; i < 10'000; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    parts += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary +
             "\n";
    mails += "Content-Type: message/rfc822\n\n";
  }
  const char* note =
      "the mail ends too early | the parts of the mail are nested too deep; the inner "
      "ones "
      "are not read | the mail has no part with text";
  EXPECT_EQ(ShowNotes(ReadEmail(parts + kPlain + "Hi.")), note);
  const Conversation conversation = ReadEmail(mails + kPlain + "Hi.");
  EXPECT_EQ(conversation.text, "");
  std::string wide = kHeaders + "Content-Type: multipart/mixed; boundary=b\n\n"s;
  for (int i = 0; i < 10'000; ++i) wide += "--b\nContent-Type: image/png\n\nx\n";
  wide += "--b\n\nHi.\n--b--\n";
  EXPECT_EQ(ReadEmail(wide).text, "Hi.");
  EXPECT_EQ(ReadEmail(wide).part, 10'000);
}

TEST(Email, IsReadAlikeFromAllThreads) {
  const std::string mail =
      "Subject: Sorry\nContent-Type: text/plain; charset=iso-8859-15\n"
      "Content-Transfer-Encoding: quoted-printable\n\nCaf=E9 we=\nre late.\n> a\n";
  std::vector<std::string> texts(4);
  {
    std::vector<std::jthread> threads;
    threads.reserve(texts.size());
    for (std::string& text : texts) {
      threads.emplace_back([&text, &mail] {
        for (int i = 0; i < 50; ++i) text = ReadEmail(mail).text;
      });
    }
  }
  EXPECT_EQ(texts, std::vector<std::string>(4, "Café were late.\n> a\n"));
}

}  // namespace
}  // namespace amends::input

#include "amends/input/located_text.h"

#include <string>
#include <variant>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

// What stands in the file where "sorry" stands in the text; "nowhere" where that is not
// known.
std::string Found(Format format, const std::string& bytes) {
  const auto read = std::get<Conversation>(Read(format, bytes));
  const auto located = LocateText(format, bytes, read);
  if (!located) return "nowhere";
  const size_t at = read.text.find("sorry");
  EXPECT_NE(at, std::string::npos) << read.text;
  const auto start = static_cast<uint32_t>(at);
  const text::Span there = located->ToFile({start, start + 5});
  return located->file.substr(there.start, there.length());
}

std::string QuestionMail(const std::string& headers, const std::string& body) {
  return "Subject: sorry?\nFrom: a@example.com\n" + headers + "\n" + body;
}

TEST(LocatedText, WordsAreFoundInTheFile) {
  const std::string printable = "Content-Transfer-Encoding: quoted-printable\n";
  const std::string html = "Content-Type: text/html; charset=utf-8\n";
  const std::string postmark = "From a@b Mon Apr  2 18:26:00 2012\n";
  struct Row {
    Format format;
    std::string bytes;
    const char* found;
  };
  const Row rows[] = {
      {Format::kText, "I'm sorry.", "sorry"},
      {Format::kText, "\xEF\xBB\xBFI'm sorry.", "sorry"},
      {Format::kText, std::string("\xFF\xFEs\0o\0r\0r\0y\0", 12), "sorry"},
      {Format::kHtml, "<p title='sorry'>\U0001F600 I'm <b>s&#111;rr</b>y.",
       "s&#111;rr</b>y"},
      {Format::kHtml, "<meta charset=iso-8859-1>Caf\xE9 sorry", "sorry"},
      {Format::kMarkdown, "# I'm [s*orr*y](x)", "s*orr*y"},
      {Format::kEmail, QuestionMail("", "Café. I'm sorry."), "sorry"},
      {Format::kEmail,
       QuestionMail(printable, "Caf=C3=A9 =F0=9F=98=80 I'm=\n so=\nrr=79."),
       "so=\nrr=79"},
      {Format::kEmail, QuestionMail(printable, "I'm=\r\n s=6frry =x."), "s=6frry"},
      {Format::kEmail,
       QuestionMail("Content-Type: text/plain; charset=iso-8859-1\n",
                    "Caf\xE9 \xE9 sorry"),
       "sorry"},
      {Format::kEmail, QuestionMail(html + printable, "<p>=C3=A9&eacute;=\n<b>sor</b>ry"),
       "sor</b>ry"},
      {Format::kEmail,
       QuestionMail("Content-Type: text/plain; format=flowed; delsp=yes\n",
                    "I'm so \nrry"),
       "so \nrry"},
      {Format::kEmail, postmark + QuestionMail("", ">From é we are sorry.\n"), "sorry"},
      {Format::kMbox, postmark + QuestionMail("", ">From é\n\n>>From x sorry.\n"),
       "sorry"},
      {Format::kEmail, "no mail, sorry", "sorry"},
      {Format::kEmail, QuestionMail("Content-Transfer-Encoding: base64\n", "c29ycnk="),
       "nowhere"},
      {Format::kEmail,
       QuestionMail("Content-Type: text/plain; charset=shift_jis\n", "\x83\x65 sorry"),
       "nowhere"},
      {Format::kRecord, R"({"text": "sorry"})", "nowhere"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(Found(row.format, row.bytes), row.found) << row.bytes;
}

}  // namespace
}  // namespace amends::input

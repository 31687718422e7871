// Input made to hurt: it ends, it is read to the end, and what cannot be read is told.
#include <string>

#include <gtest/gtest.h>

#include "amends/input/source.h"
#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

std::string Times(size_t count, const std::string& what) {
  std::string all;
  all.reserve(count * what.size());
  for (size_t i = 0; i < count; ++i) all += what;
  return all;
}

std::string Nested(int levels) {
  std::string mail = "From: a@example.com\nSubject: a\n";
  for (int i = 0; i < levels; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    mail += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n--" + boundary +
            "\n";
  }
  mail += "Content-Type: text/plain\n\nWe are sorry.\n";
  for (int i = levels; i-- > 0;) mail += "--b" + std::to_string(i) + "--\n";
  return mail;
}

// GMime makes room for a header bit by bit, and AddressSanitizer copies all of it each
// time.
#ifdef __SANITIZE_ADDRESS__
constexpr size_t kFolds = 100'000;
#else
constexpr size_t kFolds = 2'000'000;
#endif

TEST(HostileInput, IsReadToTheEnd) {
  const std::string last = "We are sorry.";
  const std::string head = "From: a@example.com\nSubject: a\n";
  struct Row {
    const char* what;
    Format format;
    std::string bytes;
  };
  const Row rows[] = {
      {"50 levels of multipart", Format::kEmail, Nested(50)},
      {"a header of 10 MB", Format::kEmail,
       head + "X-Long: " + std::string(10'000'000, 'a') + "\n\n" + last},
      {"a folded header of many lines", Format::kEmail,
       head + "X-Long: " + Times(kFolds, "abc\n ") + "\n\n" + last},
      {"encoded words", Format::kEmail,
       "Subject: " + Times(100'000, "=?utf-8?q?a?=\n ") + "\n\n" + last},
      {"100,000 parts", Format::kEmail,
       head + "Content-Type: multipart/mixed; boundary=b\n\n" +
           Times(100'000, "--b\nContent-Type: image/png\n\nx\n") + "--b\n\n" + last +
           "\n--b--\n"},
      {"a million marks", Format::kText, std::string(1'000'000, '>') + "\n" + last},
      {"300,000 marked lines", Format::kText, Times(300'000, "> a\n") + last},
      {"attributions without end", Format::kText,
       Times(50'000, "On 2 Apr 2012 at 10:00,\n") + last},
      {"headers without end", Format::kText, Times(100'000, "To: a\n") + last},
      {"farewells without end", Format::kText, Times(100'000, "Thanks,\n\n") + last},
      {"signatures without end", Format::kText, Times(100'000, "--\n") + last},
      {"HTML 100,000 tags deep", Format::kHtml, Times(100'000, "<div>") + last},
      {"formatting 100,000 tags deep", Format::kHtml, Times(100'000, "<b><i><a>") + last},
      {"tags without end", Format::kHtml, Times(100'000, "<p <") + ">" + last},
      {"references", Format::kHtml, Times(100'000, "&amp") + last},
      {"emphasis without end", Format::kMarkdown, Times(20'000, "*a _b `c [d](") + last},
  };
  for (const Row& row : rows) {
    const auto read = Read(row.format, row.bytes);
    ASSERT_TRUE(std::holds_alternative<Conversation>(read)) << row.what;
    const auto& conversation = std::get<Conversation>(read);
    EXPECT_NE(conversation.text.rfind(last), std::string::npos) << row.what;
    EXPECT_EQ(ShowNotes(conversation), "") << row.what;
  }
}

TEST(HostileInput, WhatIsNotReadIsTold) {
  const auto read = Read(Format::kEmail, Nested(10'000));
  EXPECT_EQ(
      ShowNotes(std::get<Conversation>(read)),
      "the parts of the mail are nested too deep; the inner ones are not read | the "
      "mail has no part with text");
  const auto large = Read(Format::kHtml, std::string((size_t{64} << 20) + 1, '<'));
  EXPECT_EQ(std::get<RecordError>(large).message,
            "this is larger than 64 MB; a draft is one message");
}

}  // namespace
}  // namespace amends::input

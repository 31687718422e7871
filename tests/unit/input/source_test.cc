#include "amends/input/source.h"

#include <string>
#include <variant>

#include <gtest/gtest.h>

#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

TEST(DetectFormat, GoesByContentThenByName) {
  struct Row {
    const char* name;
    const char* bytes;
    Format format;
    const char* reason;
  };
  const char* object = "it is a JSON object";
  const char* lines = "its lines are JSON objects";
  const char* headers = "it begins with the headers of a mail";
  const char* nothing = "nothing tells it to be anything else";
  const char* postmark = "From a@b Mon Mar  2 10:00:00 2026\nSubject: a\n\nHi.\n";
  const Row rows[] = {
      {"a.txt", R"({"text": "a"})", Format::kRecord, object},
      {"", "\xEF\xBB\xBF \n{\n  \"text\": \"a\"\n}\n", Format::kRecord, object},
      {"", "{\"text\": \"a\"", Format::kRecord, object},
      {"", "{}", Format::kRecord, object},
      {"", "{\"text\": \"a\"}\n\n", Format::kRecord, object},
      {"", "{\"context\": [{\n\"text\": \"a\"},\n{\"text\": \"b\"}]}", Format::kRecord,
       object},
      {"a.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n", Format::kJsonLines, lines},
      {"", "\n{\"text\": \"a\"}\r\n\r\n{\"text\": ", Format::kJsonLines, lines},
      {"a.jsonl", "{\"text\": \"a\"}\n", Format::kJsonLines, "its name ends in .jsonl"},
      {"a.jsonl", "", Format::kJsonLines, "its name ends in .jsonl"},
      {"", "{name}, I'm sorry.\n", Format::kText, nothing},
      {"", "{{name}}, I'm sorry.\n", Format::kText, nothing},
      {"", "From: a@b\nTo: c@d\n\nHi.", Format::kEmail, headers},
      {"", "Received: by x;\r\n\tMon\r\nX-A: b\r\n\r\nHi.", Format::kEmail, headers},
      {"a.md", "subject: late\n\nHi.", Format::kEmail, headers},
      {"", "MIME-Version: 1.0\nMessage-ID: <a>\n\n", Format::kEmail, headers},
      {"", "Subject: late\nHi Ana,\n\nsorry.", Format::kText, nothing},
      {"", "Subject: late", Format::kText, nothing},
      {"", "Order: 17\nStatus: lost\n\nHi.", Format::kText, nothing},
      {"", "\nFrom: a@b\n\nHi.", Format::kText, nothing},
      {"", postmark, Format::kEmail, "it is a mailbox with one mail"},
      {"", "From my heart:\n\nI'm sorry.\n", Format::kText, nothing},
      {"", "From now on I'm here.\n", Format::kText, nothing},
      {"a.EML", "Hi.", Format::kEmail, "its name ends in .eml"},
      {"a.html", "Hi.", Format::kHtml, "its name ends in .html"},
      {"a.htm", "Hi.", Format::kHtml, "its name ends in .htm"},
      {"", " <!DOCTYPE HTML><p>Hi.", Format::kHtml, "it begins as HTML does"},
      {"", "<html lang=en>", Format::kHtml, "it begins as HTML does"},
      {"", "\n<p style='a'>Hi.</p>", Format::kHtml, "it begins with an element of HTML"},
      {"", "<name>, I'm sorry.", Format::kText, nothing},
      {"", "<p", Format::kText, nothing},
      {"a/b.md", "# Hi.", Format::kMarkdown, "its name ends in .md"},
      {"b.markdown", "# Hi.", Format::kMarkdown, "its name ends in .markdown"},
      {"b.json", "Hi.", Format::kRecord, "its name ends in .json"},
      {"b.ndjson", "Hi.", Format::kJsonLines, "its name ends in .ndjson"},
      {"b.mbox", "Hi.", Format::kMbox, "its name ends in .mbox"},
      {"b.txt", "Hi.", Format::kText, "its name ends in .txt"},
      {"md", "Hi.", Format::kText, nothing},
      {"", "", Format::kText, nothing},
  };
  for (const Row& row : rows) {
    const Detection detection = DetectFormat(row.name, row.bytes);
    EXPECT_EQ(detection.format, row.format) << row.name << "\n" << row.bytes;
    EXPECT_EQ(detection.reason, row.reason) << row.name << "\n" << row.bytes;
  }
  const std::string two = std::string(postmark) + "\n" + postmark;
  EXPECT_EQ(DetectFormat("", two).format, Format::kMbox);
  EXPECT_EQ(DetectFormat("", two).reason, "it holds several mails");
  const std::string forwarded = std::string(postmark) + "\nFrom here on all is well.\n";
  EXPECT_EQ(DetectFormat("", forwarded).format, Format::kEmail);
}

// "text | notes", or "code: message".
std::string Shown(Format format, const std::string& bytes) {
  const auto read = Read(format, bytes);
  if (const auto* error = std::get_if<RecordError>(&read)) {
    return error->code + ": " + error->message;
  }
  const auto& conversation = std::get<Conversation>(read);
  return conversation.text + " | " + ShowNotes(conversation);
}

TEST(Read, ReadsOneDraft) {
  const std::string mail = "Subject: a\n\nHi.";
  const std::string record = R"({"text": "Hi."})";
  EXPECT_EQ(Shown(Format::kText, mail), mail + " | ");
  EXPECT_EQ(Shown(Format::kEmail, mail), "Hi. | ");
  EXPECT_EQ(Shown(Format::kAuto, mail), "Hi. | ");
  EXPECT_EQ(Shown(Format::kRecord, record), "Hi. | ");
  EXPECT_EQ(Shown(Format::kAuto, record), "Hi. | ");
  EXPECT_EQ(Shown(Format::kText, record), record + " | ");
  EXPECT_EQ(Shown(Format::kHtml, "<p>a"), "a | ");
  EXPECT_EQ(Shown(Format::kMarkdown, "# a"), "a | ");
  EXPECT_EQ(Shown(Format::kMbox, "From a Mon\n" + mail), "Hi. | ");
}

TEST(Read, RefusesWhatIsNotOneDraft) {
  const std::string mail = "From a Mon\nSubject: a\n\nHi.\n\n";
  EXPECT_EQ(Shown(Format::kMbox, mail + mail),
            "format: this holds several mails; read each one as a mail");
  EXPECT_EQ(Shown(Format::kJsonLines, ""),
            "format: this holds several records; read each line as one record");
  EXPECT_EQ(Shown(Format::kAuto, "{}\n{}\n"),
            "format: this holds several records; read each line as one record");
  EXPECT_EQ(Shown(Format::kRecord, "{"), "json: this is no JSON at line 1, column 2");
  EXPECT_EQ(Shown(Format::kText, std::string((64 << 20) + 1, ' ')),
            "size: this is larger than 64 MB; a draft is one message");
}

TEST(ReplaceText, GoesByTheFormat) {
  const Replacement first = {{0, 2}, "I"};
  const std::string mail = "Subject: a\n\nWe";
  EXPECT_EQ(ReplaceText(Format::kText, "We", {&first, 1}), "I");
  EXPECT_EQ(ReplaceText(Format::kHtml, "We", {&first, 1}), "I");
  EXPECT_EQ(ReplaceText(Format::kMarkdown, "**We**", {&first, 1}), "**I**");
  EXPECT_EQ(ReplaceText(Format::kHtml, "<p>We</p>", {&first, 1}), "<p>I</p>");
  EXPECT_EQ(ReplaceText(Format::kRecord,
                        R"({"text": "<p>\u0057e &amp;", "format": "html"})", {&first, 1}),
            R"({"text": "<p>I &amp;", "format": "html"})");
  EXPECT_EQ(ReplaceText(Format::kMbox, "From a Mon\n" + mail, {&first, 1}),
            "From a Mon\nSubject: a\n\nI");
  EXPECT_EQ(ReplaceText(Format::kEmail, mail, {&first, 1}), "Subject: a\n\nI");
  EXPECT_EQ(ReplaceText(Format::kAuto, mail, {&first, 1}), "Subject: a\n\nI");
  EXPECT_EQ(ReplaceText(Format::kRecord, R"({"text": "We"})", {&first, 1}),
            R"({"text": "I"})");
  EXPECT_EQ(ReplaceText(Format::kJsonLines, R"({"text": "We"})", {&first, 1}),
            std::nullopt);
  EXPECT_EQ(
      ReplaceText(Format::kMbox, "From a\n" + mail + "\nFrom b\n" + mail, {&first, 1}),
      std::nullopt);
}

}  // namespace
}  // namespace amends::input

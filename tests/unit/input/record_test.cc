#include "amends/input/record.h"

#include <fstream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>

#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

Conversation Good(const std::string& json) {
  const auto read = ReadRecord(json);
  const auto* error = std::get_if<RecordError>(&read);
  EXPECT_EQ(error, nullptr) << json << "\n" << error->message;
  return error == nullptr ? std::get<Conversation>(read) : Conversation{};
}

// "code: message"
std::string Fault(const std::string& json) {
  const auto read = ReadRecord(json);
  const auto* error = std::get_if<RecordError>(&read);
  return error == nullptr ? "" : error->code + ": " + error->message;
}

std::string Repeat(const std::string& part, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += part;
  return all;
}

TEST(Record, NeedsTheTextAlone) {
  const Conversation conversation = Good(R"({"text": "I’m sorry."})");
  EXPECT_EQ(conversation.text, "I’m sorry.");
  EXPECT_EQ(conversation.id, "");
  EXPECT_EQ(conversation.channel, Channel::kEmail);
  EXPECT_EQ(conversation.kind, Kind::kReply);
  EXPECT_EQ(conversation.now, "");
  EXPECT_TRUE(conversation.whole);
  EXPECT_TRUE(conversation.context.empty());
  EXPECT_TRUE(conversation.blocks.empty());
  EXPECT_TRUE(conversation.notes.empty());
  EXPECT_FALSE(conversation.facts.severity);
}

TEST(Record, HasEveryKey) {
  const Conversation conversation = Good(R"({
    "id": "t-1", "channel": "chat", "kind": "notice", "format": "text",
    "now": "2026-03-02T10:00:00Z", "extent": "part",
    "context": [{"role": "customer", "text": "It broke.", "at": "2026-03-01T09:00:00+01:00"},
                {"role": "agent", "text": "Hello."}],
    "text": "I'm sorry.",
    "facts": {"company_at_fault": true, "severity": 2, "failure": false,
              "failure_kind": "money", "minutes_since_report": 12.5, "repeat_failures": 3,
              "apology_accepted": false, "handled_by": "Ana", "first_reply": true,
              "alert_sent": false, "resolved": true, "already_known": ["order", "date"]}})");
  EXPECT_EQ(conversation.id, "t-1");
  EXPECT_EQ(conversation.channel, Channel::kChat);
  EXPECT_EQ(conversation.kind, Kind::kNotice);
  EXPECT_EQ(conversation.now, "2026-03-02T10:00:00Z");
  EXPECT_FALSE(conversation.whole);
  EXPECT_EQ(ShowTurns(conversation),
            "customer(at 2026-03-01T09:00:00+01:00: It broke.)agent(Hello.)");
  EXPECT_EQ(conversation.context.at(0).at, "2026-03-01T09:00:00+01:00");
  EXPECT_EQ(conversation.context.at(1).at, "");
  const Facts& facts = conversation.facts;
  EXPECT_EQ(facts.company_at_fault, true);
  EXPECT_EQ(facts.severity, 2);
  EXPECT_EQ(facts.failure, false);
  EXPECT_EQ(facts.failure_kind, FailureKind::kMoney);
  EXPECT_EQ(facts.minutes_since_report, 12.5);
  EXPECT_EQ(facts.repeat_failures, 3);
  EXPECT_EQ(facts.apology_accepted, false);
  EXPECT_EQ(facts.handled_by, "Ana");
  EXPECT_EQ(facts.first_reply, true);
  EXPECT_EQ(facts.alert_sent, false);
  EXPECT_EQ(facts.resolved, true);
  EXPECT_EQ(facts.already_known, (std::vector<std::string>{"order", "date"}));
  EXPECT_TRUE(conversation.notes.empty());
}

TEST(Record, TakesANumberForAnId) {
  EXPECT_EQ(Good(R"({"text": "", "id": 17})").id, "17");
  EXPECT_EQ(Good(R"({"text": "", "id": -4})").id, "-4");
  EXPECT_EQ(Good(R"({"text": "", "id": 18446744073709551615})").id,
            "18446744073709551615");
}

TEST(Record, ReadsChannelAndKind) {
  struct Row {
    const char* keys;
    Channel channel;
    Kind kind;
  };
  const Row rows[] = {
      {R"("kind": "email")", Channel::kEmail, Kind::kReply},
      {R"("kind": "chat")", Channel::kChat, Kind::kReply},
      {R"("kind": "public")", Channel::kPublic, Kind::kReply},
      {R"("kind": "reply")", Channel::kEmail, Kind::kReply},
      {R"("kind": "notice")", Channel::kEmail, Kind::kNotice},
      {R"("kind": "internal")", Channel::kEmail, Kind::kInternal},
      {R"("kind": "incident")", Channel::kEmail, Kind::kIncident},
      {R"("channel": "phone")", Channel::kPhone, Kind::kReply},
      {R"("kind": "chat", "channel": "public")", Channel::kPublic, Kind::kReply},
      {R"("channel": "email", "kind": "chat")", Channel::kEmail, Kind::kReply},
      {R"("channel": "public", "kind": "notice")", Channel::kPublic, Kind::kNotice},
      {R"("channel": null, "kind": null)", Channel::kEmail, Kind::kReply},
  };
  for (const Row& row : rows) {
    const Conversation conversation =
        Good("{\"text\": \"\", " + std::string(row.keys) + "}");
    EXPECT_EQ(conversation.channel, row.channel) << row.keys;
    EXPECT_EQ(conversation.kind, row.kind) << row.keys;
  }
}

TEST(Record, TellsWhatIsWrong) {
  struct Row {
    const char* keys;  // beside the text
    const char* fault;
  };
  const Row rows[] = {
      {R"("channel": "mail")",
       "record: “channel” is “mail”; it must be email, chat, public or phone"},
      {R"("channel": 1)",
       "record: “channel” is 1; it must be email, chat, public or phone"},
      {R"("kind": "answer")",
       "record: “kind” is “answer”; it must be reply, notice, internal, incident, email, "
       "chat or public"},
      {R"("format": "rtf")",
       "record: “format” is “rtf”; it must be text, html or markdown"},
      {R"("extent": ["part"])", "record: “extent” is a list; it must be whole or part"},
      {R"("id": 1.5)",
       "record: “id” is 1.5; it must be a string, or a whole number of at most 19 "
       "digits"},
      {R"("id": true)",
       "record: “id” is true; it must be a string, or a whole number of at most 19 "
       "digits"},
      {R"("now": "yesterday")",
       "record: “now” is “yesterday”; it must be a time such as 2026-03-02T10:00:00Z"},
      {R"("now": 1772445600)",
       "record: “now” is 1772445600; it must be a time such as 2026-03-02T10:00:00Z"},
      {R"("context": "Hello")",
       "record: “context” is “Hello”; it must be a list of turns"},
      {R"("context": ["Hello"])",
       "record: “context[0]” is “Hello”; it must be an object with role and text"},
      {R"("context": [{"role": "customer", "text": "a"}, {"role": "user", "text": "b"}])",
       "record: “context[1].role” is “user”; it must be customer or agent"},
      {R"("context": [{"role": "agent"}])",
       "record: “context[0].text” is missing; it must be a string"},
      {R"("context": [{"text": "a", "at": "noon"}])",
       "record: “context[0].role” is missing; it must be customer or agent"},
      {R"("context": [{"role": "agent", "text": "a", "at": "noon"}])",
       "record: “context[0].at” is “noon”; it must be a time such as "
       "2026-03-02T10:00:00Z"},
      {R"("facts": [])", "record: “facts” is a list; it must be an object"},
      {R"("facts": {"company_at_fault": "yes"})",
       "record: “facts.company_at_fault” is “yes”; it must be true or false"},
      {R"("facts": {"severity": 4})",
       "record: “facts.severity” is 4; it must be 0, 1, 2 or 3"},
      {R"("facts": {"severity": -1})",
       "record: “facts.severity” is -1; it must be 0, 1, 2 or 3"},
      {R"("facts": {"severity": 1.5})",
       "record: “facts.severity” is 1.5; it must be 0, 1, 2 or 3"},
      {R"("facts": {"severity": true})",
       "record: “facts.severity” is true; it must be 0, 1, 2 or 3"},
      {R"("facts": {"failure": 1})",
       "record: “facts.failure” is 1; it must be true or false"},
      {R"("facts": {"failure_kind": "late"})",
       "record: “facts.failure_kind” is “late”; it must be outcome, process, money or "
       "safety"},
      {R"("facts": {"minutes_since_report": -0.5})",
       "record: “facts.minutes_since_report” is -0.5; it must be a number, 0 or more"},
      {R"("facts": {"minutes_since_report": "5"})",
       "record: “facts.minutes_since_report” is “5”; it must be a number, 0 or more"},
      {R"("facts": {"repeat_failures": 1e30})",
       "record: “facts.repeat_failures” is 1e+30; it must be a whole number up to "
       "1000000"},
      {R"("facts": {"apology_accepted": "no"})",
       "record: “facts.apology_accepted” is “no”; it must be true or false"},
      {R"("facts": {"handled_by": 7})",
       "record: “facts.handled_by” is 7; it must be a string"},
      {R"("facts": {"first_reply": {}})",
       "record: “facts.first_reply” is an object; it must be true or false"},
      {R"("facts": {"alert_sent": 0})",
       "record: “facts.alert_sent” is 0; it must be true or false"},
      {R"("facts": {"resolved": "true"})",
       "record: “facts.resolved” is “true”; it must be true or false"},
      {R"("facts": {"already_known": "order"})",
       "record: “facts.already_known” is “order”; it must be a list of strings"},
      {R"("facts": {"already_known": ["order", 5]})",
       "record: “facts.already_known” holds 5; it must be a list of strings"},
      {R"("id": "a", "id": "b")", "record: “id” stands there twice"},
      {R"("facts": {"severity": 1, "severity": 1})",
       "record: “severity” stands there twice"},
      {R"("grade": {"a": [{"b": 1, "b": 2}]})", "record: “b” stands there twice"},
      {R"("channel": "line\nand a value that is far too long to be shown to anybody")",
       "record: “channel” is “line and a value that is far too long to…”; it must be "
       "email, chat, public or phone"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Fault("{\"text\": \"a\", " + std::string(row.keys) + "}"), row.fault)
        << row.keys;
  }
}

TEST(Record, ThatIsNoneIsToldSo) {
  struct Row {
    std::string json;
    const char* fault;
  };
  const Row rows[] = {
      {"", "json: this is no JSON at line 1, column 1"},
      {"{\"text\": \"é\" x}", "json: this is no JSON at line 1, column 14"},
      {"{\n\"text\":\n  \"a\",}", "json: this is no JSON at line 3, column 7"},
      {"{\"text\": \"a\"} {}", "json: this is no JSON at line 1, column 15"},
      {"{\"text\": 1e999}", "json: a number in it is too large"},
      {"{}", "record: “text” is missing; it must be a string"},
      {"{\"text\": null}", "record: “text” is null; it must be a string"},
      {"{\"text\": 5}", "record: “text” is 5; it must be a string"},
      {"[]", "record: a record is one JSON object, not a list"},
      {"\"a\"", "record: a record is one JSON object, not “a”"},
      {"null", "record: a record is one JSON object, not null"},
      {Repeat("[", 1000) + Repeat("]", 1000),
       "json: brackets are nested more than 32 deep"},
      {Repeat("[", 1'000'000), "json: brackets are nested more than 32 deep"},
      {"{\"text\":\"\",\"x\":" + Repeat("{\"a\":", 1000) + "1" + Repeat("}", 1001),
       "json: brackets are nested more than 32 deep"},
  };
  for (const Row& row : rows) EXPECT_EQ(Fault(row.json), row.fault);
}

TEST(Record, NamesUnknownKeysInOneNote) {
  struct Row {
    const char* json;
    const char* note;
  };
  const Row rows[] = {
      {R"({"text": "", "trade": "inn", "grade": 3})",
       R"(unknown keys ignored: "grade", "trade")"},
      {R"({"text": "", "findings": [{"rule": "a"}], "failure": true})",
       R"(unknown keys ignored: "failure", "findings")"},
      {R"({"text": "", "facts": {"mood": 1}, "mood": 1})",
       R"(unknown keys ignored: "facts.mood", "mood")"},
      {R"({"text": "", "context": [{"role": "agent", "text": "", "by": 1},
                                   {"role": "agent", "text": "", "by": 2}]})",
       R"(unknown keys ignored: "context.by")"},
      {R"({"text": "", "a\u0000\nb": 1})", R"(unknown keys ignored: "a  b")"},
      {R"({"text": "", "1":0, "2":0, "3":0, "4":0, "5":0, "6":0, "7":0, "8":0, "9":0,
           "A":0, "B":0, "C":0, "D":0, "E":0, "F":0, "G":0, "H":0, "I":0, "J":0, "K":0,
           "L":0, "M":0})",
       R"(unknown keys ignored: "1", "2", "3", "4", "5", "6", "7", "8", "9", "A", "B", )"
       R"("C", "D", "E", "F", "G", "H", "I", "J", "K" and 2 more)"},
  };
  for (const Row& row : rows) EXPECT_EQ(ShowNotes(Good(row.json)), row.note);
}

TEST(Record, ReplacesWhatIsNoText) {
  struct Row {
    const char* json;
    const char* text;
    bool replaced;
  };
  const Row rows[] = {
      {"{\"text\": \"caf\xE9!\"}", "caf\uFFFD!", true},
      {"{\"text\": \"\xC3\"}", "\uFFFD", true},
      {R"({"text": "a\ud83d."})", "a\uFFFD.", true},
      {R"({"text": "a\ude00."})", "a\uFFFD.", true},
      {R"({"text": "a\ud83d\ude00."})", "a😀.", false},
      {R"({"text": "a\\ud83d."})", "a\\ud83d.", false},
      {R"({"text": "\ud83d\ud83d\ude00"})", "\uFFFD😀", true},
      {"\xEF\xBB\xBF{\"text\": \"a\"}", "a", false},
  };
  for (const Row& row : rows) {
    const Conversation conversation = Good(row.json);
    EXPECT_EQ(conversation.text, row.text);
    EXPECT_EQ(ShowNotes(conversation),
              row.replaced ? "characters that are not UTF-8 were replaced" : "");
  }
}

TEST(Record, SaysThatMarkupIsReadAsText) {
  const Conversation html = Good(
      R"({"text": "<p>Hi Ana,</p><p><b>a</b>", "format": "html",
          "context": [{"role": "customer", "text": "b<br>c"}]})");
  EXPECT_EQ(ShowBlocks(html), "greeting(Hi Ana,\n\n)own(a)");
  EXPECT_EQ(ShowTurns(html), "customer(b\nc)");
  EXPECT_EQ(Good(R"({"text": "*a* b", "format": "markdown"})").text, "a b");
  const Conversation chat =
      Good(R"({"text": "Hi,<br>&gt; a", "format": "html", "channel": "chat"})");
  EXPECT_EQ(chat.text, "Hi,\n> a");
  EXPECT_EQ(ShowBlocks(chat), "");
}

TEST(Record, FindsQuotedLinesInMailOnly) {
  const std::string keys = R"("text": "Yes.\n> Late?\n-- \nAna")";
  const Conversation mail = Good("{" + keys + "}");
  EXPECT_EQ(ShowBlocks(mail), "own(Yes.\n)quoted(> Late?\n)signature(-- \nAna)");
  EXPECT_EQ(ShowTurns(mail), "customer(Late?)");
  const Conversation chat = Good(R"({"channel": "chat", )" + keys + "}");
  EXPECT_EQ(ShowBlocks(chat), "");
  EXPECT_EQ(ShowTurns(chat), "");
}

TEST(Record, QuotedLinesAddNoTurnToAContext) {
  const Conversation conversation = Good(
      R"({"text": "Yes.\n> Late?", "context": [{"role": "customer", "text": "Late?"}]})");
  EXPECT_EQ(ShowBlocks(conversation), "own(Yes.\n)quoted(> Late?)");
  EXPECT_EQ(ShowTurns(conversation), "customer(Late?)");
}

TEST(Record, TakesTimesOfIso8601) {
  struct Row {
    const char* time;
    bool good;
  };
  const Row rows[] = {
      {"2026-03-02", true},
      {"2026-03-02T10:00", true},
      {"2026-03-02T10:00:00", true},
      {"2026-03-02 10:00:00", true},
      {"2026-03-02T10:00:00Z", true},
      {"2026-03-02T10:00:00.123456+00:00", true},
      {"2026-03-02T10:00:00-0530", true},
      {"2026-03-02T10:00:00+01", true},
      {"2026-12-31T23:59:60Z", true},
      {"2026-13-02", false},
      {"2026-00-02", false},
      {"2026-03-32", false},
      {"02.03.2026", false},
      {"2026-03-02T", false},
      {"2026-03-02T25:00", false},
      {"2026-03-02T10", false},
      {"2026-03-02T10:60", false},
      {"2026-03-02T10:00:00.", false},
      {"2026-03-02T10:00:00Zulu", false},
      {"2026-03-02T10:00:00+1", false},
      {"", false},
  };
  for (const Row& row : rows) {
    const std::string json = R"({"text": "", "now": ")" + std::string(row.time) + "\"}";
    EXPECT_EQ(Fault(json).empty(), row.good) << row.time;
  }
}

TEST(Record, OfTheDocumentIsRead) {
  std::ifstream file(std::string(AMENDS_SOURCE_DIR) + "/docs/formats.md");
  const std::string page((std::istreambuf_iterator<char>(file)), {});
  const std::string fence = "```json\n";
  const size_t begin = page.find(fence);
  ASSERT_NE(begin, std::string::npos);
  const size_t at = begin + fence.size();
  const Conversation conversation = Good(page.substr(at, page.find("```", at) - at));
  EXPECT_EQ(conversation.text, "I'm sorry that the lamp came broken.");
  EXPECT_EQ(ShowTurns(conversation),
            "customer(at 2026-03-01T09:00:00Z: The lamp came broken.)");
  EXPECT_EQ(ShowNotes(conversation), "");
}

}  // namespace
}  // namespace amends::input

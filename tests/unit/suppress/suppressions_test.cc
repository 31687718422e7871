// What a project leaves alone, and for how long.
#include "amends/suppress/suppressions.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "amends/engine.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends::suppress {
namespace {

using pack::TemporaryFolder;

constexpr const char* kDraft =
    "We’re  SORRY for the delay. We are so sorry about the colour.";

input::Conversation Draft(std::string text, const char* customer = nullptr) {
  input::Conversation conversation;
  conversation.text = std::move(text);
  if (customer != nullptr) {
    conversation.context.push_back({input::Role::kCustomer, customer, ""});
  }
  return conversation;
}

Result Check(const std::string& suppressions, const input::Conversation& draft,
             const char* today = "2026-11-26") {
  const TemporaryFolder folder;
  folder.Write("amends.json", "{\"suppressions\": [" + suppressions + "]}");
  static std::vector<Engine> engines;  // results point into them
  EngineOptions options;
  options.core = AMENDS_SOURCE_DIR "/tests/fixtures/packs/tiny";
  options.config = folder.path() / "amends.json";
  options.today = today;
  engines.push_back(Engine::Load(options));
  return engines.back().Check(draft);
}

// The words of the findings of tiny/we-sorry that are left, in order.
std::string Left(const Result& result, const input::Conversation& draft) {
  std::string left;
  for (const Finding& finding : result.findings) {
    if (finding.rule->id != "tiny/we-sorry") continue;
    left += (left.empty() ? "" : "|") +
            draft.text.substr(finding.span.start, finding.span.length());
  }
  return left;
}

TEST(Suppressions, CoverWhatAllTheirKeysSay) {
  const input::Conversation draft = Draft(kDraft);
  const std::string both = "We’re  SORRY|We are so sorry";
  const std::string fingerprint = Check("", draft).findings.at(0).fingerprint;
  struct Row {
    std::string suppression;  // without its reason
    std::string left;
  };
  const Row rows[] = {
      {R"("rule": "tiny/we-sorry")", ""},
      {R"("rule": "tiny")", ""},
      {R"("rule": "tiny/must")", both},
      {R"("rule": "tiny/we-sorry", "match": "we're sorry")", "We are so sorry"},
      {R"("rule": "tiny/we-sorry", "match": "SO sorry!")", "We’re  SORRY"},
      {R"("rule": "tiny/we-sorry", "match": "sorry")", ""},
      {R"("rule": "tiny/we-sorry", "match": "sorry for the")", both},
      {R"("rule": "tiny/we-sorry", "match": "orry")", both},
      {R"("fingerprint": ")" + fingerprint + '"', "We are so sorry"},
      {R"("rule": "tiny", "fingerprint": ")" + fingerprint + '"', "We are so sorry"},
      {R"("rule": "tiny/must", "fingerprint": ")" + fingerprint + '"', both},
      {R"("fingerprint": "0000000000000000")", both},
  };
  for (const Row& row : rows) {
    const Result result =
        Check("{" + row.suppression + R"(, "reason": "We know."})", draft);
    EXPECT_EQ(Left(result, draft), row.left) << row.suppression;
    for (const Suppressed& each : result.suppressed) {
      EXPECT_EQ(each.by->reason, "We know.") << row.suppression;
    }
  }
}

TEST(Suppressions, EndAfterTheirLastDay) {
  const input::Conversation draft = Draft(kDraft);
  struct Row {
    const char* today;
    bool covers;
  };
  const Row rows[] = {
      {"2027-01-30", true}, {"2027-01-31", true}, {"2027-02-01", false}, {"", true}};
  for (const Row& row : rows) {
    const Result result =
        Check(R"({"rule": "tiny", "reason": "A week of grace.", "until": "2027-01-31"})",
              draft, row.today);
    EXPECT_EQ(result.findings.empty(), row.covers) << row.today;
  }
}

TEST(Suppressions, LeaveNothingForTheVerdict) {
  const input::Conversation draft = Draft("You must wait.");
  EXPECT_NE(Check("", draft).verdict, Verdict::kPass);
  EXPECT_EQ(Check(R"({"rule": "tiny", "reason": "Tried."})", draft).verdict,
            Verdict::kPass);
}

TEST(Suppressions, ByFingerprintHoldWhileTheDraftChangesElsewhere) {
  const std::string fingerprint =
      Check("", Draft("Read this: you must wait here, please."))
          .findings.at(0)
          .fingerprint;
  const std::string here =
      R"({"fingerprint": ")" + fingerprint + R"(", "reason": "It is so."})";
  EXPECT_TRUE(Check(here, Draft("Hello. Read this: you must wait here, all of you."))
                  .findings.empty());
  EXPECT_FALSE(Check(here, Draft("Read that: you must wait here.")).findings.empty());
}

// What is missing has no words: there it is the message that was answered.
TEST(Suppressions, ByFingerprintOfTheReplyHoldInTheirThread) {
  const Result result = Check("", Draft("A new one left.", "My lamp never arrived."));
  ASSERT_EQ(result.findings.size(), 1u);
  ASSERT_EQ(result.findings[0].scope, Scope::kReply);
  const std::string here = R"({"fingerprint": ")" + result.findings[0].fingerprint +
                           R"(", "reason": "I called her."})";
  EXPECT_TRUE(Check(here, Draft("Your lamp left today.", "My lamp never arrived."))
                  .findings.empty());
  EXPECT_FALSE(
      Check(here, Draft("A new one left.", "My cup never arrived.")).findings.empty());
}

}  // namespace
}  // namespace amends::suppress

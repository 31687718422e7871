// The drafts of corpora/drafts are found out as a careful trainer would: every finding of
// NAME.expect is there, by rule and words, unless it is listed as known to be missed, and
// a draft without any has no error or warning of the families that the expectations speak
// of.
#include <algorithm>
#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/engine.h"
#include "amends/input/source.h"
#include "tests/support/files.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> kFamilies = {
    "fake-apology", "pronoun", "policy", "blame", "dypii", "excuse"};

std::string Words(std::string text) {
  std::string out;
  for (char c : text) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) out += c;
    if (blank && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

TEST(Drafts, AreFoundOutAsATrainerWould) {
  const Engine engine = Engine::Load({});
  int drafts = 0;
  for (const auto& entry :
       fs::directory_iterator(fs::path(AMENDS_SOURCE_DIR) / "corpora/drafts")) {
    if (entry.path().extension() != ".expect") continue;
    const auto expect = nlohmann::json::parse(testing::ReadFile(entry.path()));
    fs::path draft = entry.path();
    draft.replace_extension(".eml");
    if (!fs::exists(draft)) draft.replace_extension(".txt");
    ++drafts;
    SCOPED_TRACE(draft.filename().string());
    const std::string bytes = testing::ReadFile(draft);
    const auto format = input::DetectFormat(draft.string(), bytes).format;
    const auto read = input::Read(format, bytes);
    ASSERT_TRUE(std::holds_alternative<input::Conversation>(read));
    const auto& conversation = std::get<input::Conversation>(read);
    const Result result = engine.Check(conversation);
    const auto words_of = [&](const Finding& finding) {
      return Words(conversation.text.substr(finding.span.start, finding.span.length()));
    };
    std::string found;
    for (const Finding& finding : result.findings) {
      found += "\n  " + finding.rule->id + ": " + words_of(finding);
    }
    const auto known = expect.value("known", std::vector<std::string>());
    for (const auto& wanted : expect["findings"]) {
      const std::string words = Words(wanted["text"]);
      const bool there =
          std::ranges::any_of(result.findings, [&](const Finding& finding) {
            const std::string own = words_of(finding);
            return finding.rule->id == wanted["rule"] &&
                   (finding.scope == Scope::kReply ||
                    own.find(words) != std::string::npos ||
                    words.find(own) != std::string::npos);
          });
      const std::string name =
          wanted["rule"].get<std::string>() + ": " + wanted["text"].get<std::string>();
      const bool missed_as_known = std::ranges::find(known, name) != known.end();
      EXPECT_NE(there, missed_as_known)
          << wanted["rule"] << ": " << words << "\nfound:" << found;
    }
    if (!expect["findings"].empty()) continue;
    for (const Finding& finding : result.findings) {
      const bool ours =
          std::ranges::find(kFamilies, finding.rule->family()) != kFamilies.end();
      const bool loud = finding.severity >= pack::Severity::kWarning;
      EXPECT_FALSE(ours && loud) << "found:" << found;
    }
  }
  EXPECT_GE(drafts, 12);
}

}  // namespace
}  // namespace amends

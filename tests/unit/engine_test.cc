#include "amends/engine.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/report/checked_draft.h"
#include "amends/suggest/safe_edits.h"
#include "tests/support/tiny_pack.h"
#include "tests/unit/pack/temporary_folder.h"

namespace amends {
namespace {

using testing::Thread;
using testing::TinyPack;
using Texts = std::vector<std::string>;

// An engine of a tiny pack, by way of its files.
class TinyEngine {
 public:
  explicit TinyEngine(const TinyPack& tiny, const std::string& profile = "") {
    testing::Write(tiny, folder_.path() / "core");
    options_.core = folder_.path() / "core";
    options_.examples = false;
    options_.profile = profile;
    engine_ = std::make_unique<Engine>(Engine::Load(options_));
  }

  Result Check(const input::Conversation& conversation) const {
    return engine_->Check(conversation);
  }
  Result Check(const char* thread) const { return Check(Thread(thread)); }
  const Engine& operator*() const { return *engine_; }

 private:
  pack::TemporaryFolder folder_;
  EngineOptions options_;
  std::unique_ptr<Engine> engine_;
};

Texts Names(const Result& result) {
  Texts names;
  for (const Finding& finding : result.findings)
    names.push_back(finding.rule->id.substr(2));
  return names;
}

TEST(Engine, FingerprintsSurviveEditsElsewhere) {
  const TinyEngine tiny(
      {.rules = R"-({"id": "a", "on": {"patterns": ["for (span: delay)"]}},
                                     {"id": "b", "on": {"patterns": ["delay"]}},
                                     {"id": "c", "on": {"reply": true}})-"});
  const auto print = [&](const char* rule, const std::string& draft) {
    for (const Finding& finding : tiny.Check(Thread(draft)).findings) {
      if (finding.rule->id.substr(2) == rule) return finding.fingerprint;
    }
    return std::string("none");
  };
  struct Row {
    const char* what;
    const char* draft;
    bool same;
  };
  const char* draft = "Hello. I'm sorry for the long delay today, Ana. Bye.";
  const Row rows[] = {
      {"itself", draft, true},
      {"an edit before",
       "Good day to you. I am so sorry for the long delay today, Ana. Bye.", true},
      {"an edit behind", "Hello. I'm sorry for the long delay today, Bert. It is here.",
       true},
      {"capitals", "Hello. I'm sorry for THE LONG DELAY TODAY, Ana. Bye.", true},
      {"another line", "Hello. I'm sorry for the\nlong delay\n today, Ana. Bye.", true},
      {"the word before", "Hello. I'm sorry for the short delay today, Ana. Bye.", false},
      {"the second word before", "Hello. I'm sorry for that long delay today, Ana. Bye.",
       false},
      {"the second word behind", "Hello. I'm sorry for the long delay today. Bye.",
       false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(print("b", row.draft) == print("b", draft), row.same) << row.what;
    // What is missing has no words: there it is the message that is answered.
    EXPECT_EQ(print("c", "C: It broke. // " + std::string(row.draft)),
              print("c", "C: It broke. // " + std::string(draft)))
        << row.what;
  }
  // It is made of what is underlined, and of the rule.
  EXPECT_NE(print("a", "sorry for delay"), print("b", "sorry for delay"));
  EXPECT_EQ(print("b", "sorry for delay"), print("b", "Now: sorry for delay"));
  EXPECT_NE(print("c", "C: It broke. // Hello."), print("c", "C: It leaks. // Hello."));
  EXPECT_EQ(print("c", "Hello. Bye."), print("c", "Hello. It is here."));
  EXPECT_NE(print("c", "Hello. Bye."), print("c", "Now. Bye."));
}

TEST(Engine, OrdersFindingsByPlaceThenByGravity) {
  const TinyEngine tiny(
      {.rules = R"(
      {"id": "hint", "severity": "hint", "on": {"patterns": ["sorry"]}},
      {"id": "error", "severity": "error", "on": {"patterns": ["sorry"]}},
      {"id": "longer", "severity": "error", "on": {"patterns": ["sorry for"]}},
      {"id": "warning", "severity": "warning", "on": {"patterns": ["so"]}},
      {"id": "reply", "severity": "info", "on": {"reply": true}},
      {"id": "off", "severity": "error", "on": {"reply": true}})",
       .profiles = R"({"id": "default", "severities": {"t/off": "off"}})"});
  EXPECT_EQ(Names(tiny.Check("Oh. So sorry for it, sorry.")),
            (Texts{"reply", "warning", "error", "longer", "hint", "error", "hint"}));
}

TEST(Engine, JudgesByTheGravestFinding) {
  const TinyEngine tiny({.rules = R"(
      {"id": "a", "severity": "hint", "on": {"patterns": ["hint"]}},
      {"id": "b", "severity": "info", "on": {"patterns": ["info"]}},
      {"id": "c", "severity": "warning", "on": {"patterns": ["warning"]}},
      {"id": "d", "severity": "error", "on": {"patterns": ["error"]}})",
                         .profiles = R"({"id": "calm", "severities": {"t/d": "info"}})"});
  struct Row {
    const char* draft;
    Verdict verdict;
  };
  const Row rows[] = {{"Fine.", Verdict::kPass},
                      {"A hint, an info.", Verdict::kPass},
                      {"A warning, an info.", Verdict::kWarn},
                      {"A warning, an error, a hint.", Verdict::kBlock}};
  for (const Row& row : rows)
    EXPECT_EQ(tiny.Check(row.draft).verdict, row.verdict) << row.draft;
  const pack::Rule& error = (*tiny).pack().rules.at(3);
  EXPECT_EQ((*tiny).SeverityOf(error), pack::Severity::kError);
  EXPECT_EQ((*tiny).profile(), "default");
}

TEST(Engine, IsMilderWhereNothingHasGoneWrong) {
  const TinyEngine tiny({.rules = R"-({"id": "a", "severity": "error", "at_ease": "hint",
                                       "on": {"patterns": ["delay"]}},
                                      {"id": "b", "severity": "hint", "at_ease": "info",
                                       "on": {"patterns": ["delay"]}})-"});
  struct Row {
    std::optional<bool> failure;
    std::string_view severities;
  };
  const Row rows[] = {
      {true, "error hint "}, {std::nullopt, "error hint "}, {false, "hint hint "}};
  for (const Row& row : rows) {
    input::Conversation conversation;
    conversation.text = "The delay.";
    conversation.facts.failure = row.failure;
    std::string severities;
    for (const Finding& finding : tiny.Check(conversation).findings) {
      severities += std::string(report::NameOf(finding.severity)) + " ";
    }
    EXPECT_EQ(severities, row.severities);
  }
}

TEST(Engine, UnderlinesTheFirstSentenceForTheWholeReply) {
  const TinyEngine tiny({.rules = R"({"id": "a", "on": {"reply": true}})"});
  input::Conversation mail = Thread("> Why?\nHello, Ana. It is late.");
  mail.blocks = {{input::BlockKind::kQuoted, {0, 7}}, {input::BlockKind::kOwn, {7, 31}}};
  const Result result = tiny.Check(mail);
  ASSERT_EQ(result.findings.size(), 1u);
  EXPECT_EQ(result.findings[0].scope, Scope::kReply);
  EXPECT_EQ(result.findings[0].span, (text::Span{7, 18}));
  EXPECT_EQ(tiny.Check("").findings.size(), 0u);
  EXPECT_EQ(tiny.Check(" \n ").findings.size(), 0u);
}

TEST(Engine, NotesWhatTheInputWas) {
  const TinyEngine tiny({.rules = R"({"id": "a", "on": {"patterns": ["sorry"]}})"});
  input::Conversation conversation = Thread("Sorry \xFF.");
  conversation.notes.push_back("unknown key");
  const Result result = tiny.Check(conversation);
  EXPECT_EQ(result.notes,
            (Texts{"unknown key", "some bytes are no UTF-8 and were read as “\uFFFD”"}));
  EXPECT_EQ(result.findings.size(), 1u);
}

TEST(Engine, PassesADraftInAnotherLanguage) {
  const TinyEngine tiny({.moves = R"({"id": "G.apology", "patterns": ["sorry"]})",
                         .rules = R"({"id": "a", "severity": "error",
                                      "on": {"patterns": ["sorry"]}})"});
  struct Row {
    const char* draft;
    const char* language;  // nullptr: read as English
  };
  const Row rows[] = {
      {"Sorry, es tut mir leid, dass das Paket zu spät kam und Sie warten mussten.",
       "German"},
      {"Sorry, je suis désolé que le colis soit arrivé en retard et que vous ayez "
       "attendu.",
       "French"},
      {"Sorry, siento mucho que el paquete llegara tarde y que usted tuviera que "
       "esperar.",
       "Spanish"},
      {"Sorry, mi dispiace che il pacco sia arrivato in ritardo e che lei abbia "
       "aspettato.",
       "Italian"},
      {"Sorry, het spijt me dat het pakket te laat was en dat u moest wachten.", "Dutch"},
      {"Sorry, lamento que a encomenda tenha chegado tarde e que você não tenha sido "
       "avisado.",
       "Portuguese"},
      {"Sorry, das Paket kommt morgen.", nullptr},  // too short to tell
      {"Sorry!", nullptr},
      {"sorry 4471 4472 4473 4474 4475 4476 4477", nullptr},
      {"Sorry Lee Diaz Kim Okafor Smith Jones", nullptr},
      {"I'm sorry, the parcel for Herr Müller in der Straße der Einheit was late.",
       nullptr},
      {"sorry m8 no stock rn ping me tmrw plz cheers fam", nullptr},
  };
  for (const Row& row : rows) {
    const Result result = tiny.Check(row.draft);
    if (row.language == nullptr) {
      EXPECT_EQ(result.notes, Texts{}) << row.draft;
      EXPECT_EQ(result.verdict, Verdict::kBlock) << row.draft;
      continue;
    }
    EXPECT_EQ(result.notes, Texts{"this looks like " + std::string(row.language) +
                                  "; Amends reads English"});
    EXPECT_EQ(result.verdict, Verdict::kPass);
    EXPECT_EQ(result.findings.size() + result.moves.size(), 0u) << row.draft;
  }
}

// The language is that of the writer's own words.
TEST(Engine, AsksNoQuotedTextForTheLanguage) {
  const TinyEngine tiny({.rules = R"({"id": "a", "on": {"patterns": ["sorry"]}})"});
  const std::string english = "I'm sorry that the parcel was late for you.\n";
  const std::string german =
      "> Das Paket ist zu spät und ich bin nicht froh mit Ihnen.\n";
  input::Conversation mail = Thread(english + german);
  const auto middle = static_cast<uint32_t>(english.size());
  const auto end = static_cast<uint32_t>(mail.text.size());
  using input::BlockKind;
  mail.blocks = {{BlockKind::kOwn, {0, middle}}, {BlockKind::kQuoted, {middle, end}}};
  EXPECT_EQ(tiny.Check(mail).notes, Texts{});
  mail.blocks = {{BlockKind::kQuoted, {0, middle}}, {BlockKind::kOwn, {middle, end}}};
  EXPECT_EQ(tiny.Check(mail).notes,
            Texts{"this looks like German; Amends reads English"});
}

// The applicability of the first suggestion, and the draft with it made.
std::string Offered(const Result& result, const input::Conversation& conversation,
                    const char* rule) {
  const char* const words[] = {"safe", "confirm", "fill", "advice"};
  for (const Finding& finding : result.findings) {
    if (finding.rule->id.substr(2) != rule) continue;
    const Suggestion& best = finding.suggestions.at(0);
    return words[static_cast<size_t>(best.applicability)] + std::string(": ") +
           suggest::Apply(conversation.text, best.edits);
  }
  return "no finding";
}

TEST(Engine, OffersAsSafeOnlyWhatItHasTried) {
  const auto rule = [](const std::string& more) {
    return R"-({"id": "we", "on": {"patterns": ["(we: we are) sorry", "(we: we) 'd"]}, "suggest": [
              {"applicability": "safe", "text": "{we: first-person}", "replace": "we"}]})-" +
           more;
  };
  struct Row {
    const char* what;
    std::string more;
    const char* thread;
    const char* offered;
  };
  const Row rows[] = {
      {"nothing speaks", "", "We're sorry.", "safe: I'm sorry."},
      {"another rule speaks", R"(, {"id": "i", "on": {"patterns": ["i am"]}})",
       "We're sorry.", "confirm: I'm sorry."},
      {"it spoke before", R"(, {"id": "i", "on": {"patterns": ["i am"]}})",
       "I am here. We're sorry.", "confirm: I am here. I'm sorry."},
      {"a rule of another place spoke before",
       R"(, {"id": "s", "on": {"patterns": ["sorry"]}})", "We're sorry.",
       "safe: I'm sorry."},
      {"a rule about the reply speaks",
       R"(, {"id": "r", "on": {"reply": true}, "where": [{"none": ["t/we"]}]})",
       "We're sorry.", "confirm: I'm sorry."},
      {"one that is off does not", R"(, {"id": "off", "on": {"patterns": ["i am"]}})",
       "We're sorry.", "safe: I'm sorry."},
      {"the thread counts",
       R"(, {"id": "c", "on": {"patterns": ["i am"]},
            "where": [{"any": ["C.complaint"], "within": "customer"}]})",
       "C: It broke. // We're sorry.", "confirm: I'm sorry."},
      {"without it nothing speaks",
       R"(, {"id": "c", "on": {"patterns": ["i am"]},
            "where": [{"any": ["C.complaint"], "within": "customer"}]})",
       "C: It's fine. // We're sorry.", "safe: I'm sorry."},
      {"two of them", "", "We're sorry. We are sorry.", "safe: I'm sorry. We are sorry."},
  };
  for (const Row& row : rows) {
    const TinyEngine tiny(
        {.moves = R"({"id": "C.complaint", "role": "customer", "patterns": ["broke"]})",
         .rules = rule(row.more),
         .profiles =
             R"({"id": "default", "severities": {"t": "info"}})" +
             std::string(row.more.find("\"off\"") == std::string::npos
                             ? ""
                             : R"(, {"id": "x", "severities": {"t/off": "off"}})")},
        row.more.find("\"off\"") == std::string::npos ? "" : "x");
    const input::Conversation thread = Thread(row.thread);
    EXPECT_EQ(Offered(tiny.Check(thread), thread, "we"), row.offered) << row.what;
  }
}

TEST(Engine, OffersAsSafeNothingThatDoesNotHelp) {
  const TinyEngine tiny(
      {.rules = R"({"id": "a", "on": {"patterns": ["very sorry"]}, "suggest": [
      {"applicability": "safe", "title": "More", "text": "very very sorry"},
      {"applicability": "safe", "title": "Less", "text": "sorry"},
      {"applicability": "safe", "title": "The same", "text": "{match}"}]})"});
  const Result result = tiny.Check("I'm very sorry.");
  ASSERT_EQ(result.findings.size(), 1u);
  const auto& offered = result.findings[0].suggestions;
  ASSERT_EQ(offered.size(), 2u);  // the third changes nothing
  EXPECT_EQ(offered[0].applicability, pack::Applicability::kConfirm);
  EXPECT_EQ(offered[1].applicability, pack::Applicability::kSafe);
}

std::string Problems(const EngineOptions& options) {
  try {
    Engine::Load(options);
  } catch (const LoadError& error) {
    EXPECT_EQ(error.what(), pack::FormatAll(error.problems()));
    EXPECT_TRUE(std::ranges::is_sorted(error.problems()));
    std::string told;
    for (const pack::Problem& problem : error.problems()) told += problem.message + "\n";
    return told;
  }
  return "";
}

TEST(Engine, TellsAllThatIsWrongAtOnce) {
  const pack::TemporaryFolder folder;
  testing::Write({.classes = R"({"id": "tea", "any": ["tea (or"]})",
                  .rules = R"({"id": "a", "on": {"patterns": ["{coffee}"]},
                               "where": [{"any": ["G.x"]}]},
                              {"id": "b", "on": {"patterns": ["b"]}, "yields_to": ["t/c"]})"},
                 folder.path() / "core");
  folder.Write("core/rules/u.json", "{");
  folder.Write("amends.json",
               R"({"packs": ["./house"], "severities": {"u": "off"}, "colour": 1})");
  folder.Write("house/pack.json", R"({"name": "house"})");
  EngineOptions options;
  options.core = folder.path() / "core";
  options.config = folder.path() / "amends.json";
  options.examples = false;
  options.profile = "nihgt";
  const std::string told = Problems(options);
  for (const char* part :
       {"this bracket is never closed", "there is no class “coffee”",
        "there is no move or rule “G.x”", "there is no rule “t/c”",
        "there is no rule or family “u”", "unknown key “colour”",
        "the pack “house” has no “version”", "there is no profile “nihgt”"}) {
    EXPECT_NE(told.find(part), std::string::npos) << part << " in\n" << told;
  }
}

TEST(Engine, TellsThatThereIsNoPack) {
  const pack::TemporaryFolder folder;
  EngineOptions options;
  options.core = folder.path() / "nowhere";
  EXPECT_NE(Problems(options), "");
  options.core.clear();
  options.config = folder.path() / "amends.json";
  EXPECT_NE(Problems(options), "");
}

TEST(Engine, LaysThePacksOfTheConfigurationUnderItsOwn) {
  const pack::TemporaryFolder folder;
  testing::Write(
      {.rules = R"({"id": "a", "on": {"patterns": ["sorry"]}, "message": "core"})"},
      folder.path() / "core");
  const auto house = [&](const std::string& name) {
    folder.Write(
        name + "/pack.json",
        R"({"name": ")" + name +
            R"(", "version": "1.0", "licence": "none", "language": "en", "summary": "s"})");
    folder.Write(name + "/rules/t.json", R"({"rules": [{"id": "t/a", "extend": true,
                                             "message": ")" +
                                             name + R"("}]})");
  };
  house("house");
  house("shop");
  folder.Write("amends.json", R"({"packs": ["./house"], "severities": {"t": "error"}})");
  EngineOptions options;
  options.core = folder.path() / "core";
  options.examples = false;
  const auto message = [&] {
    return Engine::Load(options).Check(Thread("Sorry.")).findings.at(0).message;
  };
  EXPECT_EQ(message(), "core");
  options.config = folder.path() / "amends.json";
  EXPECT_EQ(message(), "house");
  options.packs = {folder.path() / "shop"};
  EXPECT_EQ(message(), "shop");
  options.packs = {folder.path() / "core" / ".." / "house"};  // named twice, laid once
  EXPECT_EQ(message(), "house");
  EXPECT_EQ(Engine::Load(options).Check(Thread("Sorry.")).verdict, Verdict::kBlock);
}

}  // namespace
}  // namespace amends

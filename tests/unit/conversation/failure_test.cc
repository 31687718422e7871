#include "amends/conversation/failure.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "tests/support/moves_thread.h"

namespace amends::conversation {
namespace {

using amends::testing::MovesThread;

struct FailureRow {
  std::string_view law;
  std::vector<std::string> turns;
  Answer failure;
};

const FailureRow kFailureRows[] = {
    {"no word, no answer", {"A: -"}, Answer::kUnknown},
    {"a customer who tells nothing leaves it open", {"C: -", "A: -"}, Answer::kUnknown},
    {"a complaint is a failure", {"C: C.complaint.fails", "A: -"}, Answer::kYes},
    {"so is a loss", {"C: - C.loss", "A: -"}, Answer::kYes},
    {"and a bad feeling", {"C: C.feeling", "A: -"}, Answer::kYes},
    {"a question without trouble is none", {"C: C.question", "A: -"}, Answer::kNo},
    {"thanks are none", {"C: C.thanks", "A: -"}, Answer::kNo},
    {"a little joy is none", {"C: C.joy", "A: -"}, Answer::kNo},
    {"trouble goes before a question",
     {"C: C.question C.complaint.waits", "A: -"},
     Answer::kYes},
    {"later thanks do not undo it",
     {"C: C.complaint", "A: -", "C: C.thanks", "A: -"},
     Answer::kYes},
    {"much praise outweighs trouble",
     {"C: C.joy C.joy C.complaint.fails C.joy", "A: -"},
     Answer::kNo},
    {"twice the praise does not",
     {"C: C.joy C.joy C.joy C.joy C.complaint.fails C.complaint.fails", "A: -"},
     Answer::kYes},
    {"nor does praise that is sparse",
     {"C: C.joy C.joy - C.complaint", "A: -"},
     Answer::kYes},
    {"two signs at one word are one trouble",
     {"C: C.joy C.joy C.joy C.complaint.poor+C.feeling", "A: -"},
     Answer::kNo},
    {"a good word for each gripe outweighs them",
     {"C: C.joy C.complaint.poor C.joy C.complaint.poor", "A: -"},
     Answer::kNo},
    {"fewer good words do not",
     {"C: C.joy C.complaint.poor C.complaint.poor", "A: -"},
     Answer::kYes},
    {"a gripe beside graver trouble counts half of it",
     {"C: C.joy C.joy C.joy C.joy C.complaint.fails C.complaint.poor", "A: -"},
     Answer::kNo},
    {"but in full where strong words fall",
     {"C: C.joy C.joy C.joy C.joy C.complaint.strong C.complaint.poor", "A: -"},
     Answer::kYes},
    {"what is one's own doing is no failure",
     {"C: C.complaint.fails C.question.own C.loss", "A: -"},
     Answer::kNo},
    {"nor is it where an agent is sorry for one's luck",
     {"C: C.question.own C.loss", "A: G.sympathy"},
     Answer::kNo},
    {"even if that is all that was told",
     {"C: C.question.own", "A: G.apology.I"},
     Answer::kNo},
    {"unless an agent takes it on",
     {"C: C.question.own C.loss", "A: G.responsibility"},
     Answer::kYes},
    {"what the firm did is not excused",
     {"C: C.question.own C.complaint.money", "A: -"},
     Answer::kYes},
    {"nor what another turn tells",
     {"C: C.question.own", "A: -", "C: C.complaint.fails", "A: G.apology.I"},
     Answer::kYes},
    {"one who blames nobody has not suffered a failure",
     {"C: C.complaint.fails C.question.mild", "A: -"},
     Answer::kNo},
    {"but a loss stays one", {"C: C.loss C.question.mild", "A: -"}, Answer::kYes},
    {"and a reply that is sorry makes it one",
     {"C: C.complaint.fails C.question.mild", "A: G.apology.I"},
     Answer::kYes},
    {"one good word is not pure praise", {"C: C.joy", "A: G.apology.I"}, Answer::kYes},
    {"praise in one turn does not excuse another",
     {"C: C.joy C.joy C.joy", "A: -", "C: C.complaint", "A: -"},
     Answer::kYes},
    {"a reply that is sorry for the gripe makes it a failure",
     {"C: C.joy C.joy C.complaint.poor C.joy", "A: G.apology.I"},
     Answer::kYes},
    {"there is nothing to be sorry for in pure praise",
     {"C: C.joy C.joy C.joy", "A: G.apology.bare"},
     Answer::kNo},
    {"an apology shows a failure", {"A: G.apology.we"}, Answer::kYes},
    {"so does sympathy", {"A: G.sympathy"}, Answer::kYes},
    {"and responsibility", {"A: G.responsibility"}, Answer::kYes},
    {"an earlier reply counts", {"A: G.apology.I", "C: -", "A: -"}, Answer::kYes},
    {"an apology for something small shows none",
     {"A: G.apology.I+N.sorry-small"},
     Answer::kUnknown},
    {"nor does a refusal", {"A: G.apology.bare+N.sorry-refusal"}, Answer::kUnknown},
    {"nor a condolence", {"A: G.sympathy+N.sorry-loss"}, Answer::kUnknown},
    {"a small sorry elsewhere does not excuse",
     {"A: N.sorry-social - G.apology.I"},
     Answer::kYes},
    {"a basic check shows a failure", {"A: N.dypii.ask"}, Answer::kYes},
    {"so does a step to try", {"A: N.dypii.try"}, Answer::kYes},
    {"making sure shows none", {"A: N.dypii.sure"}, Answer::kUnknown},
    {"nor does a check in a calm talk", {"C: C.question", "A: N.dypii.ask"}, Answer::kNo},
};

TEST(Situation, FailureIsReadFromTheThread) {
  for (const FailureRow& row : kFailureRows) {
    EXPECT_EQ(MovesThread(row.turns).ReadFailure({}).failure, row.failure) << row.law;
  }
}

struct FactsRow {
  std::string_view law;
  input::Facts facts;
  std::vector<std::string> turns;
  std::pair<Answer, Answer> expected;  // failure, fault
};

input::Facts Failed(bool failed) {
  input::Facts facts;
  facts.failure = failed;
  return facts;
}

input::Facts AtFault(bool at_fault) {
  input::Facts facts;
  facts.company_at_fault = at_fault;
  return facts;
}

input::Facts Severity(int severity) {
  input::Facts facts;
  facts.severity = severity;
  return facts;
}

TEST(Situation, FactsGoBeforeWords) {
  const FactsRow rows[] = {
      {"the record may deny it",
       Failed(false),
       {"C: C.complaint", "A: -"},
       {Answer::kNo, Answer::kNo}},
      {"the record may know it",
       Failed(true),
       {"C: C.thanks", "A: -"},
       {Answer::kYes, Answer::kUnknown}},
      {"a fault is a failure",
       AtFault(true),
       {"C: C.question", "A: -"},
       {Answer::kYes, Answer::kYes}},
      {"no fault says nothing about the failure",
       AtFault(false),
       {"A: -"},
       {Answer::kUnknown, Answer::kNo}},
      {"no fault outweighs what the agent takes on",
       AtFault(false),
       {"A: G.responsibility"},
       {Answer::kYes, Answer::kNo}},
      {"severity is a failure", Severity(2), {"A: -"}, {Answer::kYes, Answer::kUnknown}},
      {"severity nought is none",
       Severity(0),
       {"A: -"},
       {Answer::kUnknown, Answer::kUnknown}},
      {"responsibility is fault",
       {},
       {"A: G.responsibility"},
       {Answer::kYes, Answer::kYes}},
      {"an apology is none", {}, {"A: G.apology.I"}, {Answer::kYes, Answer::kUnknown}},
      {"a deed of the firm is fault",
       {},
       {"C: C.complaint.deed", "A: -"},
       {Answer::kYes, Answer::kYes}},
      {"what came of it is none",
       {},
       {"C: C.complaint.fails", "A: -"},
       {Answer::kYes, Answer::kUnknown}},
      {"no failure, no fault", {}, {"C: C.question", "A: -"}, {Answer::kNo, Answer::kNo}},
  };
  for (const FactsRow& row : rows) {
    const Situation situation = MovesThread(row.turns).ReadFailure(row.facts);
    EXPECT_EQ(situation.failure, row.expected.first) << row.law;
    EXPECT_EQ(situation.fault, row.expected.second) << row.law;
  }
}

TEST(Situation, ASignIsReadFromTheBeginningOfAnId) {
  struct {
    std::string_view move;
    Sign sign;
  } const rows[] = {
      {"C.complaint", Sign::kTrouble},   {"C.complaint.deed", Sign::kTrouble},
      {"C.complaints", Sign::kNone},     {"G.apology.I", Sign::kSorry},
      {"N.dypii.ask", Sign::kCheck},     {"N.dypii.sure", Sign::kNone},
      {"N.sorry-refusal", Sign::kSmall}, {"C.fact", Sign::kNone},
  };
  for (const auto& row : rows) EXPECT_EQ(MeaningOf(row.move).sign, row.sign) << row.move;
}

}  // namespace
}  // namespace amends::conversation

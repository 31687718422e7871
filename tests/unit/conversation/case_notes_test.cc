#include "amends/conversation/case_notes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/moves_thread.h"

namespace amends::conversation {
namespace {

using amends::testing::MovesThread;
using input::FailureKind;
using Turns = std::vector<std::string>;

Situation Read(const Turns& turns, const input::Facts& facts = {}) {
  return MovesThread(turns).Read(facts);
}

TEST(CaseNotes, ThePhaseIsHowFarTheRecoveryHasCome) {
  struct {
    std::string_view law;
    Turns turns;
    Phase phase;
  } const rows[] = {
      {"nothing wrong, no recovery", {"C: C.question", "A: -"}, Phase::kNone},
      {"nobody has said sorry", {"C: C.complaint.fails", "A: -"}, Phase::kApologise},
      {"a repair alone is no apology",
       {"C: C.complaint.fails", "A: G.repair-done"},
       Phase::kApologise},
      {"sorry, and no repair",
       {"C: C.complaint.fails", "A: G.apology.I"},
       Phase::kReview},
      {"sympathy is no apology", {"C: C.loss", "A: G.sympathy"}, Phase::kApologise},
      {"nor is a sorry for something small",
       {"C: C.loss", "A: G.apology.I+N.sorry-small G.repair-offer"},
       Phase::kApologise},
      {"sorry, and a repair under way",
       {"C: C.loss", "A: G.apology.I", "C: -", "A: G.repair-offer"},
       Phase::kFix},
      {"the customer has taken it",
       {"C: C.loss", "A: G.apology.I G.repair-done", "C: C.accept", "A: -"},
       Phase::kDocument},
  };
  for (const auto& row : rows) EXPECT_EQ(Read(row.turns).phase, row.phase) << row.law;
}

TEST(CaseNotes, WhatTheCustomerTakesIsTheirLastWordOnIt) {
  struct {
    std::string_view law;
    Turns turns;
    Answer accepted;
  } const rows[] = {
      {"no apology, nothing to take", {"C: C.loss C.accept", "A: -"}, Answer::kUnknown},
      {"an apology without an answer", {"C: C.loss", "A: G.apology.I"}, Answer::kUnknown},
      {"taken", {"C: C.loss", "A: G.apology.I", "C: C.accept", "A: -"}, Answer::kYes},
      {"a repair may be taken too",
       {"C: C.loss", "A: G.repair-done", "C: C.accept", "A: -"},
       Answer::kYes},
      {"more trouble is a no",
       {"C: C.loss", "A: G.apology.I", "C: C.feeling", "A: -"},
       Answer::kNo},
      {"taken at last",
       {"C: C.loss", "A: G.apology.I", "C: C.feeling", "A: -", "C: C.accept", "A: -"},
       Answer::kYes},
      {"taken, and then trouble again",
       {"C: C.loss", "A: G.apology.I", "C: C.accept", "A: -", "C: C.loss", "A: -"},
       Answer::kNo},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Read(row.turns).accepted, row.accepted) << row.law;
  }
}

TEST(CaseNotes, ARepeatIsToldOrComesAfterARepair) {
  struct {
    std::string_view law;
    Turns turns;
    Answer repeated;
  } const rows[] = {
      {"once", {"C: C.loss", "A: -"}, Answer::kUnknown},
      {"nothing wrong, nothing again", {"C: C.thanks C.again", "A: -"}, Answer::kNo},
      {"told", {"C: C.loss C.again", "A: -"}, Answer::kYes},
      {"trouble after a repair",
       {"C: C.loss", "A: G.repair-done", "C: C.complaint.fails", "A: -"},
       Answer::kYes},
      {"trouble after an offer is the same trouble",
       {"C: C.loss", "A: G.repair-offer", "C: C.complaint.fails", "A: -"},
       Answer::kUnknown},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Read(row.turns).repeated, row.repeated) << row.law;
  }
}

TEST(CaseNotes, DangerGoesBeforeMoneyAndMoneyBeforeTheRest) {
  struct {
    std::string_view turn;
    std::optional<FailureKind> kind;
    std::optional<int> severity;
  } const rows[] = {
      {"C: C.question", std::nullopt, 0},
      {"C: -", std::nullopt, std::nullopt},
      {"C: C.complaint.trouble", std::nullopt, 1},
      {"C: C.complaint.fails", FailureKind::kOutcome, 1},
      {"C: C.complaint.waits C.feeling", FailureKind::kProcess, 2},
      {"C: C.complaint.waits C.complaint.deed C.complaint.fails", FailureKind::kProcess,
       1},
      {"C: C.complaint.waits C.complaint.money", FailureKind::kMoney, 1},
      {"C: C.complaint.money C.complaint.safety", FailureKind::kSafety, 3},
  };
  for (const auto& row : rows) {
    const Situation situation = Read({std::string(row.turn), "A: -"});
    EXPECT_EQ(situation.failure_kind, row.kind) << row.turn;
    EXPECT_EQ(situation.severity, row.severity) << row.turn;
  }
}

TEST(CaseNotes, FactsGoBeforeWords) {
  input::Facts facts;
  facts.severity = 3;
  facts.failure_kind = FailureKind::kMoney;
  facts.repeat_failures = 0;
  facts.apology_accepted = false;
  const Situation situation = Read(
      {"C: C.complaint.fails C.again", "A: G.apology.I", "C: C.accept", "A: -"}, facts);
  EXPECT_EQ(situation.severity, 3);
  EXPECT_EQ(situation.failure_kind, FailureKind::kMoney);
  EXPECT_EQ(situation.repeated, Answer::kNo);
  EXPECT_EQ(situation.accepted, Answer::kNo);
  facts.resolved = true;
  EXPECT_EQ(Read({"C: C.loss", "A: -"}, facts).phase, Phase::kDocument);
}

std::string Show(const Situation& situation) {
  std::string shown;
  for (const Note& note : situation.notes) {
    shown += fmt::format("{}{}{} {}:{}-{}", shown.empty() ? "" : "; ",
                         static_cast<int>(note.topic),
                         note.kind.empty() ? "" : " " + note.kind, note.where.turn,
                         note.where.span.start, note.where.span.end);
    if (note.due) shown += fmt::format(" by {}", note.due->span.start);
  }
  return shown;
}

TEST(CaseNotes, ANoteSaysWhatAndWhere) {
  struct {
    std::string_view law;
    Turns turns;
    std::string_view notes;
  } const rows[] = {
      {"the kind is what follows in the id", {"A: - G.apology.we"}, "0 we 0:1-2"},
      {"what overlaps is one note", {"A: G.next+G.repair-offer"}, "3 0:0-1"},
      {"what waits for a yes is no promise",
       {"A: G.repair-offer+N.open G.next N.open"},
       "3 0:1-2"},
      {"other topics are notes of their own",
       {"A: G.apology.I+G.responsibility"},
       "0 I 0:0-1; 2 0:0-1"},
      {"a promise knows by when", {"A: G.repair-offer - G.time"}, "3 0:0-1 by 2"},
      {"of its own sentence", {"A: G.repair-offer . G.time"}, "3 0:0-1"},
      {"a grant that is done says so",
       {"A: G.grant+G.repair-done G.grant"},
       "5 done 0:0-1; 5 0:1-2"},
      {"in the order of the thread",
       {"C: C.fact.date C.loss", "A: B.refusal"},
       "8 date 0:0-1; 11 0:1-2; 4 1:0-1"},
  };
  for (const auto& row : rows) EXPECT_EQ(Show(Read(row.turns)), row.notes) << row.law;
}

}  // namespace
}  // namespace amends::conversation

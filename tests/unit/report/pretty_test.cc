#include "amends/report/pretty.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "amends/report/cells.h"
#include "amends/report/excerpt.h"
#include "amends/report/proposal.h"
#include "tests/unit/report/sample.h"

namespace amends::report {
namespace {

using pack::Applicability;
using pack::Severity;

std::string Excerpt(const std::string& text, const std::string& marked, size_t width) {
  const Sample sample(text, {});
  std::string out;
  AppendExcerpt(Positions(text), sample.SpanOf(marked),
                {.width = width, .indent = 2, .ink = Ink(false), .hue = Hue::kRed}, out);
  return out;
}

TEST(Excerpt, PutsCaretsBelowTheWords) {
  struct Row {
    const char* what;
    std::string text;
    std::string marked;
    size_t width;
    const char* excerpt;
  };
  const Row rows[] = {
      {"a line", "I'm sorry if it broke.", "sorry if", 40,
       "  I'm sorry if it broke.\n"
       "      ^^^^^^^^\n"},
      {"the second line", "Hi,\r\nso sorry\r\n", "sorry", 40,
       "  so sorry\n"
       "     ^^^^^\n"},
      {"wide characters before", "漢字 😀 sorry", "sorry", 40,
       "  漢字 😀 sorry\n"
       "          ^^^^^\n"},
      {"wide characters within", "so 👍🏽 now", "👍🏽 now", 40,
       "  so 👍🏽 now\n"
       "     ^^^^^^\n"},
      {"a tab", "\tsorry", "sorry", 40,
       "      sorry\n"
       "      ^^^^^\n"},
      {"a control character", "a\x1b[0m sorry", "sorry", 40,
       "  a\uFFFD[0m sorry\n"
       "        ^^^^^\n"},
      {"over a line break", "I'm sorry\n  if it broke.", "sorry\n  if", 40,
       "  I'm sorry\n"
       "      ^^^^^\n"
       "    if it broke.\n"
       "    ^^\n"},
      {"over many lines", "one\ntwo\nthree\nfour", "one\ntwo\nthree\nfour", 40,
       "  one\n"
       "  ^^^\n"
       "  two\n"
       "  ^^^\n"
       "  …\n"},
      {"a long line is cut between words",
       "The first words are of no interest, but I'm sorry if it broke, and so on and on.",
       "sorry if", 34,
       "  …I'm sorry if it broke, and…\n"
       "       ^^^^^^^^\n"},
      {"the end of a long line", "The first words are of no interest, but I'm sorry.",
       "sorry", 30,
       "  …interest, but I'm sorry.\n"
       "                     ^^^^^\n"},
      {"a stretch longer than the width", "This all is what it is about, all of it.",
       "all is what it is about, all of it", 24,
       "  …all is what it is ab…\n"
       "   ^^^^^^^^^^^^^^^^^^^^\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Excerpt(row.text, row.marked, row.width), row.excerpt) << row.what;
  }
}

TEST(Excerpt, DoesNotDependOnWhatLiesFarOff) {
  for (const std::string piece :
       {"word ", "漢字", "😀 ", "é", "👍🏽", "\xFF", "\x80"}) {
    std::string near;
    while (near.size() < 2000) near += piece;
    std::string far = near;
    while (far.size() < 20'000) far += near;
    const std::string excerpt = Excerpt(near + " sorry " + near, "sorry", 40);
    EXPECT_EQ(Excerpt(far + " sorry " + far, "sorry", 40), excerpt) << piece;
    EXPECT_EQ(Excerpt(far + " sorry", "sorry", 40), Excerpt(near + " sorry", "sorry", 40))
        << piece;
    EXPECT_EQ(Excerpt("sorry " + far, "sorry", 40), Excerpt("sorry " + near, "sorry", 40))
        << piece;
  }
}

TEST(Excerpt, IsNeverWiderThanAsked) {
  const std::string pieces[] = {"word ", "a ", "漢字 ", "😀 ", "longerword", "\t", "é"};
  EXPECT_TRUE(rc::check([&] {
    std::string text;
    const int count = *rc::gen::inRange(1, 60);
    for (int i = 0; i < count; ++i) {
      text += pieces[*rc::gen::inRange<size_t>(0, std::size(pieces))];
    }
    const Positions positions(text);
    const auto size = static_cast<uint32_t>(text.size());
    const auto start = *rc::gen::inRange<uint32_t>(0, size);
    const auto end = *rc::gen::inRange<uint32_t>(start + 1, size + 1);
    const auto width = *rc::gen::inRange<size_t>(20, 90);
    std::string out;
    AppendExcerpt(positions, {start, end},
                  {.width = width, .indent = 4, .ink = Ink(false), .hue = Hue::kRed},
                  out);
    const Positions lines(out);
    for (uint32_t line = 1; line <= lines.lines(); ++line) {
      RC_ASSERT(DisplayWidth(lines.Line(line)) <= width);
    }
  }));
}

TEST(Proposal, IsTheSentenceAsItWouldStand) {
  struct Row {
    const char* what;
    std::string text;
    std::string replaced;
    std::string insert;
    std::string words;
  };
  const Row rows[] = {
      {"one of three sentences", "Hello. We're sorry it broke. Bye.", "We're", "I'm",
       "I'm sorry it broke."},
      {"a sentence that ends with the edit", "Hello. We're sorry.", "We're sorry.",
       "I'm sorry.", "I'm sorry."},
      {"a paragraph", "Dear Jo,\n\nwe're sorry\nit broke\n\nBye", "we're", "I'm",
       "I'm sorry it broke"},
      {"inside quotation marks", "It said “we are sorry.” Bye.", "we are", "I am",
       "It said “I am sorry.”"},
      {"a decimal ends nothing", "It's 3.5 for us. Bye.", "us", "me", "It's 3.5 for me."},
      {"nothing left", "Rest assured! Bye.", "Rest assured!", "", ""},
      {"a long sentence is cut between words",
       std::string(40, 'x') + ' ' + std::string(150, 'y') + " we're sorry " +
           std::string(160, 'z') + ' ' + std::string(40, 'x'),
       "we're", "I'm", "… " + std::string(150, 'y') + " I'm sorry …"},
  };
  for (const Row& row : rows) {
    const Sample sample(row.text, {});
    EXPECT_EQ(ProposedWords(row.text, Replacing(Applicability::kSafe, "",
                                                sample.SpanOf(row.replaced), row.insert)),
              row.words)
        << row.what;
  }
}

std::string Report(const Sample& sample, const Style& style) {
  std::string out;
  AppendPretty(sample.draft(), style, out);
  return out + PrettySummary(sample.totals(), style);
}

Sample TwoFindings() {
  const std::string text = "Hello Jo,\n\nWe're sorry if this caused any inconvenience.\n";
  const Sample plain(text, {});
  return Sample(text,
                {{.severity = Severity::kError,
                  .rule = "structure/no-repair",
                  .message = "Nothing here says what happens now.",
                  .suggestions = {{Applicability::kAdvice, "Say what you do next", {}}}},
                 {.severity = Severity::kWarning,
                  .rule = "pronoun/we-sorry",
                  .marked = "We're sorry",
                  .message = "“We're sorry”: nobody in particular is sorry.",
                  .hears = "Somebody here may be sorry.",
                  .suggestions = {Replacing(Applicability::kSafe, "Say it yourself",
                                            plain.SpanOf("We're"), "I'm")}}});
}

TEST(Pretty, TellsEachFindingAndWhatToDo) {
  EXPECT_EQ(
      Report(TwoFindings(), {.version = "", .fix_command = "amends check --fix r"}),
      "reply.txt\n"
      "\n"
      "warning  3:1  pronoun/we-sorry\n"
      "  “We're sorry”: nobody in particular is sorry.\n"
      "    We're sorry if this caused any inconvenience.\n"
      "    ^^^^^^^^^^^\n"
      "  The customer hears: “Somebody here may be sorry.”\n"
      "  → Say it yourself: “I'm sorry if this caused any inconvenience.” (--fix does\n"
      "    this)\n"
      "\n"
      "error  the whole reply  structure/no-repair\n"
      "  Nothing here says what happens now.\n"
      "  → Say what you do next.\n"
      "\n"
      "1 error, 1 warning. Fix the error before sending; `amends check --fix r` makes\n"
      "the 1 safe change.\n");
}

// Findings are those of hint, info, warning, error.
Totals Sum(size_t drafts, size_t with_findings, std::array<size_t, 4> findings,
           size_t safe_changes) {
  Totals totals;
  totals.drafts = drafts;
  totals.with_findings = with_findings;
  totals.findings = findings;
  totals.safe_changes = safe_changes;
  return totals;
}

TEST(Pretty, SaysWhatToDo) {
  Totals noted = Sum(1, 0, {}, 0);
  noted.only_notes = 1;
  Totals many_noted = Sum(3, 0, {}, 0);
  many_noted.only_notes = 2;
  Totals empty = Sum(1, 0, {}, 0);
  empty.empty = 1;
  Totals some_unreadable = Sum(3, 2, {0, 0, 1, 2}, 0);
  some_unreadable.unreadable = 1;
  struct Row {
    const char* what;
    Totals totals;
    bool many;
    const char* summary;
  };
  const Row rows[] = {
      {"nothing found", Sum(1, 0, {}, 0), false, "Nothing to mend. Good to send.\n"},
      {"a note", noted, false, "\nNothing found; see the note above.\n"},
      {"no word", empty, false, "There is nothing to check.\n"},
      {"hints", Sum(1, 1, {2, 1, 0, 0}, 0), false,
       "\n1 info, 2 hints. Good to send as it is.\n"},
      {"warnings", Sum(1, 1, {0, 0, 3, 0}, 2), false,
       "\n3 warnings. Worth another look before sending; `fix` makes the 2 safe "
       "changes.\n"},
      {"many", Sum(3, 0, {}, 0), true, "3 drafts: nothing to mend.\n"},
      {"many with notes", many_noted, true,
       "3 drafts: nothing to mend. -v shows the notes on 2 drafts.\n"},
      {"many with findings", some_unreadable, true,
       "\n3 drafts, 2 with something to mend: 2 errors, 1 warning. Fix the errors "
       "before\n"
       "sending. 1 could not be read.\n"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(PrettySummary(row.totals,
                            {.many = row.many, .version = "", .fix_command = "fix"}),
              row.summary)
        << row.what;
  }
}

TEST(Pretty, PaintsOnlyWhenAsked) {
  EXPECT_EQ(Report(TwoFindings(), {}).find('\x1b'), std::string::npos);
  const std::string painted =
      Report(TwoFindings(), {.color = true, .version = "", .fix_command = ""});
  EXPECT_NE(painted.find("\x1b[1;31merror\x1b[0m"), std::string::npos);
}

TEST(Pretty, LeavesOutCleanDrafts) {
  EXPECT_EQ(Report(Sample("Thanks.", {}), {}), "Nothing to mend. Good to send.\n");
}

}  // namespace
}  // namespace amends::report

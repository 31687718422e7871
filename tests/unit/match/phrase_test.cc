// The syntax of phrases: the tree of each, and what is said where one is wrong.
#include "amends/match/phrase.h"

#include <string>
#include <variant>

#include <gtest/gtest.h>

namespace amends::match {
namespace {

std::string Show(const Node& node);

std::string ShowChildren(const Node& node) {
  std::string shown;
  for (const Node& child : node.children) {
    shown += (shown.empty() ? "" : " ") + Show(child);
  }
  return shown;
}

std::string Forms(const Node& node) {
  return node.forms == kAllForms ? "" : std::to_string(node.forms);
}

std::string ShowBare(const Node& node) {
  switch (node.kind) {
    case Node::Kind::kWord:
      return node.text;
    case Node::Kind::kMark:
      return "'" + node.text + "'";
    case Node::Kind::kVerb:
      return node.text + "~" + Forms(node);
    case Node::Kind::kClass:
      return "{" + node.text + Forms(node) + "}";
    case Node::Kind::kGap:
      return "gap" + std::to_string(node.limit);
    case Node::Kind::kSequence:
      return "(" + ShowChildren(node) + ")";
    case Node::Kind::kChoice:
      return "any(" + ShowChildren(node) + ")";
    case Node::Kind::kOptional:
      return "maybe(" + ShowChildren(node) + ")";
    case Node::Kind::kRepeat:
      return "often(" + ShowChildren(node) + ")";
    case Node::Kind::kCapture:
      return node.text + "=" + ShowChildren(node);
    case Node::Kind::kSentenceStart:
      return "<<";
    case Node::Kind::kSentenceEnd:
      return ">>";
    case Node::Kind::kClauseStart:
      return "<";
    case Node::Kind::kClauseEnd:
      return ">";
    case Node::Kind::kBreak:
      return "/";
    case Node::Kind::kInsertion:
      return "~";
  }
  return "?";
}

std::string Show(const Node& node) {
  return (node.head ? "@" : "") + std::string(node.negated ? "!" : "") + ShowBare(node);
}

struct PhraseRow {
  const char* phrase;
  const char* tree;
};

TEST(Syntax, GivesTheseTrees) {
  const PhraseRow rows[] = {
      {"sorry if", "(sorry if)"},
      {" sorry \t\n if ", "(sorry if)"},
      {"I'm so-so", "(I'm so-so)"},
      {"sorry, but", "(sorry ',' but)"},
      {"sorry ,but", "(sorry ',' but)"},
      {"well...but", "(well '...' but)"},
      {"so?! yes", "(so '?!' yes)"},
      {"so!! - ; 20%", "(so '!!' - ';' 20 '%')"},
      {"e.g. 9:30 1,000 2.5", "(e.g '.' 9:30 1,000 2.5)"},
      {"note: so", "(note ':' so)"},
      {"\"so\"", "('\"' so '\"')"},
      {"it 's '", "(it ''s' ''')"},
      {"it ’s", "(it '’s')"},
      {"and\\/or \\( \\[\\[ \\~", "(and '/' or '(' '[[' '~')"},
      {"\\[ \\[", "('[' '[')"},
      {"lose~", "(lose~)"},
      {"lose~base+s", "(lose~3)"},
      {"lose~ed, so", "(lose~12 ',' so)"},
      {"lose~past ~ so", "(lose~4 ~ so)"},
      {"{a-b} {x_1~ing} {a~}", "({a-b} {x_116} {a})"},
      {"{gap} {gap:1} {gap:30}", "(gap8 gap1 gap30)"},
      {"{gap-like}", "({gap-like})"},
      {"(a|b c)", "(any((a) (b c)))"},
      {"x (a|b c) y", "(x any((a) (b c)) y)"},
      {"a|b c", "(any((a) (b c)))"},
      {"(a b)", "((a b))"},
      {"x (a b) y", "(x (a b) y)"},
      {"[a|b] c*", "(maybe(any((a) (b))) often(c))"},
      {"[[a] b]*", "(often(maybe((maybe((a)) b))))"},
      {"(deed: {gap} so)", "(deed=(gap8 so))"},
      {"(a1-b: x|y) (9:30|10:30)", "(a1-b=any((x) (y)) any((9:30) (10:30)))"},
      {"( a : x)", "((a ':' x))"},
      {"!so !{a} !lose~s !é", "(!so !{a} !lose~2 !é)"},
      {"! so", "('!' so)"},
      {"so!", "(so '!')"},
      {"@so @{a} @(a|b) @!so", "(@so @{a} @any((a) (b)) @!so)"},
      {"very* @for*", "(often(very) often(@for))"},
      {"<< < a > >>", "(<< < a > >>)"},
      {"<<a/b>>", "(<< a / b >>)"},
      {"<a> ~ b", "(< a > ~ b)"},
  };
  for (const PhraseRow& row : rows) {
    const auto parsed = ParsePhrase(row.phrase);
    if (const auto* error = std::get_if<PhraseError>(&parsed)) {
      ADD_FAILURE() << row.phrase << ": " << error->message;
    } else {
      EXPECT_EQ(Show(std::get<Node>(parsed)), row.tree) << row.phrase;
    }
  }
}

TEST(Syntax, KnowsWhereEachPartStands) {
  const auto parsed = ParsePhrase("so {loss~past} (x: é) [a]* lose~s");
  const Node& root = std::get<Node>(parsed);
  ASSERT_EQ(root.children.size(), 5u);
  const std::pair<uint32_t, uint32_t> places[] = {
      {0, 2}, {3, 11}, {15, 7}, {23, 4}, {28, 6}};
  for (size_t i = 0; i < root.children.size(); ++i) {
    EXPECT_EQ(std::pair(root.children[i].offset, root.children[i].length), places[i])
        << i;
  }
}

struct PhraseFault {
  std::string phrase;
  uint32_t offset;
  uint32_t length;
  const char* message;
  const char* hint;
};

const char* const kMark = "write a backslash before it if the mark itself is meant";
const char* const kForms =
    "the forms are base, s, past, part, ing and ed (past or part), joined by +";

TEST(Syntax, SaysWhatIsWrongAndWhere) {
  const std::string deep(41, '(');
  const PhraseFault faults[] = {
      {"", 0, 1, "this phrase is empty", ""},
      {" \t", 0, 1, "this phrase is empty", ""},
      {"so)", 2, 1, "“)” closes nothing", kMark},
      {"so ] x", 3, 1, "“]” closes nothing", kMark},
      {"so } x", 3, 1, "“}” closes nothing", kMark},
      {"so (a|b", 3, 1, "this bracket is never closed", "add )"},
      {"so [a)", 3, 1, "this bracket is never closed", "add ]"},
      {"so (a]", 3, 1, "this bracket is never closed", "add )"},
      {"so {a", 3, 1, "this brace is never closed", "add }"},
      {"so ( )", 3, 3, "nothing stands in these brackets", ""},
      {"so []", 3, 2, "nothing stands in these brackets", ""},
      {"so (x: )", 3, 5, "nothing stands in these brackets", ""},
      {"(a|)", 3, 1, "one of the choices is empty", "write [x] for what may be missing"},
      {"(|a)", 1, 1, "one of the choices is empty", "write [x] for what may be missing"},
      {"a||b", 2, 1, "one of the choices is empty", "write [x] for what may be missing"},
      {"* so", 0, 1, "“*” goes after a word, a class or a bracket", ""},
      {"so *", 3, 1, "“*” goes after a word, a class or a bracket", ""},
      {"so**", 3, 1, "“*” goes after a word, a class or a bracket", ""},
      {"so !(a|b)", 3, 6, "“!” goes before a word or a class",
       "write a blank after it if the mark itself is meant"},
      {"![a]", 0, 4, "“!” goes before a word or a class",
       "write a blank after it if the mark itself is meant"},
      {"so !{gap}", 3, 6, "“!” goes before a word or a class",
       "write a blank after it if the mark itself is meant"},
      {"so @ x", 3, 1, "“@” goes right before a word, a class or a bracket", ""},
      {"so @", 3, 1, "“@” goes right before a word, a class or a bracket", ""},
      {"(a|@)", 3, 1, "“@” goes right before a word, a class or a bracket", ""},
      {"@@so", 0, 1, "“@” goes right before a word, a class or a bracket", ""},
      {"so \\", 3, 1, "a mark is missing after the backslash", ""},
      {"so \\n", 3, 1, "a mark is missing after the backslash", ""},
      {"so \\“", 3, 1, "a mark is missing after the backslash", ""},
      {"so {}", 3, 2,
       "a class is written like {intensifier}: letters, digits and hyphens", ""},
      {"so {a b}", 3, 5,
       "a class is written like {intensifier}: letters, digits and hyphens", ""},
      {"so {~past}", 3, 7,
       "a class is written like {intensifier}: letters, digits and hyphens", ""},
      {"so {a~future}", 6, 6, "“future” is no form of a verb", kForms},
      {"lose~passed", 5, 6, "“passed” is no form of a verb", kForms},
      {"lose~past+x", 5, 6, "“x” is no form of a verb", kForms},
      {"so {gap:0}", 3, 7, "a gap holds 1 to 30 words", "write {gap:5}"},
      {"so {gap:31}", 3, 8, "a gap holds 1 to 30 words", "write {gap:5}"},
      {"so {gap:}", 3, 6, "a gap holds 1 to 30 words", "write {gap:5}"},
      {"so {gap:4x}", 3, 8, "a gap holds 1 to 30 words", "write {gap:5}"},
      {"so {gap:99999999999}", 3, 17, "a gap holds 1 to 30 words", "write {gap:5}"},
      {deep + "a" + std::string(41, ')'), 41, 1, "brackets are nested more than 40 deep",
       ""},
      {std::string(2001, 'a'), 0, 1, "this phrase is longer than 2,000 characters",
       "split it into several"},
  };
  for (const PhraseFault& fault : faults) {
    const auto parsed = ParsePhrase(fault.phrase);
    const auto* error = std::get_if<PhraseError>(&parsed);
    if (error == nullptr) {
      ADD_FAILURE() << fault.phrase << ": " << Show(std::get<Node>(parsed));
      continue;
    }
    EXPECT_EQ(error->message, fault.message) << fault.phrase;
    EXPECT_EQ(error->hint, fault.hint) << fault.phrase;
    EXPECT_EQ(error->offset, fault.offset) << fault.phrase;
    EXPECT_EQ(error->length, fault.length) << fault.phrase;
  }
}

TEST(Syntax, CountsCharactersAndLevelsUpToTheLimit) {
  std::string accents;
  for (int i = 0; i < 2000; ++i) accents += "é";
  const std::string deep = std::string(40, '(') + "a" + std::string(40, ')');
  for (const std::string& phrase : {accents, deep, std::string(2000, 'a')}) {
    EXPECT_TRUE(std::holds_alternative<Node>(ParsePhrase(phrase))) << phrase;
  }
}

}  // namespace
}  // namespace amends::match

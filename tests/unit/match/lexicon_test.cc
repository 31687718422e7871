// Words and classes of phrases: what they come to, and what is said where one is wrong.
#include "amends/match/lexicon.h"

#include <string>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/phrases.h"

namespace amends::match {
namespace {

using Texts = std::vector<std::string>;
using testing::MakeClass;
using testing::Phrases;

std::vector<pack::ClassDef> Classes() {
  return {
      MakeClass("degree", {"so", "very", "ever so"}),
      MakeClass("loss", {"misplace~past", "a write-off"}, {"lose", "be"}),
      MakeClass("feeling", {"sorry", "{sad}"}),
      MakeClass("sad", {"sad", "unhappy"}),
      MakeClass("mishap", {"{loss}", "delay"}),
      MakeClass("name", {"{Cap}", "ms {Cap}"}),
      MakeClass("far", {"{gap:2} away"}),
  };
}

struct LexiconRow {
  const char* phrase;
  const char* text;
  const char* matches;
};

void Check(std::span<const LexiconRow> rows, const std::vector<pack::ClassDef>& classes) {
  Texts written;
  for (const LexiconRow& row : rows) written.emplace_back(row.phrase);
  const Phrases phrases = Phrases::Apart(written, classes);
  for (const LexiconProblem& problem : phrases.problems()) {
    ADD_FAILURE() << problem.origin.pointer << ": " << problem.error.message;
  }
  for (uint32_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(phrases.Show(rows[i].text, i), rows[i].matches)
        << rows[i].phrase << " in " << rows[i].text;
  }
}

TEST(PhraseWords, AreReadAsTheTextIs) {
  const LexiconRow rows[] = {
      {"I'm", "I am, I'm, im", "I am | I'm | im"},
      {"Apologised", "we apologized, we apologised", "apologized | apologised"},
      {"FOLLOW-UP", "the follow up, a follow-up", "follow up | follow-up"},
      {"it 's", "it's, its late", "it's | its"},
      {"'s late", "it's late. Is late", "it's late"},
      {"driver ’s", "The driver’s late", "driver’s"},
      {"they 've", "They've gone. they have", "They've | they have"},
      {"20%", "20 % and 20%", "20 % | 20%"},
      {"at 9:30", "At 9:30.", "At 9:30"},
      {"1,000 boxes", "1,000 boxes", "1,000 boxes"},
      {"why?!", "Why?! Why!? Why?", "Why?! | Why!? | Why?"},
      {"so - sorry", "so — sorry, so -- sorry", "so — sorry | so -- sorry"},
      {"\\[\\[", "[[name]] [name]", "[[name]]"},
      {"€20", "€20, 20", "€20"},
  };
  Check(rows, {});
}

TEST(PhraseVerbs, TakeTheFormsThatAreNamed) {
  const char* const text = "lose loses lost losing";
  const LexiconRow rows[] = {
      {"lose~", text, "lose | loses | lost | losing"},
      {"lose~base", text, "lose"},
      {"lose~s", text, "loses"},
      {"lose~past", text, "lost"},
      {"lose~part+ing", text, "lost | losing"},
      {"Apologise~ed", "we apologized, they apologise", "apologized"},
      {"see~ed", "saw, seen, see", "saw | seen"},
      {"we !lose~", "we lost, we broke it", "we broke"},
  };
  Check(rows, {});
}

TEST(Classes, MatchTheirMembers) {
  const LexiconRow rows[] = {
      {"{degree} sorry", "so sorry, ever so sorry, quite sorry",
       "so sorry | ever so sorry"},
      {"we {loss~past} it", "we lost it, we misplaced it, we lose it, we were it",
       "we lost it | we misplaced it | we were it"},
      {"we {loss}", "we losing, we misplaced, we misplace, we a write-off",
       "we losing | we misplaced | we a write-off"},
      {"{loss~ing}", "losing, misplacing, being", "losing | being"},
      {"we {mishap~past}", "we lost, we delay, we misplaced", "we lost | we misplaced"},
      {"{feeling}", "sorry, sad, unhappy, glad", "sorry | sad | unhappy"},
      {"am !{feeling}", "am sorry, am glad, am, sorry", "am glad"},
      {"dear {name}", "dear Ana, dear Ms Lee, dear you", "dear Ana | dear Ms"},
      {"dear {name} now", "dear Ana now, dear Ms Lee now",
       "dear Ana now | dear Ms Lee now"},
      {"so {far}", "so very far away, so away", "so very far away | so away"},
      {"sorry {far}", "sorry you went away", "sorry you went away"},
      {"sorry {gap:2} away", "sorry you went away", "-"},
  };
  Check(rows, Classes());
}

TEST(Classes, AreBuiltInForWhatAWordIs) {
  const LexiconRow rows[] = {
      {"so {word}", "so late, so, late", "so late"},
      {"so !{word}", "so late", "-"},
      {"so {punct}", "so late, so, late", "so,"},
      {"so !{punct}", "so late, so, late", "so late"},
      {"{number}", "5, SAVE10, five", "5 | SAVE10"},
      {"{Cap}", "Tom met Ana in LONDON, and I saw", "Ana"},
      {"{CAPS}", "SORRY for the DELAY", "SORRY | DELAY"},
      {"say {quoted} {quoted}", "say “so sorry” now", "-"},
      {"“ {quoted} {quoted}", "say “so sorry” now", "“so sorry"},
      {"see {verbatim}", "see https://x.com/a or see x", "see https://x.com/a"},
      {"so !{Cap}", "so late, so Late", "so late"},
  };
  Check(rows, {});
}

TEST(Classes, OfShapesMatchWholeWordsWithADigit) {
  std::vector<pack::ClassDef> classes = {MakeClass("code", {"gift card"})};
  classes[0].shape = "[a-z]+[0-9]+|x";
  const LexiconRow rows[] = {
      {"use {code}", "use SAVE10, use a gift card, use gift card, use x, use 10save",
       "use SAVE10 | use gift card"},
  };
  Check(rows, classes);
}

// Of equally short ways the words of a class go first, then its members in their order.
TEST(Classes, GoThroughTheirMembersInOrder) {
  const std::vector<pack::ClassDef> classes = {
      MakeClass("long-first", {"a b c", "a b", "a"})};
  const LexiconRow rows[] = {
      {"(span: {long-first}) [b] [c] d", "a b c d", "a"},
      {"(span: {long-first}) [c] d", "a b c d", "a b c"},
  };
  Check(rows, classes);
}

TEST(Classes, MayLackMembersWhereTheyAreOpen) {
  std::vector<pack::ClassDef> classes = {MakeClass("product", {})};
  classes[0].open = true;
  const LexiconRow rows[] = {{"the ({product}|box)", "the box, the tent", "the box"}};
  Check(rows, classes);
}

std::string Show(const std::vector<LexiconProblem>& problems) {
  std::string shown;
  for (const LexiconProblem& problem : problems) {
    const PhraseError& error = problem.error;
    shown += fmt::format(
        "{}{}:{}+{}: {}{}\n", problem.origin.file, problem.origin.pointer, error.offset,
        error.length, error.message, error.hint.empty() ? "" : " [" + error.hint + "]");
  }
  return shown;
}

struct LexiconFault {
  const char* phrase;
  const char* problem;
};

TEST(Phrases, SayWhatIsWrongWithThem) {
  const LexiconFault faults[] = {
      {"so {degre} x", "3+7: there is no class “degre” [did you mean “degree”?]"},
      {"so {nothing-like-it}", "3+17: there is no class “nothing-like-it”"},
      {"so {Degree}", "3+8: there is no class “Degree” [did you mean “degree”?]"},
      {"{degree~past}", "0+13: the class “degree” has no verb in this form"},
      {"so {Cap~past}", "3+10: {Cap} has no forms of a verb"},
      {"so !can't", "3+6: “!” goes before one word [“can't” is read as several]"},
      {"so !{degree}",
       "3+9: “!” goes before a class of single words "
       "[“degree” has members that are more than a word]"},
      {"follow-up~past",
       "0+14: “~” goes behind one word [“follow-up” is read as several]"},
      {"sorry \xC2\xAD now", "6+2: “\xC2\xAD” holds no word"},
      {">> so", "3+2: nothing can stand after the end of the sentence [“>>” goes last]"},
      {"so <<",
       "3+2: nothing can stand before the start of the sentence [“<<” goes first]"},
      {"[so] {gap}",
       "0+10: this phrase has no word that must be there "
       "[add a word or a class that every match contains]"},
      {"{word} {punct}",
       "0+14: this phrase has no word that must be there "
       "[add a word or a class that every match contains]"},
      {"(so|{word})",
       "0+11: this phrase has no word that must be there "
       "[add a word or a class that every match contains]"},
      {"so @[very]", "3+7: “@” goes before a word that must be there"},
      {"so @{gap}", "3+6: “@” goes before a word that must be there"},
      {"so @<", "3+2: “@” goes before a word that must be there"},
      {"so [@very]", "3+7: “@” stands in what may be missing"},
      {"so @very*", "3+6: “@” stands in what may be missing"},
      {"@so @very", "4+5: this is the second “@” [a match has one head]"},
      {"so @(very @much)", "3+13: there is a second “@” inside [a match has one head]"},
      {"so (@very|[much])",
       "4+12: “@” stands in a choice that may hold no word "
       "[each alternative needs a word that must be there]"},
      {"(a: so (a: very))", "7+9: the capture “a” stands inside itself"},
      {"(a: x) (b: x) (c: x) (d: x) (e: x) (f: x) (g: x) (h: x) (i: x)",
       "56+6: a phrase has at most 8 captures"},
      {"so (", "3+1: this bracket is never closed [add )]"},
  };
  Texts written;
  for (const LexiconFault& fault : faults) written.emplace_back(fault.phrase);
  const Phrases phrases(written, Classes());
  ASSERT_EQ(phrases.problems().size(), std::size(faults));
  for (size_t i = 0; i < written.size(); ++i) {
    EXPECT_EQ(Show({phrases.problems()[i]}),
              fmt::format("phrases/{}:{}\n", i, faults[i].problem))
        << written[i];
  }
  EXPECT_EQ(phrases.set().size(), 0u);
}

TEST(Phrases, AreNotTooLargeOnceLaidOut) {
  std::string adverbs = "so";
  for (int i = 0; i < 133; ++i) adverbs += " ((a b)*)*";
  EXPECT_EQ(Show(Phrases({adverbs}).problems()), "");
  EXPECT_EQ(
      Show(Phrases({adverbs + " ((a b)*)*"}).problems()),
      "phrases/0:0+1: this phrase is too large once its choices are laid out [split it "
      "into several, or move choices into a class]\n");
  std::string nested = "so";
  for (int i = 0; i < 12; ++i) nested = "(" + nested + ")*";
  EXPECT_EQ(Phrases({"so " + nested}).problems().size(), 1u);
}

TEST(Phrases, MayHaveAHeadInEveryAlternative) {
  const Phrases phrases(
      {"(@so very|so @much)", "x (@so|much)", "@(so|much)", "(d: @so) x", "@!so x"});
  EXPECT_EQ(Show(phrases.problems()), "");
}

TEST(Classes, AreNotTooLargeOnceLaidOut) {
  const std::vector<std::string> many(70'000, "{Cap} away");
  EXPECT_EQ(Show(Phrases({}, {MakeClass("many", many)}).problems()),
            "classes/many:0+1: this phrase is too large once its choices are laid out "
            "[split it into several, or move choices into a class]\n");
}

struct ClassFault {
  std::vector<pack::ClassDef> classes;
  const char* problems;
};

TEST(Classes, SayWhatIsWrongWithTheirMembers) {
  std::vector<ClassFault> faults = {
      {{MakeClass("a", {"x", "{b}"}), MakeClass("b", {"{a}", "y"})},
       "classes/b/any/0:0+3: the class “a” contains itself "
       "[take one of the classes out of the circle]\n"},
      {{MakeClass("a", {"{a}"})},
       "classes/a/any/0:0+3: the class “a” contains itself "
       "[take one of the classes out of the circle]\n"},
      {{MakeClass("a", {"x", "{c}", "so ("})},
       "classes/a/any/1:0+3: there is no class “c” [did you mean “a”?]\n"
       "classes/a/any/2:3+1: this bracket is never closed [add )]\n"},
      {{MakeClass("a", {"(b: x)", "@x y", "x y"})},
       "classes/a/any/0:0+6: a member of a class holds no captures\n"
       "classes/a/any/1:0+4: a member of a class has no “@”\n"},
      {{MakeClass("a", {"[x]", "{gap}", "<<", "x"})},
       "classes/a/any/0:0+3: a member of a class needs a word that must be there\n"
       "classes/a/any/1:0+5: a member of a class needs a word that must be there\n"
       "classes/a/any/2:0+2: a member of a class needs a word that must be there\n"},
      {{MakeClass("a", {})}, "classes/a:0+1: this class has no members\n"},
      {{MakeClass("word", {"x"}), MakeClass("gap", {"x"})},
       "classes/word:0+1: the class “word” is built in [choose another id]\n"
       "classes/gap:0+1: the class “gap” is built in [choose another id]\n"},
  };
  faults.push_back({{MakeClass("a", {"x"})},
                    "classes/a:0+1: the shape is no regular expression: missing ): ( "
                    "[see the syntax of RE2]\n"});
  faults.back().classes[0].shape = "(";
  for (const ClassFault& fault : faults) {
    const Phrases phrases(std::vector<std::string>{}, fault.classes);
    EXPECT_EQ(Show(phrases.problems()), fault.problems);
  }
}

TEST(Classes, MatchWhatIsRightInThemInSpiteOfProblems) {
  const std::vector<pack::ClassDef> classes = {
      MakeClass("a", {"[x]", "(b: y)", "so late", "{b}"}), MakeClass("b", {"{a}", "no"})};
  const Phrases phrases({"it is {a}"}, classes);
  EXPECT_EQ(phrases.problems().size(), 3u);
  EXPECT_EQ(phrases.Show("it is so late. it is no. it is x"), "it is so late | it is no");
}

std::vector<pack::ClassDef> Chain(int length) {
  std::vector<pack::ClassDef> classes;
  for (int i = 0; i < length; ++i) {
    const std::string next =
        i + 1 < length ? fmt::format("{{c{:02}}} x", i + 1) : std::string("end");
    classes.push_back(MakeClass(fmt::format("c{:02}", i), {next}));
  }
  return classes;
}

TEST(Classes, StandAtMostTwentyDeep) {
  EXPECT_EQ(Show(Phrases({"{c00}"}, Chain(20)).problems()), "");
  EXPECT_EQ(Phrases({"{c00}"}, Chain(20))
                .Show("end" + std::string(" x x x x x x x x x x"
                                          " x x x x x x x x x")),
            "end x x x x x x x x x x x x x x x x x x x");
  std::vector<pack::ClassDef> classes = Chain(21);
  EXPECT_EQ(
      Show(Phrases(std::vector<std::string>{}, classes).problems()),
      "classes/c19/any/0:0+5: classes stand more than 20 deep inside one another\n");
  // Named so that the innermost is read first.
  for (pack::ClassDef& definition : classes) {
    const auto rename = [](const std::string& id) {
      return fmt::format("{:02}", 50 - std::stoi(id));
    };
    definition.id = "c" + rename(definition.id.substr(1));
    std::string& member = definition.any[0].text;
    if (member != "end") member = "{c" + rename(member.substr(2, 2)) + "} x";
  }
  EXPECT_EQ(
      Show(Phrases(std::vector<std::string>{}, classes).problems()),
      "classes/c00/any/0:0+5: classes stand more than 20 deep inside one another\n");
}

// Every class holds the one before it hundreds of times: what is kept of each must not
// multiply.
TEST(Classes, DoNotGrowWhereTheyStandInsideOneAnother) {
  std::string members = "{c0} y";
  std::vector<pack::ClassDef> classes = {MakeClass("c0", {"a b", "c d", "e f"})};
  for (int i = 1; i < 20; ++i) {
    const std::string inner = fmt::format("{{c{}}}", i - 1);
    std::string choice = "(" + inner;
    for (int k = 0; k < 200; ++k) choice += "|" + inner;
    classes.push_back(MakeClass(fmt::format("c{}", i), {choice + ") y", inner}));
  }
  const Phrases phrases({"x {c19} z"}, classes);
  EXPECT_EQ(Show(phrases.problems()), "");
  EXPECT_LE(phrases.set().program(0).keys.size(), 6u);
  EXPECT_EQ(phrases.Show("x c d y y z"), "x c d y y z");
}

TEST(Lexicon, KnowsItsClasses) {
  const Phrases phrases(std::vector<std::string>{}, Classes());
  EXPECT_TRUE(phrases.lexicon().HasClass("degree"));
  EXPECT_FALSE(phrases.lexicon().HasClass("degre"));
  EXPECT_EQ(phrases.lexicon().ClassIds(),
            (Texts{"degree", "far", "feeling", "loss", "mishap", "name", "sad", "word",
                   "number", "Cap", "CAPS", "quoted", "verbatim", "punct"}));
}

}  // namespace
}  // namespace amends::match

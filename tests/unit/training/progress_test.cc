// What people have answered: in the file and out of it again, and wholly gone when it is
// deleted. What happens to several processes is in progress_crash_test.cc.
#include "amends/training/progress.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "amends/training/progress_schema.h"
#include "tests/unit/training/kept_progress.h"

namespace amends::training {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

// What it says when it refuses; empty if it does not.
template <typename Work>
std::string Refusal(const Work& work) {
  try {
    work();
  } catch (const ProgressError& error) {
    return error.what();
  }
  return "";
}

std::vector<std::string> NamesOf(const std::vector<Person>& persons) {
  std::vector<std::string> names;
  names.reserve(persons.size());
  for (const Person& person : persons) names.push_back(person.team + "/" + person.name);
  return names;
}

TEST(ProgressPersons, AreKeptByTeamAndName) {
  const KeptProgress kept;
  Person ann;
  {
    Progress progress = kept.Open();
    ann = progress.AddPerson("Ann", "Desk", kStart);
    progress.AddPerson("Zoë", "", kStart + 1);
    progress.AddPerson("Ann", "", kStart + 2);
    progress.AddPerson("Ben", "Desk", kStart + 3);
  }
  const Progress progress = kept.Open();
  EXPECT_EQ(ann.id.size(), 32u);
  EXPECT_EQ(progress.PersonWithId(ann.id), ann);
  EXPECT_EQ(progress.PersonWithId("nobody"), std::nullopt);
  EXPECT_EQ(progress.FindPerson("Ann", "Desk"), ann);
  EXPECT_EQ(progress.FindPerson("  Ann\t", " Desk "), ann);
  EXPECT_EQ(progress.FindPerson("ann", "Desk"), std::nullopt);
  EXPECT_EQ(progress.FindPerson("", ""), std::nullopt);
  EXPECT_EQ(NamesOf(progress.Persons()),
            (std::vector<std::string>{"/Ann", "/Zoë", "Desk/Ann", "Desk/Ben"}));
  EXPECT_EQ(NamesOf(progress.Persons("Desk")),
            (std::vector<std::string>{"Desk/Ann", "Desk/Ben"}));
  EXPECT_EQ(NamesOf(progress.Persons("")), (std::vector<std::string>{"/Ann", "/Zoë"}));
}

TEST(ProgressPersons, HaveWhateverNamesPeopleHave) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  for (const char* name : {"O'Brien; DROP TABLE persons", "李小龙", "Ngũgĩ wa Thiong’o",
                           "🙂", "محمد", "a\\\"b", "%_", "X"}) {
    const Person person = progress.AddPerson(name, "Desk", kStart);
    EXPECT_EQ(person.name, name);
    EXPECT_EQ(progress.FindPerson(name, "Desk"), person) << name;
  }
}

TEST(ProgressPersons, NamesAreTidied) {
  EXPECT_EQ(TidyName("\xC2\xA0\t Ann Lee\xE3\x80\x80\n"), "Ann Lee");
  EXPECT_EQ(TidyName(std::string(kLongestName, 'a')), std::string(kLongestName, 'a'));
  const std::string bad[] = {"",
                             "   ",
                             "\xE3\x80\x80",
                             "two\nlines",
                             std::string("a\0b", 3),
                             "a\x7F",
                             "a\u0085z",
                             "\xFF",
                             "cut \xE3\x80",
                             std::string(kLongestName + 1, 'a')};
  const KeptProgress kept;
  Progress progress = kept.Open();
  for (const std::string& name : bad) {
    EXPECT_EQ(TidyName(name), std::nullopt) << name;
    EXPECT_EQ(Refusal([&] { progress.AddPerson(name, "", kStart); }),
              "a person needs a name, of 200 bytes of UTF-8 at most, on one line");
  }
  EXPECT_THAT(Refusal([&] { progress.AddPerson("Ann", "\n", kStart); }),
              HasSubstr("a team needs a name"));
  EXPECT_THAT(progress.Persons(), ElementsAre());
}

TEST(ProgressPersons, OfOneNameAreOneInATeam) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const Person ann = progress.AddPerson("Ann", "", kStart);
  const Person ben = progress.AddPerson("Ben", "Desk", kStart);
  EXPECT_EQ(Refusal([&] { progress.AddPerson(" Ann ", "", kStart); }),
            "there is a “Ann” already");
  EXPECT_EQ(Refusal([&] { progress.AddPerson("Ben", "Desk", kStart); }),
            "there is a “Ben” in “Desk” already");
  EXPECT_EQ(Refusal([&] { progress.Rename(ann.id, "Ben", "Desk"); }),
            "there is a “Ben” in “Desk” already");
  EXPECT_EQ(Refusal([&] { progress.Rename("nobody", "Eve", ""); }), "nobody has this id");
  progress.Rename(ann.id, "Ann", "");  // as it is
  progress.Rename(ann.id, "Anne", "Desk");
  EXPECT_EQ(NamesOf(progress.Persons()),
            (std::vector<std::string>{"Desk/Anne", "Desk/Ben"}));
  EXPECT_EQ(progress.PersonWithId(ann.id)->created, kStart);
}

TEST(ProgressAnswers, AreKeptByTime) {
  const KeptProgress kept;
  Person ann;
  {
    Progress progress = kept.Open();
    ann = progress.AddPerson("Ann", "", kStart);
    EXPECT_TRUE(progress.AddAnswer(AnswerOf(ann.id, "b", kStart + 9)));
    EXPECT_TRUE(progress.AddAnswer(AnswerOf(ann.id, "c", kStart)));
    GradedAnswer plain = AnswerOf(ann.id, "a", kStart + 9);
    plain.set.clear();
    plain.grades.clear();
    plain.passed = false;
    EXPECT_TRUE(progress.AddAnswer(plain));
  }
  const std::vector<GradedAnswer> answers = kept.Open().AnswersOf(ann.id);
  ASSERT_EQ(answers.size(), 3u);
  EXPECT_EQ(answers[0], AnswerOf(ann.id, "c", kStart));
  EXPECT_EQ(answers[1], AnswerOf(ann.id, "b", kStart + 9));
  EXPECT_EQ(answers[2].id, "a");
  EXPECT_TRUE(answers[2].grades.empty());
  EXPECT_TRUE(answers[2].set.empty());
  EXPECT_FALSE(answers[2].passed);
  EXPECT_THAT(kept.Open().AnswersOf("nobody"), ElementsAre());
}

TEST(ProgressAnswers, AreAddedOnce) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const Person ann = progress.AddPerson("Ann", "", kStart);
  EXPECT_TRUE(progress.AddAnswer(AnswerOf(ann.id, "a")));
  GradedAnswer other = AnswerOf(ann.id, "a", kStart + 5);
  other.points = 3;
  EXPECT_FALSE(progress.AddAnswer(other));
  EXPECT_THAT(progress.AnswersOf(ann.id), ElementsAre(AnswerOf(ann.id, "a")));
}

TEST(ProgressAnswers, AreRefusedWithAReason) {
  struct Row {
    void (*spoil)(GradedAnswer&);
    const char* reason;
  };
  const Row rows[] = {
      {[](GradedAnswer& a) { a.person = "nobody"; }, "nobody has this id"},
      {[](GradedAnswer& a) { a.id = ""; }, "an answer needs an id of letters and digits"},
      {[](GradedAnswer& a) { a.id = "a b"; },
       "an answer needs an id of letters and digits"},
      {[](GradedAnswer& a) { a.exercise = "parcel"; }, "“parcel” is no exercise"},
      {[](GradedAnswer& a) { a.kind = ""; }, "“” is no kind"},
      {[](GradedAnswer& a) { a.set = "week 1"; }, "“week 1” is no set"},
      {[](GradedAnswer& a) { a.at = -1; },
       "the time must lie between 0 and 253402300799, not be -1"},
      {[](GradedAnswer& a) { a.points = 101; },
       "points must lie between 0 and 100, not be 101"},
      {[](GradedAnswer& a) { a.hints = -1; },
       "hints must lie between 0 and 100, not be -1"},
      {[](GradedAnswer& a) { a.seconds = -1; },
       "seconds must lie between 0 and 10000000, not be -1"},
      {[](GradedAnswer& a) { a.grades[0].rule = "Blame"; }, "“Blame” is no rule"},
      {[](GradedAnswer& a) { a.grades[0].grade = static_cast<Grade>(0); },
       "there are four grades"},
      {[](GradedAnswer& a) { a.grades[1] = a.grades[0]; },
       "“fake-apology/but” is graded twice"},
  };
  const KeptProgress kept;
  Progress progress = kept.Open();
  const Person ann = progress.AddPerson("Ann", "", kStart);
  for (const Row& row : rows) {
    GradedAnswer answer = AnswerOf(ann.id, "a");
    row.spoil(answer);
    EXPECT_EQ(Refusal([&] { progress.AddAnswer(answer); }), row.reason);
  }
  EXPECT_THAT(progress.AnswersOf(ann.id), ElementsAre());
}

TEST(ProgressAnswers, AreReviewsAndTries) {
  std::vector<GradedAnswer> answers = {AnswerOf("x", "a", 5), AnswerOf("x", "b", 9)};
  answers[1].passed = false;
  answers.push_back(AnswerOf("x", "c", 7));
  answers[2].exercise = "blame/broken-cup";
  answers[2].grades = {{"blame/you", Grade::kEasy}};
  EXPECT_THAT(ReviewsOf(answers), ElementsAre(Review{"fake-apology/but", 5, Grade::kHard},
                                              Review{"blame/you", 5, Grade::kGood},
                                              Review{"fake-apology/but", 9, Grade::kHard},
                                              Review{"blame/you", 9, Grade::kGood},
                                              Review{"blame/you", 7, Grade::kEasy}));
  const std::vector<Tried> tries = LastTries(answers);
  ASSERT_EQ(tries.size(), 2u);
  EXPECT_EQ(tries[0].exercise, "blame/broken-cup");
  EXPECT_EQ(tries[1].at, 9);
  EXPECT_FALSE(tries[1].passed);
}

TEST(ProgressSets, AreGivenToTeamsAndPersons) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const Person ann = progress.AddPerson("Ann", "Desk", kStart);
  const Person ben = progress.AddPerson("Ben", "", kStart);
  const std::vector<std::string> exercises = {"blame/cup", "tone/late"};
  const ExerciseSet first = progress.AddSet("Week 1", exercises, 0, kStart);
  const ExerciseSet second = progress.AddSet("Week 2", exercises, kStart + 7, kStart + 1);
  EXPECT_THAT(progress.Sets(), ElementsAre(first, second));
  EXPECT_EQ(first.exercises, exercises);

  progress.Assign({first.id, " Desk ", ""});
  progress.Assign({second.id, "", ann.id});
  progress.Assign({second.id, "", ann.id});
  progress.Assign({second.id, "", ben.id});
  EXPECT_EQ(progress.Assignments().size(), 3u);
  EXPECT_THAT(progress.SetsOf(ann.id), ElementsAre(second, first));  // by due
  EXPECT_THAT(progress.SetsOf(ben.id), ElementsAre(second));

  EXPECT_TRUE(progress.Unassign({second.id, "", ann.id}));
  EXPECT_FALSE(progress.Unassign({second.id, "", ann.id}));
  EXPECT_THAT(progress.SetsOf(ann.id), ElementsAre(first));
  EXPECT_TRUE(progress.DeletePerson(ben.id));
  EXPECT_TRUE(progress.DeleteSet(first.id));
  EXPECT_FALSE(progress.DeleteSet(first.id));
  EXPECT_THAT(progress.Assignments(), ElementsAre());
  EXPECT_THAT(progress.Sets(), ElementsAre(second));
}

TEST(ProgressSets, AreRefusedWithAReason) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const std::vector<std::string> one = {"blame/cup"};
  const ExerciseSet set = progress.AddSet("Week 1", one, 0, kStart);
  const auto add = [&](const std::vector<std::string>& exercises) {
    return Refusal([&] { progress.AddSet("Week 2", exercises, 0, kStart); });
  };
  EXPECT_EQ(add({}), "a set without exercises");
  EXPECT_EQ(add({"cup"}), "“cup” is no exercise");
  EXPECT_EQ(add({"blame/cup", "blame/cup"}), "“blame/cup” is in the set twice");
  EXPECT_EQ(Refusal([&] { progress.AddSet("x", one, -1, kStart); }),
            "nothing can be due then");
  EXPECT_EQ(Refusal([&] {
              progress.Assign({set.id, "", ""});
            }),
            "a set is given to a team or to a person");
  EXPECT_EQ(Refusal([&] {
              progress.Assign({set.id, "Desk", "x"});
            }),
            "a set is given to a team or to a person");
  EXPECT_EQ(Refusal([&] { progress.Assign({"x", "Desk", ""}); }), "no set has this id");
  EXPECT_EQ(Refusal([&] { progress.Assign({set.id, "", "x"}); }), "nobody has this id");
  EXPECT_THAT(progress.Sets(), ElementsAre(set));
}

// Ids, names and exercises of the two are found nowhere else.
TEST(ProgressDeleting, LeavesNoByteOfThePerson) {
  const KeptProgress kept;
  Progress progress = kept.Open();
  const Progress other = kept.Open();  // somebody else, who has the file open
  const Person ann = progress.AddPerson("Ann-Quite-Unmistakable", "Team-Known", kStart);
  const Person ben = progress.AddPerson("Ben-Just-As-Clear", "Team-Known", kStart);
  std::vector<std::string> traces = {ann.id, ann.name, "left-behind", "tone/anns-own"};
  for (int i = 0; i < 120; ++i) {
    GradedAnswer answer =
        AnswerOf(ann.id, "left-behind-" + std::to_string(i), kStart + i);
    answer.grades[0].rule = "tone/anns-own";
    progress.AddAnswer(answer);
    progress.AddAnswer(AnswerOf(ben.id, "stays-" + std::to_string(i), kStart + i));
  }
  progress.Rename(ann.id, "Ann-Under-Another-Name", "Team-Known");
  traces.emplace_back("Ann-Under-Another-Name");
  const std::vector<std::string> one = {"blame/cup"};
  progress.Assign({progress.AddSet("Week 1", one, 0, kStart).id, "", ann.id});
  EXPECT_EQ(other.AnswersOf(ann.id).size(), 120u);
  for (const std::string& trace : traces) EXPECT_THAT(kept.Bytes(), HasSubstr(trace));

  EXPECT_FALSE(progress.DeletePerson("nobody"));
  EXPECT_TRUE(progress.DeletePerson(ann.id));
  EXPECT_FALSE(progress.DeletePerson(ann.id));
  for (const std::string& trace : traces) {
    EXPECT_EQ(kept.Bytes().find(trace), std::string::npos) << trace;
  }
  EXPECT_THAT(kept.Bytes(), HasSubstr(ben.name));
  EXPECT_THAT(other.Persons(), ElementsAre(ben));
  EXPECT_EQ(other.AnswersOf(ben.id).size(), 120u);
  EXPECT_THAT(other.Assignments(), ElementsAre());
}

TEST(ProgressDeleting, SaysWhenAReaderKeepsTraces) {
  const KeptProgress kept;
  Progress progress(kept.file(), std::chrono::milliseconds(50));
  const Person ann = progress.AddPerson("Ann-Quite-Unmistakable", "", kStart);
  {
    SQLite::Database reader(kept.file().string());
    SQLite::Statement rows(reader, "SELECT name FROM persons");
    EXPECT_TRUE(rows.executeStep());
    EXPECT_THAT(Refusal([&] { progress.DeletePerson(ann.id); }),
                HasSubstr("another program is reading"));
    EXPECT_THAT(progress.Persons(), ElementsAre());
  }
  progress.DropTraces();
  EXPECT_EQ(kept.Bytes().find(ann.name), std::string::npos);
}

TEST(ProgressFile, IsForItsOwnerAlone) {
  const KeptProgress kept;
  const mode_t before = umask(0);
  Progress progress = kept.Open();
  progress.AddPerson("Ann", "", kStart);
  umask(before);
  int files = 0;
  for (const auto& entry : fs::directory_iterator(kept.file().parent_path())) {
    struct stat status {};
    ASSERT_EQ(stat(entry.path().c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600u) << entry.path();
    ++files;
  }
  EXPECT_EQ(files, 3);  // with those that SQLite keeps beside it
}

TEST(ProgressFile, StandsWhereDataOfUsersDo) {
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  const std::string old_data = data == nullptr ? "" : data;
  const std::string old_home = home == nullptr ? "" : home;
  setenv("XDG_DATA_HOME", "/data", 1);
  setenv("HOME", "/home/ann", 1);
  EXPECT_EQ(DefaultProgressFile(), "/data/amends/progress.sqlite");
  setenv("XDG_DATA_HOME", "relative", 1);
  EXPECT_EQ(DefaultProgressFile(), "/home/ann/.local/share/amends/progress.sqlite");
  unsetenv("XDG_DATA_HOME");
  EXPECT_EQ(DefaultProgressFile(), "/home/ann/.local/share/amends/progress.sqlite");
  unsetenv("HOME");
  EXPECT_EQ(DefaultProgressFile(), "");
  if (data != nullptr) setenv("XDG_DATA_HOME", old_data.c_str(), 1);
  if (home != nullptr) setenv("HOME", old_home.c_str(), 1);
}

TEST(ProgressFile, OfSomethingElseIsRefusedAndStaysAsItIs) {
  const KeptProgress kept;
  fs::create_directories(kept.file().parent_path());
  {
    SQLite::Database other(kept.file().string(),
                           SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    other.exec("CREATE TABLE recipes (name TEXT)");
  }
  const std::string before = kept.Bytes();
  EXPECT_THAT(
      Refusal([&] { kept.Open(); }),
      HasSubstr("progress cannot be kept here: this is a database of something else"));
  EXPECT_EQ(kept.Bytes(), before);
  std::ofstream(kept.file()) << "Dear diary, this is not a database at all.";
  EXPECT_THAT(Refusal([&] { kept.Open(); }), HasSubstr("file is not a database"));
}

TEST(ProgressFile, OfANewerAmendsIsRefusedAndStaysAsItIs) {
  const KeptProgress kept;
  { kept.Open().AddPerson("Ann", "", kStart); }
  {
    SQLite::Database newer(kept.file().string(), SQLite::OPEN_READWRITE);
    newer.exec("PRAGMA user_version = 3; CREATE TABLE later (x)");
  }
  const std::string before = kept.Bytes();
  EXPECT_EQ(Refusal([&] { kept.Open(); }),
            kept.file().string() +
                ": progress cannot be kept here: a newer Amends has written this file: "
                "its version is 3, known are up to 2");
  EXPECT_EQ(kept.Bytes(), before);
}

TEST(ProgressFile, ThatCannotBeIsRefused) {
  EXPECT_THAT(Refusal([] { Progress("/proc/nowhere/progress.sqlite"); }),
              HasSubstr("progress cannot be kept here"));
}

// As version 1 left it, made by the first step alone.
TEST(ProgressFile, OfTheFirstVersionIsBroughtToThePresent) {
  const KeptProgress kept;
  fs::create_directories(kept.file().parent_path());
  {
    SQLite::Database old(kept.file().string(),
                         SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    old.exec(ProgressSteps()[0]);
    old.exec("PRAGMA application_id = 1097684082; PRAGMA user_version = 1");
    old.exec(R"(
INSERT INTO persons VALUES ('ann', 'Ann', 'Desk', 1770000000);
INSERT INTO answers VALUES (7, 'a', 'ann', 'fake-apology/late-parcel', 'rewrite',
                            1770000000, 1, 85, 1, 73, 'week-1');
INSERT INTO answer_rules VALUES (7, 0, 'fake-apology/but', 2), (7, 1, 'blame/you', 3);
)");
  }
  Progress progress = kept.Open();
  const Person ann{"ann", "Ann", "Desk", kStart};
  EXPECT_THAT(progress.Persons(), ElementsAre(ann));
  EXPECT_THAT(progress.AnswersOf("ann"), ElementsAre(AnswerOf("ann", "a")));
  const std::vector<std::string> one = {"blame/cup"};
  const ExerciseSet set = progress.AddSet("Week 1", one, 0, kStart);
  progress.Assign({set.id, "Desk", ""});
  EXPECT_THAT(progress.SetsOf("ann"), ElementsAre(set));
  SQLite::Database database(kept.file().string());
  EXPECT_EQ(database.execAndGet("PRAGMA user_version").getInt(), 2);
  EXPECT_EQ(database.execAndGet("PRAGMA application_id").getInt(), kProgressApplication);
}

}  // namespace
}  // namespace amends::training

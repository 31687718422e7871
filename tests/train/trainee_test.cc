#include "tools/train/trainee.h"

#include <filesystem>
#include <optional>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "tests/train/scripted_desk.h"

namespace amends {
namespace {

namespace fs = std::filesystem;
using testing::Chosen;
using testing::Said;
using testing::ScriptedDesk;
using testing::Written;

class Trainee : public ::testing::Test {
 protected:
  Trainee()
      : folder_(fs::temp_directory_path() /
                ("amends-trainee-" + std::to_string(std::random_device{}()))),
        progress_(folder_ / "progress.sqlite") {
    setenv("USER", "bo", 1);
  }
  ~Trainee() override {
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
  }

  std::string Find(const TraineeRequest& request) {
    const auto person = FindTrainee(progress_, desk_, request);
    return person ? person->name + "/" + person->team : "nobody";
  }

  fs::path folder_;
  training::Progress progress_;
  ScriptedDesk desk_;
};

TEST_F(Trainee, IsAskedForAName) {
  desk_.steps = {Written("  Ana ")};
  EXPECT_EQ(Find({.may_ask = true}), "Ana/");
  EXPECT_EQ(desk_.questions, std::vector<std::string>{"What shall I call you?"});
}

TEST_F(Trainee, HasTheLoginNameForEnterOrWhereNobodyCanBeAsked) {
  desk_.steps = {Written("")};
  EXPECT_EQ(Find({.may_ask = true}), "bo/");
  EXPECT_EQ(Find({}), "bo/");
  EXPECT_EQ(progress_.Persons().size(), 1U);
  unsetenv("USER");
  EXPECT_EQ(LoginName(), "me");
}

TEST_F(Trainee, IsTheOnlyOneThereIs) {
  progress_.AddPerson("Ana", "", 0);
  EXPECT_EQ(Find({.may_ask = true}), "Ana/");
  EXPECT_TRUE(desk_.questions.empty());
}

TEST_F(Trainee, IsChosenWhereThereAreSeveral) {
  progress_.AddPerson("Ana", "", 0);
  progress_.AddPerson("Kofi", "night", 0);
  desk_.steps = {Chosen(1)};
  EXPECT_EQ(Find({.may_ask = true}), "Kofi/night");
  EXPECT_EQ(desk_.options(),
            (std::vector<std::string>{"Ana", "Kofi (night)", "Somebody else"}));
  desk_.steps = {Chosen(2), Written("Mei")};
  EXPECT_EQ(Find({.may_ask = true}), "Mei/");
}

TEST_F(Trainee, IsNamed) {
  progress_.AddPerson("Kofi", "night", 0);
  EXPECT_EQ(Find({.name = "Kofi"}), "Kofi/night");
  EXPECT_EQ(Find({.name = "Kofi", .team = "day"}), "Kofi/day");
  EXPECT_THROW(Find({.name = "\n"}), std::runtime_error);
}

TEST_F(Trainee, MayLeave) {
  desk_.steps = {Said(Reply::kLeave)};
  EXPECT_EQ(Find({.may_ask = true}), "nobody");
  EXPECT_TRUE(progress_.Persons().empty());
}

}  // namespace
}  // namespace amends

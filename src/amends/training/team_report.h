// How training goes, for those who train others: what each person knows, and whom to help
// with what. A report about learning, not a ranking of people: they stand in the order of
// their names, and nothing is said of what was answered fewer than three times. It knows
// of no text that anybody wrote, for none is kept.
//
// Days are counted from the first of January 1970 on the clock of the place, times are
// seconds since then, UTC. Values; any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/training/catalogue.h"
#include "amends/training/progress_json.h"

namespace amends::training {

// The numbers are ours.
inline constexpr int kFewestAnswers = 3;       // below it is too early to tell
inline constexpr int64_t kDaysAhead = 7;       // for which recall is foretold
inline constexpr double kShakyRecall = 0.8;    // what is due and below it is shaky
inline constexpr size_t kMostHelps = 3;        // for a person
inline constexpr size_t kMostHardMatters = 8;  // of a team
inline constexpr size_t kMostAdvised = 3;      // exercises for a rule
inline constexpr int64_t kMostWeeks = 53;      // the last ones

enum class RuleState : uint8_t {
  kNotMet,
  kEarly,     // fewer answers than kFewestAnswers
  kShaky,     // failed last time, or due and likely forgotten
  kLearning,  // neither shaky nor mastered
  kMastered,  // as Recall says
};

// “not met”, “too early to tell”, “shaky”, “learning”, “mastered”.
std::string_view NameOf(RuleState state);

// How a person stands with a rule when the time of the report ends; all answers up to
// then count, also those before it begins.
struct RuleStanding {
  std::string rule;
  RuleState state = RuleState::kNotMet;
  double recall = 0;     // the chance of being known, from 0 to 1
  double in_a_week = 0;  // the same kDaysAhead later, if nothing is practised
  double stability = 0;  // days
  int64_t due = 0;
  int64_t last = 0;
  int answers = 0;
  int failed = 0;
  int hints = 0;  // taken in answers about the rule

  bool operator==(const RuleStanding&) const = default;
};

struct Week {
  int64_t monday = 0;  // a day
  int answers = 0;
  int passed = 0;
  int met = 0;       // rules asked for up to its end
  int mastered = 0;  // of them, at its end

  bool operator==(const Week&) const = default;
};

struct AdvisedExercise {
  std::string id;
  std::string kind;
  int level = 1;

  bool operator==(const AdvisedExercise&) const = default;
};

// What a person would gain from practising now.
struct Help {
  std::string about;  // a rule, or a family of whose rules none can be told of alone
  int answers = 0;
  int failed = 0;
  double in_a_week = 0;                    // of a family: the mean of the rules met
  std::vector<AdvisedExercise> exercises;  // that would help, the fittest first

  bool operator==(const Help&) const = default;
};

struct FamilyRecall {
  std::string family;
  int answers = 0;
  int failed = 0;
  std::optional<double> in_a_week;  // the mean of the rules met; nothing: too early

  bool operator==(const FamilyRecall&) const = default;
};

struct PersonReport {
  Person person;
  int answers = 0;  // within the time of the report
  int passed = 0;
  int days = 0;                        // on which they practised
  bool early = true;                   // fewer answers at all than kFewestAnswers
  std::vector<RuleStanding> rules;     // as Report::rules
  std::vector<FamilyRecall> families;  // as Report::families
  std::vector<Week> weeks;             // as of all others
  std::vector<Help> helps;             // the most needed first

  int Count(RuleState state) const;
  bool operator==(const PersonReport&) const = default;
};

// What at least half of those find hard who have answered it often enough to tell, and at
// least two.
struct HardMatter {
  std::string about;     // a rule, or a family of whose rules none is hard for so many
  int people = 0;        // of whom it can be told
  int hard = 0;          // of them those who find it hard
  double in_a_week = 0;  // the mean of all of them
  std::vector<AdvisedExercise> exercises;

  bool operator==(const HardMatter&) const = default;
};

struct TeamReport {
  std::string team;                  // empty: people in none
  std::vector<PersonReport> people;  // in the order of their names
  std::vector<HardMatter> hard;      // the one hard for most first

  bool operator==(const TeamReport&) const = default;
};

struct RuleAbout {
  std::string rule;
  std::string family;
  std::string summary;  // empty where the packs know no such rule any more

  bool operator==(const RuleAbout&) const = default;
};

struct Report {
  int64_t first_day = 0;  // without --since: of the first answer
  int64_t last_day = 0;
  std::vector<RuleAbout> rules;  // that exercises train or somebody was asked for, by id
  std::vector<std::string> families;
  std::vector<TeamReport> teams;  // in the order of their names, none last

  const RuleAbout& About(std::string_view rule) const;  // one of `rules`
  bool operator==(const Report&) const = default;
};

struct ReportRequest {
  std::span<const PersonEntries> people;
  const Catalogue& catalogue;
  std::map<std::string, std::string, std::less<>> summaries;  // of rules
  int64_t now = 0;
  std::optional<int64_t> since = {};  // days, both included
  std::optional<int64_t> until = {};
  int offset_minutes = 0;  // of the clock of the place, ahead of UTC
};

// Answers after `until`, or after `now`, do not count.
Report ReportOf(const ReportRequest& request);

}  // namespace amends::training

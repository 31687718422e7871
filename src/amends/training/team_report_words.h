// What a report for trainers says in every form for people. Plain text, no HTML.
#pragma once

#include <string>
#include <string_view>

#include "amends/training/team_report.h"

namespace amends::training {

inline constexpr std::string_view kAboutReport =
    "This is about learning and no ranking: people stand in the order of their names, "
    "and "
    "what was answered fewer than three times is not judged. What anybody wrote is not "
    "kept and cannot be shown.";

// “58%”.
std::string Percent(double share);

// “2026-10-05 to 2026-10-11”.
std::string TimeOf(const Report& report);

// “Front desk”, “Without a team”.
std::string TeamName(const TeamReport& team);

// “40 answers on 5 days, 30 passed”, “no answers in this time”.
std::string ActivityOf(const PersonReport& person);

// “Rules: 3 mastered, 7 learning …”: states without any rule are left out.
std::string StatesOf(const PersonReport& person);

// What a rule says; of a family, or of a rule that no pack knows, its name.
std::string Summary(const Report& report, std::string_view about);

// “3 of 4 answers did not pass; chance of knowing it in a week: 58%”.
std::string ReasonFor(const Help& help);

// “hard for 3 of the 4 people who have answered it three times”.
std::string ReasonFor(const HardMatter& matter);

// What is said where nothing is proposed to a person.
std::string_view WhyNoHelp(const PersonReport& person);

// “spot, level 1”.
std::string KindOf(const AdvisedExercise& exercise);

// The command that makes a set of all exercises proposed to a person; empty where there
// are none.
std::string SetCommandFor(const PersonReport& person);

}  // namespace amends::training

#include <cmath>
#include <string>

#include <nlohmann/json.hpp>

#include "amends/training/day.h"
#include "amends/training/team_report_text.h"

namespace amends::training {
namespace {

using Json = nlohmann::ordered_json;

// To a thousandth: more would only look exact.
double Rounded(double number) { return std::round(number * 1000) / 1000; }

Json ExercisesJson(const std::vector<AdvisedExercise>& exercises) {
  Json items = Json::array();
  for (const AdvisedExercise& each : exercises) {
    items.push_back({{"id", each.id}, {"kind", each.kind}, {"level", each.level}});
  }
  return items;
}

Json StandingJson(const RuleStanding& standing) {
  Json json = {{"rule", standing.rule}, {"state", NameOf(standing.state)}};
  if (standing.answers == 0) return json;
  json["recall"] = Rounded(standing.recall);
  json["recall_in_a_week"] = Rounded(standing.in_a_week);
  json["stability_days"] = Rounded(standing.stability);
  json["due"] = WriteTime(standing.due);
  json["answers"] = standing.answers;
  json["failed"] = standing.failed;
  json["hints"] = standing.hints;
  json["last"] = WriteTime(standing.last);
  return json;
}

Json PersonJson(const PersonReport& person) {
  Json json = {{"id", person.person.id},    {"name", person.person.name},
               {"answers", person.answers}, {"passed", person.passed},
               {"days", person.days},       {"too_early_to_tell", person.early}};
  json["help"] = Json::array();
  for (const Help& each : person.helps) {
    json["help"].push_back({{"about", each.about},
                            {"answers", each.answers},
                            {"failed", each.failed},
                            {"recall_in_a_week", Rounded(each.in_a_week)},
                            {"exercises", ExercisesJson(each.exercises)}});
  }
  json["rules"] = Json::array();
  for (const RuleStanding& each : person.rules) {
    json["rules"].push_back(StandingJson(each));
  }
  json["families"] = Json::array();
  for (const FamilyRecall& each : person.families) {
    Json family = {
        {"family", each.family}, {"answers", each.answers}, {"failed", each.failed}};
    if (each.in_a_week) family["recall_in_a_week"] = Rounded(*each.in_a_week);
    json["families"].push_back(std::move(family));
  }
  json["weeks"] = Json::array();
  for (const Week& each : person.weeks) {
    json["weeks"].push_back({{"monday", WriteDay(each.monday)},
                             {"answers", each.answers},
                             {"passed", each.passed},
                             {"met", each.met},
                             {"mastered", each.mastered}});
  }
  return json;
}

Json TeamJson(const TeamReport& team) {
  Json json = {{"team", team.team}, {"hard", Json::array()}, {"people", Json::array()}};
  for (const HardMatter& each : team.hard) {
    json["hard"].push_back({{"about", each.about},
                            {"people", each.people},
                            {"hard", each.hard},
                            {"recall_in_a_week", Rounded(each.in_a_week)},
                            {"exercises", ExercisesJson(each.exercises)}});
  }
  for (const PersonReport& each : team.people) json["people"].push_back(PersonJson(each));
  return json;
}

}  // namespace

std::string ReportJson(const Report& report) {
  Json json = {{"from", WriteDay(report.first_day)},
               {"to", WriteDay(report.last_day)},
               {"rules", Json::array()},
               {"teams", Json::array()}};
  for (const RuleAbout& each : report.rules) {
    json["rules"].push_back(
        {{"rule", each.rule}, {"family", each.family}, {"summary", each.summary}});
  }
  for (const TeamReport& each : report.teams) json["teams"].push_back(TeamJson(each));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace amends::training

#include <string>
#include <string_view>

#include <fmt/format.h>

#include "amends/training/day.h"
#include "amends/training/practice_days.h"
#include "amends/training/team_report_text.h"

namespace amends::training {
namespace {

constexpr std::string_view kHeader =
    "team,person,rule,family,state,recall,recall_in_a_week,stability_days,due,answers,"
    "failed,hints,last\r\n";

// Spreadsheets run what begins with one of these, be it quoted or not.
bool IsFormula(std::string_view text) {
  return !text.empty() &&
         std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

std::string Cell(std::string_view text) {
  std::string cell = IsFormula(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
  std::string quoted = "\"";
  for (const char c : cell) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string DayAt(int64_t at) { return WriteDay(DayOf(at, 0)); }

}  // namespace

std::string ReportCsv(const Report& report) {
  std::string csv(kHeader);
  for (const TeamReport& team : report.teams) {
    for (const PersonReport& person : team.people) {
      for (const RuleStanding& each : person.rules) {
        csv += fmt::format("{},{},{},{},{},", Cell(team.team), Cell(person.person.name),
                           Cell(each.rule), Cell(report.About(each.rule).family),
                           NameOf(each.state));
        if (each.answers > 0) {
          csv += fmt::format("{:.3f},{:.3f},{:.1f},{},", each.recall, each.in_a_week,
                             each.stability, DayAt(each.due));
        } else {
          csv += ",,,,";
        }
        csv += fmt::format("{},{},{},{}\r\n", each.answers, each.failed, each.hints,
                           each.answers > 0 ? DayAt(each.last) : "");
      }
    }
  }
  return csv;
}

}  // namespace amends::training

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "amends/report/annotated.h"
#include "amends/training/day.h"
#include "amends/training/practice_days.h"
#include "amends/training/team_report_lines.h"
#include "amends/training/team_report_style.h"
#include "amends/training/team_report_text.h"
#include "amends/training/team_report_words.h"

namespace amends::training {
namespace {

using report::EscapedHtml;

// The grades of the grid, from 0: below 60%, 70%, 80%, 90%, and what is not.
constexpr double kGrades[] = {0.6, 0.7, 0.8, 0.9};
constexpr std::string_view kGradeNames[] = {"below 60", "60 to 69", "70 to 79",
                                            "80 to 89", "90 and more"};

// As it is shown, rounded.
int GradeOf(double recall) {
  const double shown = static_cast<double>(std::lround(100 * recall)) / 100;
  return static_cast<int>(std::ranges::upper_bound(kGrades, shown + 1e-9) - kGrades);
}

// A name that may run the other way than its surroundings.
std::string Name(std::string_view name) {
  return fmt::format("<bdi>{}</bdi>", EscapedHtml(name));
}

class Page {
 public:
  explicit Page(const Report& report) : report_(report) {}

  std::string Take() {
    out_ = fmt::format(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<title>How training goes, {0}</title>\n<style>{1}</style>\n</head>\n<body>\n"
        "<main>\n<h1>How training goes</h1>\n<p class=\"soft\">{0}</p>\n"
        "<p class=\"note\">{2}</p>\n",
        TimeOf(report_), kTeamReportStyle, kAboutReport);
    if (report_.teams.empty()) out_ += "<p>Nobody has trained here yet.</p>\n";
    for (const TeamReport& team : report_.teams) Team(team);
    return out_ + "</main>\n</body>\n</html>\n";
  }

 private:
  void Team(const TeamReport& team) {
    out_ += fmt::format("<h2>{}</h2>\n", Name(TeamName(team)));
    if (team.people.size() > 1) Hard(team);
    Heat(team);
    out_ += "<h3>Whom to help with what</h3>\n";
    int most = 1;
    for (const PersonReport& person : team.people) {
      for (const Week& week : person.weeks) most = std::max(most, week.met);
    }
    for (const PersonReport& person : team.people) One(person, most);
  }

  void Hard(const TeamReport& team) {
    out_ += "<h3>What most people find hard</h3>\n";
    if (team.hard.empty()) {
      out_ += "<p>Nothing that can be told yet.</p>\n";
      return;
    }
    out_ += "<ol class=\"bars\">\n";
    for (const HardMatter& each : team.hard) {
      out_ += fmt::format(
          "<li><div>{}{}</div>\n<div><svg class=\"bar\" role=\"img\"><title>{}</title>"
          "<rect class=\"track\" width=\"100%\" height=\"100%\" rx=\"4\"/>"
          "<rect class=\"part\" width=\"{}%\" height=\"100%\" rx=\"4\"/></svg>"
          "<p class=\"count\">{}</p></div></li>\n",
          Matter(each.about, ""), Exercises(each.exercises), ReasonFor(each),
          100 * each.hard / each.people, ReasonFor(each));
    }
    out_ += "</ol>\n";
  }

  // What it says, the id of a rule, and more about it.
  std::string Matter(std::string_view about, std::string_view more) const {
    const std::string summary = Summary(report_, about);
    std::string meta(about.find('/') == std::string_view::npos || summary == about
                         ? std::string_view()
                         : about);
    if (!meta.empty() && !more.empty()) meta += " · ";
    meta += more;
    return fmt::format(
        "<p>{}</p>{}", EscapedHtml(summary),
        meta.empty() ? "" : "<p class=\"meta\">" + EscapedHtml(meta) + "</p>");
  }

  static std::string Exercises(const std::vector<AdvisedExercise>& exercises) {
    std::string html;
    for (const AdvisedExercise& each : exercises) {
      html += fmt::format("{}<code>{}</code> ({})", html.empty() ? "" : " · ",
                          EscapedHtml(each.id), KindOf(each));
    }
    return html.empty() ? "" : "<p class=\"meta\">Practise with " + html + "</p>";
  }

  // On narrow screens the style lays each row out as a block; the roles keep it a table.
  void Heat(const TeamReport& team) {
    out_ +=
        "<h3>What holds for a week</h3>\n<p class=\"soft\">The chance, in percent, of "
        "still knowing the rules of a family in a week if nothing is practised until "
        "then. A dash: too early to tell.</p>\n"
        "<table class=\"heat\" role=\"table\">\n<thead role=\"rowgroup\"><tr "
        "role=\"row\">"
        "<th scope=\"col\" role=\"columnheader\">Person</th>";
    for (const std::string& family : report_.families) {
      out_ += fmt::format("<th scope=\"col\" role=\"columnheader\">{}</th>",
                          EscapedHtml(family));
    }
    out_ += "</tr></thead>\n<tbody role=\"rowgroup\">\n";
    for (const PersonReport& person : team.people) {
      out_ += fmt::format("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">{}</th>",
                          Name(person.person.name));
      for (const FamilyRecall& each : person.families) out_ += HeatCell(each);
      out_ += "</tr>\n";
    }
    out_ += "</tbody>\n</table>\n<ul class=\"key\">";
    for (size_t i = 0; i < std::size(kGradeNames); ++i) {
      out_ += fmt::format("<li><i class=\"h{}\"></i>{}</li>", i, kGradeNames[i]);
    }
    out_ += "</ul>\n";
  }

  static std::string HeatCell(const FamilyRecall& each) {
    if (!each.in_a_week) {
      return fmt::format(
          "<td role=\"cell\" data-family=\"{}\"><span title=\"too early to tell\">–"
          "</span></td>",
          EscapedHtml(each.family));
    }
    return fmt::format("<td role=\"cell\" class=\"h{}\" data-family=\"{}\">{}</td>",
                       GradeOf(*each.in_a_week), EscapedHtml(each.family),
                       std::lround(100 * *each.in_a_week));
  }

  void One(const PersonReport& person, int most) {
    const std::string lines = WeekLines(person, most);
    out_ += fmt::format(
        "<section class=\"person\">\n<h4>{}</h4>\n<p class=\"states\">{}. {}.</p>\n"
        "<div class=\"{}\"><div>\n",
        Name(person.person.name), EscapedHtml(ActivityOf(person)), StatesOf(person),
        lines.empty() ? "alone" : "both");
    Helps(person);
    out_ += "</div>\n" + lines + "</div>\n";
    Rules(person);
    Weeks(person);
    out_ += "</section>\n";
  }

  void Helps(const PersonReport& person) {
    if (person.helps.empty()) {
      out_ += fmt::format("<p>{}</p>\n", WhyNoHelp(person));
      return;
    }
    out_ += "<ol class=\"helps\">\n";
    for (const Help& each : person.helps) {
      out_ += fmt::format("<li>{}{}</li>\n", Matter(each.about, ReasonFor(each)),
                          Exercises(each.exercises));
    }
    out_ += "</ol>\n";
    const std::string command = SetCommandFor(person);
    if (command.empty()) return;
    out_ += fmt::format(
        "<details><summary>As a set</summary>\n<p><code>{}</code></p></details>\n",
        EscapedHtml(command));
  }

  void Rules(const PersonReport& person) {
    std::string unmet;
    std::string rows;
    for (const RuleStanding& each : person.rules) {
      if (each.state == RuleState::kNotMet) {
        unmet += (unmet.empty() ? "" : ", ") + EscapedHtml(each.rule);
        continue;
      }
      rows += fmt::format(
          "<tr><th scope=\"row\">{}</th><td class=\"word\">{}</td><td>{}</td><td>{}</td>"
          "<td>{}</td></tr>\n",
          EscapedHtml(each.rule), NameOf(each.state),
          each.state == RuleState::kEarly ? "–" : Percent(each.in_a_week), each.answers,
          each.failed);
    }
    if (rows.empty()) return;
    out_ +=
        "<details><summary>Rule by rule</summary>\n<table class=\"rows\"><thead><tr>"
        "<th scope=\"col\">Rule</th><th scope=\"col\" class=\"word\">State</th>"
        "<th scope=\"col\">In a week</th><th scope=\"col\">Answers</th>"
        "<th scope=\"col\">Failed</th></tr></thead>\n<tbody>\n" +
        rows + "</tbody></table>\n";
    if (!unmet.empty()) {
      out_ += fmt::format("<p class=\"meta\">Not met yet: {}</p>\n", unmet);
    }
    out_ += "</details>\n";
  }

  void Weeks(const PersonReport& person) {
    if (person.early || person.weeks.empty()) return;
    out_ +=
        "<details><summary>Week by week</summary>\n<table class=\"rows\"><thead><tr>"
        "<th scope=\"col\">From Monday</th><th scope=\"col\">Answers</th>"
        "<th scope=\"col\">Passed</th><th scope=\"col\">Rules met</th>"
        "<th scope=\"col\">Mastered</th></tr></thead>\n<tbody>\n";
    for (const Week& each : person.weeks) {
      out_ += fmt::format(
          "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td>{}</td><td>{}</td>"
          "</tr>\n",
          WriteDay(each.monday), each.answers,
          each.answers == 0 ? "–"
                            : Percent(static_cast<double>(each.passed) / each.answers),
          each.met, each.mastered);
    }
    out_ += "</tbody></table></details>\n";
  }

  const Report& report_;
  std::string out_;
};

}  // namespace

std::string ReportHtml(const Report& report) { return Page(report).Take(); }

}  // namespace amends::training

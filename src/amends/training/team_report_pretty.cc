#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/training/day.h"
#include "amends/training/team_report_text.h"
#include "amends/training/team_report_words.h"

namespace amends::training {
namespace {

class Sheet {
 public:
  Sheet(const Report& report, size_t width) : report_(report), width_(width) {}

  std::string Take() {
    Say(0, "How training goes, " + TimeOf(report_));
    out_ += '\n';
    Say(0, kAboutReport);
    if (report_.teams.empty()) Say(0, "\nNobody has trained here yet.");
    for (const TeamReport& team : report_.teams) Team(team);
    return std::move(out_);
  }

 private:
  // On lines of their own, indented; those after the first by `hanging` more.
  void Say(size_t indent, std::string_view text, size_t hanging = 0) {
    const std::string line = report::OneLine(text);
    out_ += std::string(indent, ' ') +
            report::Wrap(line, width_, indent, indent + hanging) + '\n';
  }

  void Team(const TeamReport& team) {
    out_ += '\n';
    Say(0, TeamName(team));
    if (team.people.size() > 1) Hard(team);
    for (const PersonReport& person : team.people) One(person);
  }

  void Hard(const TeamReport& team) {
    out_ += '\n';
    if (team.hard.empty()) {
      Say(2, "What most people find hard: nothing that can be told yet.");
      return;
    }
    Say(2, "What most people find hard");
    for (const HardMatter& each : team.hard) {
      Matter(each.about, ReasonFor(each), each.exercises);
    }
  }

  void One(const PersonReport& person) {
    out_ += '\n';
    Say(2, person.person.name + ": " + ActivityOf(person));
    Say(4, StatesOf(person));
    Weeks(person);
    if (person.helps.empty()) Say(4, WhyNoHelp(person));
    for (const Help& each : person.helps) {
      Matter(each.about, ReasonFor(each), each.exercises);
    }
  }

  void Weeks(const PersonReport& person) {
    std::vector<std::string> mastered;
    for (const Week& week : person.weeks) {
      mastered.push_back(std::to_string(week.mastered));
    }
    if (person.early || mastered.size() < 2) return;
    Say(4, fmt::format("mastered, week by week: {}", fmt::join(mastered, " ")));
  }

  void Matter(const std::string& about, const std::string& reason,
              const std::vector<AdvisedExercise>& exercises) {
    const bool is_rule = about.find('/') != std::string::npos;
    const std::string summary = Summary(report_, about);
    Say(4, "- " + summary, 2);
    Say(6, (is_rule && summary != about ? about + ": " : "") + reason);
    std::string ids;
    for (const AdvisedExercise& each : exercises) {
      ids += fmt::format("{}{} ({})", ids.empty() ? "" : ", ", each.id, KindOf(each));
    }
    if (!ids.empty()) Say(6, "practise with " + ids);
  }

  const Report& report_;
  size_t width_;
  std::string out_;
};

}  // namespace

std::string ReportPretty(const Report& report, size_t width) {
  return Sheet(report, width).Take();
}

}  // namespace amends::training

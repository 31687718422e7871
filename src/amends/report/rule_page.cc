#include "amends/report/rule_page.h"

#include <algorithm>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "amends/report/cells.h"
#include "amends/report/checked_draft.h"
#include "amends/report/ink.h"
#include "amends/report/rule_examples.h"
#include "amends/report/source_list.h"

namespace amends::report {
namespace {

constexpr size_t kPageIndent = 2;
constexpr size_t kShown = 5;  // examples of each kind

class PageWriter {
 public:
  PageWriter(const Engine& engine, const pack::Rule& rule, const Style& style)
      : engine_(engine), rule_(rule), style_(style), ink_(style.color) {}

  std::string Write() {
    Head();
    Section("Why", rule_.why);
    if (!rule_.hears.empty()) Section("The customer hears", "“" + rule_.hears + "”");
    Examples("Flagged", rule_.flag);
    Examples("Left alone", rule_.pass);
    Better();
    Sources();
    Parameters();
    Occasions();
    Silence();
    return std::move(out_);
  }

 private:
  void Head() {
    const std::optional<pack::Severity> severity = engine_.SeverityOf(rule_);
    out_ += ink_(Hue::kBold, rule_.id) + "  ";
    out_ += severity ? NameOf(*severity) : "off";
    if (rule_.about_reply) out_ += ", about the reply as a whole";
    out_ += '\n' + Wrap(OneLine(rule_.summary), style_.width, 0, 0) + '\n';
  }

  void Title(std::string_view title) { out_ += '\n' + ink_(Hue::kBold, title) + '\n'; }

  void Line(std::string_view lead, std::string_view text) {
    const size_t indent = kPageIndent + DisplayWidth(lead);
    out_.append(kPageIndent, ' ');
    out_ += lead;
    out_ += Wrap(OneLine(text), style_.width, indent, indent) + '\n';
  }

  void Section(std::string_view title, std::string_view text) {
    Title(title);
    Line("", text);
  }

  void Examples(std::string_view title, const std::vector<pack::Example>& examples) {
    if (examples.empty()) return;
    Title(title);
    for (size_t i = 0; i < std::min(kShown, examples.size()); ++i) Turns(examples[i]);
  }

  void Turns(const pack::Example& example) {
    const ShownExample shown = ExampleOf(example);
    if (shown.customer.empty()) return Line("- ", shown.text);
    Line("- Customer: ", shown.customer);
    Line("  Reply: ", shown.text);
  }

  void Better() {
    const std::vector<Improvement> improvements = ImprovementsOf(engine_, rule_);
    if (improvements.empty()) return;
    Title("Better");
    for (const Improvement& each : improvements) {
      Line("- ", each.title + Reservation(each.applicability));
      if (!each.edits) continue;
      Line("  before: ", each.before);
      Line("  after:  ", each.after.empty() ? "(nothing)" : each.after);
    }
  }

  static std::string Reservation(pack::Applicability applicability) {
    switch (applicability) {
      case pack::Applicability::kSafe:
        return " (safe: --fix makes this change)";
      case pack::Applicability::kConfirm:
        return " (if you can stand behind it)";
      case pack::Applicability::kFill:
        return " (fill in what is in [[ ]])";
      case pack::Applicability::kAdvice:
        break;
    }
    return "";
  }

  void Sources() {
    const std::string sources = SourceList(rule_.source);
    if (!sources.empty()) Section("Source", sources);
  }

  void Parameters() {
    if (rule_.parameters.empty()) return;
    Title("Parameters");
    for (const auto& [name, value] : rule_.parameters) {
      Line("", fmt::format("{} = {:g}", name, value));
    }
    Line("",
         fmt::format("In amends.json: \"parameters\": {{ \"{}\": {{ \"{}\": {:g} }} }}",
                     rule_.id, rule_.parameters.begin()->first,
                     rule_.parameters.begin()->second));
  }

  // The texts that it leaves alone.
  void Occasions() {
    std::vector<std::string> off;
    const auto ask = [&](input::Occasion occasion, std::string name) {
      if (!engine_.SeverityOf(rule_, occasion)) off.push_back(std::move(name));
    };
    using input::Channel;
    using input::Kind;
    for (size_t i = 0; i < input::kChannelWords.size(); ++i) {
      ask({static_cast<Channel>(i), Kind::kReply},
          fmt::format("replies ({})", input::kChannelWords[i]));
    }
    if (off.size() == input::kChannelWords.size()) off = {"replies"};
    ask({Channel::kEmail, Kind::kNotice}, "notices to many");
    ask({Channel::kEmail, Kind::kInternal}, "internal notes");
    ask({Channel::kEmail, Kind::kIncident}, "incident records");
    if (!off.empty()) Section("Off in", fmt::format("{}", fmt::join(off, ", ")));
  }

  void Silence() {
    Section(
        "To silence it",
        fmt::format("In amends.json: \"severities\": {{ \"{}\": \"off\" }}", rule_.id));
  }

  const Engine& engine_;
  const pack::Rule& rule_;
  const Style& style_;
  Ink ink_;
  std::string out_;
};

}  // namespace

std::string RulePage(const Engine& engine, const pack::Rule& rule, const Style& style) {
  return PageWriter(engine, rule, style).Write();
}

}  // namespace amends::report

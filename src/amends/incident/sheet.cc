#include "amends/incident/sheet.h"

#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "amends/incident/wording.h"
#include "amends/report/cells.h"
#include "amends/report/ink.h"

namespace amends::incident {
namespace {

using conversation::Answer;
using report::Hue;

constexpr size_t kLabel = 15;  // columns before the words

class SheetWriter {
 public:
  SheetWriter(const Record& record, const report::Style& style)
      : record_(record), style_(style), ink_(style.color) {}

  std::string Take() {
    std::string title = "Incident record";
    if (!record_.id.empty()) title += " " + report::OneLine(record_.id);
    out_ += ink_(Hue::kBold, title) + '\n';
    for (const std::string& note : record_.notes) Row("Note", report::OneLine(note));
    if (record_.failure == Answer::kNo) {
      Row("Failure", "no: nothing went wrong in this conversation");
      return std::move(out_);
    }
    Rows();
    List("Not written down yet", record_.questions, &Question::text);
    List("For colleagues", record_.alert);
    List("At the next visit", record_.next_visit);
    return std::move(out_);
  }

 private:
  void Rows() {
    const std::string reported = ReportedOf(record_);
    if (!reported.empty()) Row("Reported", reported);
    Quotes("What", record_.what);
    Quotes("When", record_.when);
    Quotes("About", record_.items);
    Quotes("How busy", record_.load);
    Quotes("Why it matters", record_.circumstances);
    Quotes("It cost", record_.losses);
    Quotes("Feelings", record_.feelings);
    Quotes("Wishes", record_.wishes);
    Quotes("Tried", record_.tried);
    Quotes("Owned", record_.owned);
    Quotes("Steps", record_.steps);
    Quotes("On top", record_.extras);
    Quotes("Passed on", record_.handovers);
    for (const Promise& promise : record_.promises) {
      Row(&promise == &record_.promises.front() ? "Promised" : "", Shown(promise.words) + (promise.kept == conversation::Answer::kNo
                                      ? " (not kept)"
                                      : ""));
    }
    Quotes("Taken", record_.thanks);
    Quotes("Known", record_.facts);
  }

  static std::string Shown(const Quote& quote) {
    return "“" + report::OneLine(quote.text) + "”";
  }

  void Quotes(std::string_view label, const std::vector<Quote>& quotes) {
    for (const Quote& quote : quotes) {
      Row(&quote == &quotes.front() ? label : "", Shown(quote));
    }
  }

  void Row(std::string_view label, const std::string& words) {
    const std::string padded = fmt::format("{:<{}}", label, kLabel);
    out_ += ink_(Hue::kDim, padded) + report::Wrap(words, style_.width, kLabel, kLabel) +
            '\n';
  }

  template <typename Item, typename Text = std::identity>
  void List(std::string_view title, const std::vector<Item>& items, Text text = {}) {
    if (items.empty()) return;
    out_ += '\n' + ink_(Hue::kBold, title) + '\n';
    for (const Item& item : items) {
      out_ += "  - " + report::Wrap(std::invoke(text, item), style_.width, 4, 4) + '\n';
    }
  }

  const Record& record_;
  const report::Style& style_;
  report::Ink ink_;
  std::string out_;
};

}  // namespace

std::string Sheet(const Record& record, const report::Style& style) {
  return SheetWriter(record, style).Take();
}

}  // namespace amends::incident

#include "tools/train/curses_desk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "tools/train/list_widgets.h"
#include "tools/train/mark_widget.h"
#include "tools/train/write_widget.h"

namespace amends {
namespace {

constexpr size_t kWidest = 80;      // longer lines are hard to read
constexpr size_t kFooterLines = 2;  // at most

}  // namespace

void CursesDesk::Show(const Page& page) {
  page_ = page;
  scroll_ = 0;
  follow_ = false;
  asked_ = false;
}

// What is new stands right above the next question.
void CursesDesk::Add(const Page& page) {
  page_.insert(page_.end(), page.begin(), page.end());
  follow_ = asked_;
}

Reply CursesDesk::Choose(const Question& question,
                         const std::vector<std::string>& options, size_t& chosen) {
  ChooseWidget widget(options, chosen);
  return Run(question, widget);
}

Reply CursesDesk::Tick(const Question& question, const std::vector<std::string>& options,
                       std::vector<size_t>& ticked) {
  TickWidget widget(options, ticked);
  return Run(question, widget);
}

Reply CursesDesk::Arrange(const Question& question,
                          const std::vector<std::string>& sentences,
                          std::vector<size_t>& order) {
  ArrangeWidget widget(sentences, order);
  return Run(question, widget);
}

Reply CursesDesk::Mark(const Question& question, const std::string& draft,
                       std::vector<text::Span>& marks) {
  MarkWidget widget(draft, marks);
  return Run(question, widget);
}

// What was written stays on the page.
Reply CursesDesk::Write(const Question& question, std::string& text) {
  WriteWidget widget(WriteWidget::Lines::kAny, "", text);
  const Reply reply = Run(question, widget);
  if (reply == Reply::kAnswered) Add({{Tone::kAgent, question.text, text}});
  return reply;
}

Reply CursesDesk::WriteLine(const Question& question, const std::string& otherwise,
                            std::string& line) {
  WriteWidget widget(WriteWidget::Lines::kOne, otherwise, line);
  Question shown = question;
  if (!otherwise.empty()) shown.text += fmt::format(" (Enter: {})", otherwise);
  const Reply reply = Run(shown, widget);
  if (reply == Reply::kAnswered) Add({{Tone::kAgent, question.text, line}});
  return reply;
}

Reply CursesDesk::Run(const Question& question, Widget& widget) {
  asked_ = true;
  leaving_ = false;
  while (true) {
    if (!screen_.HasMore()) Draw(question, widget);
    const Key key = screen_.Read();
    const bool command = key.name == KeyName::kText && !widget.TakesText();
    const bool help = key.name == KeyName::kHelp || (command && key.text == "?");
    const bool skip = key.name == KeyName::kSkip || (command && key.text == "s");
    if (key.name == KeyName::kLeave) return Reply::kLeave;
    if (key.name == KeyName::kEscape && leaving_) return Reply::kLeave;
    leaving_ = key.name == KeyName::kEscape;
    if (question.help && help) return Reply::kHint;
    if (question.help && skip) return Reply::kSkip;
    const bool read_on = !seen_ && !widget.TakesText() &&
                         (key.name == KeyName::kEnter || (command && key.text == " "));
    if (read_on || key.name == KeyName::kPageDown || key.name == KeyName::kPageUp) {
      Scroll(key.name != KeyName::kPageUp);
    } else if (key.name == KeyName::kControl && key.text == "l") {
      screen_.Forget();
    } else if (key.name != KeyName::kResize && key.name != KeyName::kEscape) {
      follow_ = true;
      if (widget.Take(key, width())) return Reply::kAnswered;
    }
  }
}

void CursesDesk::Scroll(bool down) {
  const size_t step = page_rows_ > 1 ? page_rows_ - 1 : 1;
  follow_ = false;
  scroll_ = down ? scroll_ + step : scroll_ - std::min(scroll_, step);
}

size_t CursesDesk::width() const { return std::min(screen_.columns(), kWidest); }

void CursesDesk::Draw(const Question& question, const Widget& widget) {
  std::vector<Line> lines = LinesOf(page_, width());
  if (!lines.empty()) lines.emplace_back();
  const Look strong{.tone = Tone::kPlain, .bold = true};
  for (Line& line : IndentedLines("", question.text, strong, width())) {
    lines.push_back(std::move(line));
  }
  View view = widget.Draw(width());
  const size_t offset = lines.size();
  std::move(view.lines.begin(), view.lines.end(), std::back_inserter(lines));

  const size_t rows = screen_.rows();
  page_rows_ = rows - std::min(Footer(question, widget, true, true).size(), rows - 1);
  const size_t most = lines.size() > page_rows_ ? lines.size() - page_rows_ : 0;
  if (follow_) {
    if (offset + view.last >= scroll_ + page_rows_) {
      scroll_ = offset + view.last + 1 - page_rows_;
    }
    scroll_ = std::min(scroll_, offset + view.first);
  }
  scroll_ = std::min(scroll_, most);
  seen_ = offset + view.last < scroll_ + page_rows_;

  const size_t end = std::min(lines.size(), scroll_ + page_rows_);
  std::vector<Line> shown(lines.begin() + static_cast<std::ptrdiff_t>(scroll_),
                          lines.begin() + static_cast<std::ptrdiff_t>(end));
  shown.resize(page_rows_);
  for (Line& line : Footer(question, widget, scroll_ > 0, scroll_ < most)) {
    shown.push_back(std::move(line));
  }
  std::optional<TextEditor::Place> cursor = view.cursor;
  if (cursor) {
    const size_t row = offset + cursor->row;
    const bool seen = row >= scroll_ && row < scroll_ + page_rows_;
    cursor = seen ? std::optional(TextEditor::Place{row - scroll_, cursor->column})
                  : std::nullopt;
  }
  screen_.Draw(shown, cursor);
}

// As many keys as two lines take, how to leave always among them.
std::vector<Line> CursesDesk::Footer(const Question& question, const Widget& widget,
                                     bool above, bool below) const {
  std::vector<std::string> keys = widget.Keys();
  if (!seen_ && !widget.TakesText()) keys = {"Enter read on"};
  if (question.help) keys.emplace_back(widget.TakesText() ? "F1 hint" : "? hint");
  keys.emplace_back(leaving_ ? "Esc again to leave" : "F2 leave");
  if (below || above) {
    keys.emplace_back(!above ? "PgDn more" : !below ? "PgUp back" : "PgUp PgDn more");
  }
  if (question.help) keys.emplace_back(widget.TakesText() ? "F3 skip" : "s skip");
  const size_t columns = screen_.columns() - 1;  // the last place of all stays empty
  const Look look{.tone = Tone::kPlain, .reverse = true};
  std::vector<std::string> texts(1);
  for (const std::string& key : keys) {
    const std::string more = " " + key + " ";
    if (report::DisplayWidth(texts.back() + more) > columns) {
      if (texts.size() == kFooterLines) break;
      texts.emplace_back();
    }
    texts.back() += more;
  }
  std::vector<Line> lines;
  for (std::string& text : texts) {
    const size_t wide = report::DisplayWidth(text);
    text.append(columns > wide ? columns - wide : 0, ' ');
    lines.push_back({{text, look}});
  }
  return lines;
}

}  // namespace amends

#include "tools/train/write_widget.h"

#include <utility>

namespace amends {

WriteWidget::WriteWidget(Lines lines, std::string otherwise, std::string& text)
    : lines_(lines), otherwise_(std::move(otherwise)), text_(text), editor_(text) {}

View WriteWidget::Draw(size_t width) const {
  View view;
  const std::string& text = editor_.text();
  for (const text::Span& span : WrapLines(text, width)) {
    view.lines.push_back(
        {{ShownText(std::string_view(text).substr(span.start, span.length())),
          {.tone = Tone::kAgent}}});
  }
  view.cursor = editor_.PlaceAt(width);
  view.first = view.last = view.cursor->row;
  return view;
}

bool WriteWidget::Take(const Key& key, size_t width) {
  switch (key.name) {
    case KeyName::kText:
      editor_.Insert(key.text);
      break;
    case KeyName::kEnter:
      if (lines_ == Lines::kOne) return IsComplete();
      editor_.Insert("\n");
      break;
    case KeyName::kDone:
      return IsComplete();
    case KeyName::kControl:
      if (key.text == "d") return IsComplete();
      if (key.text == "u") editor_.DeleteLineStart();
      if (key.text == "w") editor_.DeleteWord();
      break;
    case KeyName::kTab:
      editor_.Insert(" ");
      break;
    case KeyName::kBackspace:
      editor_.Backspace();
      break;
    case KeyName::kDelete:
      editor_.Delete();
      break;
    case KeyName::kLeft:
      editor_.Left();
      break;
    case KeyName::kRight:
      editor_.Right();
      break;
    case KeyName::kUp:
      editor_.Up(width);
      break;
    case KeyName::kDown:
      editor_.Down(width);
      break;
    case KeyName::kHome:
      editor_.Home(width);
      break;
    case KeyName::kEnd:
      editor_.End(width);
      break;
    default:
      break;
  }
  text_ = editor_.text();
  return false;
}

bool WriteWidget::IsComplete() {
  constexpr std::string_view kBlank = " \t\n";
  text_ = editor_.text();
  const bool blank = text_.find_first_not_of(kBlank) == std::string::npos;
  if (!blank) return true;
  text_ = otherwise_;
  return !otherwise_.empty();
}

std::vector<std::string> WriteWidget::Keys() const {
  if (lines_ == Lines::kOne) return {"Enter done"};
  return {"Ctrl-D done"};
}

}  // namespace amends

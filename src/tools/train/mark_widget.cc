#include "tools/train/mark_widget.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace amends {
namespace {

using text::Span;

std::vector<Span> WordsOf(std::string_view draft) {
  constexpr std::string_view kBlank = " \t\r\n";
  std::vector<Span> words;
  size_t at = draft.find_first_not_of(kBlank);
  while (at != std::string_view::npos) {
    const size_t end = std::min(draft.find_first_of(kBlank, at), draft.size());
    words.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    at = draft.find_first_not_of(kBlank, end);
  }
  return words;
}

Span Joined(const Span& a, const Span& b) {
  return {std::min(a.start, b.start), std::max(a.end, b.end)};
}

}  // namespace

MarkWidget::MarkWidget(const std::string& draft, std::vector<Span>& marks)
    : draft_(draft), marks_(marks), words_(WordsOf(draft)) {}

// Blanks between marked words are marked, too.
View MarkWidget::Draw(size_t width) const {
  View view;
  const Span here = words_.empty() ? Span{} : words_[at_];
  for (const Span& span : WrapLines(draft_, width)) {
    Line line;
    for (uint32_t at = span.start; at < span.end;) {
      const auto in = [&](const Span& word) { return word.start <= at && at < word.end; };
      const auto word = std::ranges::find_if(words_, in);
      const auto next =
          std::ranges::find_if(words_, [&](const Span& each) { return each.start > at; });
      const uint32_t stop = word != words_.end()   ? word->end
                            : next != words_.end() ? next->start
                                                   : span.end;
      const uint32_t end = std::min(stop, span.end);
      const bool marked = IsMarked({at, end});
      const bool current = here.start <= at && at < here.end;
      line.push_back({ShownText(std::string_view(draft_).substr(at, end - at)),
                      {.tone = marked ? Tone::kFault : Tone::kPlain,
                       .bold = marked,
                       .underline = marked,
                       .reverse = current}});
      if (current) view.first = view.last = view.lines.size();
      at = end;
    }
    view.lines.push_back(std::move(line));
  }
  return view;
}

bool MarkWidget::Take(const Key& key, size_t width) {
  if (words_.empty()) return key.name == KeyName::kEnter;
  const size_t last = words_.size() - 1;
  switch (key.name) {
    case KeyName::kLeft:
    case KeyName::kBackTab:
      at_ = at_ == 0 ? 0 : at_ - 1;
      break;
    case KeyName::kRight:
    case KeyName::kTab:
      at_ = std::min(at_ + 1, last);
      break;
    case KeyName::kUp:
    case KeyName::kDown:
      MoveLine(key.name == KeyName::kDown, width);
      break;
    case KeyName::kHome:
      at_ = 0;
      break;
    case KeyName::kEnd:
      at_ = last;
      break;
    case KeyName::kText:
      if (key.text == " ") Toggle();
      break;
    case KeyName::kEnter:
    case KeyName::kDone:
      if (begun_) Toggle();
      return !marks_.empty();
    default:
      break;
  }
  return false;
}

// To the word of the next line that stands nearest below.
void MarkWidget::MoveLine(bool down, size_t width) {
  const std::vector<Span> lines = WrapLines(draft_, width);
  const auto row_of = [&](size_t word) {
    size_t row = 0;
    while (row + 1 < lines.size() && lines[row + 1].start <= words_[word].start) ++row;
    return row;
  };
  const size_t row = row_of(at_);
  const uint32_t column = words_[at_].start - lines[row].start;
  size_t best = at_;
  std::optional<size_t> found;  // the row
  for (size_t i = 0; i < words_.size(); ++i) {
    const size_t step = down ? i : words_.size() - 1 - i;
    const size_t there = row_of(step);
    if (down ? there <= row : there >= row) continue;
    if (found && *found != there) break;
    const auto off = [&](size_t word) {
      const int64_t place = int64_t{words_[word].start} - lines[there].start;
      return std::abs(place - int64_t{column});
    };
    if (!found || off(step) < off(best)) best = step;
    found = there;
  }
  at_ = best;
}

void MarkWidget::Toggle() {
  if (begun_) {
    const Span mark = Open();
    std::erase_if(marks_, [&](const Span& each) { return each.overlaps(mark); });
    marks_.push_back(mark);
    std::ranges::sort(marks_);
    begun_.reset();
    return;
  }
  const Span word = words_[at_];
  const size_t gone =
      std::erase_if(marks_, [&](const Span& each) { return each.overlaps(word); });
  if (gone == 0) begun_ = at_;
}

Span MarkWidget::Open() const { return Joined(words_[*begun_], words_[at_]); }

bool MarkWidget::IsMarked(const Span& word) const {
  if (begun_ && Open().overlaps(word)) return true;
  return std::ranges::any_of(marks_,
                             [&](const Span& each) { return each.overlaps(word); });
}

std::vector<std::string> MarkWidget::Keys() const {
  if (begun_) return {"→ further", "Space end of the mark", "Enter done"};
  std::vector<std::string> keys = {"←→↑↓ move", "Space mark from here"};
  if (!marks_.empty()) keys.emplace_back("Enter done");
  return keys;
}

}  // namespace amends

#include "tools/train/list_widgets.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace amends {
namespace {

constexpr Look kChosen{
    .tone = Tone::kPlain, .bold = false, .underline = false, .reverse = true};

// One option of a list, and whether it is what the keys are about.
struct Item {
  std::string before;  // “2 ”, “[x] 2 ”
  const std::string& text;
};

void AddItem(const Item& item, bool here, size_t width, View& view) {
  const size_t first = view.lines.size();
  const Look look = here ? kChosen : Look{};
  for (Line& line :
       IndentedLines((here ? "> " : "  ") + item.before, item.text, look, width)) {
    view.lines.push_back(std::move(line));
  }
  if (!here) return;
  view.first = first;
  view.last = view.lines.size() - 1;
}

// The number of the option that a digit names, if there is one.
std::optional<size_t> DigitOf(const Key& key, size_t count) {
  const bool digit = key.name == KeyName::kText && key.text.size() == 1 &&
                     key.text[0] >= '1' && key.text[0] <= '9';
  if (!digit) return std::nullopt;
  const auto option = static_cast<size_t>(key.text[0] - '1');
  return option < count ? std::optional(option) : std::nullopt;
}

bool IsSpace(const Key& key) { return key.name == KeyName::kText && key.text == " "; }

// Where the cursor goes in a list of so many.
size_t Moved(size_t at, size_t count, const Key& key) {
  const size_t last = count - 1;
  switch (key.name) {
    case KeyName::kUp:
      return at == 0 ? 0 : at - 1;
    case KeyName::kDown:
      return std::min(at + 1, last);
    case KeyName::kBackTab:
      return at == 0 ? last : at - 1;
    case KeyName::kTab:
      return at == last ? 0 : at + 1;
    case KeyName::kHome:
      return 0;
    case KeyName::kEnd:
      return last;
    default:
      return at;
  }
}

}  // namespace

ChooseWidget::ChooseWidget(const std::vector<std::string>& options, size_t& chosen)
    : options_(options), chosen_(chosen), at_(chosen < options.size() ? chosen : 0) {}

View ChooseWidget::Draw(size_t width) const {
  View view;
  for (size_t i = 0; i < options_.size(); ++i) {
    AddItem({fmt::format("{} ", i + 1), options_[i]}, i == at_, width, view);
  }
  return view;
}

bool ChooseWidget::Take(const Key& key, size_t /*width*/) {
  if (const auto option = DigitOf(key, options_.size())) {
    at_ = *option;
    chosen_ = at_;
    return true;
  }
  if (key.name == KeyName::kEnter || IsSpace(key)) {
    chosen_ = at_;
    return true;
  }
  at_ = Moved(at_, options_.size(), key);
  return false;
}

std::vector<std::string> ChooseWidget::Keys() const {
  if (options_.size() == 1) return {"Enter go on"};
  return {"Enter choose", fmt::format("1-{}", options_.size()), "↑↓ move"};
}

TickWidget::TickWidget(const std::vector<std::string>& options,
                       std::vector<size_t>& ticked)
    : options_(options), ticked_(ticked) {}

View TickWidget::Draw(size_t width) const {
  View view;
  for (size_t i = 0; i < options_.size(); ++i) {
    const bool ticked = std::ranges::count(ticked_, i) > 0;
    AddItem({fmt::format("[{}] {} ", ticked ? 'x' : ' ', i + 1), options_[i]}, i == at_,
            width, view);
  }
  return view;
}

bool TickWidget::Take(const Key& key, size_t /*width*/) {
  if (const auto option = DigitOf(key, options_.size())) {
    at_ = *option;
    Toggle(at_);
  } else if (IsSpace(key)) {
    Toggle(at_);
  } else if (key.name == KeyName::kEnter || key.name == KeyName::kDone) {
    return !ticked_.empty();
  } else {
    at_ = Moved(at_, options_.size(), key);
  }
  return false;
}

void TickWidget::Toggle(size_t option) {
  if (std::erase(ticked_, option) == 0) ticked_.push_back(option);
  std::ranges::sort(ticked_);
}

std::vector<std::string> TickWidget::Keys() const {
  std::vector<std::string> keys = {"Space tick", "↑↓ move"};
  if (!ticked_.empty()) keys.insert(keys.begin() + 1, "Enter done");
  return keys;
}

ArrangeWidget::ArrangeWidget(const std::vector<std::string>& sentences,
                             std::vector<size_t>& order)
    : sentences_(sentences), order_(order) {}

View ArrangeWidget::Draw(size_t width) const {
  View view;
  for (size_t i = 0; i < order_.size(); ++i) {
    const bool held = held_ && i == at_;
    AddItem({fmt::format("{} {} ", i + 1, held ? "↕" : " "), sentences_[order_[i]]},
            i == at_, width, view);
  }
  return view;
}

bool ArrangeWidget::Take(const Key& key, size_t /*width*/) {
  if (IsSpace(key)) {
    held_ = !held_;
  } else if (key.name == KeyName::kEnter || key.name == KeyName::kDone) {
    return true;
  } else if (held_ && (key.name == KeyName::kUp || key.name == KeyName::kDown)) {
    Move(key.name == KeyName::kDown);
  } else if (!held_) {
    at_ = DigitOf(key, order_.size()).value_or(Moved(at_, order_.size(), key));
  }
  return false;
}

void ArrangeWidget::Move(bool down) {
  if (down ? at_ + 1 == order_.size() : at_ == 0) return;
  const size_t to = down ? at_ + 1 : at_ - 1;
  std::swap(order_[at_], order_[to]);
  at_ = to;
}

std::vector<std::string> ArrangeWidget::Keys() const {
  if (held_) return {"↑↓ carry", "Space put down", "Enter done"};
  return {"Space take up", "↑↓ move", "Enter done"};
}

}  // namespace amends

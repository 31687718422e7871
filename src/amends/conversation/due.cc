#include "amends/conversation/due.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

#include "amends/input/lines.h"

namespace amends::conversation {
namespace {

constexpr int64_t kHour = 60;
constexpr int64_t kDay = 24 * kHour;

constexpr std::array<std::string_view, 7> kWeekdays = {
    "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
// When the part of a day is over.
constexpr std::array<std::pair<std::string_view, int64_t>, 5> kPartsOfDay = {
    {{"morning", 12 * kHour},
     {"noon", 12 * kHour},
     {"afternoon", 18 * kHour},
     {"evening", 22 * kHour},
     {"midnight", kDay}}};
constexpr std::array<std::pair<std::string_view, int64_t>, 4> kUnits = {
    {{"minute", 1}, {"hour", kHour}, {"day", kDay}, {"week", 7 * kDay}}};

template <typename Names>
std::optional<int> IndexIn(const Names& names, std::string_view name) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<int>(found - names.begin());
}

template <typename Table>
std::optional<int64_t> ValueIn(const Table& table, std::string_view name) {
  const auto found =
      std::ranges::find(table, name, [](const auto& row) { return row.first; });
  if (found == table.end()) return std::nullopt;
  return found->second;
}

bool IsLetter(char c) { return input::IsAsciiLetter(c) || c == '\''; }

std::optional<int> NumberOf(std::string_view text) {
  int number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size())
    return std::nullopt;
  return number;
}

// A word by its name in the calendar, or a number with what is written to it.
struct Item {
  std::string name;            // "" = none
  std::optional<int> number;   // "2" of "two" too
  std::optional<int> minutes;  // of 10:30, 10.30
};

std::vector<Item> Split(std::string_view words, const Calendar& calendar) {
  const std::string text = input::LowerLetters(words);
  std::vector<Item> items;
  for (size_t i = 0; i < text.size();) {
    size_t end = i + 1;
    if (input::IsAsciiDigit(text[i])) {
      while (end < text.size() && input::IsAsciiDigit(text[end])) ++end;
      Item item{"", NumberOf(std::string_view(text).substr(i, end - i)), std::nullopt};
      const bool clock =
          end + 2 < text.size() && (text[end] == ':' || text[end] == '.') &&
          input::IsAsciiDigit(text[end + 1]) && input::IsAsciiDigit(text[end + 2]);
      if (clock) {
        item.minutes = NumberOf(std::string_view(text).substr(end + 1, 2));
        end += 3;
      }
      items.push_back(std::move(item));
    } else if (IsLetter(text[i])) {
      while (end < text.size() && IsLetter(text[end])) ++end;
      std::string name(calendar.NameOf(std::string_view(text).substr(i, end - i)));
      const std::optional<int> number = NumberOf(name);
      items.push_back({std::move(name), number, std::nullopt});
    }
    i = end;
  }
  return items;
}

class DueReader {
 public:
  DueReader(std::vector<Item> items, const input::Moment& said)
      : items_(std::move(items)), said_(said), today_(DayOf(said.local)) {}

  std::optional<input::Moment> Read() {
    for (at_ = 0; at_ < items_.size(); ++at_) Take();
    if (span_) return input::Moment{*span_, said_.offset};
    if (day_) {
      return input::Moment{*day_ * kDay + clock_.value_or(part_.value_or(kDay)),
                           said_.offset};
    }
    const std::optional<int64_t> clock = clock_ ? clock_ : part_;
    if (!clock) return std::nullopt;
    const int64_t then = today_ * kDay + *clock;
    return input::Moment{then < said_.local ? then + kDay : then, said_.offset};
  }

 private:
  static int64_t DayOf(int64_t local) {
    return std::chrono::floor<std::chrono::days>(
               std::chrono::sys_time<std::chrono::minutes>(std::chrono::minutes(local)))
        .time_since_epoch()
        .count();
  }
  // 0 = Sunday.
  static int WeekdayOf(int64_t day) {
    const std::chrono::sys_days date{std::chrono::days(day)};
    return static_cast<int>(std::chrono::weekday(date).c_encoding());
  }
  const Item* Ahead(size_t steps) const {
    return at_ + steps < items_.size() ? &items_[at_ + steps] : nullptr;
  }
  bool IsAhead(size_t steps, std::string_view name) const {
    const Item* item = Ahead(steps);
    return item != nullptr && item->name == name;
  }
  bool IsBehind(std::string_view name) const {
    return at_ > 0 && items_[at_ - 1].name == name;
  }

  // What begins at the item, if anything does.
  bool Take() {
    return TakeSpan() || TakeDate() || TakeWeekday() || TakeOther() || TakeClock();
  }
  bool TakeSpan();
  bool TakeDate();
  bool TakeWeekday();
  bool TakeOther();
  bool TakeClock();
  int64_t After(int64_t count, std::string_view unit, bool working) const;
  int64_t EndOfWeek(int weeks) const;
  int64_t EndOfMonth() const;

  std::vector<Item> items_;
  input::Moment said_;
  int64_t today_;
  size_t at_ = 0;
  std::optional<int64_t> span_;   // a moment
  std::optional<int64_t> day_;    // days since 1970
  std::optional<int64_t> clock_;  // minutes of the day
  std::optional<int64_t> part_;   // likewise, of a part of the day
};

// So long from then. Of days all of the last one counts.
int64_t DueReader::After(int64_t count, std::string_view unit, bool working) const {
  const int64_t size = ValueIn(kUnits, unit).value_or(0);
  if (size < kDay) return said_.local + count * size;
  int64_t day = today_;
  if (!working) return (day + count * (size / kDay) + 1) * kDay;
  for (int64_t left = count * (size == kDay ? 1 : 5); left > 0;) {
    ++day;
    const int weekday = WeekdayOf(day);
    if (weekday != 0 && weekday != 6) --left;
  }
  return (day + 1) * kDay;
}

// "24 hours", "two working days", "3 to 5 days", "a couple of weeks".
bool DueReader::TakeSpan() {
  constexpr int64_t kMost = 1000;
  const std::optional<int> number = items_[at_].number;
  if (!number || items_[at_].minutes || *number > kMost) return false;
  size_t steps = 1;
  if (IsAhead(steps, "of")) ++steps;
  const bool working = IsAhead(steps, "working");
  if (working) ++steps;
  const Item* unit = Ahead(steps);
  if (unit == nullptr || !ValueIn(kUnits, unit->name)) return false;
  span_ = std::max(span_.value_or(0), After(*number, unit->name, working));
  at_ += steps;
  return true;
}

// "1 May", "May 1st", "the 3rd of March".
bool DueReader::TakeDate() {
  std::optional<int> month = IndexIn(kMonths, items_[at_].name);
  std::optional<int> day;
  size_t steps = 0;
  if (month) {
    const Item* next = Ahead(1);
    if (next == nullptr || !next->number || next->minutes) return false;
    day = next->number;
    steps = 1;
  } else if (items_[at_].number && !items_[at_].minutes) {
    day = items_[at_].number;
    steps = 1;
    if (IsAhead(steps, "ordinal")) ++steps;
    if (IsAhead(steps, "of")) ++steps;
    const Item* next = Ahead(steps);
    if (next != nullptr) month = IndexIn(kMonths, next->name);
  }
  if (!month || !day || day_) return false;
  using namespace std::chrono;
  const year_month_day now{sys_days(days(today_))};
  year_month_day date{now.year(), std::chrono::month(static_cast<unsigned>(*month) + 1),
                      std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return false;
  constexpr int64_t kMonth = 31;
  if (sys_days(date).time_since_epoch().count() < today_ - kMonth) date += years(1);
  day_ = sys_days(date).time_since_epoch().count();
  at_ += steps;
  return true;
}

// The next such day; the one after seven days where today is one.
bool DueReader::TakeWeekday() {
  const std::optional<int> weekday = IndexIn(kWeekdays, items_[at_].name);
  if (!weekday || day_) return false;
  const int ahead = (*weekday - WeekdayOf(today_) + 6) % 7 + 1;
  day_ = today_ + ahead + (IsBehind("next") && ahead < 7 ? 7 : 0);
  return true;
}

int64_t DueReader::EndOfWeek(int weeks) const {
  return today_ + (7 - WeekdayOf(today_)) % 7 + 7 * weeks;
}

int64_t DueReader::EndOfMonth() const {
  using namespace std::chrono;
  const year_month_day now{sys_days(days(today_))};
  return sys_days(now.year() / now.month() / last).time_since_epoch().count();
}

// Today, tomorrow, next week, the end of the month; the parts of a day.
bool DueReader::TakeOther() {
  const std::string& name = items_[at_].name;
  if (const auto end = ValueIn(kPartsOfDay, name)) {
    part_ = end;
    return true;
  }
  const bool next = IsBehind("next");
  if (name == "today" || (name == "day" && IsBehind("the") && !day_)) {
    day_ = today_;
  } else if (name == "tomorrow") {
    day_ = today_ + 1;
  } else if (name == "weekend") {
    day_ = EndOfWeek(next ? 1 : 0);
  } else if (name == "week" && !day_) {
    day_ = EndOfWeek(next ? 1 : 0);
  } else if (name == "month" && !day_ && !next) {
    day_ = EndOfMonth();
  } else {
    return false;
  }
  return true;
}

// "10:30", "4 pm", "at 4", "by four o'clock".
bool DueReader::TakeClock() {
  const Item& item = items_[at_];
  if (clock_ || !item.number || *item.number > 24 || item.minutes.value_or(0) > 59)
    return false;
  const bool morning = IsAhead(1, "am");
  const bool evening = IsAhead(1, "pm");
  const bool told =
      item.minutes || morning || evening || IsAhead(1, "o'clock") || IsBehind("at");
  if (!told) return false;
  int64_t clock = *item.number * kHour + item.minutes.value_or(0);
  if (morning && *item.number == 12) clock -= 12 * kHour;
  // Of two fours the one after noon; ten is ten in the morning.
  constexpr int kDawn = 7;
  const bool afternoon = evening || (!morning && *item.number <= kDawn);
  if (afternoon && *item.number < 12) clock += 12 * kHour;
  clock_ = clock;
  return true;
}

}  // namespace

Calendar::Calendar(
    const std::vector<std::pair<std::string, std::vector<std::string>>>& table) {
  for (const auto& [name, words] : table) {
    for (const std::string& word : words) names_.try_emplace(word, name);
  }
}

std::string_view Calendar::NameOf(std::string_view word) const {
  const auto name = names_.find(word);
  return name == names_.end() ? std::string_view() : name->second;
}

std::optional<input::Moment> DueBy(std::string_view words, const input::Moment& said,
                                   const Calendar& calendar) {
  return DueReader(Split(words, calendar), said).Read();
}

}  // namespace amends::conversation

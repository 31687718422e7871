#include "amends/training/day.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "amends/training/learner.h"
#include "amends/training/practice_days.h"

namespace amends::training {
namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::string_view kForm = "0000-00-00";

bool HasForm(std::string_view text) {
  return std::ranges::equal(text, kForm, [](char c, char form) {
    return form == '0' ? c >= '0' && c <= '9' : c == form;
  });
}

int Number(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = 10 * number + (digit - '0');
  return number;
}

}  // namespace

std::optional<int64_t> ReadDay(std::string_view text) {
  if (!HasForm(text)) return std::nullopt;
  const year_month_day date{
      std::chrono::year(Number(text.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(Number(text.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(Number(text.substr(8, 2))))};
  if (!date.ok() || date.year() < std::chrono::year(1970)) return std::nullopt;
  return sys_days(date).time_since_epoch().count();
}

std::string WriteDay(int64_t day) {
  const year_month_day date{sys_days(days(day))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

int64_t EndOfDay(int64_t day) { return (day + 1) * kSecondsADay - 1; }

std::string WriteTime(int64_t at) {
  const int64_t day = DayOf(at, 0);
  const int64_t second = at - day * kSecondsADay;
  return fmt::format("{}T{:02}:{:02}:{:02}Z", WriteDay(day), second / 3600,
                     second / 60 % 60, second % 60);
}

}  // namespace amends::training

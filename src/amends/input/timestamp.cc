#include "amends/input/timestamp.h"

#include <chrono>
#include <cstddef>

namespace amends::input {
namespace {

struct Timestamp {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
  int zone_minutes = 0;  // east of Greenwich
  bool has_hour = false;
  bool has_zone = false;
};

// Takes what it reads off the front of the text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool AtEnd() const { return rest_.empty(); }

  bool Take(std::string_view marks) {
    if (rest_.empty() || marks.find(rest_[0]) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // A number of exactly so many digits within the limits.
  bool TakeNumber(size_t digits, int lowest, int highest, int& value) {
    if (rest_.size() < digits) return false;
    value = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return false;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value >= lowest && value <= highest;
  }

  bool TakeDate(Timestamp& time) {
    return TakeNumber(4, 0, 9999, time.year) && Take("-") &&
           TakeNumber(2, 1, 12, time.month) && Take("-") &&
           TakeNumber(2, 1, 31, time.day);
  }

  bool TakeTime(Timestamp& time) {
    time.has_hour = true;
    if (!TakeNumber(2, 0, 24, time.hour) || !Take(":") ||
        !TakeNumber(2, 0, 59, time.minute)) {
      return false;
    }
    if (!Take(":")) return true;
    if (!TakeNumber(2, 0, 60, time.second)) return false;
    if (!Take(".,")) return true;
    bool digits = false;
    while (Take("0123456789")) digits = true;
    return digits;
  }

  bool TakeZone(Timestamp& time) {
    if (AtEnd()) return true;
    time.has_zone = true;
    if (Take("Zz")) return true;
    const int sign = rest_[0] == '-' ? -1 : 1;
    int hours = 0;
    int minutes = 0;
    if (!Take("+-") || !TakeNumber(2, 0, 23, hours)) return false;
    if (!AtEnd()) {
      Take(":");
      if (!TakeNumber(2, 0, 59, minutes)) return false;
    }
    time.zone_minutes = sign * (hours * 60 + minutes);
    return true;
  }

 private:
  std::string_view rest_;
};

std::optional<Timestamp> ReadTimestamp(std::string_view text) {
  Timestamp time;
  Reader reader(text);
  if (!reader.TakeDate(time)) return std::nullopt;
  if (reader.AtEnd()) return time;
  const bool whole = reader.Take("Tt ") && reader.TakeTime(time) &&
                     reader.TakeZone(time) && reader.AtEnd();
  return whole ? std::optional(time) : std::nullopt;
}

// Since 1970, in the zone of the time if it has none.
std::chrono::seconds SecondsOf(const Timestamp& time) {
  using namespace std::chrono;
  const year_month_day date{year(time.year), month(static_cast<unsigned>(time.month)),
                            day(static_cast<unsigned>(time.day))};
  return sys_days(date).time_since_epoch() + hours(time.hour) +
         minutes(time.minute - time.zone_minutes) + seconds(time.second);
}

}  // namespace

bool IsTimestamp(std::string_view text) { return ReadTimestamp(text).has_value(); }

std::optional<int64_t> MinutesBetween(std::string_view from, std::string_view to) {
  const auto first = ReadTimestamp(from);
  const auto second = ReadTimestamp(to);
  if (!first || !second || !first->has_hour || !second->has_hour ||
      first->has_zone != second->has_zone) {
    return std::nullopt;
  }
  return std::chrono::floor<std::chrono::minutes>(SecondsOf(*second) - SecondsOf(*first))
      .count();
}

}  // namespace amends::input

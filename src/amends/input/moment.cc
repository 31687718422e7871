#include "amends/input/moment.h"

#include <chrono>
#include <cstddef>

#include <fmt/format.h>

namespace amends::input {
namespace {

struct Fields {
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int zone_minutes = 0;  // east of Greenwich
  bool has_hour = false;
  bool has_zone = false;
};

// Takes what it reads off the front of the text.
class MomentReader {
 public:
  explicit MomentReader(std::string_view text) : rest_(text) {}

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

  bool TakeDate(Fields& time) {
    return TakeNumber(4, 0, 9999, time.year) && Take("-") &&
           TakeNumber(2, 1, 12, time.month) && Take("-") &&
           TakeNumber(2, 1, 31, time.day);
  }

  bool TakeTime(Fields& time) {
    time.has_hour = true;
    if (!TakeNumber(2, 0, 24, time.hour) || !Take(":") ||
        !TakeNumber(2, 0, 59, time.minute)) {
      return false;
    }
    if (!Take(":")) return true;
    int seconds = 0;
    if (!TakeNumber(2, 0, 60, seconds)) return false;
    if (!Take(".,")) return true;
    bool digits = false;
    while (Take("0123456789")) digits = true;
    return digits;
  }

  bool TakeZone(Fields& time) {
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

bool ReadFields(std::string_view text, Fields& time) {
  MomentReader reader(text);
  if (!reader.TakeDate(time)) return false;
  if (reader.AtEnd()) return true;
  return reader.Take("Tt ") && reader.TakeTime(time) && reader.TakeZone(time) &&
         reader.AtEnd();
}

}  // namespace

std::optional<Moment> ReadMoment(std::string_view text) {
  using namespace std::chrono;
  Fields time;
  if (!ReadFields(text, time)) return std::nullopt;
  const year_month_day date{year(time.year), month(static_cast<unsigned>(time.month)),
                            day(static_cast<unsigned>(time.day))};
  if (!date.ok()) return std::nullopt;
  const minutes local =
      sys_days(date).time_since_epoch() + hours(time.hour) + minutes(time.minute);
  return Moment{local.count(), time.zone_minutes, time.has_hour, time.has_zone};
}

std::string WriteMoment(const Moment& moment) {
  using namespace std::chrono;
  const sys_time<minutes> local{minutes(moment.local)};
  const auto midnight = floor<days>(local);
  const year_month_day date{midnight};
  std::string text =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (!moment.has_clock) return text;
  const int64_t clock = (local - midnight).count();
  text += fmt::format("T{:02}:{:02}", clock / 60, clock % 60);
  if (!moment.has_zone) return text;
  if (moment.offset == 0) return text + "Z";
  const int64_t size = moment.offset < 0 ? -moment.offset : moment.offset;
  return text + fmt::format("{}{:02}:{:02}", moment.offset < 0 ? '-' : '+', size / 60,
                            size % 60);
}

std::optional<int64_t> MinutesBetween(std::string_view from, std::string_view to) {
  const auto first = ReadMoment(from);
  const auto second = ReadMoment(to);
  if (!first || !second || !first->has_clock || !second->has_clock ||
      first->has_zone != second->has_zone) {
    return std::nullopt;
  }
  return second->utc() - first->utc();
}

}  // namespace amends::input

#include "amends/conversation/moment.h"

#include <charconv>
#include <chrono>

#include <fmt/format.h>

namespace amends::conversation {
namespace {

constexpr int64_t kMinutesOfDay = 24 * 60;

// Reads fixed columns of a text.
class Columns {
 public:
  explicit Columns(std::string_view text) : text_(text) {}

  // A number of just so many digits.
  std::optional<int> Number(size_t digits) {
    int value = 0;
    if (text_.size() < digits) return std::nullopt;
    const char* end = text_.data() + digits;
    const auto read = std::from_chars(text_.data(), end, value);
    if (text_[0] == '-' || read.ec != std::errc() || read.ptr != end) return std::nullopt;
    text_.remove_prefix(digits);
    return value;
  }
  bool Take(std::string_view one_of) {
    if (text_.empty() || one_of.find(text_[0]) == std::string_view::npos) return false;
    text_.remove_prefix(1);
    return true;
  }
  void SkipDigits() {
    while (!text_.empty() && text_[0] >= '0' && text_[0] <= '9') text_.remove_prefix(1);
  }
  char front() const { return text_.empty() ? '\0' : text_[0]; }
  bool empty() const { return text_.empty(); }

 private:
  std::string_view text_;
};

std::optional<int64_t> ReadDay(Columns& columns) {
  const auto year = columns.Number(4);
  if (!year || !columns.Take("-")) return std::nullopt;
  const auto month = columns.Number(2);
  if (!month || !columns.Take("-")) return std::nullopt;
  const auto day = columns.Number(2);
  if (!day) return std::nullopt;
  const std::chrono::year_month_day date{
      std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
      std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count();
}

std::optional<int64_t> ReadClock(Columns& columns) {
  const auto hours = columns.Number(2);
  if (!hours || *hours > 24) return std::nullopt;
  columns.Take(":");
  const auto minutes = columns.Number(2);
  if (!minutes || *minutes > 59) return std::nullopt;
  return *hours * 60 + *minutes;
}

}  // namespace

std::optional<Moment> ReadMoment(std::string_view iso) {
  Columns columns(iso);
  const auto day = ReadDay(columns);
  if (!day) return std::nullopt;
  Moment moment{*day * kMinutesOfDay, 0};
  if (columns.empty()) return moment;
  if (!columns.Take("Tt ")) return std::nullopt;
  const auto clock = ReadClock(columns);
  if (!clock) return std::nullopt;
  moment.local += *clock;
  if (columns.Take(":")) columns.SkipDigits();
  if (columns.Take(".,")) columns.SkipDigits();
  columns.Take(" ");
  if (columns.Take("Zz") || columns.empty()) {
    return columns.empty() ? std::optional(moment) : std::nullopt;
  }
  const bool west = columns.front() == '-';
  if (!columns.Take("+-")) return std::nullopt;
  const auto offset = ReadClock(columns);
  if (!offset || !columns.empty()) return std::nullopt;
  moment.offset = west ? -*offset : *offset;
  return moment;
}

std::string WriteMoment(const Moment& moment) {
  using std::chrono::days;
  using std::chrono::floor;
  using std::chrono::minutes;
  const std::chrono::sys_time<minutes> local{minutes(moment.local)};
  const auto day = floor<days>(local);
  const std::chrono::year_month_day date{day};
  const int64_t clock = (local - day).count();
  std::string zone = "Z";
  if (moment.offset != 0) {
    const int64_t size = moment.offset < 0 ? -moment.offset : moment.offset;
    zone = fmt::format("{}{:02}:{:02}", moment.offset < 0 ? '-' : '+', size / 60,
                       size % 60);
  }
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}{}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()), clock / 60, clock % 60, zone);
}

}  // namespace amends::conversation

#include "amends/input/timestamp.h"

#include <cstddef>

namespace amends::input {
namespace {

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
  bool TakeNumber(size_t digits, int lowest, int highest) {
    if (rest_.size() < digits) return false;
    int value = 0;
    for (size_t i = 0; i < digits; ++i) {
      if (rest_[i] < '0' || rest_[i] > '9') return false;
      value = value * 10 + (rest_[i] - '0');
    }
    rest_.remove_prefix(digits);
    return value >= lowest && value <= highest;
  }

  bool TakeDate() {
    return TakeNumber(4, 0, 9999) && Take("-") && TakeNumber(2, 1, 12) && Take("-") &&
           TakeNumber(2, 1, 31);
  }

  bool TakeTime() {
    if (!TakeNumber(2, 0, 24) || !Take(":") || !TakeNumber(2, 0, 59)) return false;
    if (!Take(":")) return true;
    if (!TakeNumber(2, 0, 60)) return false;
    if (!Take(".,")) return true;
    bool digits = false;
    while (Take("0123456789")) digits = true;
    return digits;
  }

  bool TakeZone() {
    if (AtEnd() || Take("Zz")) return true;
    if (!Take("+-") || !TakeNumber(2, 0, 23)) return false;
    if (AtEnd()) return true;
    Take(":");
    return TakeNumber(2, 0, 59);
  }

 private:
  std::string_view rest_;
};

}  // namespace

bool IsTimestamp(std::string_view text) {
  Reader reader(text);
  if (!reader.TakeDate()) return false;
  if (reader.AtEnd()) return true;
  return reader.Take("Tt ") && reader.TakeTime() && reader.TakeZone() && reader.AtEnd();
}

}  // namespace amends::input

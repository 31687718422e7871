// By when: the words of a promise, read against the moment in which they were said.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/input/moment.h"

namespace amends::conversation {

// What the words of a language for days and hours mean, from the pack's table `calendar`
// (docs/text.md has its names).
class Calendar {
 public:
  Calendar() = default;
  explicit Calendar(
      const std::vector<std::pair<std::string, std::vector<std::string>>>& table);

  // The name of a word, "" where it has none: "friday" of "fri", "day" of "days", "2" of
  // "two".
  std::string_view NameOf(std::string_view word) const;

 private:
  std::map<std::string, std::string, std::less<>> names_;
};

// The last moment at which the promise is still kept, read kindly: "by Friday" lasts
// until the end of that day, "in 3 to 5 days" five days, "at 4" is four in the afternoon.
// Nothing where the words name no time.
std::optional<input::Moment> DueBy(std::string_view words, const input::Moment& said,
                                   const Calendar& calendar);

}  // namespace amends::conversation

// The time of a message as mail programs write it above what they quote.
#pragma once

#include <string>
#include <string_view>

namespace amends::input {

// The first date of the line as ISO 8601, with the time of day and the zone where they
// stand there: "Mon, Apr 2, 2012 at 6:26 PM" is "2012-04-02T18:26". Months in English,
// French, German, Spanish, Italian, Dutch and Portuguese. Empty where there is no whole
// date, or where day and month could be either ("04/02/2012 18:26").
std::string FindSentTime(std::string_view line);

}  // namespace amends::input

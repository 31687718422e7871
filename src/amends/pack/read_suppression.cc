#include <algorithm>

#include "amends/input/moment.h"
#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

constexpr size_t kFingerprintDigits = 16;

bool IsFingerprint(std::string_view text) {
  return text.size() == kFingerprintDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

bool IsDay(std::string_view text) {
  const auto moment = input::ReadMoment(text);
  return moment && !moment->has_clock;
}

bool HasWord(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9');
  });
}

Suppression ReadSuppression(const Cursor& cursor) {
  Object object(cursor, "suppression");
  Suppression read;
  read.origin = cursor.origin();
  read.fingerprint = object.Text(
      "fingerprint", false,
      {.right = IsFingerprint, .described = "16 digits, as a result has them"});
  read.match = object.Text("match", false,
                           {.longest = 1000,
                            .right = HasWord,
                            .described = "words of the draft, as they stand in it"});
  read.rule = object.Text(
      "rule", object.valid() && object.Find("fingerprint") == std::nullopt,
      {.longest = 200, .right = IsRuleOrFamily, .described = "a rule or a family"});
  read.reason = object.Text("reason", true, {.longest = 500});
  read.until = object.Text("until", false,
                           {.right = IsDay, .described = "a day, such as 2027-01-31"});
  object.Finish();
  return read;
}

}  // namespace

std::vector<Suppression> ReadSuppressions(const Cursor& cursor) {
  std::vector<Suppression> suppressions;
  for (const Cursor& item : ReadItems(cursor, "suppressions", {.least = 0})) {
    suppressions.push_back(ReadSuppression(item));
  }
  return suppressions;
}

}  // namespace amends::pack

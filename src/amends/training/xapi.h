// Answers as statements of the Experience API (xAPI 1.0.3, which IEEE 9274.1.1 took on),
// for a learning record store. docs/training.md says what each holds. No text of anybody
// is in them, and by default no name.
//
// A pure function; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "amends/training/catalogue.h"
#include "amends/training/progress_json.h"

namespace amends::training {

// The account of everybody is on this “home page” where nobody says another. Nothing can
// ever be there: .invalid is reserved for that.
inline constexpr std::string_view kNoHomePage = "https://amends.invalid/";

// Whether it may stand before the accounts: an absolute http or https address without
// blanks and what an address must escape.
bool IsHomePage(std::string_view address);

struct XapiRequest {
  std::span<const PersonEntries> people;
  std::span<const ExerciseSet> sets;  // for their names
  const Catalogue& catalogue;         // for what is said of exercises
  std::string home_page = std::string(kNoHomePage);
  bool names = false;  // accounts are named by people's names, not by their ids
  std::optional<int64_t> since = {};  // seconds since 1970 began, UTC; both included
  std::optional<int64_t> until = {};
};

// A JSON array, a statement on each line, by person and time. The id of a statement
// follows from the home page and the answer, so that it is not there twice if it is sent
// twice.
std::string XapiStatements(const XapiRequest& request);

}  // namespace amends::training

// The rules as clients name them. They keep ids in settings, addresses and style sheets,
// so an id is of capitals, digits and underscores, and tells whose it is:
// fake-apology/conditional is AMENDS_FAKE_APOLOGY_CONDITIONAL, and its family the
// category AMENDS_FAKE_APOLOGY.
#pragma once

#include <string>
#include <string_view>

namespace amends::languagetool {

// What every rule is about, of the types of ITS 2.0.
inline constexpr std::string_view kIssueType = "style";

// Of a rule or a family, and of the same in any other spelling that clients may use:
// "fake-apology", "FAKE_APOLOGY", "AMENDS_FAKE_APOLOGY".
std::string ClientId(std::string_view id);

// "Fake apology".
std::string FamilyName(std::string_view family);

}  // namespace amends::languagetool

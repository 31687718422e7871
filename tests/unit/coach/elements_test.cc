// Which elements a reply holds, under the core pack.
#include "amends/coach/elements.h"

#include <string>

#include <gtest/gtest.h>

#include "tests/unit/coach/coached.h"

namespace amends::coach {
namespace {

TEST(Elements, AreThereSpoiltMissingOrNotAskedFor) {
  struct Row {
    const char* thread;
    const char* element;
    Presence presence;
  };
  using enum Presence;
  const Row rows[] = {
      {"C: My lamp came broken. // I'm sorry that your lamp came broken.", "apology",
       kThere},
      {"C: My lamp came broken. // We're sorry that your lamp came broken.", "apology",
       kThere},
      {"C: My lamp came broken. // I'm sorry if that upset you.", "apology", kSpoilt},
      {"C: My lamp came broken. // A new one is on its way.", "apology", kMissing},
      {"C: Do you sell lamps? // Yes, in the shop on Elm Street.", "apology", kNotAsked},
      {"C: My lamp came broken. // I packed it badly, that was my mistake. I'm sorry.",
       "responsibility", kThere},
      {"C: My lamp came broken. // I'm sorry. I have sent you a new lamp.", "repair",
       kThere},
      {"C: My lamp came broken. // I'm sorry.", "repair", kMissing},
      {"C: My lamp came broken. // I'm sorry. I'll look into it as soon as possible.",
       "next", kSpoilt},
      {"C: My lamp came broken. // I'm sorry. I'll call you tomorrow at nine.", "next",
       kThere},
      // A later reply inherits what went before.
      {"C: My lamp came broken. // A: I'm sorry, I packed it badly. // C: And now? // "
       "The new one left today, you have it on Friday.",
       "responsibility", kNotAsked},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Coached(row.thread).Of(row.element), row.presence) << row.thread << "\n"
                                                                 << row.element;
  }
}

TEST(Elements, AskForFeelingOnlyWhereTheCustomerShowedAny) {
  EXPECT_EQ(Coached("C: The parcel is late. // I'm sorry.").Of("empathy"),
            Presence::kNotAsked);
  EXPECT_EQ(
      Coached(
          "C: The parcel is late and I missed her birthday, I'm so upset. // I'm sorry.")
          .Of("empathy"),
      Presence::kMissing);
}

TEST(Elements, AreInTheOrderOfTheirPlaces) {
  const Coached coached("Hello.");
  double place = 0;
  for (const FoundElement& found : coached.coaching.elements) {
    EXPECT_LE(place, found.element->place);
    place = found.element->place;
  }
  EXPECT_GT(coached.coaching.elements.size(), 10u);
}

}  // namespace
}  // namespace amends::coach

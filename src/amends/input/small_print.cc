#include "amends/input/small_print.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

using Words = std::span<const std::string_view>;

// What only small print says of the mail itself.
constexpr std::string_view kOfTheMail[] = {"intended recipient",
                                           "intended solely",
                                           "intended only for",
                                           "intended for the addressee",
                                           "addressee",
                                           "received this e-mail in error",
                                           "received this email in error",
                                           "received this message in error",
                                           "received this communication in error",
                                           "received it in error",
                                           "received this in error",
                                           "this e-mail and any",
                                           "this email and any",
                                           "this message and any",
                                           "this communication and any",
                                           "this e-mail message",
                                           "this email message",
                                           "this e-mail is confidential",
                                           "this email is confidential",
                                           "contents of this e-mail",
                                           "contents of this email",
                                           "contents of this message",
                                           "before printing this",
                                           "registered in england",
                                           "registered office",
                                           "diese e-mail enthält",
                                           "irrtümlich erhalten",
                                           "richtige adressat",
                                           "ce message et",
                                           "ce message est",
                                           "destinataire",
                                           "originated from outside",
                                           "external email",
                                           "do not click links",
                                           "you received this message because",
                                           "you are receiving this",
                                           "no longer wish to receive",
                                           "ne souhaitez plus recevoir",
                                           "unsubscribe from this"};

constexpr std::string_view kOfSmallPrint[] = {"confidential",
                                              "privileged",
                                              "any attachments",
                                              "attachments to it",
                                              "unauthorized",
                                              "unauthorised",
                                              "disclosure",
                                              "dissemination",
                                              "distribution",
                                              "strictly prohibited",
                                              "notify the sender",
                                              "notify us",
                                              "delete this",
                                              "delete it",
                                              "delete the",
                                              "virus",
                                              "liability",
                                              "views expressed",
                                              "do not necessarily",
                                              "consider the environment",
                                              "company number",
                                              "registration number",
                                              "vat number",
                                              "vertraulich",
                                              "pièces jointes",
                                              "confidentiel",
                                              "unsubscribe",
                                              "legally binding",
                                              "open attachments",
                                              "recognize the sender",
                                              "recognise the sender",
                                              "registered in"};

}  // namespace

int SmallPrintSigns(std::string_view paragraph) {
  constexpr size_t kEnoughToTell = 2000;
  const std::string lower = LowerLetters(paragraph.substr(0, kEnoughToTell));
  const auto count = [&](Words table) {
    return static_cast<int>(std::ranges::count_if(
        table, [&](std::string_view words) { return lower.find(words) != kNowhere; }));
  };
  const int of_the_mail = count(kOfTheMail);
  int signs = of_the_mail > 0 ? of_the_mail + count(kOfSmallPrint) : 0;
  if (lower.find("consider the environment before print") != kNowhere) signs += 2;
  for (const std::string_view title :
       {"disclaimer:", "disclaimer ", "confidentiality notice", "caution: this e"}) {
    if (lower.starts_with(title)) signs += 2;
  }
  return signs;
}

}  // namespace amends::input

#include "amends/input/attribution.h"

#include <string>

#include <gtest/gtest.h>

namespace amends::input {
namespace {

// "certain 0-1 2012-04-02T18:26", "likely 0-0", "forwarded 0-4", or "none".
std::string Shown(const std::string& text) {
  const std::vector<Line> lines = SplitLines(text);
  const auto found = AttributionFinder(lines).At(0);
  if (!found) return "none";
  return std::string(found->forwarded ? "forwarded"
                     : found->certain ? "certain"
                                      : "likely") +
         " " + std::to_string(found->last) + (found->at.empty() ? "" : " ") + found->at;
}

TEST(Attribution, IsKnownInTheFormsOfMailPrograms) {
  struct Row {
    const char* text;
    const char* shown;
  };
  const Row rows[] = {
      {"On Mon, Apr 2, 2012 at 6:26 PM, Ana Lee <ana@example.com> wrote:",
       "certain 0 2012-04-02T18:26"},
      {"On Mon, Apr 2, 2012 at 6:26\u202FPM Ana Lee <ana@example.com> wrote:",
       "certain 0 2012-04-02T18:26"},
      {"On Apr 2, 2012, at 4:19 PM, Ana Lee <ana@example.com> wrote:",
       "certain 0 2012-04-02T16:19"},
      {"On 2 Apr 2012, at 16:19, Ana Lee wrote:", "certain 0 2012-04-02T16:19"},
      {"On 02/04/2012 16:19, Ana Lee wrote:", "certain 0"},
      {"On 25/04/2012 16:19, Ana Lee wrote:", "certain 0 2012-04-25T16:19"},
      {"On Tue, 2012-04-03 at 18:02 +0530, Ana Lee wrote:",
       "certain 0 2012-04-03T18:02+05:30"},
      {"On Tuesday, April 3rd, 2012 at 4:55 PM, Ana <ana@example.com> wrote:",
       "certain 0 2012-04-03T16:55"},
      {"On Tue, Apr 3, 2012 at 4:55 PM, Ana <ana@example.com>wrote:",
       "certain 0 2012-04-03T16:55"},
      {"On Mon, Apr 2, 2012 at 6:26 PM,\nAna Lee from the Accounting Department\n"
       "<ana@example.com>\nwrote:\n",
       "certain 3 2012-04-02T18:26"},
      {"2012-04-02 18:26 GMT+02:00 Ana Lee <ana@example.com>:",
       "certain 0 2012-04-02T18:26+02:00"},
      {"Le lun. 2 avr. 2012 à 18:26, Ana Lee <ana@example.com> a écrit :",
       "certain 0 2012-04-02T18:26"},
      {"Le 2 avril 2012 à 18h26, Ana Lee a écrit\u00A0:", "certain 0 2012-04-02T18:26"},
      {"Am 02.04.2012 um 18:26 schrieb Ana Lee <ana@example.com>:",
       "certain 0 2012-04-02T18:26"},
      {"Am Mo., 2. Apr. 2012 um 18:26 Uhr schrieb Ana Lee\n<ana@example.com>:",
       "certain 1 2012-04-02T18:26"},
      {"El lun, 2 abr 2012 a las 18:26, Ana Lee (<ana@example.com>) escribió:",
       "certain 0 2012-04-02T18:26"},
      {"Il giorno lun 2 apr 2012 alle ore 18:26 Ana Lee <ana@example.com> ha scritto:",
       "certain 0 2012-04-02T18:26"},
      {"Op ma 2 apr. 2012 om 18:26 schreef Ana Lee <ana@example.com>:",
       "certain 0 2012-04-02T18:26"},
      {"Em seg., 2 de abr. de 2012 às 18:26, Ana <ana@example.com> escreveu:",
       "certain 0 2012-04-02T18:26"},
      {"Ana Lee <ana@example.com> wrote on 2 April 2012:", "certain 0 2012-04-02"},
      {"Ana Lee wrote:\n> a", "likely 0"},
      {"Ana Lee wrote:\nNo.", "none"},
      {":", "none"},
      {": :\n> a", "none"},
      {"2012.04.02. 18:26 keltezéssel, Ana Lee írta:\n> a", "likely 0 2012-04-02T18:26"},
      {"Quoting Ana Lee <ana@example.com>:\n> a", "likely 0"},
      {"-----Original Message-----\nNo.", "certain 0"},
      {"-------- Original message --------\nFrom: Ana\nDate: 02/04/2012 6:26 PM "
       "(GMT+01:00)\nTo: Shop\n",
       "certain 3 2012-02-04T18:26+01:00"},
      {"-----Ursprüngliche Nachricht-----\nVon: Ana\nGesendet: Montag, 2. April 2012 "
       "18:26\n",
       "certain 2 2012-04-02T18:26"},
      {"Von: Ana\nGesendet: Montag, 2. April 2012 18:26\n", "none"},
      {"-----Ursprüngliche Nachricht-----\nVon: Ana\nGesendet: Montag, 2. April 2012 "
       "18:26\nAn: Shop\n",
       "certain 3 2012-04-02T18:26"},
      {"--- We wrote to you on Monday ---", "none"},
      {"---------- Forwarded message ----------\n", "forwarded 0"},
      {"-------- Weitergeleitete Nachricht --------\n", "forwarded 0"},
      {"----- Forwarded by Jo/Shop on 02/04/2012 18:26 -----\n", "forwarded 0"},
      {"Begin forwarded message:\n", "forwarded 0"},
      {"From: Ana Lee <ana@example.com>\nSent: Monday, April 2, 2012 6:26 PM\nTo: Shop "
       "<shop@example.com>;\n  Jo <jo@example.com>\nSubject: Lamp\n",
       "certain 4 2012-04-02T18:26"},
      {"De : Ana Lee\nEnvoyé : lundi 2 avril 2012 18:26\nÀ : Shop\nObjet : Lampe\n",
       "certain 3 2012-04-02T18:26"},
      {"From: the heart\nI am sorry.\n", "none"},
      {"On 3 March 2024 you wrote:\nThe lamp is broken.\n", "none"},
      {"On Monday I wrote to you:\nThe lamp is on its way.\n", "none"},
      {"On Monday the driver forgot your lamp.\nI wrote:\n", "none"},
  };
  for (const Row& row : rows) EXPECT_EQ(Shown(row.text), row.shown) << row.text;
}

}  // namespace
}  // namespace amends::input

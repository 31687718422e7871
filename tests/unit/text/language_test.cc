#include <gtest/gtest.h>

#include "amends/text/analyzer.h"
#include "tests/support/tables.h"

namespace amends::text {
namespace {

struct LanguageRow {
  const char* source;
  const char* language;
};

TEST(GuessLanguage, CountsFunctionWords) {
  const LanguageRow rows[] = {
      {"I am sorry that the parcel was late and that you had to wait for it.", "en"},
      {"im so sorry about that pls send me the order number", "en"},
      {"Es tut mir leid, dass das Paket zu spät kam und Sie warten mussten.", "de"},
      {"Je suis désolé que le colis soit arrivé en retard et que vous ayez attendu.",
       "fr"},
      {"Siento mucho que el paquete llegara tarde y que usted tuviera que esperar.",
       "es"},
      {"Mi dispiace che il pacco sia arrivato in ritardo e che lei abbia aspettato.",
       "it"},
      {"Het spijt me dat het pakket te laat was en dat u moest wachten.", "nl"},
      {"Lamento que a encomenda tenha chegado tarde e que você não tenha sido avisado.",
       "pt"},
      {"Sorry!", ""},
      {"Lee Diaz Kim Okafor Smith Jones", ""},
      {"", ""},
  };
  for (const LanguageRow& row : rows) {
    EXPECT_EQ(GuessLanguage(row.source, testing::EnglishTables()), row.language)
        << row.source;
  }
}

}  // namespace
}  // namespace amends::text

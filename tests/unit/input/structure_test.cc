#include "amends/input/structure.h"

#include <string>

#include <gtest/gtest.h>

#include "amends/input/text_reader.h"
#include "tests/unit/input/shown.h"

namespace amends::input {
namespace {

struct StructureRow {
  const char* text;
  const char* blocks;
  const char* turns;
};

void CheckStructure(const StructureRow& row) {
  const Conversation conversation = ReadPlainText(row.text);
  EXPECT_EQ(conversation.text, row.text);
  EXPECT_EQ(ShowBlocks(conversation), row.blocks) << row.text;
  EXPECT_EQ(ShowTurns(conversation), row.turns) << row.text;
}

TEST(Structure, MarkedLinesAreQuoted) {
  const StructureRow rows[] = {
      {"", "", ""},
      {"I'm sorry.\n", "", ""},
      {"> Late!", "quoted(> Late!)", "customer(Late!)"},
      {"I am.\n> Late!\n>> Hello?\n", "own(I am.\n)quoted(> Late!\n>> Hello?\n)",
       "customer(Hello?)customer(Late!)"},
      {"> a\nNo.\n> b\nYes.", "quoted(> a\n)own(No.\n)quoted(> b\n)own(Yes.)",
       "customer(a\n\nb)"},
      {"> a\n\n \n> b\n", "quoted(> a\n\n \n> b\n)", "customer(a\nb)"},
      {"> a\n>\n> b\n", "quoted(> a\n>\n> b\n)", "customer(a\n\nb)"},
      {"> a\n\nYes.", "quoted(> a\n)own(\nYes.)", "customer(a)"},
      {"> a\n\n", "quoted(> a\n\n)", "customer(a)"},
      {"\n\nYes.\n\n", "", ""},
      {"Yes.\r\n> a\r\n-- \r\nAna\r\n",
       "own(Yes.\r\n)quoted(> a\r\n)signature(-- \r\nAna\r\n)", "customer(a)"},
      {"No.\r> a\rYes.", "own(No.\r)quoted(> a\r)own(Yes.)", "customer(a)"},
      {"> > a\n> > \n>b\n>  c\n", "quoted(> > a\n> > \n>b\n>  c\n)",
       "customer(a)customer(b\n c)"},
      {"No.\n>\n> \n", "own(No.\n)quoted(>\n> \n)", ""},
      {" > a\n", "", ""},
      {">>>>> a\n> b\n", "quoted(>>>>> a\n> b\n)", "customer(a)customer(b)"},
  };
  for (const StructureRow& row : rows) CheckStructure(row);
}

TEST(Structure, LinesBrokenWithoutMarkStayQuoted) {
  const char* full =
      "> The lamp that I ordered from you in the first week of this very long\n";
  const std::string broken = std::string(full) + "and cold March\n> is broken.\n";
  const Conversation conversation = ReadPlainText(broken + "It is.\n");
  EXPECT_EQ(ShowBlocks(conversation), "quoted(" + broken + ")own(It is.\n)");
  const std::string answered = std::string(full) + "\nIt is.\n> Broken.\n";
  EXPECT_EQ(ShowBlocks(ReadPlainText(answered)),
            "quoted(" + std::string(full) + ")own(\nIt is.\n)quoted(> Broken.\n)");
}

TEST(Structure, AttributionOfMarkedLinesIsAHeader) {
  const StructureRow rows[] = {
      {"No.\n\nOn Monday Ana wrote:\n> a\n",
       "own(No.\n\n)header(On Monday Ana wrote:\n)quoted(> a\n)", "customer(a)"},
      {"No.\nAna <ana@example.com> writes: \n\n> a\n",
       "own(No.\n)header(Ana <ana@example.com> writes: \n\n)quoted(> a\n)",
       "customer(a)"},
      {"No.\nBo wrote:\n> a\n", "own(No.\n)header(Bo wrote:\n)quoted(> a\n)",
       "customer(a)"},
      {"You wrote:\nMore.\n> a\n", "own(You wrote:\nMore.\n)quoted(> a\n)",
       "customer(a)"},
      {"As I wrote: no.\n> a\n", "own(As I wrote: no.\n)quoted(> a\n)", "customer(a)"},
      {"You asked:\n> a\n", "own(You asked:\n)quoted(> a\n)", "customer(a)"},
      {"> a\nAna wrote:\n> b", "quoted(> a\n)header(Ana wrote:\n)quoted(> b)",
       "customer(a)customer(b)"},
      {"You wrote:\nI'm sorry.", "", ""},
      {"On Mon, Apr 2, 2012 at 6:26 PM, Ana\n<ana@example.com> wrote:\n\n> a\nYes.\n",
       "header(On Mon, Apr 2, 2012 at 6:26 PM, Ana\n<ana@example.com> wrote:\n\n)"
       "quoted(> a\n)own(Yes.\n)",
       "customer(at 2012-04-02T18:26: a)"},
      {"It is.\n> On 2 Apr 2012, Bo wrote:\n> \n> a\n> On 1 Apr 2012, Ana wrote:\n>> b\n",
       "own(It is.\n)header(> On 2 Apr 2012, Bo wrote:\n)quoted(> \n> a\n> On 1 Apr "
       "2012, "
       "Ana wrote:\n>> b\n)",
       "customer(at 2012-04-01: b)customer(at 2012-04-02: a)"},
      {"It is.\n\nOn 2 Apr 2012, at 16:19, Ana wrote:\n\nFrom: Bo\nTo: Ana\nSubject: "
       "x\n\na\n",
       "own(It is.\n\n)header(On 2 Apr 2012, at 16:19, Ana wrote:\n\nFrom: Bo\nTo: "
       "Ana\nSubject: x\n\n)quoted(a\n)",
       "customer(at 2012-04-02T16:19: a)"},
      {"It is.\n\nOn 2 Apr 2012, Bo wrote:\n> a\n>\n> On 1 Apr 2012, Ana wrote:\n>> b\n",
       "own(It is.\n\n)header(On 2 Apr 2012, Bo wrote:\n)"
       "quoted(> a\n>\n> On 1 Apr 2012, Ana wrote:\n>> b\n)",
       "customer(at 2012-04-01: b)customer(at 2012-04-02: a)"},
  };
  for (const StructureRow& row : rows) CheckStructure(row);
}

TEST(Structure, AfterACertainAttributionAllIsQuoted) {
  const StructureRow rows[] = {
      {"It is.\n\nOn Mon, Apr 2, 2012 at 6:26 PM, Ana <ana@example.com> wrote:\n\nBroken!"
       "\n\nAna\n",
       "own(It is.\n\n)header(On Mon, Apr 2, 2012 at 6:26 PM, Ana <ana@example.com> "
       "wrote:\n\n)quoted(Broken!\n\nAna\n)",
       "customer(at 2012-04-02T18:26: Broken!\n\nAna)"},
      {"It is.\n\n-----Original Message-----\nFrom: Ana [mailto:ana@example.com]\n"
       "Sent: Monday, 2 April 2012 18:26\nTo: Shop\nSubject: Lamp\n\nBroken!\n"
       "From: Shop\nSent: 1 April 2012 10:00\nTo: Ana\n\nSent it.\n",
       "own(It is.\n\n)header(-----Original Message-----\nFrom: Ana "
       "[mailto:ana@example.com]\n"
       "Sent: Monday, 2 April 2012 18:26\nTo: Shop\nSubject: Lamp\n\n)quoted(Broken!\n"
       "From: Shop\nSent: 1 April 2012 10:00\nTo: Ana\n\nSent it.\n)",
       "customer(at 2012-04-01T10:00: Sent it.)customer(at 2012-04-02T18:26: Broken!)"},
      {"It is.\n________________________________\n*From:* Ana\n*Date:* 2012-04-02\n"
       "*Subject:* Lamp\n\nBroken!\n",
       "own(It is.\n)header(________________________________\n*From:* Ana\n*Date:* "
       "2012-04-02\n*Subject:* Lamp\n\n)quoted(Broken!\n)",
       "customer(at 2012-04-02: Broken!)"},
      {"It is.\n\nVon: Ana\nGesendet: Montag, 2. April 2012 18:26\nAn: Shop\nBetreff: x\n"
       "\nKaputt!\n",
       "own(It is.\n\n)header(Von: Ana\nGesendet: Montag, 2. April 2012 18:26\nAn: "
       "Shop\nBetreff: x\n\n)quoted(Kaputt!\n)",
       "customer(at 2012-04-02T18:26: Kaputt!)"},
      {"See below.\n\n---------- Forwarded message ---------\nFrom: Ana <a@example.com>\n"
       "Date: Mon, Apr 2, 2012 at 6:26 PM\nSubject: Lamp\nTo: "
       "<s@example.com>\n\nBroken!\n",
       "own(See below.\n\n)header(---------- Forwarded message ---------\nFrom: Ana "
       "<a@example.com>\nDate: Mon, Apr 2, 2012 at 6:26 PM\nSubject: Lamp\nTo: "
       "<s@example.com>\n\n)forwarded(Broken!\n)",
       "customer(at 2012-04-02T18:26: Broken!)"},
      {"See below.\n\nBegin forwarded message:\n\n> From: Ana\n> Date: 2 April 2012\n"
       "> Subject: x\n> \n> Broken!\n",
       "own(See below.\n\n)header(Begin forwarded message:\n\n> From: Ana\n"
       "> Date: 2 April 2012\n> Subject: x\n)forwarded(> \n> Broken!\n)",
       "customer(at 2012-04-02: Broken!)"},
      {"See below.\n\n---- Forwarded message ----\nFrom: Ana\nDate: 2 April 2012\n\nAs "
       "I said.\n\nFrom: Bo\nDate: 1 April 2012\nSubject: x\n\nBroken!\n",
       "own(See below.\n\n)header(---- Forwarded message ----\nFrom: Ana\nDate: 2 April "
       "2012\n\n)forwarded(As I said.\n\n)header(From: Bo\nDate: 1 April 2012\nSubject: "
       "x\n\n)forwarded(Broken!\n)",
       "customer(at 2012-04-01: Broken!)customer(at 2012-04-02: As I said.)"},
      {"It is.\nОт: Ана\nОтправлено: 2\nКому: Бо\n\nBroken!\n",
       "own(It is.\n)header(От: Ана\nОтправлено: 2\nКому: Бо\n\n)quoted(Broken!\n)",
       "customer(Broken!)"},
      {"It is.\n----- Original Message -----\nBroken!\n",
       "own(It is.\n)header(----- Original Message -----\n)quoted(Broken!\n)",
       "customer(Broken!)"},
  };
  for (const StructureRow& row : rows) CheckStructure(row);
}

TEST(Structure, HeadersOfTheDraftItselfQuoteNothing) {
  CheckStructure({"From: Shop\nTo: Ana\nSubject: Lamp\n\nIt is.\n",
                  "header(From: Shop\nTo: Ana\nSubject: Lamp\n\n)own(It is.\n)", ""});
  StructureOptions apart;
  apart.headers_are_apart = true;
  const Structure structure =
      ReadStructure("From: Ana\nTo: Shop\nSubject: Lamp\n\nIt is.\n", apart);
  ASSERT_EQ(structure.messages.size(), 1u);
  EXPECT_EQ(structure.messages[0].text, "\nIt is.\n");
}

TEST(Structure, KnowsWhatIsThereByHabit) {
  const StructureRow rows[] = {
      {"Hi Ana,\n\nIt is.\n", "greeting(Hi Ana,\n\n)own(It is.\n)", ""},
      {"Dear Ms Lee\nIt is.\n", "greeting(Dear Ms Lee\n)own(It is.\n)", ""},
      {"Ana,\n\nIt is.\n", "greeting(Ana,\n\n)own(It is.\n)", ""},
      {"Hello, how are you?\n", "", ""},
      {"Hi Ana, I am sorry.\n", "", ""},
      {"Dear Ana, we are sorry\n", "", ""},
      {"It is.\n\nKind regards,\nJo\n", "own(It is.\n\n)closing(Kind regards,\nJo\n)",
       ""},
      {"It is.\n\nBest, Jo\n", "own(It is.\n\n)closing(Best, Jo\n)", ""},
      {"It is.\n\nThanks\n\nJo Meyer\nLamps Ltd\nTel: 030 1234567\n",
       "own(It is.\n\n)closing(Thanks\n\nJo Meyer\n)signature(Lamps Ltd\nTel: 030 "
       "1234567\n)",
       ""},
      {"It is.\n\nCheers,\nJo\n\nP.S. I have sent it.\n",
       "own(It is.\n\n)closing(Cheers,\nJo\n\n)own(P.S. I have sent it.\n)", ""},
      {"It is.\n\nThanks,\nJo\n\nOne more thing: we will send it on Monday.\n",
       "own(It is.\n\n)closing(Thanks,\nJo\n\n)own(One more thing: we will send it on "
       "Monday.\n)",
       ""},
      {"Thanks!\n\nThe lamp leaves on Monday.\n", "", ""},
      {"It is.\n\nJo\n", "own(It is.\n\n)closing(Jo\n)", ""},
      {"It is.\n\nJo Meyer\nLamps Ltd | Berlin\n",
       "own(It is.\n\n)closing(Jo Meyer\n)signature(Lamps Ltd | Berlin\n)", ""},
      {"It is.\n\nSent from my iPhone\n",
       "own(It is.\n\n)signature(Sent from my iPhone\n)", ""},
      {"It is.\n\nJo Meyer\njo@example.com\nLamps: large ones?\n",
       "own(It is.\n\n)closing(Jo Meyer\n)signature(jo@example.com\nLamps: large "
       "ones?\n)",
       ""},
      {"It is.\n\nJo Meyer\njo@example.com\nIs it?\n", "", ""},
      {"It is.\n\njo\nJo Meyer     jo@example.com\nLamps Ltd    030 1234567\nBerlin\n",
       "own(It is.\n\n)closing(jo\n)signature(Jo Meyer     jo@example.com\nLamps Ltd    "
       "030 1234567\nBerlin\n)",
       ""},
      {"It is.\n\nJo Meyer\nHead of Lamps\n\nLamps Ltd\nTel: 030 1234567\n",
       "own(It is.\n\n)closing(Jo Meyer\n)signature(Head of Lamps\n\nLamps Ltd\nTel: 030 "
       "1234567\n)",
       ""},
      {"The lamp is back in stock.\n\nLamps Ltd\nTel: 030 1234567\n",
       "own(The lamp is back in stock.\n\n)closing(Lamps Ltd\n)signature(Tel: 030 "
       "1234567\n)",
       ""},
      {"Thank you!\n", "", ""},
      {"Thank you!\n\nJo\n", "closing(Thank you!\n\nJo\n)", ""},
      {"It is.\n\nRegards.\nThanks and God bless.\nJo\n",
       "own(It is.\n\n)closing(Regards.\nThanks and God bless.\nJo\n)", ""},
      {"It is.\n\nBest regards,\njo meyer, head of all lamps\nLamps Ltd\n",
       "own(It is.\n\n)closing(Best regards,\n)signature(jo meyer, head of all "
       "lamps\nLamps Ltd\n)",
       ""},
      {"It is.\nThanks,\nthe lamp leaves on time now\n", "", ""},
      {"It is.\n--------\nIf you received this in error, tell us\n",
       "own(It is.\n)signature(--------\n)disclaimer(If you received this in error, tell "
       "us\n)",
       ""},
      {"It is.\n--------\nIf you received this in error, tell us.\n\nIt leaves on "
       "Monday.\n",
       "", ""},
      {"Sent from my desk, is much easier then my mobile phone.\n", "", ""},
      {"It is.\n-- \nAna\nShop", "own(It is.\n)signature(-- \nAna\nShop)", ""},
      {"It is.\n--\nAna\nShop", "own(It is.\n)signature(--\nAna\nShop)", ""},
      {"It is.\n--\nWhat do you think?\n", "", ""},
      {"It is.\n--\nMy name is Jo\n", "own(It is.\n)signature(--\nMy name is Jo\n)", ""},
      {"It is.\n\n- Jo\n\n__\nLamps\n",
       "own(It is.\n\n)closing(- Jo\n\n)signature(__\nLamps\n)", ""},
      {"It is.\n\nCheers \U0001F600\nJo\n\n—————\nJo Meyer\n",
       "own(It is.\n\n)closing(Cheers \U0001F600\nJo\n\n)signature(—————\nJo Meyer\n)",
       ""},
      {"It is.\n\nRegards\nJo\n-- \nShop\n",
       "own(It is.\n\n)closing(Regards\nJo\n)signature(-- \nShop\n)", ""},
      {"It is.\n-- \nAna\n\nOn Monday Bo wrote:\n> a\n> -- \n> Bo\n",
       "own(It is.\n)signature(-- \nAna\n\n)header(On Monday Bo wrote:\n)"
       "quoted(> a\n> -- \n> Bo\n)",
       "customer(a\n-- \nBo)"},
      {"> a\n-- \nAna", "quoted(> a\n)signature(-- \nAna)", "customer(a)"},
      {"-- \nAna\n> a\nYes.\n-- \nAna",
       "signature(-- \nAna\n)quoted(> a\n)own(Yes.\n)signature(-- \nAna)", "customer(a)"},
      {"It is:\n```\nif (late) we = sorry;\n```\nDone.\n",
       "own(It is:\n)code(```\nif (late) we = sorry;\n```\n)own(Done.\n)", ""},
      {"It is:\n```\nnever closed.\n", "", ""},
      {"It is.\n\nThis e-mail and any attachments are confidential. If you are not the "
       "intended recipient, delete this.\n",
       "own(It is.\n\n)disclaimer(This e-mail and any attachments are confidential. If "
       "you "
       "are not the intended recipient, delete this.\n)",
       ""},
      {"Your order is confidential with us.\n", "", ""},
      {"We take the confidentiality and the disclosure of data seriously.\n", "", ""},
      {"CAUTION: This email originated from outside the house.\n\nIt is.\n",
       "disclaimer(CAUTION: This email originated from outside the house.\n\n)own(It "
       "is.\n)",
       ""},
      {"It is.\n_______________________________\nLamps mailing "
       "list\nhttps://example.com\n",
       "own(It is.\n)signature(_______________________________\nLamps mailing "
       "list\nhttps://example.com\n)",
       ""},
  };
  for (const StructureRow& row : rows) CheckStructure(row);
}

TEST(Structure, HintsOfTheFormatGoByLine) {
  StructureOptions options;
  options.hints = {{{4, 8}, BlockKind::kSignature}};
  const Structure structure = ReadStructure("One\nTwo\nThree\n", options);
  Conversation conversation;
  conversation.text = "One\nTwo\nThree\n";
  conversation.blocks = structure.blocks;
  EXPECT_EQ(ShowBlocks(conversation), "own(One\n)signature(Two\n)own(Three\n)");
}

TEST(Structure, MarksWithoutEndHurtNobody) {
  const std::string many(1'000'000, '>');
  EXPECT_EQ(ReadStructure(many, {}).messages.size(), 0u);
  std::string lines;
  for (int i = 0; i < 100'000; ++i)
    lines += std::string(static_cast<size_t>(i % 300), '>') + "a\n";
  EXPECT_FALSE(ReadStructure(lines, {}).messages.empty());
}

}  // namespace
}  // namespace amends::input

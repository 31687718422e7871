// Sixty mails of many programs that were split by hand, line by line, by somebody who had
// not seen the reader: tests/fixtures/eml_splits.json. The mails are others' and not part
// of the project; AMENDS_SHARED names the folder they are in, else ../shared is tried.
//
// A letter is a line: o own, q quoted, s signature, closing or small print, h the lines
// that tell who wrote what is quoted, f forwarded, b blank. `doubt` has the letters that
// a careful reader could defend for a line as well. Only lines with words are counted.
// Of HTML the blank lines are left out, for pages have none of their own.
#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/input/lines.h"
#include "amends/input/source.h"
#include "tests/support/files.h"
#include "tests/unit/input/shared_mails.h"

namespace amends::input {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr double kLeast = 0.985;          // of the lines, by the letters alone
constexpr double kLeastWithDoubt = 0.99;  // where doubt counts as agreement
constexpr int kMostOwnAsQuoted = 1;

char LetterOf(BlockKind kind) {
  switch (kind) {
    case BlockKind::kOwn:
    case BlockKind::kGreeting:
    case BlockKind::kCode:
      return 'o';
    case BlockKind::kClosing:
    case BlockKind::kSignature:
    case BlockKind::kDisclaimer:
      return 's';
    case BlockKind::kQuoted:
      return 'q';
    case BlockKind::kForwarded:
      return 'f';
    case BlockKind::kHeader:
      return 'h';
  }
  return '?';
}

// As the reader splits it; "b" where a line has neither words nor marks.
std::string LettersOf(const Conversation& conversation) {
  std::string letters;
  size_t block = 0;
  for (const Line& line : SplitLines(conversation.text)) {
    while (block < conversation.blocks.size() &&
           conversation.blocks[block].span.end <= line.span.start) {
      ++block;
    }
    const bool all_own = conversation.blocks.empty();
    if (line.blank() && (line.depth == 0 || conversation.markup == Markup::kHtml)) {
      letters += 'b';
    } else {
      letters += all_own ? 'o' : LetterOf(conversation.blocks[block].kind);
    }
  }
  return letters;
}

struct Tally {
  int lines = 0;
  int agreed = 0;
  int agreed_or_doubtful = 0;
  std::map<std::string, int> confusions;  // "o as q"

  std::string Shown() const {
    std::string shown = std::to_string(agreed) + " of " + std::to_string(lines) +
                        " agree, " + std::to_string(agreed_or_doubtful) + " with doubt";
    for (const auto& [name, count] : confusions) {
      shown += "\n  " + name + ": " + std::to_string(count);
    }
    return shown;
  }
};

Conversation ReadMail(const json& mail) {
  const std::string name = mail.at("file").get<std::string>();
  const std::map<std::string, Format> formats = {
      {"email", Format::kEmail}, {"html", Format::kHtml}, {"text", Format::kText}};
  const Format format = formats.at(mail.at("format").get<std::string>());
  return std::get<Conversation>(Read(format, testing::ReadFile(SharedMails() / name)));
}

void Compare(const json& mail, Tally& tally) {
  const Conversation conversation = ReadMail(mail);
  const json doubt = mail.value("doubt", json::object());
  std::string read = LettersOf(conversation);
  const std::string all = mail.at("kinds").get<std::string>();
  const bool is_html = conversation.markup == Markup::kHtml;
  if (is_html) std::erase(read, 'b');
  size_t at = 0;
  for (size_t i = 0; i < all.size(); ++i) {
    if (is_html && all[i] == 'b') continue;
    ASSERT_LT(at, read.size());
    const char letter = read[at++];
    ASSERT_EQ(letter == 'b', all[i] == 'b') << "line " << i + 1;
    if (letter == 'b') continue;
    const std::string open = doubt.value(std::to_string(i + 1), std::string(1, all[i]));
    ++tally.lines;
    tally.agreed += letter == all[i] ? 1 : 0;
    tally.agreed_or_doubtful += open.find(letter) != std::string::npos ? 1 : 0;
    if (letter != all[i]) ++tally.confusions[std::string{all[i]} + " as " + letter];
  }
  EXPECT_EQ(at, read.size());
}

TEST(MailSplit, AgreesWithTheOneMadeByHand) {
  if (!fs::is_directory(SharedMails()))
    GTEST_SKIP() << "no mails to read at " << SharedMails();
  const json mails = json::parse(
      testing::ReadFile(fs::path(AMENDS_SOURCE_DIR) / "tests/fixtures/eml_splits.json"));
  Tally tally;
  for (const json& mail : mails) {
    SCOPED_TRACE(mail.at("file").get<std::string>());
    Compare(mail, tally);
  }
  EXPECT_GT(tally.lines, 600);
  EXPECT_GE(tally.agreed, kLeast * tally.lines) << tally.Shown();
  EXPECT_GE(tally.agreed_or_doubtful, kLeastWithDoubt * tally.lines) << tally.Shown();
  EXPECT_LE(tally.confusions["o as q"], kMostOwnAsQuoted) << tally.Shown();
}

}  // namespace
}  // namespace amends::input

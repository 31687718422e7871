// Mails as they come from many programs, sound and broken, where a folder of them is at
// hand: AMENDS_SHARED names it, else ../shared/data/eml beside the source tree is tried.
#include <algorithm>
#include <filesystem>
#include <string>

#include <gtest/gtest.h>

#include "amends/input/email_reader.h"
#include "amends/input/email_rewriter.h"
#include "amends/input/source.h"
#include "tests/support/files.h"
#include "tests/unit/input/shared_mails.h"

namespace amends::input {
namespace {

namespace fs = std::filesystem;

// The blocks stand side by side over the whole text, or there are none.
void CheckBlocks(const Conversation& conversation) {
  uint32_t end = 0;
  for (const Block& block : conversation.blocks) {
    EXPECT_EQ(block.span.start, end);
    EXPECT_FALSE(block.span.empty());
    end = block.span.end;
  }
  EXPECT_EQ(end, conversation.blocks.empty() ? 0 : conversation.text.size());
}

// Each line in turn gets a word more; the mail then has that and nothing else has
// changed. Returns how many could be written.
size_t CheckRewriting(const std::string& bytes, const Conversation& before) {
  size_t written = 0;
  size_t tried = 0;
  for (size_t at = 0; at < before.text.size() && tried < 40; ++tried) {
    const Replacement one = {{static_cast<uint32_t>(at), static_cast<uint32_t>(at)},
                             "well "};
    if (const auto after = ReplaceInEmail(bytes, {&one, 1})) {
      ++written;
      std::string text = before.text;
      EXPECT_EQ(ReadEmail(*after).text, text.insert(at, one.insert));
    }
    at = std::min(before.text.find('\n', at), before.text.size() - 1) + 1;
  }
  return written;
}

TEST(EmailCorpus, IsReadAndRewritten) {
  if (!fs::is_directory(SharedMails())) {
    GTEST_SKIP() << "no mails to read at " << SharedMails();
  }
  size_t files = 0;
  size_t with_text = 0;
  size_t written = 0;
  for (const auto& entry : fs::directory_iterator(SharedMails())) {
    SCOPED_TRACE(entry.path().filename());
    const std::string bytes = testing::ReadFile(entry.path());
    ++files;
    DetectFormat(entry.path().string(), bytes);
    const Conversation conversation = ReadEmail(bytes);
    CheckBlocks(conversation);
    EXPECT_EQ(ReplaceInEmail(bytes, {}).value_or(bytes), bytes);
    if (!conversation.text.empty()) ++with_text;
    written += CheckRewriting(bytes, conversation);
  }
  EXPECT_GT(files, 100u);
  EXPECT_GT(with_text, files / 2);
  EXPECT_GT(written, files);
}

}  // namespace
}  // namespace amends::input

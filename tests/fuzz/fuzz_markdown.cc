// Any bytes are Markdown and plain text: what is read has its place in them, and what is
// written back is read again.
#include <cstdint>
#include <string>
#include <string_view>

#include "amends/input/markdown_reader.h"
#include "amends/input/text_reader.h"
#include "tests/fuzz/read_laws.h"

namespace {

using amends::fuzz::Require;
using amends::input::Conversation;

void CheckRewriting(std::string_view bytes, const Conversation& before) {
  const auto at = static_cast<uint32_t>(bytes.size() * 7 % (before.text.size() + 1));
  for (const char* insert : {"a", "*é\n"}) {
    const amends::input::Replacement one = {{at, at}, insert};
    if (const auto after = amends::input::ReplaceInMarkdown(bytes, {&one, 1})) {
      std::string wanted = before.text;
      Require(amends::input::ReadMarkdown(*after).text == wanted.insert(at, insert));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Conversation conversation = amends::input::ReadMarkdown(bytes);
  amends::fuzz::CheckLaws(conversation, size * 3);
  CheckRewriting(bytes, conversation);
  amends::fuzz::CheckLaws(amends::input::ReadPlainText(bytes), size * 3);
  return 0;
}

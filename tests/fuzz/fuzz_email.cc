// Any bytes are a mail: its blocks cover the text, and what is written back is read
// again.
#include <cstdint>
#include <string>
#include <string_view>

#include "amends/input/email_reader.h"
#include "amends/input/email_rewriter.h"
#include "amends/input/mbox.h"
#include "amends/input/source.h"
#include "tests/fuzz/read_laws.h"

namespace {

using amends::fuzz::Require;
using amends::input::Conversation;

void CheckRewriting(std::string_view bytes, const Conversation& before) {
  const auto at = static_cast<uint32_t>(bytes.size() * 7 % (before.text.size() + 1));
  for (const char* insert : {"a\n", "é"}) {
    const amends::input::Replacement one = {{at, at}, insert};
    if (const auto after = amends::input::ReplaceInEmail(bytes, {&one, 1})) {
      std::string wanted = before.text;
      Require(amends::input::ReadEmail(*after).text == wanted.insert(at, insert));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Conversation conversation = amends::input::ReadEmail(bytes);
  amends::fuzz::CheckLaws(conversation, size * 4);
  amends::fuzz::CheckPlaces(amends::input::Format::kEmail, bytes, conversation);
  CheckRewriting(bytes, conversation);
  Require(amends::input::DetectFormat("", bytes).format != amends::input::Format::kAuto);
  const auto marked =
      amends::input::EscapeMbox(amends::input::UnescapeMbox(bytes), bytes);
  Require(!marked || *marked == bytes);
  size_t split = 0;
  for (const amends::input::MboxMail& mail : amends::input::SplitMbox(bytes)) {
    Require(mail.bytes.data() == bytes.data() + split && !mail.bytes.empty());
    split += mail.bytes.size();
  }
  Require(split == size);
  return 0;
}

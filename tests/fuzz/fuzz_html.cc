// Any bytes are HTML: what is read has its place in them, and what is written back is
// read again.
#include <cstdint>
#include <string>
#include <string_view>

#include "amends/input/html_reader.h"
#include "tests/fuzz/read_laws.h"

namespace {

using amends::fuzz::Require;
using amends::input::Conversation;

void CheckRewriting(std::string_view bytes, const Conversation& before) {
  const auto at = static_cast<uint32_t>(bytes.size() * 7 % (before.text.size() + 1));
  for (const char* insert : {"a", "<é>\n&"}) {
    const amends::input::Replacement one = {{at, at}, insert};
    if (const auto after = amends::input::ReplaceInHtml(bytes, {&one, 1})) {
      std::string wanted = before.text;
      Require(amends::input::ReadHtml(*after).text == wanted.insert(at, insert));
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const Conversation conversation = amends::input::ReadHtml(bytes);
  // In another charset a byte may be three in UTF-8, or four replaced.
  amends::fuzz::CheckLaws(conversation, size * 4);
  amends::fuzz::CheckPlaces(amends::input::Format::kHtml, bytes, conversation);
  CheckRewriting(bytes, conversation);
  Require(amends::input::ReplaceInHtml(bytes, {}).value_or(std::string(bytes)) == bytes);
  return 0;
}

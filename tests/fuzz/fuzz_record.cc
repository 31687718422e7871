// Any bytes are a record or none: what is read is UTF-8, and what is not has an error's
// words.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "amends/input/record.h"
#include "amends/input/record_rewriter.h"
#include "amends/input/source.h"
#include "amends/input/utf8.h"
#include "tests/fuzz/read_laws.h"

namespace {

using amends::fuzz::Require;

void Check(const amends::input::Conversation& conversation, size_t size) {
  Require(amends::input::IsUtf8(conversation.text));
  for (const amends::input::Turn& turn : conversation.context) {
    Require(amends::input::IsUtf8(turn.text));
  }
  for (const std::string& note : conversation.notes) Require(amends::input::IsUtf8(note));
  amends::fuzz::CheckLaws(conversation, size * 3);
}

void CheckRewriting(std::string_view bytes, const amends::input::Conversation& before) {
  const auto at = static_cast<uint32_t>(bytes.size() * 7 % (before.text.size() + 1));
  const amends::input::Replacement one = {{at, at}, "<é>\""};
  if (const auto after = amends::input::ReplaceInRecord(bytes, {&one, 1})) {
    const auto read = amends::input::ReadRecord(*after);
    std::string wanted = before.text;
    Require(std::get<amends::input::Conversation>(read).text ==
            wanted.insert(at, one.insert));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = amends::input::ReadRecord(bytes);
  if (const auto* error = std::get_if<amends::input::RecordError>(&read)) {
    Require(!error->code.empty() && !error->message.empty());
    Require(amends::input::IsUtf8(error->message));
  } else {
    const auto& conversation = std::get<amends::input::Conversation>(read);
    Check(conversation, size);
    CheckRewriting(bytes, conversation);
  }
  amends::input::Read(amends::input::Format::kAuto, bytes);
  return 0;
}

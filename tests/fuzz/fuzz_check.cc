// Checking never fails, and its results keep their laws, whatever the bytes. A record in JSON is
// taken as one; else the first byte says what kind of draft it is and the second who wrote which
// turn; 0x1E stands between turns, and the last is the draft.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <variant>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "tests/support/result_laws.h"

namespace {

using amends::input::BlockKind;
using amends::input::Conversation;

constexpr char kBetweenTurns = '\x1E';

// The middle third of the text is quoted.
void Quote(Conversation& conversation) {
  const std::string& text = conversation.text;
  const auto size = static_cast<uint32_t>(text.size());
  uint32_t one = 0;
  uint32_t other = 0;
  for (size_t at = 0; at < text.size();) {
    if (at <= size / 3) one = static_cast<uint32_t>(at);
    if (at <= size / 3 * 2) other = static_cast<uint32_t>(at);
    at += amends::text::DecodeAt(text, at).length;
  }
  conversation.blocks = {{BlockKind::kOwn, {0, one}},
                         {BlockKind::kQuoted, {one, other}},
                         {BlockKind::kOwn, {other, size}}};
}

Conversation Made(std::string_view bytes) {
  const auto kind = static_cast<uint8_t>(bytes[0]);
  auto roles = static_cast<uint8_t>(bytes[1]);
  bytes.remove_prefix(2);
  Conversation conversation;
  conversation.kind = static_cast<amends::input::Kind>(kind & 3);
  conversation.channel = static_cast<amends::input::Channel>(kind >> 2 & 3);
  conversation.whole = (kind & 0x10) == 0;
  if ((kind & 0x20) != 0) conversation.facts.failure = (kind & 0x40) != 0;
  for (size_t end = bytes.find(kBetweenTurns); end != std::string_view::npos;
       end = bytes.find(kBetweenTurns)) {
    const auto role = static_cast<amends::input::Role>(roles & 1);
    conversation.context.push_back({role, std::string(bytes.substr(0, end)), ""});
    roles = static_cast<uint8_t>(roles >> 1);
    bytes.remove_prefix(end + 1);
  }
  conversation.text = bytes;
  if ((kind & 0x80) != 0) Quote(conversation);
  return conversation;
}

void Check(const Conversation& conversation) {
  static const amends::Engine engine = amends::Engine::Load({});
  const amends::testing::ResultLaws laws(conversation);
  if (!laws.Broken(engine.Check(conversation)).empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.size() < 2) return 0;
  if (bytes[0] != '{') {
    Check(Made(bytes));
    return 0;
  }
  const auto record = amends::input::ReadRecord(bytes);
  if (const auto* conversation = std::get_if<Conversation>(&record)) Check(*conversation);
  return 0;
}

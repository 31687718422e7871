// Any bytes are a record or none: what is read is UTF-8, and what is not has an error's
// words.
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <variant>

#include "amends/input/record.h"
#include "amends/input/source.h"
#include "amends/input/utf8.h"

namespace {

void Require(bool law) {
  if (!law) std::abort();
}

void Check(const amends::input::Conversation& conversation) {
  Require(amends::input::IsUtf8(conversation.text));
  for (const amends::input::Turn& turn : conversation.context) {
    Require(amends::input::IsUtf8(turn.text));
  }
  for (const std::string& note : conversation.notes) Require(amends::input::IsUtf8(note));
  uint32_t end = 0;
  for (const amends::input::Block& block : conversation.blocks) {
    Require(block.span.start == end && block.span.end > end);
    end = block.span.end;
  }
  Require(conversation.blocks.empty() || end == conversation.text.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto read = amends::input::ReadRecord(bytes);
  if (const auto* error = std::get_if<amends::input::RecordError>(&read)) {
    Require(!error->code.empty() && !error->message.empty());
    Require(amends::input::IsUtf8(error->message));
  } else {
    Check(std::get<amends::input::Conversation>(read));
  }
  amends::input::Read(amends::input::Format::kAuto, bytes);
  return 0;
}

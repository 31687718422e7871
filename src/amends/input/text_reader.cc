#include "amends/input/text_reader.h"

#include <algorithm>
#include <cstddef>

#include "amends/input/quoted_turns.h"
#include "amends/input/text_encoding.h"

namespace amends::input {
namespace {

// A NUL, or more than one control character in twenty.
bool LooksBinary(std::string_view text) {
  if (text.find('\0') != std::string_view::npos) return true;
  const auto controls = std::ranges::count_if(text, [](char c) {
    return (c >= 0 && c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') ||
           c == 0x7F;
  });
  return static_cast<size_t>(controls) > text.size() / 20;
}

}  // namespace

Conversation ReadPlainText(std::string_view bytes) {
  const TextEncoding encoding(bytes);
  Conversation conversation;
  conversation.text = encoding.ToUtf8(bytes);
  if (encoding.is_utf16()) {
    conversation.notes.emplace_back(
        "this is UTF-16; positions are those of the text as UTF-8");
  }
  if (LooksBinary(conversation.text)) {
    conversation.notes.emplace_back("this looks like a binary file");
  }
  ReadQuoting({}, {}, conversation);
  return conversation;
}

std::optional<std::string> ReplaceInPlainText(std::string_view bytes,
                                              std::span<const Replacement> replacements) {
  const TextEncoding encoding(bytes);
  const std::string text = encoding.ToUtf8(bytes);
  const std::optional<std::string> replaced = Replace(text, replacements);
  if (!replaced || encoding.FromUtf8(text) != bytes) return std::nullopt;
  return encoding.FromUtf8(*replaced);
}

}  // namespace amends::input

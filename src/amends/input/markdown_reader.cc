#include "amends/input/markdown_reader.h"

#include <utility>

#include "amends/input/markdown_text.h"
#include "amends/input/quoted_turns.h"
#include "amends/input/text_encoding.h"

namespace amends::input {

void TakeMarkdown(std::string_view markdown, Conversation& conversation) {
  MarkdownText read = ReadMarkdownText(markdown);
  conversation.markup = Markup::kMarkdown;
  conversation.text = std::move(read.text);
  conversation.source = std::move(read.map);
  StructureOptions options;
  options.hints = std::move(read.hints);
  ReadQuoting(options, {}, conversation);
}

std::optional<std::vector<Replacement>> MarkdownReplacements(
    std::string_view markdown, std::span<const Replacement> replacements) {
  const MarkdownText read = ReadMarkdownText(markdown);
  return read.map.ToSource(read.text, replacements);
}

Conversation ReadMarkdown(std::string_view bytes) {
  Conversation conversation;
  TakeMarkdown(TextEncoding(bytes).ToUtf8(bytes), conversation);
  return conversation;
}

std::optional<std::string> ReplaceInMarkdown(std::string_view bytes,
                                             std::span<const Replacement> replacements) {
  const TextEncoding encoding(bytes);
  const std::string markdown = encoding.ToUtf8(bytes);
  const auto in_markdown = MarkdownReplacements(markdown, replacements);
  if (!in_markdown || encoding.FromUtf8(markdown) != bytes) return std::nullopt;
  const std::optional<std::string> changed = Replace(markdown, *in_markdown);
  std::optional<std::string> written =
      changed ? encoding.FromUtf8(*changed) : std::nullopt;
  // A word may be a sign where it is written.
  const std::optional<std::string> wanted =
      Replace(ReadMarkdownText(markdown).text, replacements);
  if (!written || ReadMarkdown(*written).text != wanted) return std::nullopt;
  return written;
}

}  // namespace amends::input

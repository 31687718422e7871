#include "amends/report/github.h"

#include <array>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/report/positions.h"

namespace amends::report {
namespace {

// What the runner would read as its own.
std::string Escaped(std::string_view text, std::string_view also) {
  std::string escaped;
  for (const char c : text) {
    if (c == '%' || c == '\r' || c == '\n' || also.find(c) != std::string_view::npos) {
      escaped += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    } else {
      escaped += c;
    }
  }
  return escaped;
}

std::string Property(std::string_view text) { return Escaped(text, ":,"); }

std::string Message(std::string_view text) { return Escaped(text, ""); }

std::string_view CommandFor(pack::Severity severity) {
  constexpr std::array<std::string_view, 4> commands = {"notice", "notice", "warning",
                                                        "error"};
  return commands[static_cast<size_t>(severity)];
}

std::string FileAndLine(const Place& place) {
  std::string properties;
  if (!place.file.empty()) properties += fmt::format("file={},", Property(place.file));
  if (place.line > 0) properties += fmt::format("line={},", place.line);
  return properties;
}

std::string Region(const Place& place, const text::Span& span,
                   const Positions& positions) {
  if (!place.verbatim || place.line > 0) return "";
  const Position start = positions.At(span.start);
  const Position end = positions.At(span.end);
  return fmt::format("line={},col={},endLine={},endColumn={},", start.line, start.column,
                     end.line, end.column);
}

std::string WordsFor(const Finding& finding) {
  std::string words = OneLine(finding.message);
  if (!finding.rule->hears.empty()) {
    words += fmt::format("\nThe customer hears: “{}”", finding.rule->hears);
  }
  return words;
}

}  // namespace

void AppendGithub(const CheckedDraft& draft, const Style&, std::string& out) {
  if (draft.result.findings.empty()) return;
  const Positions positions(draft.conversation.text);
  for (const Finding& finding : draft.result.findings) {
    out += fmt::format("::{} {}{}title={}::{}\n", CommandFor(finding.severity),
                       FileAndLine(draft.place),
                       Region(draft.place, finding.span, positions),
                       Property(finding.rule->id), Message(WordsFor(finding)));
  }
}

void AppendGithub(const UnreadableDraft& draft, const Style&, std::string& out) {
  out += fmt::format("::error {}title=cannot be read::{}\n", FileAndLine(draft.place),
                     Message(draft.message));
}

}  // namespace amends::report

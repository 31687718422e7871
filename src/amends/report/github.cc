#include "amends/report/github.h"

#include <array>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/report/draft_positions.h"

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

std::string FileOf(const Place& place) {
  return place.file.empty() ? "" : fmt::format("file={},", Property(place.file));
}

// Of what cannot be told more exactly.
std::string LineOf(const Place& place) {
  return place.line > 0 ? fmt::format("line={},", place.line) : "";
}

std::string Region(const Place& place, const text::Span& span,
                   const DraftPositions& positions) {
  if (!positions.in_file()) return LineOf(place);
  const auto [start, end] = positions.Of(span);
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
  const DraftPositions positions(draft);
  for (const Finding& finding : draft.result.findings) {
    out += fmt::format("::{} {}{}title={}::{}\n", CommandFor(finding.severity),
                       FileOf(draft.place), Region(draft.place, finding.span, positions),
                       Property(finding.rule->id), Message(WordsFor(finding)));
  }
}

void AppendGithub(const UnreadableDraft& draft, const Style&, std::string& out) {
  out += fmt::format("::error {}{}title=cannot be read::{}\n", FileOf(draft.place),
                     LineOf(draft.place), Message(draft.message));
}

}  // namespace amends::report

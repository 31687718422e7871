#include "amends/report/junit.h"

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/report/draft_positions.h"
#include "amends/text/char_class.h"

namespace amends::report {
namespace {

bool IsXml(const text::Decoded& decoded) {
  const int32_t c = decoded.code_point;
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
  return !decoded.bad && c != 0xFFFE && c != 0xFFFF;
}

std::string_view EntityFor(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\n':
      return "&#10;";
    case '\r':
      return "&#13;";
    case '\t':
      return "&#9;";
    default:
      return "";
  }
}

// For attributes and texts alike; what XML cannot hold becomes U+FFFD.
std::string Escaped(std::string_view text) {
  std::string escaped;
  for (size_t i = 0; i < text.size();) {
    const text::Decoded decoded = text::DecodeAt(text, i);
    const std::string_view entity = EntityFor(text[i]);
    if (!entity.empty()) {
      escaped += entity;
    } else if (!IsXml(decoded)) {
      escaped += "\uFFFD";
    } else {
      escaped += text.substr(i, decoded.length);
    }
    i += decoded.length;
  }
  return escaped;
}

std::string NameFor(const Place& place, const std::string& id) {
  std::string name = place.file.empty() ? "standard input" : place.file;
  if (place.line > 0) name += fmt::format(":{}", place.line);
  return id.empty() ? name : fmt::format("{} ({})", name, id);
}

std::string Line(const Finding& finding, const DraftPositions& positions) {
  const Position at = positions.Of(finding.span).start;
  return fmt::format("{}:{}: {}: {} [{}]\n", at.line, at.column, NameOf(finding.severity),
                     OneLine(finding.message), finding.rule->id);
}

// One suite a draft, so that its counts are known when it is written.
void AppendSuite(const std::string& name, int failures, int errors,
                 const std::string& content, std::string& out) {
  const std::string escaped = Escaped(name);
  out += fmt::format(
      "<testsuite name=\"{0}\" tests=\"1\" failures=\"{1}\" errors=\"{2}\">"
      "<testcase classname=\"amends\" name=\"{0}\">{3}</testcase></testsuite>\n",
      escaped, failures, errors, content);
}

}  // namespace

std::string JunitBegin(const Style&) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"amends\">\n";
}

void AppendJunit(const CheckedDraft& draft, const Style& style, std::string& out) {
  const DraftPositions positions(draft);
  const Finding* first = nullptr;
  std::string failures;
  std::string others;
  for (const Finding& finding : draft.result.findings) {
    const bool fails = finding.severity >= style.fail_on;
    if (fails && first == nullptr) first = &finding;
    (fails ? failures : others) += Line(finding, positions);
  }
  std::string content;
  if (first != nullptr) {
    content += fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>",
                           Escaped(first->rule->id), Escaped(OneLine(first->message)),
                           Escaped(failures));
  }
  if (!others.empty()) {
    content += fmt::format("<system-out>{}</system-out>", Escaped(others));
  }
  AppendSuite(NameFor(draft.place, draft.conversation.id), first == nullptr ? 0 : 1, 0,
              content, out);
}

void AppendJunit(const UnreadableDraft& draft, const Style&, std::string& out) {
  AppendSuite(NameFor(draft.place, ""), 0, 1,
              fmt::format("<error type=\"{}\" message=\"{}\"/>", Escaped(draft.code),
                          Escaped(draft.message)),
              out);
}

std::string JunitEnd(const Totals&, const Style&) { return "</testsuites>\n"; }

}  // namespace amends::report

#include "amends/report/format.h"

#include <algorithm>

#include "amends/report/github.h"
#include "amends/report/json.h"
#include "amends/report/junit.h"
#include "amends/report/pretty.h"
#include "amends/report/sarif.h"

namespace amends::report {
namespace {

std::string Nothing(const Style&) { return ""; }
std::string NothingMore(const Totals&, const Style&) { return ""; }
void NoWord(const UnreadableDraft&, const Style&, std::string&) {}

// Of several drafts an array, whose objects lie one deeper and say which file they are
// about.
JsonStyle IndentedStyle(const Style& style, const Place& place) {
  JsonStyle json;
  json.layout = JsonLayout::kIndented;
  if (!style.many) return json;
  json.depth = 1;
  if (place.line == 0) json.file = place.file;
  return json;
}

std::string JsonBegin(const Style& style) { return style.many ? "[" : ""; }

template <typename Draft>
void AppendIndented(const Draft& draft, const JsonStyle& json, std::string& out) {
  if (json.depth > 0) out += "\n  ";
  if constexpr (std::is_same_v<Draft, CheckedDraft>) {
    AppendJson(draft.conversation, draft.result, json, out);
  } else {
    AppendJson(draft, json, out);
  }
}

void AppendJsonDraft(const CheckedDraft& draft, const Style& style, std::string& out) {
  AppendIndented(draft, IndentedStyle(style, draft.place), out);
}

void AppendJsonUnreadable(const UnreadableDraft& draft, const Style& style,
                          std::string& out) {
  AppendIndented(draft, IndentedStyle(style, draft.place), out);
}

std::string JsonEnd(const Totals&, const Style& style) {
  return style.many ? "\n]\n" : "\n";
}

JsonStyle LineStyle(const Style& style, const Place& place) {
  JsonStyle json;
  if (style.many && place.line == 0) json.file = place.file;
  return json;
}

void AppendJsonLine(const CheckedDraft& draft, const Style& style, std::string& out) {
  AppendJson(draft.conversation, draft.result, LineStyle(style, draft.place), out);
  out += '\n';
}

void AppendJsonLineUnreadable(const UnreadableDraft& draft, const Style& style,
                              std::string& out) {
  AppendJson(draft, LineStyle(style, draft.place), out);
  out += '\n';
}

constexpr Format kFormats[] = {
    {"pretty", "for people", Nothing, AppendPretty, NoWord, "\n", PrettySummary, true},
    {"json", "one object; an array of several drafts", JsonBegin, AppendJsonDraft,
     AppendJsonUnreadable, ",", JsonEnd, false},
    {"jsonl", "one object a line", Nothing, AppendJsonLine, AppendJsonLineUnreadable, "",
     NothingMore, false},
    {"sarif", "SARIF 2.1.0", SarifBegin, AppendSarif, NoWord, ",", SarifEnd, true},
    {"github", "annotations of GitHub Actions", Nothing, AppendGithub, AppendGithub, "",
     NothingMore, true},
    {"junit", "JUnit's XML", JunitBegin, AppendJunit, AppendJunit, "", JunitEnd, true},
};

}  // namespace

std::span<const Format> Formats() { return kFormats; }

const Format* FindFormat(std::string_view name) {
  const auto found = std::ranges::find(kFormats, name, &Format::name);
  return found == std::end(kFormats) ? nullptr : &*found;
}

}  // namespace amends::report

// A TestReport as text.
#include <string>

#include <fmt/format.h>

#include "amends/evaluation/rule_test.h"

namespace amends::evaluation {
namespace {

// file:line, or the file and the pointer where the file is not at hand.
std::string PlaceOf(const pack::Origin& origin, const pack::Sources& sources) {
  const int line = sources.At(origin, "").line;
  return line > 0 ? fmt::format("{}:{}", origin.file, line)
                  : origin.file + origin.pointer;
}

std::string OnOneLine(const std::string& text) {
  std::string line;
  for (const char c : text) {
    if (c == '\n') {
      line += "\\n";
    } else {
      line += c;
    }
  }
  return line;
}

std::string Count(size_t count, const std::string& one, const std::string& many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

// "941 examples of 27 rules and 10 moves".
std::string Scope(const TestReport& report) {
  std::vector<std::string> parts;
  const auto add = [&](size_t count, const char* one, const char* many) {
    if (count > 0) parts.push_back(Count(count, one, many));
  };
  add(report.rules, "rule", "rules");
  add(report.moves, "move", "moves");
  add(report.classes, "class", "classes");
  add(report.suppressors, "suppressor", "suppressors");
  std::string text = Count(report.examples, "example", "examples");
  for (size_t i = 0; i < parts.size(); ++i) {
    text += (i == 0 ? " of " : i + 1 == parts.size() ? " and " : ", ") + parts[i];
  }
  return text;
}

std::string Sum(const TestReport& report) {
  if (report.examples == 0) return "No example was run.\n";
  std::string text = report.failures.empty()
                         ? Scope(report) + ": all as they say"
                         : fmt::format("{} of {}: not as they say",
                                       report.failures.size(), Scope(report));
  if (!report.unused.empty()) {
    text +=
        "; " + Count(report.unused.size(), "part", "parts") + " never used by an example";
  }
  return text + '\n';
}

}  // namespace

std::string Format(const TestReport& report, const pack::Sources& sources) {
  std::string text;
  for (const Failure& failure : report.failures) {
    text += OnOneLine(fmt::format("{}: {} {}, {}: “{}”", PlaceOf(failure.origin, sources),
                                  failure.id, failure.expected, failure.happened,
                                  failure.text)) +
            '\n';
  }
  if (!report.unused.empty()) {
    text +=
        std::string(report.failures.empty() ? "" : "\n") + "Never used by an example:\n";
    for (const Unused& unused : report.unused) {
      text += fmt::format("{}: {}: {}\n", PlaceOf(unused.origin, sources), unused.id,
                          unused.what);
    }
  }
  return text + (text.empty() ? "" : "\n") + Sum(report);
}

}  // namespace amends::evaluation

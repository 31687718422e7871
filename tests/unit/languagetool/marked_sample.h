// Findings in a text with markup, made by hand. What stands between < and > is markup;
// <p> is read as a blank line, <br> as a line feed, &x; as x.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/languagetool/request.h"
#include "amends/result.h"

namespace amends::languagetool {

inline MarkedText Marked(std::string_view source) {
  if (source.find_first_of("<&") == std::string_view::npos) {
    return MarkedText::Plain(std::string(source));
  }
  MarkedText text;
  while (!source.empty()) {
    const size_t markup = std::min(source.find_first_of("<&"), source.size());
    text.AddText(source.substr(0, markup));
    source.remove_prefix(markup);
    if (source.empty()) break;
    const size_t end = source.find_first_of(">;") + 1;
    const std::string_view mark = source.substr(0, end);
    const std::string letter(mark.substr(1, 1));
    text.AddMarkup(mark, mark == "<p>"    ? "\n\n"
                         : mark == "<br>" ? "\n"
                         : mark[0] == '&' ? letter
                                          : "");
    source.remove_prefix(end);
  }
  return text;
}

// A change: the words it replaces, as the text has them, and what for. Without words:
// advice.
struct SampleChange {
  std::string words;
  std::string insert;
};

class MarkedSample {
 public:
  explicit MarkedSample(std::string_view source) {
    request_.text = Marked(source);
    request_.language = LanguageOf("en-GB");
    request_.preferred = LanguageOf("en-US");
    AddSentences();
  }

  text::Span SpanOf(std::string_view words) const {
    const auto at = static_cast<uint32_t>(request_.text.text.find(words));
    return {at, at + static_cast<uint32_t>(words.size())};
  }

  // Each of the changes is a suggestion of its own.
  Finding& Add(std::string_view words, const std::vector<SampleChange>& changes,
               pack::Severity severity = pack::Severity::kWarning) {
    pack::Rule& rule = rules_.emplace_back();
    rule.id = "house/rule-" + std::to_string(rules_.size());
    rule.summary = "A summary.";
    Finding finding;
    finding.rule = &rule;
    finding.severity = severity;
    finding.span = SpanOf(words);
    finding.message = "A message.";
    for (const SampleChange& each : changes) {
      Suggestion& suggestion = finding.suggestions.emplace_back();
      suggestion.title = "Say " + each.insert;
      if (each.words.empty()) continue;
      suggestion.applicability = pack::Applicability::kConfirm;
      suggestion.edits = {{SpanOf(each.words), each.insert}};
    }
    result_.findings.push_back(std::move(finding));
    return result_.findings.back();
  }

  CheckRequest& request() { return request_; }
  Result& result() { return result_; }

 private:
  // They end at a full stop.
  void AddSentences() {
    const std::string& text = request_.text.text;
    for (uint32_t start = 0; start < text.size();) {
      const auto end =
          static_cast<uint32_t>(std::min(text.find('.', start), text.size() - 1) + 1);
      result_.sentences.push_back({start, end});
      start = end;
      while (start < text.size() && (text[start] == ' ' || text[start] == '\n')) ++start;
    }
  }

  std::deque<pack::Rule> rules_;
  CheckRequest request_;
  Result result_;
};

}  // namespace amends::languagetool

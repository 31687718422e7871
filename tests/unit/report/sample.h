// A checked draft made by hand.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/report/checked_draft.h"

namespace amends::report {

struct SampleFinding {
  pack::Severity severity = pack::Severity::kWarning;
  std::string rule = "a/b";
  std::string marked = "";  // where in the text it first stands; empty: the whole reply
  std::string message = "A message.";
  std::string hears = "";
  std::vector<Suggestion> suggestions = {};
};

class Sample {
 public:
  Sample(std::string text, std::vector<SampleFinding> findings) {
    conversation_.text = std::move(text);
    place_.file = "reply.txt";
    place_.verbatim = true;
    for (SampleFinding& each : findings) Add(std::move(each));
  }

  text::Span SpanOf(std::string_view marked) const {
    const size_t at = conversation_.text.find(marked);
    EXPECT_NE(at, std::string::npos) << marked;
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + marked.size())};
  }

  Place& place() { return place_; }
  input::Conversation& conversation() { return conversation_; }
  Result& result() { return result_; }
  CheckedDraft draft() const { return {place_, conversation_, result_}; }
  Totals totals() const {
    Totals totals;
    totals.Add(draft());
    return totals;
  }

 private:
  void Add(SampleFinding each) {
    auto rule = std::make_unique<pack::Rule>();
    rule->id = each.rule;
    rule->severity = each.severity;
    rule->summary = "Summary of " + each.rule + '.';
    rule->why = "Why it hurts.";
    rule->hears = each.hears;
    Finding finding;
    finding.rule = rule.get();
    finding.severity = each.severity;
    finding.message = each.message;
    finding.fingerprint = "0123456789abcdef";
    finding.suggestions = std::move(each.suggestions);
    finding.scope = each.marked.empty() ? Scope::kReply : Scope::kText;
    finding.span = SpanOf(each.marked.empty() ? conversation_.text : each.marked);
    result_.findings.push_back(std::move(finding));
    result_.verdict = Verdict::kWarn;
    rules_.push_back(std::move(rule));
  }

  Place place_;
  input::Conversation conversation_;
  Result result_;
  std::vector<std::unique_ptr<pack::Rule>> rules_;
};

inline Suggestion Replacing(pack::Applicability applicability, std::string title,
                            const text::Span& span, std::string insert) {
  return {applicability, std::move(title), {{span, std::move(insert)}}};
}

}  // namespace amends::report

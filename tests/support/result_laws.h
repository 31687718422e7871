// What holds for every result, whatever was checked. Header only: fuzzers use it too.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/input/utf8.h"
#include "amends/result.h"
#include "amends/text/char_class.h"

namespace amends::testing {

class ResultLaws {
 public:
  explicit ResultLaws(const input::Conversation& conversation)
      : conversation_(conversation), starts_(conversation.text.size() + 1) {
    for (size_t at = 0; at < conversation.text.size();) {
      starts_[at] = true;
      at += text::DecodeAt(conversation.text, at).length;
    }
    starts_.back() = true;
  }

  // The first law that is broken, "" where none is.
  std::string Broken(const Result& result) const {
    Verdict gravest = Verdict::kPass;
    for (size_t i = 0; i < result.findings.size(); ++i) {
      const Finding& finding = result.findings[i];
      if (std::string broken = Broken(finding); !broken.empty()) return broken;
      if (i > 0 && Key(finding) < Key(result.findings[i - 1])) return "findings in order";
      if (finding.severity == pack::Severity::kWarning) {
        gravest = std::max(gravest, Verdict::kWarn);
      }
      if (finding.severity == pack::Severity::kError) gravest = Verdict::kBlock;
    }
    if (result.verdict != gravest) return "the verdict is that of the gravest finding";
    uint32_t start = 0;
    for (const FoundMove& move : result.moves) {
      if (!IsOwn(move.span)) return "moves in the writer's own text";
      if (move.span.start < start) return "moves in order";
      start = move.span.start;
    }
    return "";
  }

 private:
  static std::tuple<uint32_t, int, std::string_view> Key(const Finding& finding) {
    return {finding.span.start, -static_cast<int>(finding.severity), finding.rule->id};
  }

  std::string Broken(const Finding& finding) const {
    if (!IsOwn(finding.span)) return "findings in the writer's own text";
    if (finding.fingerprint.size() != 16) return "fingerprints of 16 digits";
    if (finding.message.empty() || !input::IsUtf8(finding.message))
      return "messages in UTF-8";
    for (const Suggestion& suggestion : finding.suggestions) {
      const bool advice = suggestion.applicability == pack::Applicability::kAdvice;
      if (suggestion.edits.empty() != advice) return "edits in all but advice";
      uint32_t end = 0;
      for (const Edit& edit : suggestion.edits) {
        if (!IsOwn(edit.span)) return "edits in the writer's own text";
        if (edit.span.start < end) return "edits in order";
        end = edit.span.end;
        const std::string_view old(conversation_.text);
        if (old.substr(edit.span.start, edit.span.length()) == edit.insert) {
          return "edits that change something";
        }
      }
    }
    return "";
  }

  // On whole code points, not empty, and in one stretch that is the writer's own.
  bool IsOwn(text::Span span) const {
    if (span.start >= span.end || span.end > conversation_.text.size()) return false;
    if (!starts_[span.start] || !starts_[span.end]) return false;
    return std::ranges::any_of(own_, [&](text::Span own) { return own.contains(span); });
  }

  const input::Conversation& conversation_;
  std::vector<text::Span> own_ = input::OwnSpans(conversation_);
  std::vector<bool> starts_;  // by byte: whether a code point starts there
};

}  // namespace amends::testing

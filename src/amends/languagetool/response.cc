#include "amends/languagetool/response.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "amends/languagetool/catalogue.h"
#include "amends/languagetool/rule_names.h"
#include "amends/report/json_text.h"
#include "amends/report/positions.h"

namespace amends::languagetool {
namespace {

using report::JsonText;

constexpr uint32_t kContextLength = 40;   // UTF-16 code units on either side
constexpr size_t kMostCompact = 5;        // alternatives in the compact form
constexpr std::string_view kCut = "...";  // where a context goes on

bool IsTail(char c) { return (c & 0xC0) == 0x80; }

// UTF-16 code units of the character with this first byte.
uint32_t UnitsOf(char first) { return static_cast<unsigned char>(first) < 0xF0 ? 1 : 2; }

// Line ends as blanks, so that the context is one line of the same length.
std::string OnOneLine(std::string_view text) {
  std::string line(text);
  std::ranges::replace_if(
      line, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

class Writer {
 public:
  Writer(const CheckRequest& request, const Result& result, std::string& out)
      : request_(request),
        result_(result),
        source_(request.text.source),
        positions_(source_),
        json_(out) {}

  void Write(const SpokenLanguage& spoken, const std::vector<Match>& matches,
             const ServerFacts& facts) {
    json_.BeginObject();
    if (!request_.compact) {
      json_.Key("software");
      WriteSoftware(facts, json_);
      WriteWarnings();
    }
    WriteLanguage(spoken);
    json_.Key("matches");
    json_.BeginArray();
    for (const Match& match : matches) WriteMatch(match);
    json_.EndArray();
    WriteSentenceRanges();
    json_.EndObject();
  }

 private:
  uint32_t Utf16(size_t offset) const { return positions_.At(offset).utf16; }

  void WriteWarnings() {
    json_.Key("warnings");
    json_.BeginObject();
    json_.Bool("incompleteResults", false);
    json_.EndObject();
  }

  void WriteLanguage(const SpokenLanguage& spoken) {
    json_.Key("language");
    json_.BeginObject();
    json_.String("name", spoken.language.name);
    json_.String("code", spoken.language.long_code);
    json_.Key("detectedLanguage");
    json_.BeginObject();
    json_.String("name", spoken.detected.name);
    json_.String("code", spoken.detected.long_code);
    json_.Number("confidence", spoken.sure ? 1 : 0);
    json_.String("source", "words");
    json_.EndObject();
    json_.EndObject();
  }

  void WriteMatch(const Match& match) {
    const pack::Rule& rule = *match.finding->rule;
    json_.BeginObject();
    json_.String("message", match.message);
    json_.String("shortMessage", rule.summary);
    WriteReplacements(match);
    json_.Number("offset", Utf16(match.span.start));
    json_.Number("length", Utf16(match.span.end) - Utf16(match.span.start));
    if (!request_.compact) {
      WriteContext(match.span);
      json_.String("sentence", SentenceOf(*match.finding));
    }
    WriteType(match.finding->severity);
    WriteRule(rule, match.finding->severity);
    json_.Bool("ignoreForIncompleteSentence", false);
    // What comes after may change it, to the end of the sentence and beyond.
    json_.Number("contextForSureMatch", -1);
    json_.EndObject();
  }

  void WriteReplacements(const Match& match) {
    const size_t most = request_.compact ? kMostCompact : match.alternatives.size();
    json_.Key("replacements");
    json_.BeginArray();
    for (size_t i = 0; i < std::min(most, match.alternatives.size()); ++i) {
      json_.BeginObject();
      json_.String("value", match.alternatives[i].value);
      json_.String("shortDescription", match.alternatives[i].title);
      json_.EndObject();
    }
    json_.EndArray();
  }

  // The start of so many code units before, or of the character that they would cut.
  size_t Before(size_t at) const {
    for (uint32_t units = 0; at > 0 && units < kContextLength;) {
      --at;
      while (at > 0 && IsTail(source_[at])) --at;
      units += UnitsOf(source_[at]);
    }
    return at;
  }

  size_t After(size_t at) const {
    for (uint32_t units = 0; at < source_.size() && units < kContextLength;) {
      units += UnitsOf(source_[at]);
      ++at;
      while (at < source_.size() && IsTail(source_[at])) ++at;
    }
    return at;
  }

  void WriteContext(text::Span span) {
    const size_t start = Before(span.start);
    const size_t end = After(span.end);
    std::string text(start > 0 ? kCut : "");
    const auto before = text.size() + Utf16(span.start) - Utf16(start);
    text += OnOneLine(source_.substr(start, end - start));
    if (end < source_.size()) text += kCut;
    json_.Key("context");
    json_.BeginObject();
    json_.String("text", text);
    json_.Number("offset", static_cast<int64_t>(before));
    json_.Number("length", Utf16(span.end) - Utf16(span.start));
    json_.EndObject();
  }

  // As it is read, without markup.
  std::string_view SentenceOf(const Finding& finding) const {
    const auto found = std::ranges::upper_bound(result_.sentences, finding.span.start, {},
                                                &text::Span::end);
    if (found == result_.sentences.end()) return "";
    return std::string_view(request_.text.text).substr(found->start, found->length());
  }

  void WriteType(pack::Severity severity) {
    const bool hint = severity < pack::Severity::kWarning;
    json_.Key("type");
    json_.BeginObject();
    json_.String("typeName", hint ? "Hint" : "Other");
    json_.EndObject();
  }

  void WriteRule(const pack::Rule& rule, pack::Severity severity) {
    const std::string family = rule.family();
    json_.Key("rule");
    json_.BeginObject();
    json_.String("id", ClientId(rule.id));
    json_.String("description", rule.summary);
    json_.String("issueType", kIssueType);
    json_.Key("category");
    json_.BeginObject();
    json_.String("id", ClientId(family));
    json_.String("name", FamilyName(family));
    json_.EndObject();
    json_.Bool("isPremium", false);
    if (severity == pack::Severity::kHint) {
      json_.Key("tags");
      json_.BeginArray();
      json_.String("picky");
      json_.EndArray();
    }
    json_.EndObject();
  }

  void WriteSentenceRanges() {
    json_.Key("sentenceRanges");
    json_.BeginArray();
    for (const text::Span& sentence : result_.sentences) {
      const text::Span span = request_.text.map.ToSource(sentence);
      json_.BeginArray();
      json_.Number(Utf16(span.start));
      json_.Number(Utf16(span.end));
      json_.EndArray();
    }
    json_.EndArray();
  }

  const CheckRequest& request_;
  const Result& result_;
  std::string_view source_;
  report::Positions positions_;
  JsonText json_;
};

}  // namespace

std::string CheckJson(const CheckRequest& request, const SpokenLanguage& spoken,
                      const Result& result, const std::vector<Match>& matches,
                      const ServerFacts& facts) {
  std::string out;
  Writer(request, result, out).Write(spoken, matches, facts);
  return out;
}

}  // namespace amends::languagetool

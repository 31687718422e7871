#include "amends/suppress/suppressions.h"

#include <algorithm>
#include <utility>

namespace amends::suppress {
namespace {

using Words = std::vector<std::string>;

// Those that lie in the span, without marks.
Words WordsIn(const text::Text& text, text::Span span) {
  Words words;
  for (const text::Word& word : text.words) {
    if (word.is(text::kPunctuation) || !word.span.overlaps(span)) continue;
    words.emplace_back(text.Canon(word));
  }
  return words;
}

bool Holds(const Words& words, const Words& part) {
  return std::search(words.begin(), words.end(), part.begin(), part.end()) !=
             words.end() ||
         part.empty();
}

}  // namespace

Suppressions::Suppressions(std::vector<pack::Suppression> all,
                           const text::Analyzer& analyzer, std::string_view today)
    : all_(std::move(all)), today_(today) {
  for (const pack::Suppression& each : all_) {
    const auto size = static_cast<uint32_t>(each.match.size());
    matches_.push_back(WordsIn(analyzer.Analyze(each.match), {0, size}));
  }
}

const pack::Suppression* Suppressions::Covering(const Finding& finding,
                                                const text::Text& draft) const {
  Words words;  // of the finding, when they are first asked for
  for (size_t i = 0; i < all_.size(); ++i) {
    const pack::Suppression& each = all_[i];
    const bool named = each.rule.empty() || each.rule == finding.rule->id ||
                       each.rule == finding.rule->family();
    if (!named || each.IsOver(today_)) continue;
    if (!each.fingerprint.empty() && each.fingerprint != finding.fingerprint) continue;
    if (!matches_[i].empty() && words.empty()) words = WordsIn(draft, finding.span);
    if (Holds(words, matches_[i])) return &each;
  }
  return nullptr;
}

}  // namespace amends::suppress

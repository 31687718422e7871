#include "amends/languagetool/match.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace amends::languagetool {
namespace {

// Stretches that do not overlap.
class Taken {
 public:
  bool Overlaps(text::Span span) const {
    const auto after = ends_.lower_bound(span.start);
    if (after != ends_.end() && after->first < span.end) return true;
    return after != ends_.begin() && std::prev(after)->second > span.start;
  }
  void Add(text::Span span) { ends_.emplace(span.start, span.end); }

 private:
  std::map<uint32_t, uint32_t> ends_;  // by start
};

// A title as a sentence.
std::string Sentence(std::string title) {
  const bool ended = !title.empty() &&
                     std::string_view(".!?").find(title.back()) != std::string_view::npos;
  return ended ? title : title + ".";
}

// What to do, in words: advice, or else the title of what a client cannot be offered.
std::string InWords(const Finding& finding) {
  const Suggestion* best = nullptr;
  for (const Suggestion& each : finding.suggestions) {
    const bool advice = each.applicability == pack::Applicability::kAdvice;
    if (best == nullptr || advice) best = &each;
    if (advice) break;
  }
  return best == nullptr ? "" : " " + Sentence(best->title);
}

// By start, then the gravest first.
void Sort(std::vector<Match>& matches) {
  std::ranges::stable_sort(matches, {}, [](const Match& match) {
    return std::tuple(match.span.start, -static_cast<int>(match.finding->severity),
                      match.span.end);
  });
}

}  // namespace

std::vector<Match> MatchesOf(const CheckRequest& request, const Result& result) {
  std::vector<const Finding*> wanted;
  for (const Finding& each : result.findings) {
    if (!each.span.empty() && request.selection.Wants(each)) wanted.push_back(&each);
  }
  std::ranges::stable_sort(wanted, {}, [](const Finding* finding) {
    return -static_cast<int>(finding->severity);
  });
  Taken taken;
  std::vector<Match> matches;
  for (const Finding* finding : wanted) {
    Match match{finding, request.text.map.ToSource(finding->span), finding->message, {}};
    Rewrite rewrite = RewriteOf(request.text, *finding, result.sentences);
    if (rewrite.alternatives.empty() || taken.Overlaps(rewrite.span)) {
      match.message += InWords(*finding);
    } else {
      match.span = rewrite.span;
      match.alternatives = std::move(rewrite.alternatives);
      taken.Add(match.span);
    }
    matches.push_back(std::move(match));
  }
  Sort(matches);
  return matches;
}

}  // namespace amends::languagetool

#include "amends/suggest/safe_edits.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>

namespace amends::suggest {
namespace {

struct Candidate {
  const Suggestion* suggestion;
  pack::Severity severity;

  uint32_t start() const { return suggestion->edits.front().span.start; }
};

// Edits that do not collide. Two insertions at one place are in each other's way too.
class Taken {
 public:
  bool CollidesWith(const Edit& edit) const {
    const auto after = edits_.lower_bound(edit.span.start);
    if (after != edits_.end() && Collide(edit, *after->second)) return true;
    return after != edits_.begin() && Collide(edit, *std::prev(after)->second);
  }

  void Add(const Edit& edit) { edits_.emplace(edit.span.start, &edit); }

  std::vector<Edit> InOrder() const {
    std::vector<Edit> edits;
    for (const auto& [start, edit] : edits_) edits.push_back(*edit);
    return edits;
  }

 private:
  static bool Collide(const Edit& a, const Edit& b) {
    return a.span.overlaps(b.span) || a.span.start == b.span.start;
  }

  std::map<uint32_t, const Edit*> edits_;  // by start
};

}  // namespace

SafeEdits FindSafeEdits(const Result& result) {
  std::vector<Candidate> candidates;
  for (const Finding& finding : result.findings) {
    if (finding.suggestions.empty()) continue;
    const Suggestion& best = finding.suggestions.front();
    if (best.applicability != pack::Applicability::kSafe || best.edits.empty()) continue;
    candidates.push_back({&best, finding.severity});
  }
  std::ranges::stable_sort(candidates, [](const Candidate& a, const Candidate& b) {
    return a.start() != b.start() ? a.start() < b.start() : a.severity > b.severity;
  });
  SafeEdits safe;
  Taken taken;
  for (const Candidate& candidate : candidates) {
    const std::vector<Edit>& edits = candidate.suggestion->edits;
    if (std::ranges::any_of(edits,
                            [&](const Edit& edit) { return taken.CollidesWith(edit); })) {
      continue;
    }
    for (const Edit& edit : edits) taken.Add(edit);
    ++safe.changes;
  }
  safe.edits = taken.InOrder();
  return safe;
}

std::string Apply(std::string_view text, std::span<const Edit> edits) {
  std::string changed;
  changed.reserve(text.size());
  size_t done = 0;
  for (const Edit& edit : edits) {
    changed += text.substr(done, edit.span.start - done);
    changed += edit.insert;
    done = edit.span.end;
  }
  changed += text.substr(done);
  return changed;
}

}  // namespace amends::suggest

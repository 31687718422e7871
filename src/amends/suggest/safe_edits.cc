#include "amends/suggest/safe_edits.h"

#include <algorithm>
#include <iterator>

namespace amends::suggest {
namespace {

struct Candidate {
  const Suggestion* suggestion;
  pack::Severity severity;

  uint32_t start() const { return suggestion->edits.front().span.start; }
};

// Two insertions at one place are in each other's way too.
bool Collide(const Edit& a, const Edit& b) {
  return a.span.overlaps(b.span) || a.span.start == b.span.start;
}

bool Collide(const std::vector<Edit>& taken, const std::vector<Edit>& edits) {
  return std::ranges::any_of(edits, [&](const Edit& edit) {
    return std::ranges::any_of(taken,
                               [&](const Edit& other) { return Collide(edit, other); });
  });
}

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
  for (const Candidate& candidate : candidates) {
    const std::vector<Edit>& edits = candidate.suggestion->edits;
    if (Collide(safe.edits, edits)) continue;
    std::ranges::copy(edits, std::back_inserter(safe.edits));
    ++safe.changes;
  }
  std::ranges::sort(safe.edits);
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

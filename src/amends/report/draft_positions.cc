#include "amends/report/draft_positions.h"

namespace amends::report {

DraftPositions::DraftPositions(const CheckedDraft& draft)
    : draft_(draft),
      positions_(draft.located == nullptr ? draft.conversation.text
                                          : draft.located->file) {}

DraftPositions::Region DraftPositions::Of(const text::Span& span) const {
  if (draft_.located == nullptr) {
    return {positions_.At(span.start), positions_.At(span.end)};
  }
  const text::Span there = draft_.located->ToFile(span);
  Region region{positions_.At(there.start), positions_.At(there.end)};
  // One mail of several in a file.
  const uint32_t above = draft_.place.line > 0 ? draft_.place.line - 1 : 0;
  region.start.line += above;
  region.end.line += above;
  return region;
}

}  // namespace amends::report

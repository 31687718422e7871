// Where the words of a draft are as people count: in its file, where that holds them,
// else in the text itself.
#pragma once

#include "amends/report/checked_draft.h"
#include "amends/report/positions.h"
#include "amends/text/span.h"

namespace amends::report {

// Refers to the draft, which must outlive it.
class DraftPositions {
 public:
  struct Region {
    Position start;
    Position end;
  };

  explicit DraftPositions(const CheckedDraft& draft);

  // False: positions are those of the text, which stands in no line of the file or in one
  // that is not known.
  bool in_file() const { return draft_.located != nullptr || draft_.place.verbatim; }

  // Of bytes of the text.
  Region Of(const text::Span& span) const;

 private:
  CheckedDraft draft_;
  Positions positions_;
};

}  // namespace amends::report

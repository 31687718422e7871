// The suppressions of a project, ready to be asked about findings. Immutable, safe from
// any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/suppression.h"
#include "amends/result.h"
#include "amends/text/analyzer.h"
#include "amends/text/text.h"

namespace amends::suppress {

class Suppressions {
 public:
  Suppressions() = default;
  // `today` as in Suppression::IsOver. `analyzer` may go away afterwards.
  Suppressions(std::vector<pack::Suppression> all, const text::Analyzer& analyzer,
               std::string_view today);

  // The first that covers the finding and is not over; null if none does. `draft` is
  // what the finding's span points into.
  const pack::Suppression* Covering(const Finding& finding,
                                    const text::Text& draft) const;

  const std::vector<pack::Suppression>& all() const { return all_; }

 private:
  std::vector<pack::Suppression> all_;
  std::vector<std::vector<std::string>> matches_;  // canonical words, for each of them
  std::string today_;
};

}  // namespace amends::suppress

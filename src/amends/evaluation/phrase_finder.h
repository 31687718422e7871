// The phrases of a pack, each looked for by itself: no `unless`, no `where`, nothing
// merged, no precedence. Tells authors which of their patterns an example holds.
// Immutable once built; every member may be called from any thread.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "amends/pack/pack.h"
#include "amends/text/span.h"

namespace amends::evaluation {

class PhraseFinder {
 public:
  // The pack must outlive the finder. Phrases that do not compile are never found:
  // loading the engine is what reports them.
  explicit PhraseFinder(const pack::Pack& pack);
  ~PhraseFinder();
  PhraseFinder(PhraseFinder&&) noexcept;
  PhraseFinder& operator=(PhraseFinder&&) noexcept;

  struct Hit {
    const pack::Phrase* pattern = nullptr;
    text::Span span;  // bytes of the text
  };
  // The patterns of a rule or a move that stand in the text, words that suppressors take
  // left out; of a suppressor, its own. Ordered by pattern, then by place.
  std::vector<Hit> Patterns(std::string_view id, std::string_view text) const;

  // Where the class {id} stands in the text: from each start the shortest, none
  // overlapping.
  std::vector<text::Span> Class(std::string_view id, std::string_view text) const;
  // Whether the words as a whole belong to the class.
  bool IsMember(std::string_view id, std::string_view words) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace amends::evaluation

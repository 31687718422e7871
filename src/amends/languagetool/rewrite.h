// The suggestions of a finding as alternatives to one stretch of the text with markup.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "amends/languagetool/marked_text.h"
#include "amends/result.h"
#include "amends/text/span.h"

namespace amends::languagetool {

// In place of the whole stretch.
struct Alternative {
  std::string value;  // with the markup of the stretch; may hold blanks, [[…]]
  std::string title;  // what it does, in a few words

  bool operator==(const Alternative&) const = default;
};

struct Rewrite {
  text::Span span;  // of MarkedText::source: the finding and what the best one changes
  std::vector<Alternative> alternatives;  // the best first, no two alike
};

// Of the suggestions that stay in the sentences of the finding, leave the markup in its
// place and reach over no more words than the best of them. Where one would leave
// nothing, the stretch takes in a word beside it, so that people see what they choose.
// `sentences` are those of the text, in order.
Rewrite RewriteOf(const MarkedText& text, const Finding& finding,
                  std::span<const text::Span> sentences);

}  // namespace amends::languagetool

// A better reply in outline: the sentences of the draft that serve, in the right order,
// and blanks for what is missing.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "amends/coach/elements.h"
#include "amends/input/conversation.h"
#include "amends/result.h"

namespace amends::coach {

struct OutlineLine {
  enum class Kind : uint8_t {
    kKept,     // as it stands in the draft
    kChanged,  // with the best suggestion for what is in it
    kBlank,    // for what is missing: something in [[ ]] to fill in
  };
  // What stands before it.
  enum class Break : uint8_t { kBlank, kLine, kParagraph };
  Kind kind = Kind::kKept;
  std::string text;  // one sentence
  Break before = Break::kBlank;
  const pack::Element* element = nullptr;  // of a blank
};

struct Outline {
  std::vector<OutlineLine> lines;
  std::vector<text::Span> dropped;  // sentences of the draft that do not serve

  // As a text.
  std::string Text() const;
};

// Where allowances fit the case, they stand in the blank for something on top. Of a reply
// that lacks nothing the outline is the reply.
Outline OutlineOf(const input::Conversation& conversation, const Result& result,
                  std::span<const FoundElement> elements,
                  std::span<const pack::Allowance> allowances);

// The allowances that fit: by how grave the case is and by its kind.
std::vector<std::string> FittingAllowances(const conversation::Situation& situation,
                                           std::span<const pack::Allowance> allowances);

}  // namespace amends::coach

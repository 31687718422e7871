// Labelled replies: records (docs/formats.md) that also say what a careful reader would
// find.
//
//   {"id": "r-1", "text": "…", "findings": [{"rule", "quote", "level":
//   "clear"|"borderline"}],
//    "missing": ["structure/no-apology"], "moves": [{"move", "quote"}]}
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "amends/evaluation/scoring.h"
#include "amends/input/conversation.h"
#include "amends/result.h"

namespace amends::evaluation {

struct LabelledReply {
  input::Conversation conversation;
  Labels labels;
};

// One line of a file of labels, or why it is none. `findings` is required.
std::variant<LabelledReply, std::string> ReadLabelled(std::string_view json);

// What scoring asks of a result.
Found FoundIn(const Result& result);

}  // namespace amends::evaluation

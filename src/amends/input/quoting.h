// Which lines of a plain text are the writer's own: the rest was written by the customer,
// or is the signature.
#pragma once

#include "amends/input/conversation.h"

namespace amends::input {

// Sets `blocks` from `text`: lines that begin with `>` are quoted, and so is the line
// above them that tells who wrote them ("On Monday Ana wrote:"); a line "-- " begins the
// signature, which reaches to the end or to the next quoted line. Where `context` is
// empty, what was quoted becomes turns of the customer, without the marks, in order.
void MarkQuoting(Conversation& conversation);

}  // namespace amends::input

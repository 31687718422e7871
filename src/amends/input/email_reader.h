// Drafts that are e-mails (RFC 5322, MIME).
#pragma once

#include <string_view>

#include "amends/input/conversation.h"

namespace amends::input {

// Never fails. `text` is the decoded body of the first part that is text/plain and no
// attachment, its lines as they are, and `part` its place among the parts. Of a mail that
// has only HTML it is what the HTML says, whose positions are nobody's. What is broken or
// missing is told in the notes. From any thread.
Conversation ReadEmail(std::string_view bytes);

}  // namespace amends::input

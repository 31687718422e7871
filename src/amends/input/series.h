// Replies that are sent in pieces: "1/2" at an end of a post says so.
#pragma once

#include <string_view>

#include "amends/input/conversation.h"

namespace amends::input {

// Whether the text begins or ends with the count of a piece, such as "2/3" or "(1/2)"; the
// initials of an agent may follow ("1/2 ^SH"). Pieces that stand together, from the first
// to the last, are none.
bool IsPieceOfSeries(std::string_view text);

// Whether the draft is all that is sent: the record does not say that it is a part, and it
// is no piece of a series where replies are cut so, in public and in chats.
bool IsWholeReply(const Conversation& conversation);

}  // namespace amends::input

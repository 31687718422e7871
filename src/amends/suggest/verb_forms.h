// What was said, turned for another place: a deed to be asked for, a doubt to be owned.
#pragma once

#include <optional>
#include <string>

#include "amends/conversation/reading.h"
#include "amends/match/matcher.h"
#include "amends/text/verbs.h"

namespace amends::suggest {

// The source of the words with the verb that they begin with, and what “and” or “or”
// joins to it, in the base form: “restarted it and waited” is “restart it and wait”. The
// spelling is kept. Nothing where one of these is no verb of the table.
std::optional<std::string> InBaseForm(const conversation::Reading& turn,
                                      match::Range words, const text::Verbs& verbs);

// Whether the words begin with a verb in its base form: “be there”, “send it”.
bool BeginsWithAVerb(const conversation::Reading& turn, match::Range words,
                     const text::Verbs& verbs);

// The source of the words of an “if” as something that is so: “any of it may have upset
// you” is “some of it upset you”. Nothing where they begin with a verb: “have we hurt
// you”.
std::optional<std::string> AsFact(const conversation::Reading& turn, match::Range words,
                                  const text::Verbs& verbs);

}  // namespace amends::suggest

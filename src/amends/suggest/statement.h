// How far a thought reaches in its sentence.
#pragma once

#include <cstdint>
#include <string>

#include "amends/conversation/reading.h"
#include "amends/match/matcher.h"
#include "amends/result.h"

namespace amends::suggest {

// The words with all of their sentence that hangs on them: from a clause that can stand
// alone to the next that can ("…; …", "…, but you …"), without the conjunction before it
// and the marks round it. `from` is where the sentence begins once greeted.
match::Range StatementOf(const conversation::Reading& turn, match::Range words,
                         uint32_t from);

// The clauses that the words lie in, without the words that join them to what stands
// before (“and”, “that”, “because”) and the marks round them.
match::Range ClausesOf(const conversation::Reading& turn, match::Range words,
                       uint32_t from);

// The words without the “and” that they begin with inside a sentence.
match::Range WithoutJoiner(const conversation::Reading& turn, match::Range words);

// Where the clause of the last of the words ends, without the marks that end it; at least
// the end of the words.
uint32_t ClauseEnd(const conversation::Reading& turn, match::Range words);

// The statement from where its “we” or “I” goes on to what the words are about, and only
// as far as that reaches: of “we thank you and apologize for it” the apology, of “while
// we understand it, we can't” the understanding.
match::Range LastThought(const conversation::Reading& turn, match::Range words,
                         match::Range statement);

// The statement from the word on; none behind a “that” or “if”.
match::Range OnwardOf(const conversation::Reading& turn, uint32_t word,
                      match::Range statement);

// The statement as far as the clause of the first of the words reaches; none where it
// cannot stand alone (“While I apologise, …”).
match::Range OpeningOf(const conversation::Reading& turn, match::Range words,
                       match::Range statement);

// The edit that puts `text` in the place of the words. A text that ends as a sentence
// does takes the place of the marks behind the words too; what can stand alone behind
// them in the sentence then begins a new one, without its “and”, and before what cannot
// the mark of the text is left out. With `may_part` it begins a new sentence itself
// behind what could have ended with a stop and goes on with a mere comma or a “so”.
Edit Instead(const conversation::Reading& turn, match::Range words, std::string text,
             bool may_part);

}  // namespace amends::suggest

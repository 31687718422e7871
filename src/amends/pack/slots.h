// What stands in braces in a message or a suggestion: {match}, {deed}, {we:
// first-person}.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace amends::pack {

// What every match has beside its captures. Its statement is the match with all of its
// sentence that hangs on it; opening the statement as far as the clause of the match's
// first word reaches, where that can stand alone; upto the statement as far as the match
// reaches; onward the statement from the head word of the match on, where that begins
// what can stand alone; tail the match from its head word on; rest what the statement
// holds behind the match; clause the clauses of the match, without the word that joins
// them to what stands before; ahead the clause of the match's last word from the head
// word of the match on; after what that clause holds behind the match.
inline constexpr std::string_view kMatch = "match";
inline constexpr std::string_view kStatement = "statement";
inline constexpr std::string_view kOnward = "onward";
inline constexpr std::string_view kRest = "rest";
inline constexpr std::string_view kClause = "clause";
inline constexpr std::string_view kOpening = "opening";
inline constexpr std::string_view kTail = "tail";
inline constexpr std::string_view kUpTo = "upto";
inline constexpr std::string_view kAhead = "ahead";
inline constexpr std::string_view kAfter = "after";
inline constexpr std::string_view kPlaces[] = {
    kMatch, kStatement, kOpening, kUpTo, kOnward, kTail, kRest, kClause, kAhead, kAfter};

// The ways in which a capture may be put in.
inline constexpr std::string_view kFirstPerson = "first-person";  // we are → I am
inline constexpr std::string_view kBase = "base";                 // restarted → restart
inline constexpr std::string_view kFact = "fact";  // any letter was lost → a letter …
inline constexpr std::string_view kVerb = "verb";  // as it stands, where a verb begins it

struct Slot {
  size_t begin = 0;  // bytes of the text, the braces included
  size_t end = 0;
  std::string_view name;  // a place or a capture
  std::string_view how;   // one of the ways; empty: as it stands
};

// In order. A brace that is never closed is plain text.
std::vector<Slot> FindSlots(std::string_view text);

}  // namespace amends::pack

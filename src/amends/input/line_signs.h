// What lines of a letter look like that are there by habit: greetings, farewells,
// names. Each is asked about one line without blanks around it.
#pragma once

#include <string_view>

namespace amends::input {

// A greeting and nothing else: "Hi Ana,", "Dear Ms Lee", "Good morning,".
bool IsGreeting(std::string_view words);

// A farewell, a name may follow: "Kind regards,", "Best, Ana", "Mit freundlichen Grüßen".
bool IsFarewell(std::string_view words);

// One that nobody says in the middle of a letter: "Kind regards,", but not "Thanks!".
bool IsFormalFarewell(std::string_view words);

// One to four words with capitals and no sentence: "Ana", "Ana Meyer", "- Jo", "Ana M.".
bool IsNameLine(std::string_view words);

// "Sent from my iPhone", "Get Outlook for iOS".
bool IsDeviceLine(std::string_view words);

// A line of dashes, underscores, stars or equals signs.
bool IsRuleLine(std::string_view words);

// A telephone, an address of the web or of a mailbox, or fields with bars between them.
bool IsContactLine(std::string_view words);

// Words in the first or second person, or a question: somebody speaks.
bool HasVoice(std::string_view words);

// Words in the first or second person.
bool NamesSpeaker(std::string_view words);

// What stands before a tab or three blanks: the whole line where there are none.
std::string_view FirstColumn(std::string_view words);

// "P.S. …"
bool IsPostscript(std::string_view words);

}  // namespace amends::input

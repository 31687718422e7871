// What an incident record says in words of its own: fixed, neutral, about the case and
// never about a person. All of it may be read by the customer.
#pragma once

#include <string>
#include <vector>

#include "amends/incident/record.h"

namespace amends::incident {

// What is missing in the record. None where nothing went wrong.
std::vector<Question> QuestionsOf(const Record& record);

// What colleagues should know before they meet the customer: what happened, how the
// customer feels, what not to ask again, what to check twice. None without a failure.
std::vector<std::string> AlertOf(const Record& record);

// For the customer's next visit, one or two lines. None without a failure.
std::vector<std::string> NextVisitOf(const Record& record);

// The record as lines of “Label: words”, as people write such records.
std::string PlainTextOf(const Record& record);

// “reported 2 days before this was written”, as far as it is known.
std::string ReportedOf(const Record& record);

}  // namespace amends::incident

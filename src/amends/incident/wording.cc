#include "amends/incident/wording.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "amends/input/utf8.h"
#include "amends/report/cells.h"

namespace amends::incident {
namespace {

using conversation::Answer;

constexpr size_t kLongestQuote = 160;  // bytes, in an alert or a note
constexpr size_t kMostQuotes = 2;      // of one kind, likewise
constexpr size_t kMostFacts = 8;
constexpr int64_t kHour = 60;  // minutes
constexpr int64_t kDay = 24 * kHour;

// On one line, between quotation marks of which none stands inside.
std::string Quoted(std::string_view text, size_t longest) {
  std::string line = report::OneLine(text);
  for (const std::string_view mark : {"“", "”", "\""}) {
    for (size_t at = line.find(mark); at != std::string::npos; at = line.find(mark, at)) {
      line.replace(at, mark.size(), "'");
    }
  }
  if (line.size() > longest) {
    line = input::CutUtf8(line, longest);
    line = line.substr(0, line.find_last_of(' ')) + " …";
  }
  return "“" + line + "”";
}

std::string Joined(std::span<const Quote> quotes, size_t most, size_t longest,
                   std::string_view between = " ") {
  std::string joined;
  std::vector<std::string> shown;
  for (const Quote& quote : quotes) {
    std::string words = Quoted(quote.text, longest);
    if (shown.size() == most || std::ranges::count(shown, words) > 0) continue;
    if (!shown.empty()) joined += between;
    joined += words;
    shown.push_back(std::move(words));
  }
  return joined;
}

// Of several the first and the last tell most.
std::string Short(const std::vector<Quote>& quotes) {
  if (quotes.size() <= kMostQuotes) return Joined(quotes, kMostQuotes, kLongestQuote);
  const Quote ends[] = {quotes.front(), quotes.back()};
  return Joined(ends, kMostQuotes, kLongestQuote);
}

std::string All(const std::vector<Quote>& quotes, std::string_view between = " ") {
  return Joined(quotes, quotes.size(), std::string::npos, between);
}

std::vector<Quote> WordsOf(const std::vector<Promise>& promises) {
  std::vector<Quote> words;
  for (const Promise& promise : promises) words.push_back(promise.words);
  return words;
}

// “Label: words”, if there are any.
void AddLine(std::string_view label, const std::string& words,
             std::vector<std::string>& lines) {
  if (!words.empty()) lines.push_back(fmt::format("{}: {}", label, words));
}

void Append(std::string_view label, const std::string& words, std::string& line) {
  if (words.empty()) return;
  line += fmt::format("{}{}: {}", line.empty() ? "" : " ", label, words);
}

bool IsKnown(const std::vector<Quote>& moments, std::string_view kind) {
  return std::ranges::any_of(moments, [&](const Quote& moment) {
    return moment.kind == kind || moment.kind == "both";
  });
}

std::string_view QuestionOfWhen(const Record& record) {
  const bool day = IsKnown(record.when, "day");
  const bool hour = IsKnown(record.when, "clock");
  if (day && hour) return "";
  if (day) return "At about what time of day did it happen?";
  if (hour) return "On which day did it happen?";
  return "On which day did it happen, and at about what time?";
}

struct Asked {
  Field field;
  std::vector<Quote> Record::* known;
  std::string_view question;
};

constexpr Asked kAsked[] = {
    {Field::kWhat, &Record::what, "What went wrong, in a sentence or two?"},
    {Field::kItem, &Record::items, "Which product or service was it about?"},
    {Field::kLoad, &Record::load,
     "How busy was it then, and how many of you were there?"},
    {Field::kCircumstances, &Record::circumstances,
     "What made it matter to the customer: a journey, a child, a day to keep?"},
    {Field::kSteps, &Record::steps, "What has been done so far to put it right?"},
    {Field::kExtras, &Record::extras, "What was given on top, if anything?"},
};

std::string Span(int64_t minutes) {
  const auto counted = [](int64_t count, std::string_view unit) {
    return fmt::format("{} {}{}", count, unit, count == 1 ? "" : "s");
  };
  if (minutes < 2 * kHour) return counted(minutes, "minute");
  if (minutes < 2 * kDay) return counted(minutes / kHour, "hour");
  return counted(minutes / kDay, "day");
}

std::string DayOf(const Record& record) { return record.reported_at.substr(0, 10); }

}  // namespace

std::vector<Question> QuestionsOf(const Record& record) {
  std::vector<Question> questions;
  if (record.failure == Answer::kNo) return questions;
  if (record.failure == Answer::kUnknown && record.what.empty()) {
    questions.push_back({Field::kWhat, "Did something go wrong here, and what?"});
    return questions;
  }
  for (const Asked& asked : kAsked) {
    if ((record.*asked.known).empty()) {
      questions.push_back({asked.field, std::string(asked.question)});
    }
    const std::string_view when = QuestionOfWhen(record);
    if (asked.field == Field::kWhat && !when.empty()) {
      questions.push_back({Field::kWhen, std::string(when)});
    }
  }
  for (const Promise& promise : record.promises) {
    if (promise.due) continue;
    questions.push_back(
        {Field::kPromises, fmt::format("By when will this be done: {}?",
                                       Quoted(promise.words.text, kLongestQuote))});
  }
  return questions;
}

std::vector<std::string> AlertOf(const Record& record) {
  std::vector<std::string> lines;
  if (record.failure != Answer::kYes) return lines;
  std::string happened;
  Append("What happened", Short(record.what), happened);
  if (record.repeated == Answer::kYes) {
    happened += happened.empty() ? "It was not the first time." : " It was not the first time.";
  }
  std::string feels;
  Append("How the customer feels", Short(record.feelings), feels);
  Append("What it cost", Short(record.losses), feels);
  Append("What made it matter", Short(record.circumstances), feels);
  std::string known;
  Append("No need to ask again for",
         Joined(record.facts, kMostFacts, kLongestQuote, ", "), known);
  Append("Already tried", Short(record.tried), known);
  std::string check;
  Append("Check twice", Joined(record.items, kMostQuotes, kLongestQuote, ", "), check);
  Append("Promised", Short(WordsOf(record.promises)), check);
  for (std::string* line : {&happened, &feels, &known, &check}) {
    if (!line->empty()) lines.push_back(std::move(*line));
  }
  return lines;
}

std::vector<std::string> NextVisitOf(const Record& record) {
  std::vector<std::string> lines;
  if (record.failure != Answer::kYes || record.what.empty()) return lines;
  const std::string day = DayOf(record);
  lines.push_back(fmt::format("Last time{}{}: {}", day.empty() ? "" : ", on ", day,
                              Quoted(record.what.front().text, kLongestQuote)));
  const std::string thing =
      record.items.empty() ? "everything" : Quoted(record.items.front().text, kLongestQuote);
  lines.push_back(record.accepted == Answer::kYes
                      ? fmt::format("It was taken kindly. A smile that remembers it is "
                                    "enough, and a second look at {}.",
                                    thing)
                      : fmt::format("Look twice at {}, and ask once whether all is well "
                                    "now. The story need not be told again.",
                                    thing));
  return lines;
}

std::string PlainTextOf(const Record& record) {
  if (record.failure == Answer::kNo) return "Nothing went wrong in this conversation.\n";
  std::vector<std::string> lines;
  AddLine("What", All(record.what), lines);
  AddLine("When", All(record.when, ", "), lines);
  AddLine("Reported", DayOf(record), lines);
  AddLine("Product or service", All(record.items, ", "), lines);
  AddLine("Load", All(record.load), lines);
  AddLine("Customer", All(record.circumstances), lines);
  AddLine("Feels", All(record.feelings), lines);
  AddLine("It cost", All(record.losses), lines);
  AddLine("Fix", All(record.steps), lines);
  AddLine("Extra", All(record.extras), lines);
  AddLine("Promised", All(WordsOf(record.promises)), lines);
  std::string text;
  for (const std::string& line : lines) text += line + "\n\n";
  if (text.empty()) return "What happened here is not known yet.\n";
  text.pop_back();
  return text;
}

std::string ReportedOf(const Record& record) {
  std::string words = record.reported_at;
  if (!record.age_minutes) return words;
  if (!words.empty()) words += ", ";
  return words + Span(*record.age_minutes) + " before this was written";
}

}  // namespace amends::incident

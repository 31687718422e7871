#include "amends/incident/wording.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "amends/input/utf8.h"
#include "amends/report/cells.h"

namespace amends::incident {
namespace {

using conversation::Answer;

constexpr size_t kLongestQuote = 160;  // bytes, in an alert or a note
constexpr size_t kMostQuotes = 2;      // of one kind, likewise
constexpr size_t kMostItems = 2;
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

std::string All(const std::vector<Quote>& quotes, std::string_view between = " ") {
  return Joined(quotes, quotes.size(), std::string::npos, between);
}

// An alert, in which no sentence is quoted twice.
class Alert {
 public:
  // “Label: words” on the line that is being written, if there are any.
  void AddWords(std::string_view label, std::span<const Quote> quotes, size_t most) {
    const std::string words = Joined(quotes, most, kLongestQuote, ", ");
    if (!words.empty()) Add(fmt::format("{}: {}.", label, words));
  }
  void AddSentences(std::string_view label, std::span<const Quote> quotes) {
    std::vector<Quote> fresh;
    for (const Quote& quote : quotes) {
      if (fresh.size() < kMostQuotes && !IsSaid(quote)) fresh.push_back(quote);
    }
    if (fresh.empty()) return;
    said_.insert(said_.end(), fresh.begin(), fresh.end());
    Add(fmt::format("{}: {}", label, Joined(fresh, kMostQuotes, kLongestQuote)));
  }
  void Add(std::string_view words) {
    line_ += fmt::format("{}{}", line_.empty() ? "" : " ", words);
  }
  void EndLine() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
  }
  std::vector<std::string> Take() { return std::move(lines_); }

 private:
  bool IsSaid(const Quote& quote) const {
    return std::ranges::any_of(said_, [&](const Quote& other) {
      return other.turn == quote.turn && other.span.contains(quote.span);
    });
  }

  std::vector<Quote> said_;
  std::string line_;
  std::vector<std::string> lines_;
};

// What a form would ask for; days, hours and names belong to the tale.
std::vector<Quote> LastingFacts(const std::vector<Quote>& facts) {
  std::vector<Quote> lasting;
  std::ranges::copy_if(facts, std::back_inserter(lasting), [](const Quote& fact) {
    return fact.kind != "date" && fact.kind != "time" && fact.kind != "name";
  });
  return lasting;
}

std::vector<Quote> WordsOf(const std::vector<Promise>& promises) {
  std::vector<Quote> words;
  for (const Promise& promise : promises) words.push_back(promise.words);
  return words;
}

// Those of the last turn that holds any.
std::vector<Quote> LatestPromises(const Record& record) {
  std::vector<Quote> latest = WordsOf(record.promises);
  std::erase_if(latest, [last = latest.empty() ? 0 : latest.back().turn](
                            const Quote& promise) { return promise.turn != last; });
  return latest;
}

// “Label: words”, if there are any.
void AddLine(std::string_view label, const std::string& words,
             std::vector<std::string>& lines) {
  if (!words.empty()) lines.push_back(fmt::format("{}: {}", label, words));
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
  std::vector<Quote> Record::*known;
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
  const uint32_t last = record.promises.empty() ? 0 : record.promises.back().words.turn;
  for (const Promise& promise : record.promises) {
    if (promise.due || promise.words.turn != last) continue;
    questions.push_back(
        {Field::kPromises, fmt::format("By when will this be done: {}?",
                                       Quoted(promise.words.text, kLongestQuote))});
  }
  return questions;
}

std::vector<std::string> AlertOf(const Record& record) {
  Alert alert;
  if (record.failure != Answer::kYes) return alert.Take();
  alert.AddSentences("What happened", record.what);
  if (record.repeated == Answer::kYes) alert.Add("It was not the first time.");
  alert.EndLine();
  alert.AddSentences("How the customer feels", record.feelings);
  alert.AddSentences("What it cost", record.losses);
  alert.AddSentences("Why it matters", record.circumstances);
  alert.EndLine();
  alert.AddWords("No need to ask again for", LastingFacts(record.facts), kMostFacts);
  alert.AddSentences("Already tried", record.tried);
  alert.EndLine();
  alert.AddWords("Check twice", record.items, kMostItems);
  alert.AddSentences("Promised", LatestPromises(record));
  alert.EndLine();
  return alert.Take();
}

std::vector<std::string> NextVisitOf(const Record& record) {
  std::vector<std::string> lines;
  if (record.failure != Answer::kYes || record.what.empty()) return lines;
  const std::string day = DayOf(record);
  lines.push_back(fmt::format("Last time{}{}: {}", day.empty() ? "" : ", on ", day,
                              Quoted(record.what.front().text, kLongestQuote)));
  std::string next = record.accepted == Answer::kYes
                         ? "It was taken kindly; a smile that remembers it is enough."
                         : "Ask once whether all is well now. The story need not be told "
                           "again.";
  if (!record.items.empty()) {
    next += " Look twice at " + Quoted(record.items.front().text, kLongestQuote) + ".";
  }
  lines.push_back(std::move(next));
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

#include "amends/input/sent_time.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

constexpr size_t kLongestLine = 400;

struct Month {
  std::string_view begin;  // of its name, in lower case
  int number;
};

// Names that begin alike in several languages stand there once.
constexpr std::array<Month, 41> kMonths = {{
    {"jan", 1},  {"ene", 1},  {"gen", 1},  {"feb", 2},  {"fév", 2},  {"fev", 2},
    {"mar", 3},  {"mär", 3},  {"mrt", 3},  {"maa", 3},  {"apr", 4},  {"avr", 4},
    {"abr", 4},  {"may", 5},  {"mai", 5},  {"mag", 5},  {"mei", 5},  {"mayo", 5},
    {"jun", 6},  {"juin", 6}, {"giu", 6},  {"jul", 7},  {"juil", 7}, {"lug", 7},
    {"aug", 8},  {"aoû", 8},  {"ago", 8},  {"aout", 8}, {"sep", 9},  {"set", 9},
    {"oct", 10}, {"okt", 10}, {"ott", 10}, {"out", 10}, {"nov", 11}, {"dec", 12},
    {"déc", 12}, {"dez", 12}, {"dic", 12}, {"maio", 5}, {"maj", 5},
}};

std::optional<int> MonthOf(std::string_view word) {
  for (const Month& month : kMonths) {
    // "Market" is no month: what goes on must be letters of a short name or a dot.
    if (word.starts_with(month.begin) && word.size() <= 10) return month.number;
  }
  return std::nullopt;
}

struct Token {
  enum class Kind { kNumber, kWord, kMark };
  Kind kind = Kind::kMark;
  std::string_view text;
  int value = 0;
  size_t digits() const { return kind == Kind::kNumber ? text.size() : 0; }
  bool Is(char c) const { return kind == Kind::kMark && text[0] == c; }
};

bool IsLetter(char c) { return IsAsciiLetter(c) || (c & 0x80) != 0; }

std::vector<Token> Tokens(std::string_view line) {
  std::vector<Token> tokens;
  for (size_t at = 0; at < line.size();) {
    size_t end = at + 1;
    Token token;
    if (IsAsciiDigit(line[at])) {
      while (end < line.size() && IsAsciiDigit(line[end])) ++end;
      token.kind = Token::Kind::kNumber;
      for (const char c : line.substr(at, std::min<size_t>(end - at, 6))) {
        token.value = token.value * 10 + (c - '0');
      }
    } else if (IsLetter(line[at])) {
      while (end < line.size() && IsLetter(line[end])) ++end;
      token.kind = Token::Kind::kWord;
    }
    token.text = line.substr(at, end - at);
    if (!token.Is(' ') && !token.Is('\t')) tokens.push_back(token);
    at = end;
  }
  return tokens;
}

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
  bool good() const {
    return year >= 1970 && year < 2100 && month >= 1 && month <= 12 && day >= 1 &&
           day <= 31;
  }
};

class Finder {
 public:
  explicit Finder(std::string_view line) : tokens_(Tokens(line)) {}

  std::string Find() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      const std::optional<Date> date = DateAt(i);
      if (date && date->good()) return Shown(*date);
    }
    return "";
  }

 private:
  const Token& At(size_t i) const {
    static const Token none{Token::Kind::kMark, "\n"};
    return i < tokens_.size() ? tokens_[i] : none;
  }

  std::optional<Date> DateAt(size_t i) {
    if (std::optional<Date> date = DateInNumbers(i)) return date;
    if (std::optional<Date> date = MonthFirst(i)) return date;
    return DayFirst(i);
  }

  // 2012-04-02, 2.4.2012, 25/12/2012
  std::optional<Date> DateInNumbers(size_t i) {
    const Token& a = At(i);
    const Token& b = At(i + 2);
    const Token& c = At(i + 4);
    if (a.digits() == 0 || b.digits() == 0 || c.digits() == 0) return std::nullopt;
    const char mark = At(i + 1).text[0];
    if (!At(i + 1).Is(mark) || !At(i + 3).Is(mark)) return std::nullopt;
    next_ = i + 5;
    if (a.digits() == 4 && (mark == '-' || mark == '/' || mark == '.')) {
      return Date{a.value, b.value, c.value};
    }
    const int year = c.digits() == 2 ? 2000 + c.value : c.value;
    if (mark == '.') return Date{year, b.value, a.value};
    if (mark != '/' && mark != '-') return std::nullopt;
    if (a.value > 12 || a.value == b.value) return Date{year, b.value, a.value};
    // Who says PM says the month first.
    if (b.value > 12 || SaysHalfOfDay()) return Date{year, a.value, b.value};
    return std::nullopt;
  }

  bool SaysHalfOfDay() const {
    return std::ranges::any_of(tokens_, [](const Token& token) {
      return token.text == "am" || token.text == "pm";
    });
  }

  // Apr 2, 2012; April 2nd, 2012
  std::optional<Date> MonthFirst(size_t i) {
    if (At(i).kind != Token::Kind::kWord) return std::nullopt;
    const std::optional<int> month = MonthOf(At(i).text);
    if (!month) return std::nullopt;
    size_t at = i + 1;
    if (At(at).Is('.')) ++at;
    const Token& day = At(at++);
    if (day.digits() == 0 || day.digits() > 2) return std::nullopt;
    if (At(at).kind == Token::Kind::kWord && At(at).text.size() == 2) ++at;  // 2nd
    if (At(at).Is(',')) ++at;
    if (At(at).digits() != 4) return std::nullopt;
    next_ = at + 1;
    return Date{At(at).value, *month, day.value};
  }

  // 2 Apr 2012; 2. April 2012; 2 de abril de 2012
  std::optional<Date> DayFirst(size_t i) {
    const Token& day = At(i);
    if (day.digits() == 0 || day.digits() > 2) return std::nullopt;
    size_t at = i + 1;
    while (At(at).Is('.') || At(at).Is('-') || At(at).text == "de") ++at;
    if (At(at).kind != Token::Kind::kWord) return std::nullopt;
    const std::optional<int> month = MonthOf(At(at).text);
    if (!month) return std::nullopt;
    ++at;
    while (At(at).Is('.') || At(at).Is(',') || At(at).Is('-') || At(at).text == "de") {
      ++at;
    }
    if (At(at).digits() != 4) return std::nullopt;
    next_ = at + 1;
    return Date{At(at).value, *month, day.value};
  }

  std::string Shown(const Date& date) const {
    std::string shown = fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    for (size_t i = next_; i < std::min(next_ + 5, tokens_.size()); ++i) {
      const bool colon = At(i + 1).Is(':') || At(i + 1).Is('h') || At(i + 1).text == "h";
      if (At(i).digits() > 0 && At(i).digits() < 3 && colon && At(i + 2).digits() == 2) {
        return shown + TimeAt(i);
      }
    }
    return shown;
  }

  std::string TimeAt(size_t i) const {
    int hour = At(i).value;
    const int minute = At(i + 2).value;
    size_t at = i + 3;
    std::string seconds;
    if (At(at).Is(':') && At(at + 1).digits() == 2 && At(at + 1).value < 60) {
      seconds = fmt::format(":{:02}", At(at + 1).value);
      at += 2;
    }
    if (At(at).text == "pm" && hour < 12) hour += 12;
    if (At(at).text == "am" && hour == 12) hour = 0;
    if (At(at).text == "pm" || At(at).text == "am") ++at;
    if (hour > 23 || minute > 59) return "";
    return fmt::format("T{:02}:{:02}{}{}", hour, minute, seconds, ZoneAt(at));
  }

  std::string ZoneAt(size_t at) const {
    const bool universal =
        At(at).text == "z" || At(at).text == "gmt" || At(at).text == "utc";
    if (At(at).Is('(')) return ZoneAt(at + 1);
    if (universal) ++at;
    const bool sign = At(at).Is('+') || At(at).Is('-');
    if (!sign) return universal ? "Z" : "";
    const Token& digits = At(at + 1);
    if (digits.digits() == 4 && digits.value / 100 < 24 && digits.value % 100 < 60) {
      return fmt::format("{}{:02}:{:02}", At(at).text, digits.value / 100,
                         digits.value % 100);
    }
    if (digits.digits() == 0 || digits.digits() > 2 || digits.value > 23) return "";
    const bool minutes =
        At(at + 2).Is(':') && At(at + 3).digits() == 2 && At(at + 3).value < 60;
    return fmt::format("{}{:02}:{:02}", At(at).text, digits.value,
                       minutes ? At(at + 3).value : 0);
  }

  std::vector<Token> tokens_;
  size_t next_ = 0;  // behind the date
};

}  // namespace

std::string FindSentTime(std::string_view line) {
  std::string lower = LowerLetters(line.substr(0, kLongestLine));
  // Some programs put a narrow blank before AM and PM.
  for (const std::string_view blank : {"\u202F", "\u00A0"}) {
    for (size_t at = 0; (at = lower.find(blank, at)) != std::string::npos;) {
      lower.replace(at, blank.size(), " ");
    }
  }
  return Finder(lower).Find();
}

}  // namespace amends::input

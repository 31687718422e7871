#include "amends/training/progress_entries.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include <fmt/format.h>

#include "amends/input/utf8.h"
#include "amends/pack/ids.h"

namespace amends::training {
namespace {

// White space of Unicode beyond ASCII.
constexpr std::string_view kWideBlanks[] = {
    "\u00A0", "\u1680", "\u2000", "\u2001", "\u2002", "\u2003", "\u2004",
    "\u2005", "\u2006", "\u2007", "\u2008", "\u2009", "\u200A", "\u2028",
    "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};

size_t BlankAtStart(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(" \t\n\v\f\r").find(text[0]) != std::string_view::npos) return 1;
  for (const std::string_view blank : kWideBlanks) {
    if (text.starts_with(blank)) return blank.size();
  }
  return 0;
}

size_t BlankAtEnd(std::string_view text) {
  if (text.empty()) return 0;
  if (std::string_view(" \t\n\v\f\r").find(text.back()) != std::string_view::npos)
    return 1;
  for (const std::string_view blank : kWideBlanks) {
    if (text.ends_with(blank)) return blank.size();
  }
  return 0;
}

// Those of ASCII and the second set, U+0080 to U+009F.
bool HasControls(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20 || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() &&
        static_cast<unsigned char>(text[i + 1]) < 0xA0) {
      return true;
    }
  }
  return false;
}

bool IsExercise(std::string_view id) {
  return id.size() <= kLongestId && pack::IsRuleId(id);
}

std::string ProblemWithNumber(const char* name, int64_t number, int64_t most) {
  if (number >= 0 && number <= most) return {};
  return fmt::format("{} must lie between 0 and {}, not be {}", name, most, number);
}

std::string ProblemWithGrades(const std::vector<RuleGrade>& grades) {
  std::set<std::string_view> rules;
  for (const RuleGrade& each : grades) {
    if (!IsExercise(each.rule)) return fmt::format("“{}” is no rule", each.rule);
    if (NameOf(each.grade).empty()) return "there are four grades";
    if (!rules.insert(each.rule).second) {
      return fmt::format("“{}” is graded twice", each.rule);
    }
  }
  return {};
}

}  // namespace

std::string RandomId() {
  std::random_device random;
  std::string id;
  for (int i = 0; i < 4; ++i) id += fmt::format("{:08x}", random());
  return id;
}

bool IsEntryId(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '-' || c == '_';
  });
}

std::optional<std::string> TidyName(std::string_view name) {
  while (const size_t length = BlankAtStart(name)) name.remove_prefix(length);
  while (const size_t length = BlankAtEnd(name)) name.remove_suffix(length);
  if (name.empty() || name.size() > kLongestName || !input::IsUtf8(name) ||
      HasControls(name)) {
    return std::nullopt;
  }
  return std::string(name);
}

std::string ProblemWith(const GradedAnswer& answer) {
  if (!IsEntryId(answer.id)) return "an answer needs an id of letters and digits";
  if (!IsExercise(answer.exercise)) {
    return fmt::format("“{}” is no exercise", answer.exercise);
  }
  if (!pack::IsSlug(answer.kind)) return fmt::format("“{}” is no kind", answer.kind);
  if (!answer.set.empty() && !IsEntryId(answer.set)) {
    return fmt::format("“{}” is no set", answer.set);
  }
  std::string problem = ProblemWithNumber("the time", answer.at, kLatest);
  if (problem.empty()) problem = ProblemWithNumber("points", answer.points, kMostPoints);
  if (problem.empty()) problem = ProblemWithNumber("hints", answer.hints, kMostHints);
  if (problem.empty()) {
    problem = ProblemWithNumber("seconds", answer.seconds, kMostSeconds);
  }
  return problem.empty() ? ProblemWithGrades(answer.grades) : problem;
}

std::string ProblemWithExercises(std::span<const std::string> exercises) {
  if (exercises.empty()) return "a set without exercises";
  if (exercises.size() > kMostExercises) {
    return fmt::format("a set may hold {} exercises", kMostExercises);
  }
  std::set<std::string_view> seen;
  for (const std::string& exercise : exercises) {
    if (!IsExercise(exercise)) return fmt::format("“{}” is no exercise", exercise);
    if (!seen.insert(exercise).second) {
      return fmt::format("“{}” is in the set twice", exercise);
    }
  }
  return {};
}

std::vector<Review> ReviewsOf(std::span<const GradedAnswer> answers) {
  std::vector<Review> reviews;
  for (const GradedAnswer& answer : answers) {
    for (const RuleGrade& each : answer.grades) {
      reviews.push_back({each.rule, answer.at, each.grade});
    }
  }
  return reviews;
}

std::vector<Tried> LastTries(std::span<const GradedAnswer> answers) {
  std::map<std::string_view, const GradedAnswer*> last;
  for (const GradedAnswer& answer : answers) {
    const GradedAnswer*& one = last[answer.exercise];
    if (one == nullptr || one->at <= answer.at) one = &answer;
  }
  std::vector<Tried> tries;
  tries.reserve(last.size());
  for (const auto& [exercise, answer] : last) {
    tries.push_back({std::string(exercise), answer->at, answer->passed});
  }
  return tries;
}

}  // namespace amends::training

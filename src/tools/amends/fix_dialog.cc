#include "tools/amends/fix_dialog.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "amends/report/pretty.h"
#include "amends/suggest/blanks.h"
#include "tools/flags/terminal.h"

namespace amends {
namespace {

constexpr std::string_view kHelp =
    "  a  take the first proposal; 1, 2, 3 … take that one\n"
    "  e  write it in your own words\n"
    "  s  leave it as it is, this time (so does Enter)\n"
    "  i  leave it alone from now on, with a reason, in amends.json\n"
    "  u  take the last step back\n"
    "  q  stop, and keep what you have changed\n"
    "  x  stop, and change nothing\n";

// What can be taken, in the order of its numbers.
std::vector<const Suggestion*> Takeable(const Finding& finding) {
  std::vector<const Suggestion*> takeable;
  for (const Suggestion& each : finding.suggestions) {
    if (!each.edits.empty()) takeable.push_back(&each);
  }
  return takeable;
}

std::string Trimmed(std::string text) {
  constexpr std::string_view kBlank = " \t\r";
  text.erase(0, std::min(text.size(), text.find_first_not_of(kBlank)));
  text.erase(text.find_last_not_of(kBlank) + 1);
  return text;
}

std::string Prompt(const Finding& finding) {
  const size_t count = Takeable(finding).size();
  const std::string take = count == 0   ? ""
                           : count == 1 ? "a take it, "
                                        : fmt::format("a or 1-{} take one, ", count);
  return fmt::format("{}e own words, s skip, i ignore, q stop, ? help: ", take);
}

// The number of the proposal that the answer takes; 0 if it takes none.
size_t NumberIn(const std::string& answer) {
  if (answer == "a") return 1;
  const bool digit = answer.size() == 1 && '1' <= answer[0] && answer[0] <= '9';
  return digit ? static_cast<size_t>(answer[0] - '0') : 0;
}

}  // namespace

Ending FixDialog::Run() {
  Step step = Step::kNext;
  while (const Finding* finding = repair_.current()) {
    if (step == Step::kNext) Show(*finding);
    const std::optional<std::string> answer = Answer(Prompt(*finding));
    if (!answer) return Ending::kAbandoned;
    step = Decide(*finding, *answer);
    if (step == Step::kStop) return Ending::kStopped;
    if (step == Step::kAbandon) return Ending::kAbandoned;
  }
  return Ending::kDecided;
}

std::optional<bool> FixDialog::Ask(std::string_view question) {
  while (true) {
    const auto answer = Answer(fmt::format("{} (y or n) ", question));
    if (!answer) return std::nullopt;
    if (*answer == "y" || *answer == "yes") return true;
    if (*answer == "n" || *answer == "no") return false;
  }
}

// The next line, without what surrounds it.
std::optional<std::string> FixDialog::Answer(std::string_view prompt) {
  fmt::print("{}", prompt);
  std::fflush(stdout);
  std::string line;
  std::array<char, 4096> piece{};
  while (std::fgets(piece.data(), piece.size(), answers_) != nullptr) {
    line += piece.data();
    if (line.ends_with('\n')) break;
  }
  if (line.empty()) {
    fmt::print("\n");
    return std::nullopt;
  }
  if (line.ends_with('\n')) line.pop_back();
  if (!IsTerminal(answers_)) fmt::print("{}\n", line);  // nobody saw it being typed
  return Trimmed(std::move(line));
}

void FixDialog::Show(const Finding& finding) {
  const report::Place place{file_, 0, false};
  std::string text;
  report::AppendNumbered({place, repair_.conversation(), repair_.result()}, finding,
                         style_, text);
  const size_t left = repair_.left();
  fmt::print("{}\n{}", text,
             left == 1 ? "The last one. " : fmt::format("{} to go. ", left));
}

FixDialog::Step FixDialog::Decide(const Finding& finding, const std::string& answer) {
  if (const size_t number = NumberIn(answer)) return Take(finding, number);
  if (answer.empty() || answer == "s") {
    repair_.Skip();
    return Step::kNext;
  }
  if (answer == "e") return OwnWords();
  if (answer == "i") return LeaveAlone();
  if (answer == "u") return TakeBack();
  if (answer == "q") return Step::kStop;
  if (answer == "x") return Step::kAbandon;
  fmt::print("{}", kHelp);
  return Step::kAgain;
}

FixDialog::Step FixDialog::Take(const Finding& finding, size_t number) {
  const std::vector<const Suggestion*> takeable = Takeable(finding);
  if (number > takeable.size()) {
    fmt::print("There is no proposal {} here; e takes your own words.\n", number);
    return Step::kAgain;
  }
  const Suggestion& suggestion = *takeable[number - 1];
  std::vector<std::string> words;
  for (const std::string& blank : suggest::BlanksOf(suggestion.edits)) {
    const auto answer =
        Answer(fmt::format("  {} (Enter leaves the blank): ", report::OneLine(blank)));
    if (!answer) return Step::kAbandon;
    words.push_back(*answer);
  }
  return Made(repair_.Take(suggestion, words));
}

FixDialog::Step FixDialog::OwnWords() {
  const text::Span span = repair_.current()->span;
  const std::string_view words =
      std::string_view(repair_.conversation().text).substr(span.start, span.length());
  const auto answer = Answer(fmt::format("  In place of “{}”: ", report::OneLine(words)));
  if (!answer) return Step::kAbandon;
  if (answer->empty()) return Step::kAgain;
  return Made(repair_.Replace(*answer));
}

FixDialog::Step FixDialog::LeaveAlone() {
  const auto reason = Answer("  Why is it fine here? ");
  if (!reason) return Step::kAbandon;
  if (reason->empty()) {
    fmt::print("Without a reason nobody will know later; s leaves it as it is.\n");
    return Step::kAgain;
  }
  repair_.Skip(*reason);
  return Step::kNext;
}

FixDialog::Step FixDialog::TakeBack() {
  if (repair_.Undo()) return Step::kNext;
  fmt::print("There is nothing to take back.\n");
  return Step::kAgain;
}

FixDialog::Step FixDialog::Made(bool made) {
  if (made) return Step::kNext;
  fmt::print("That cannot be written into this kind of file without changing more.\n");
  return Step::kAgain;
}

}  // namespace amends

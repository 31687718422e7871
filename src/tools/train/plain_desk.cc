#include "tools/train/plain_desk.h"

#include <algorithm>
#include <array>
#include <variant>

#include <fmt/format.h>

#include "amends/report/cells.h"
#include "tools/flags/terminal.h"
#include "tools/train/numbers_in_line.h"
#include "tools/train/words_in_draft.h"

namespace amends {
namespace {

constexpr std::string_view kEndOfText = ".";
constexpr std::string_view kBeginAnew = "new";

std::string Trimmed(std::string text) {
  constexpr std::string_view kBlank = " \t\r";
  text.erase(0, std::min(text.size(), text.find_first_not_of(kBlank)));
  text.erase(text.find_last_not_of(kBlank) + 1);
  return text;
}

std::string SaidOf(const Paragraph& paragraph) {
  std::string said = paragraph.text;
  if (paragraph.gauge >= 0 && said.find("→") == std::string::npos) {
    said += fmt::format(", {} of {}", paragraph.gauge, kFullGauge);
  }
  if (paragraph.label.empty()) return said;
  const bool several = said.find('\n') != std::string::npos || said.starts_with("- ");
  return fmt::format("{}:{}{}", paragraph.label, several ? "\n" : " ", said);
}

bool BeginsApart(const Paragraph& paragraph) {
  return paragraph.tone == Tone::kPlain || paragraph.tone == Tone::kCustomer ||
         paragraph.tone == Tone::kAgent;
}

}  // namespace

void PlainDesk::Show(const Page& page) {
  said_.clear();
  fmt::print(out_, "\n");
  Add(page);
}

void PlainDesk::Add(const Page& page) {
  bool after_head = false;
  for (const Paragraph& paragraph : page) {
    if (after_head || BeginsApart(paragraph)) fmt::print(out_, "\n");
    Say(SaidOf(paragraph));
    after_head = paragraph.tone == Tone::kHead;
  }
  std::fflush(out_);
}

Reply PlainDesk::Choose(const Question& question, const std::vector<std::string>& options,
                        size_t& chosen) {
  const bool usual = chosen < options.size();
  const bool only = usual && options.size() == 1;
  if (!only) List(options);
  const std::string how =
      only    ? fmt::format("\n{} (Enter: {})", question.text, options.front())
      : usual ? fmt::format("{} Type the number (Enter: {})", question.text, chosen + 1)
              : fmt::format("{} Type the number", question.text);
  while (true) {
    std::string line;
    const Reply reply = Ask(question, how, line);
    if (reply != Reply::kAnswered) return reply;
    if (line.empty() && usual) return Reply::kAnswered;
    const auto numbers = NumbersIn(line, options.size());
    if (numbers && numbers->size() == 1) {
      chosen = numbers->front();
      return Reply::kAnswered;
    }
    Say(fmt::format("Please one number from 1 to {}.", options.size()));
  }
}

Reply PlainDesk::Tick(const Question& question, const std::vector<std::string>& options,
                      std::vector<size_t>& ticked) {
  List(options);
  while (true) {
    std::string line;
    const Reply reply =
        Ask(question, question.text + " Type their numbers, such as 1 3", line);
    if (reply != Reply::kAnswered) return reply;
    auto numbers = NumbersIn(line, options.size());
    if (numbers && !numbers->empty()) {
      std::ranges::sort(*numbers);
      ticked = std::move(*numbers);
      return Reply::kAnswered;
    }
    Say(fmt::format("Please numbers from 1 to {}, each once.", options.size()));
  }
}

Reply PlainDesk::Arrange(const Question& question,
                         const std::vector<std::string>& sentences,
                         std::vector<size_t>& order) {
  List(sentences);
  while (true) {
    std::string line;
    const Reply reply =
        Ask(question, question.text + " Type the order, such as 3 1 2", line);
    if (reply != Reply::kAnswered) return reply;
    auto numbers = NumbersIn(line, sentences.size());
    if (numbers && numbers->size() == sentences.size()) {
      order = std::move(*numbers);
      return Reply::kAnswered;
    }
    Say(fmt::format("Please all numbers from 1 to {}, each once.", sentences.size()));
  }
}

Reply PlainDesk::Mark(const Question& question, const std::string& draft,
                      std::vector<text::Span>& marks) {
  SayOnce("\nThe draft:\n" + draft);
  const std::string how =
      question.text + " Type them as they stand there; “ | ” between several";
  while (true) {
    std::string line;
    const Reply reply = Ask(question, how, line);
    if (reply != Reply::kAnswered) return reply;
    auto found = FindWords(draft, line);
    if (auto* spans = std::get_if<std::vector<text::Span>>(&found)) {
      marks = std::move(*spans);
      return Reply::kAnswered;
    }
    Say(std::get<std::string>(found));
  }
}

Reply PlainDesk::Write(const Question& question, std::string& text) {
  const std::string help =
      question.help ? " “?” is a hint, “skip” and “quit” leave it." : "";
  Say(fmt::format("{}. End with a line that holds only a full stop.{}", question.text,
                  help));
  if (!text.empty()) {
    Say(fmt::format("So far:\n{}\nGo on from there, or type “{}” to begin anew.", text,
                    kBeginAnew));
  }
  while (const auto line = ReadLine()) {
    if (*line == kEndOfText) return Reply::kAnswered;
    if (const auto command = CommandIn(question, *line)) {
      if (*command != Reply::kHint || question.help) return *command;
    } else if (*line == kBeginAnew) {
      text.clear();
    } else {
      text += text.empty() ? *line : "\n" + *line;
    }
  }
  // The end of the input ends the text.
  return Trimmed(text).empty() ? Reply::kLeave : Reply::kAnswered;
}

Reply PlainDesk::WriteLine(const Question& question, const std::string& otherwise,
                           std::string& line) {
  const std::string& usual = line.empty() ? otherwise : line;
  const std::string how =
      usual.empty() ? question.text : fmt::format("{} (Enter: {})", question.text, usual);
  while (true) {
    std::string typed;
    const Reply reply = Ask(question, how, typed);
    if (reply != Reply::kAnswered) return reply;
    if (typed.empty() && usual.empty()) continue;
    line = typed.empty() ? usual : typed;
    return Reply::kAnswered;
  }
}

// Lines wrapped at words.
void PlainDesk::Say(std::string_view text) {
  while (true) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    const size_t indent = line.starts_with("- ") ? 2 : 0;
    fmt::print(out_, "{}\n", report::Wrap(line, width_, 0, indent));
    if (end == text.size()) break;
    text.remove_prefix(end + 1);
  }
}

// What was said on this page already is not said again.
void PlainDesk::SayOnce(const std::string& text) {
  if (said_ != text) Say(text);
  said_ = text;
}

void PlainDesk::List(const std::vector<std::string>& texts) {
  std::string list;
  for (size_t i = 0; i < texts.size(); ++i) {
    list += fmt::format("\n{}. {}", i + 1, texts[i]);
  }
  SayOnce(list);
}

std::optional<std::string> PlainDesk::ReadLine() {
  std::fflush(out_);
  std::string line;
  std::array<char, 4096> piece{};
  while (std::fgets(piece.data(), piece.size(), in_) != nullptr) {
    line += piece.data();
    if (line.ends_with('\n')) break;
  }
  if (line.empty()) {
    fmt::print(out_, "\n");
    // On a terminal it is a key like another: the next question is asked.
    if (IsTerminal(in_)) std::clearerr(in_);
    return std::nullopt;
  }
  if (line.ends_with('\n')) line.pop_back();
  if (!IsTerminal(in_)) fmt::print(out_, "{}\n", line);  // nobody saw it being typed
  return Trimmed(std::move(line));
}

Reply PlainDesk::Ask(const Question& question, std::string_view how, std::string& line) {
  const char* const help = question.help ? " [? hint, skip, quit]" : "";
  while (true) {
    fmt::print(out_, "{}{}: ", how, help);
    const auto read = ReadLine();
    if (!read) return Reply::kLeave;
    if (const auto command = CommandIn(question, *read)) {
      if (*command != Reply::kHint || question.help) return *command;
      Say("There are no hints here.");
      continue;
    }
    line = *read;
    return Reply::kAnswered;
  }
}

std::optional<Reply> PlainDesk::CommandIn(const Question& question,
                                          const std::string& line) {
  if (line == "?") return Reply::kHint;
  if (line == "quit") return Reply::kLeave;
  if (line == "skip" && question.help) return Reply::kSkip;
  return std::nullopt;
}

}  // namespace amends

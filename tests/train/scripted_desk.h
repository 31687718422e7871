// A desk at which answers lie ready, and that remembers what it was shown.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "amends/text/span.h"
#include "tools/train/desk.h"

namespace amends::testing {

// What is answered to one question; the part counts that the question asks for.
struct Step {
  Reply reply = Reply::kAnswered;
  size_t chosen = kNoChoice;
  std::vector<size_t> numbers = {};
  std::vector<text::Span> marks = {};
  std::string text = {};
};

inline Step Chosen(size_t option) { return {.chosen = option}; }
inline Step Written(std::string text) { return {.text = std::move(text)}; }
inline Step Said(Reply reply) { return {.reply = reply}; }

class ScriptedDesk : public Desk {
 public:
  // Who has answered everything leaves.
  std::deque<Step> steps;
  std::vector<Page> pages;             // each with what was added to it
  std::vector<std::string> questions;  // what was asked
  std::function<void(const Page&)> on_show = [](const Page&) {};

  void Show(const Page& page) override {
    on_show(page);
    pages.push_back(page);
  }
  void Add(const Page& page) override {
    if (pages.empty()) pages.emplace_back();
    pages.back().insert(pages.back().end(), page.begin(), page.end());
  }
  Reply Choose(const Question& question, const std::vector<std::string>& options,
               size_t& chosen) override {
    const Step step = Next(question);
    options_ = options;
    if (step.chosen != kNoChoice) chosen = step.chosen;
    return step.reply;
  }
  Reply Tick(const Question& question, const std::vector<std::string>& /*options*/,
             std::vector<size_t>& ticked) override {
    const Step step = Next(question);
    if (step.reply == Reply::kAnswered) ticked = step.numbers;
    return step.reply;
  }
  Reply Arrange(const Question& question, const std::vector<std::string>& /*sentences*/,
                std::vector<size_t>& order) override {
    const Step step = Next(question);
    if (step.reply == Reply::kAnswered) order = step.numbers;
    return step.reply;
  }
  Reply Mark(const Question& question, const std::string& /*draft*/,
             std::vector<text::Span>& marks) override {
    const Step step = Next(question);
    if (step.reply == Reply::kAnswered) marks = step.marks;
    return step.reply;
  }
  Reply Write(const Question& question, std::string& text) override {
    const Step step = Next(question);
    if (!step.text.empty()) text = step.text;
    return step.reply;
  }
  Reply WriteLine(const Question& question, const std::string& otherwise,
                  std::string& line) override {
    const Step step = Next(question);
    line = step.text.empty() ? otherwise : step.text;
    return step.reply;
  }

  // The options that were offered last.
  const std::vector<std::string>& options() const { return options_; }

  // Whether some page has such words.
  bool HasShown(const std::string& words) const {
    for (const Page& page : pages) {
      for (const Paragraph& paragraph : page) {
        const std::string whole = paragraph.label + ": " + paragraph.text;
        if (whole.find(words) != std::string::npos) return true;
      }
    }
    return false;
  }

 private:
  Step Next(const Question& question) {
    questions.push_back(question.text);
    if (steps.empty()) return Said(Reply::kLeave);
    Step step = std::move(steps.front());
    steps.pop_front();
    return step;
  }

  std::vector<std::string> options_;
};

}  // namespace amends::testing

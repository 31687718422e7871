// A desk of lines in and lines out: for screen readers, pipes and terminals that can do
// no more. No colour, no cursor movement; everything has a number and is said in words.
#pragma once

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/train/desk.h"

namespace amends {

class PlainDesk : public Desk {
 public:
  // Both must outlive it. Lines are not much longer than `width` columns.
  PlainDesk(std::FILE* in, std::FILE* out, size_t width)
      : in_(in), out_(out), width_(width) {}

  void Show(const Page& page) override;
  void Add(const Page& page) override;
  Reply Choose(const Question& question, const std::vector<std::string>& options,
               size_t& chosen) override;
  Reply Tick(const Question& question, const std::vector<std::string>& options,
             std::vector<size_t>& ticked) override;
  Reply Arrange(const Question& question, const std::vector<std::string>& sentences,
                std::vector<size_t>& order) override;
  Reply Mark(const Question& question, const std::string& draft,
             std::vector<text::Span>& marks) override;
  Reply Write(const Question& question, std::string& text) override;
  Reply WriteLine(const Question& question, const std::string& otherwise,
                  std::string& line) override;

 private:
  void Say(std::string_view text);
  void SayOnce(const std::string& text);
  void List(const std::vector<std::string>& texts);
  // The next line without what surrounds it; nothing at the end of the input.
  std::optional<std::string> ReadLine();
  // A command, or a line that is none.
  Reply Ask(const Question& question, std::string_view how, std::string& line);
  std::optional<Reply> CommandIn(const Question& question, const std::string& line);

  std::FILE* in_;
  std::FILE* out_;
  size_t width_;
  std::string said_;  // with the last question of this page
};

}  // namespace amends

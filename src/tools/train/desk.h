// Where a trainee sits: what shows pages and takes answers. Whatever asks the questions
// (TrainingSession) knows no terminal.
//
// An answer is begun with what its variable holds and is kept there, also where help is
// called for in the midst of it: the same question may be asked again with it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "amends/text/span.h"
#include "tools/train/page.h"

namespace amends {

// What became of a question. kHint and kSkip come only where the question has help.
enum class Reply : uint8_t { kAnswered, kHint, kSkip, kLeave };

struct Question {
  std::string text;   // in a few words: “What else belongs there?”
  bool help = false;  // there are hints, and it may be skipped
};

inline constexpr size_t kNoChoice = SIZE_MAX;

class Desk {
 public:
  Desk() = default;
  Desk(const Desk&) = delete;
  Desk& operator=(const Desk&) = delete;
  virtual ~Desk() = default;

  // Begins a new page.
  virtual void Show(const Page& page) = 0;
  // Goes on with it, below what was answered.
  virtual void Add(const Page& page) = 0;

  // One of the options; `chosen` is their number from 0, or kNoChoice.
  virtual Reply Choose(const Question& question, const std::vector<std::string>& options,
                       size_t& chosen) = 0;
  // Any of the options, in their order.
  virtual Reply Tick(const Question& question, const std::vector<std::string>& options,
                     std::vector<size_t>& ticked) = 0;
  // All of the sentences: `order` has the numbers of all, as they are to stand.
  virtual Reply Arrange(const Question& question,
                        const std::vector<std::string>& sentences,
                        std::vector<size_t>& order) = 0;
  // Words of the draft, in order, none twice.
  virtual Reply Mark(const Question& question, const std::string& draft,
                     std::vector<text::Span>& marks) = 0;
  // A text of any number of lines.
  virtual Reply Write(const Question& question, std::string& text) = 0;
  // A line. `otherwise` is what an empty one stands for.
  virtual Reply WriteLine(const Question& question, const std::string& otherwise,
                          std::string& line) = 0;
};

}  // namespace amends

// Repairing a draft in conversation with its writer: line by line, so that it works in
// any terminal, with a screen reader, and from a file of answers.
#pragma once

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "amends/report/style.h"
#include "tools/amends/repair.h"

namespace amends {

// How a dialog ended.
enum class Ending : uint8_t {
  kDecided,    // about every finding
  kStopped,    // by the writer, who keeps what was decided so far
  kAbandoned,  // by the writer, or the answers ran out: nothing is to be written
};

class FixDialog {
 public:
  // `file` is its name for messages; all must outlive the dialog.
  FixDialog(Repair& repair, const std::string& file, std::FILE* answers,
            const report::Style& style)
      : repair_(repair), file_(file), answers_(answers), style_(style) {}

  Ending Run();

  // Yes or no; nothing if the answers have run out.
  std::optional<bool> Ask(std::string_view question);

 private:
  enum class Step : uint8_t { kNext, kAgain, kStop, kAbandon };

  std::optional<std::string> Answer(std::string_view prompt);
  void Show(const Finding& finding);
  Step Decide(const Finding& finding, const std::string& answer);
  Step Take(const Finding& finding, size_t number);
  Step OwnWords();
  Step LeaveAlone();
  Step TakeBack();
  Step Made(bool made);

  Repair& repair_;
  const std::string& file_;
  std::FILE* answers_;
  const report::Style& style_;
};

}  // namespace amends

// A draft being repaired, finding by finding: what was decided so far, and what is next.
// Knows nothing of terminals and files.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/input/source.h"

namespace amends {

class Repair {
 public:
  // The engine must outlive it. `bytes` can be read in the format.
  Repair(const Engine& engine, input::Format format, std::string bytes);

  // What is to be decided on next: findings about words in the order of the text, then
  // those about the reply. Null when all is decided.
  const Finding* current() const;

  // Makes the change, with words for its blanks (suggest::Fill), and checks anew. False
  // if the format cannot carry it; then nothing has changed. The suggestion is one of the
  // current finding and has edits.
  bool Take(const Suggestion& suggestion, std::span<const std::string> blanks);
  // The same with words of the writer's own in place of those that were found.
  bool Replace(std::string words);
  // Leaves it as it is; with a reason, from now on.
  void Skip(std::string reason = {});
  // Takes the last of these back; false if there is none.
  bool Undo();

  const input::Conversation& conversation() const { return conversation_; }
  const Result& result() const { return result_; }
  const std::string& bytes() const { return now_.bytes; }  // of the file, repaired
  size_t changes() const { return now_.changes; }
  size_t left() const;  // findings to be decided on

  struct Skipped {
    const pack::Rule* rule = nullptr;
    Scope scope = Scope::kText;
    text::Span span;  // bytes of the draft as it is now
    std::string fingerprint;
    std::string reason;
  };
  const std::vector<Skipped>& skipped() const { return now_.skipped; }

 private:
  struct State {
    std::string bytes;
    std::vector<Skipped> skipped;
    size_t changes = 0;
  };

  bool IsSkipped(const Finding& finding) const;
  bool Change(std::span<const Edit> edits);
  void Check();

  const Engine& engine_;
  input::Format format_;
  State now_;
  std::vector<State> before_;
  input::Conversation conversation_;
  Result result_;
};

}  // namespace amends

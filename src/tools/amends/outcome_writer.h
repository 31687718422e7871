// Where the outcomes of a check go, in the order of the drafts: reports to one stream,
// messages to the other, mended drafts back to their files.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "tools/amends/rewritten_file.h"
#include "tools/drafts/draft_check.h"

namespace amends {

class OutcomeWriter {
 public:
  // The plan must outlive it. With `mended_to_stdout` the mended drafts go to standard
  // output and the report to standard error.
  OutcomeWriter(const CheckPlan& plan, bool mended_to_stdout);

  // Throws std::system_error if a report or a mended text cannot be written to its
  // stream.
  void Write(DraftOutcome outcome);
  void Finish();

  const report::Totals& totals() const { return totals_; }
  // A draft could not be read, or not be written back.
  bool failed() const { return failed_ || totals_.unreadable > 0; }

 private:
  void WriteReport(const std::string& report);
  void WriteDiff(const DraftOutcome& outcome);
  void WriteMended(const DraftOutcome& outcome);
  void WriteLinesBack(const DraftOutcome& outcome);
  void WriteBack(const std::string& path, std::string_view bytes, size_t changes);
  void Say(const std::string& message);
  void SayChanges(const std::string& path, size_t changes);

  const CheckPlan& plan_;
  bool mended_to_stdout_;
  std::FILE* report_stream_;
  report::Totals totals_;
  bool begun_ = false;
  bool item_written_ = false;
  bool failed_ = false;
  size_t messages_ = 0;
  std::string diffed_file_ = "\n";  // the last whose head was written; none is called so
  std::unique_ptr<RewrittenFile> lines_;  // the file with one record a line being written
  std::string lines_failure_;
  size_t lines_changes_ = 0;
};

}  // namespace amends

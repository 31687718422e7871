#include "tools/amends/outcome_writer.h"

#include <cerrno>
#include <exception>
#include <system_error>
#include <utility>

#include <fmt/format.h>

#include "amends/report/diff.h"

namespace amends {
namespace {

constexpr size_t kMostMessages = 50;

void Put(std::string_view text, std::FILE* stream) {
  if (text.empty()) return;
  errno = 0;
  if (std::fwrite(text.data(), 1, text.size(), stream) != text.size() ||
      std::fflush(stream) != 0) {
    throw std::system_error(errno, std::system_category(),
                            "the report cannot be written");
  }
}

}  // namespace

OutcomeWriter::OutcomeWriter(const CheckPlan& plan, bool mended_to_stdout)
    : plan_(plan),
      mended_to_stdout_(mended_to_stdout),
      report_stream_(mended_to_stdout ? stderr : stdout) {}

void OutcomeWriter::Write(DraftOutcome outcome) {
  for (const std::string& message : outcome.messages) Say(message);
  if (plan_.mending == Mending::kDiff) WriteDiff(outcome);
  if (plan_.mending == Mending::kFix) WriteMended(outcome);
  if (plan_.mending != Mending::kDiff) WriteReport(outcome.report);
  failed_ = failed_ || outcome.unwritable;
  totals_.Add(outcome.totals);
}

void OutcomeWriter::Finish() {
  if (plan_.mending != Mending::kDiff) {
    WriteReport("");
    Put(plan_.format->end(totals_, plan_.style), report_stream_);
  }
  if (messages_ > kMostMessages) {
    fmt::print(stderr, "and {} messages more\n", messages_ - kMostMessages);
  }
}

void OutcomeWriter::WriteReport(const std::string& report) {
  if (!std::exchange(begun_, true)) Put(plan_.format->begin(plan_.style), report_stream_);
  if (report.empty()) return;
  if (std::exchange(item_written_, true)) Put(plan_.format->between, report_stream_);
  Put(report, report_stream_);
}

void OutcomeWriter::WriteDiff(const DraftOutcome& outcome) {
  if (outcome.diff.empty()) return;
  const std::string& file = outcome.place.file;
  if (std::exchange(diffed_file_, file) != file) {
    Put(report::DiffHead(file.empty() ? "-" : file), stdout);
  }
  Put(outcome.diff, stdout);
}

void OutcomeWriter::WriteMended(const DraftOutcome& outcome) {
  if (outcome.place.file.empty()) {
    if (mended_to_stdout_) Put(outcome.bytes, stdout);
  } else if (outcome.place.line > 0 || outcome.ends_lines) {
    WriteLinesBack(outcome);
  } else if (outcome.changes > 0) {
    WriteBack(outcome.place.file, outcome.bytes, outcome.changes);
  }
}

void OutcomeWriter::WriteBack(const std::string& path, std::string_view bytes,
                              size_t changes) {
  try {
    Rewrite(path, bytes);
    SayChanges(path, changes);
  } catch (const std::system_error& error) {
    failed_ = true;
    Say(fmt::format("{}: nothing was changed: {}", path, error.what()));
  }
}

void OutcomeWriter::WriteLinesBack(const DraftOutcome& outcome) {
  const std::string& path = outcome.place.file;
  try {
    if (outcome.lost) throw std::runtime_error("a line is too long");
    if (!lines_ && lines_failure_.empty()) lines_ = std::make_unique<RewrittenFile>(path);
    if (lines_) lines_->Write(outcome.bytes);
    if (lines_ && outcome.ends_lines && lines_changes_ > 0) lines_->Commit();
  } catch (const std::exception& error) {
    lines_.reset();
    lines_failure_ = error.what();
  }
  lines_changes_ += outcome.changes;
  if (!outcome.ends_lines) return;
  lines_.reset();
  const std::string failure = std::exchange(lines_failure_, "");
  const size_t changes = std::exchange(lines_changes_, 0);
  if (failure.empty()) {
    SayChanges(path, changes);
  } else if (changes > 0) {
    failed_ = true;
    Say(fmt::format("{}: nothing was changed: {}", path, failure));
  }
}

void OutcomeWriter::SayChanges(const std::string& path, size_t changes) {
  if (changes == 0) return;
  Say(fmt::format("{}: made {} safe change{}", path, changes, changes == 1 ? "" : "s"));
}

void OutcomeWriter::Say(const std::string& message) {
  if (++messages_ <= kMostMessages) fmt::print(stderr, "{}\n", message);
}

}  // namespace amends

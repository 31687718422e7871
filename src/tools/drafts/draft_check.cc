#include "tools/drafts/draft_check.h"

#include <algorithm>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "amends/input/located_text.h"
#include "amends/input/mbox.h"
#include "amends/report/diff.h"
#include "amends/suggest/safe_edits.h"

namespace amends {
namespace {

using input::Conversation;
using input::RecordError;

constexpr int kMostRounds = 5;                    // of changes that make room for changes
constexpr size_t kLongestText = size_t{1} << 20;  // some 150,000 words

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

// The draft and what was found in it.
struct Checked {
  Conversation conversation;
  Result result;
};

class DraftChecker {
 public:
  DraftChecker(const DraftJob& job, const CheckPlan& plan, DraftOutcome& outcome)
      : job_(job), plan_(plan), outcome_(outcome) {}

  // Adds what is to be told about one draft; returns its bytes, mended.
  std::string Check(report::Place place, input::Format format, std::string bytes) {
    auto read = Read(format, bytes);
    if (const RecordError* error = std::get_if<RecordError>(&read)) {
      Tell(report::UnreadableDraft{place, error->code, error->message});
      return bytes;
    }
    Checked checked = std::get<Checked>(std::move(read));
    std::string mended = bytes;
    if (plan_.mending != Mending::kNone) Mend(place, format, checked, mended);
    if (plan_.mending != Mending::kDiff) {
      place.verbatim = IsVerbatim(checked.conversation, mended);
      const std::optional<input::LocatedText> located =
          place.verbatim ? std::nullopt : Locate(format, mended, checked);
      Tell(report::CheckedDraft{place, checked.conversation, checked.result,
                                located ? &*located : nullptr});
      return mended;
    }
    outcome_.totals.Add(
        report::CheckedDraft{place, checked.conversation, checked.result});
    return mended;
  }

  void Tell(report::UnreadableDraft draft) {
    outcome_.messages.push_back(MessageAbout(draft.place, draft.message));
    std::string item;
    plan_.format->append_unreadable(draft, plan_.style, item);
    Append(item);
    outcome_.totals.Add(std::move(draft));
  }

 private:
  std::variant<Checked, RecordError> Read(input::Format format,
                                          std::string_view bytes) const {
    auto read = input::Read(format, bytes);
    if (RecordError* error = std::get_if<RecordError>(&read)) return std::move(*error);
    Checked checked{std::get<Conversation>(std::move(read)), {}};
    if (checked.conversation.text.size() > kLongestText) {
      return RecordError{"size",
                         fmt::format("a text of {} MB is no draft; 1 MB is the most",
                                     (checked.conversation.text.size() >> 20) + 1)};
    }
    if (plan_.channel) checked.conversation.channel = *plan_.channel;
    checked.result = job_.engine->Check(checked.conversation, plan_.style.verbose);
    return checked;
  }

  // What was found afterwards stands in `checked`, unless nothing is to be written.
  void Mend(const report::Place& place, input::Format format, Checked& checked,
            std::string& bytes) {
    Checked last = checked;
    for (int round = 0; round < kMostRounds; ++round) {
      const suggest::SafeEdits safe = suggest::FindSafeEdits(last.result);
      if (safe.edits.empty()) break;
      std::optional<std::string> mended = Replaced(format, bytes, safe.edits);
      if (!mended) {
        TellUnmended(place);
        break;
      }
      auto read = Read(format, *mended);
      if (std::holds_alternative<RecordError>(read)) break;
      last = std::get<Checked>(std::move(read));
      bytes = std::move(*mended);
      outcome_.changes += safe.changes;
    }
    if (plan_.mending == Mending::kFix) checked = std::move(last);
  }

  bool MayNotWrite() const {
    return plan_.mending == Mending::kFix && !job_.why_not_mended.empty();
  }

  void TellUnmended(const report::Place& place) {
    outcome_.unwritable = MayNotWrite();
    const std::string why = MayNotWrite()
                                ? job_.why_not_mended
                                : "the safe changes cannot be written back into it";
    outcome_.messages.push_back(MessageAbout(place, "nothing was changed: " + why));
  }

  std::optional<std::string> Replaced(input::Format format, std::string_view bytes,
                                      const std::vector<Edit>& edits) const {
    if (MayNotWrite()) return std::nullopt;
    std::vector<input::Replacement> replacements;
    for (const Edit& edit : edits) replacements.push_back({edit.span, edit.insert});
    return input::ReplaceText(format, bytes, replacements);
  }

  // Where there is something to be shown in the file.
  std::optional<input::LocatedText> Locate(input::Format format, std::string_view bytes,
                                           const Checked& checked) const {
    const bool shown = !checked.result.findings.empty() || !checked.result.silent.empty();
    if (!shown || !plan_.format->shows_file) return std::nullopt;
    return input::LocateText(format, bytes, checked.conversation);
  }

  // Positions in the draft are positions in the file.
  static bool IsVerbatim(const Conversation& conversation, std::string_view bytes) {
    constexpr std::string_view kMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
    return bytes == conversation.text;
  }

  void Tell(const report::CheckedDraft& draft) {
    std::string item;
    plan_.format->append(draft, plan_.style, item);
    Append(item);
    outcome_.totals.Add(draft);
  }

  void Append(const std::string& item) {
    if (!outcome_.report.empty() && !item.empty())
      outcome_.report += plan_.format->between;
    outcome_.report += item;
  }

  const DraftJob& job_;
  const CheckPlan& plan_;
  DraftOutcome& outcome_;
};

void CheckLines(DraftChecker& checker, const DraftJob& job, DraftOutcome& outcome) {
  report::Place place = job.place;
  for (std::string_view rest = job.bytes; !rest.empty(); ++place.line) {
    const size_t size = std::min(rest.find('\n'), rest.size() - 1) + 1;
    const std::string_view whole = rest.substr(0, size);
    rest.remove_prefix(size);
    if (IsBlank(whole)) {
      outcome.bytes += whole;
      continue;
    }
    const size_t length = whole.ends_with('\n') ? whole.size() - 1 : whole.size();
    std::string line = checker.Check(place, input::Format::kRecord,
                                     std::string(whole.substr(0, length)));
    line += whole.substr(length);
    if (line != whole) outcome.diff += report::DiffOfLine(place.line, whole, line);
    outcome.bytes += line;
  }
}

// One draft for each mail.
void CheckMails(DraftChecker& checker, const DraftJob& job, DraftOutcome& outcome) {
  report::Place place = job.place;
  for (const input::MboxMail& mail : input::SplitMbox(job.bytes)) {
    place.line = mail.line;
    outcome.bytes += checker.Check(place, input::Format::kEmail, std::string(mail.bytes));
  }
}

bool IsSeveralMails(const DraftJob& job) {
  return job.format == input::Format::kMbox && input::SplitMbox(job.bytes).size() > 1;
}

std::string_view NameOf(input::Format format) {
  switch (format) {
    case input::Format::kEmail:
      return "an e-mail";
    case input::Format::kHtml:
      return "HTML";
    case input::Format::kMarkdown:
      return "Markdown";
    case input::Format::kRecord:
      return "a record";
    case input::Format::kJsonLines:
      return "records, one a line";
    case input::Format::kMbox:
      return "a mailbox";
    default:
      return "plain text";
  }
}

}  // namespace

std::string MessageAbout(const report::Place& place, const std::string& message) {
  std::string where = place.file.empty() ? "standard input" : place.file;
  if (place.line > 0) where += fmt::format(":{}", place.line);
  return fmt::format("{}: {}", where, message);
}

DraftOutcome CheckDraft(DraftJob job, const CheckPlan& plan) {
  DraftOutcome outcome;
  outcome.place = job.place;
  outcome.ends_lines = job.ends_lines;
  if (plan.style.verbose && !job.told_by.empty()) {
    outcome.messages.push_back(
        MessageAbout({job.place.file, 0, false},
                     fmt::format("read as {}: {}", NameOf(job.format), job.told_by)));
  }
  if (job.ends_lines) return outcome;
  DraftChecker checker(job, plan, outcome);
  if (job.failure) {
    outcome.lost = true;
    checker.Tell(
        report::UnreadableDraft{job.place, job.failure->code, job.failure->message});
  } else if (job.place.line > 0) {
    CheckLines(checker, job, outcome);
  } else {
    if (IsSeveralMails(job)) {
      CheckMails(checker, job, outcome);
    } else {
      outcome.bytes = checker.Check(job.place, job.format, job.bytes);
    }
    if (plan.mending == Mending::kDiff) {
      outcome.diff = report::DiffHunks(job.bytes, outcome.bytes);
    }
  }
  return outcome;
}

}  // namespace amends

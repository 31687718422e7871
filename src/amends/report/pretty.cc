#include "amends/report/pretty.h"

#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "amends/report/cells.h"
#include "amends/report/counted.h"
#include "amends/report/draft_positions.h"
#include "amends/report/excerpt.h"
#include "amends/report/ink.h"
#include "amends/report/positions.h"
#include "amends/report/proposal.h"
#include "amends/suggest/quote.h"

namespace amends::report {
namespace {

constexpr size_t kIndent = 2;
constexpr size_t kDeepIndent = 4;

Hue HueOf(pack::Severity severity) {
  constexpr std::array<Hue, 4> hues = {Hue::kCyan, Hue::kBlue, Hue::kYellow, Hue::kRed};
  return hues[static_cast<size_t>(severity)];
}

std::string TitleOf(const CheckedDraft& draft) {
  std::string title =
      draft.place.file.empty() ? "standard input" : OneLine(draft.place.file);
  if (draft.place.line > 0) title += fmt::format(":{}", draft.place.line);
  if (!draft.conversation.id.empty()) {
    title += fmt::format(" ({})", OneLine(draft.conversation.id));
  }
  return title;
}

// What is to be thought of before the words are used as they are.
std::string_view Reservation(pack::Applicability applicability, bool best) {
  switch (applicability) {
    case pack::Applicability::kSafe:
      return best ? "(--fix does this)" : "(safe)";
    case pack::Applicability::kConfirm:
      return "(if you can stand behind it)";
    case pack::Applicability::kFill:
      return "(fill in what is in [[ ]])";
    case pack::Applicability::kAdvice:
      break;
  }
  return "";
}

class DraftWriter {
 public:
  // `numbered`: with numbers before the suggestions that can be made.
  DraftWriter(const CheckedDraft& draft, const Style& style, bool numbered,
              std::string& out)
      : draft_(draft),
        positions_(draft.conversation.text),
        places_(draft),
        style_(style),
        numbered_(numbered),
        ink_(style.color),
        out_(out) {}

  void Write() {
    out_ += ink_(Hue::kBold, TitleOf(draft_)) + '\n';
    for (const std::string& note : draft_.result.notes) Paragraph("note: ", note);
    for (const Scope scope : {Scope::kText, Scope::kReply}) {
      for (const Finding& finding : draft_.result.findings) {
        if (finding.scope == scope) WriteFinding(finding);
      }
    }
    if (style_.verbose && !draft_.result.suppressed.empty()) WriteSuppressed();
    if (style_.verbose && !draft_.result.silent.empty()) WriteSilent();
  }

  void WriteFinding(const Finding& finding) {
    const Hue hue = HueOf(finding.severity);
    const Position at = places_.Of(finding.span).start;
    const std::string where = finding.scope == Scope::kReply
                                  ? "the whole reply"
                                  : fmt::format("{}:{}", at.line, at.column);
    out_ += fmt::format("\n{}  {}  {}\n", ink_(hue, NameOf(finding.severity)), where,
                        ink_(Hue::kDim, finding.rule->id));
    Paragraph("", finding.message);
    if (finding.scope == Scope::kText && !finding.span.empty()) {
      AppendExcerpt(
          positions_, finding.span,
          {.width = style_.width, .indent = kDeepIndent, .ink = ink_, .hue = hue}, out_);
    }
    if (!finding.rule->hears.empty()) {
      Paragraph("The customer hears: ", "“" + finding.rule->hears + "”");
    }
    if (style_.verbose) Paragraph("Why: ", finding.rule->why);
    size_t number = 0;
    for (const Suggestion& each : finding.suggestions) {
      const bool counted = numbered_ && !each.edits.empty();
      WriteSuggestion(each, counted ? fmt::format("{} → ", ++number) : "→ ",
                      !numbered_ && &each == &finding.suggestions.front());
    }
  }

 private:
  // What the project wants to be left alone.
  void WriteSuppressed() {
    out_ += '\n' + ink_(Hue::kBold, "Suppressed here") + '\n';
    for (const Suppressed& each : draft_.result.suppressed) {
      std::string why = each.by->reason;
      if (!each.by->until.empty()) why += fmt::format(" (until {})", each.by->until);
      Paragraph(
          each.finding.rule->id + "  ",
          fmt::format("{}: {}", PlaceOf(each.finding.scope, each.finding.span), why));
    }
  }

  // Why rules that had something to look at do not speak.
  void WriteSilent() {
    out_ += '\n' + ink_(Hue::kBold, "Silent here") + '\n';
    for (const Silent& silent : draft_.result.silent) {
      Paragraph(
          silent.rule->id + "  ",
          fmt::format("{}: {}.", PlaceOf(silent.scope, silent.span), silent.reason));
    }
  }

  std::string PlaceOf(Scope scope, const text::Span& span) {
    if (scope == Scope::kReply) return "the whole reply";
    const Position at = places_.Of(span).start;
    return fmt::format("{}:{} “{}”", at.line, at.column, Words(span));
  }

  void WriteSuggestion(const Suggestion& suggestion, const std::string& lead, bool best) {
    std::string words = suggestion.title;
    if (!suggestion.edits.empty()) {
      const std::string proposed = ProposedWords(draft_.conversation.text, suggestion);
      words += proposed.empty() ? " (leave it out)" : ": “" + proposed + "”";
    } else if (words.find_last_of(".!?") != words.size() - 1) {
      words += '.';
    }
    const std::string_view reservation = Reservation(suggestion.applicability, best);
    if (!reservation.empty()) words += fmt::format(" {}", reservation);
    Paragraph(lead, words, Hue::kGreen);
  }

  std::string Words(const text::Span& span) const {
    return suggest::Quote(
        std::string_view(draft_.conversation.text).substr(span.start, span.length()));
  }

  void Paragraph(std::string_view lead, std::string_view text, Hue hue = Hue::kDim) {
    const bool arrow = lead.ends_with("→ ");
    out_.append(kIndent, ' ');
    out_ += ink_(hue, lead);
    out_ += Wrap(OneLine(text), style_.width, kIndent + DisplayWidth(lead),
                 arrow ? kDeepIndent : kIndent);
    out_ += '\n';
  }

  const CheckedDraft& draft_;
  Positions positions_;    // in the draft
  DraftPositions places_;  // in the file
  const Style& style_;
  bool numbered_;
  Ink ink_;
  std::string& out_;
};

std::string Counts(const Totals& totals) {
  constexpr pack::Severity kGravestFirst[] = {
      pack::Severity::kError, pack::Severity::kWarning, pack::Severity::kInfo,
      pack::Severity::kHint};
  std::vector<std::string> counts;
  for (const pack::Severity severity : kGravestFirst) {
    const size_t count = totals.Of(severity);
    if (count == 0) continue;
    counts.push_back(severity == pack::Severity::kInfo
                         ? fmt::format("{} info", count)
                         : Counted(count, NameOf(severity)));
  }
  return fmt::format("{}", fmt::join(counts, ", "));
}

// What to do about one draft with findings.
std::string Advice(const Totals& totals) {
  const size_t errors = totals.Of(pack::Severity::kError);
  if (errors > 0) {
    return errors == 1 ? "Fix the error before sending" : "Fix the errors before sending";
  }
  return totals.Of(pack::Severity::kWarning) > 0 ? "Worth another look before sending"
                                                 : "Good to send as it is";
}

std::string SafeChanges(const Totals& totals, const Style& style) {
  if (totals.safe_changes == 0 || style.fix_command.empty()) return ".";
  return fmt::format("; `{}` makes the {}.", style.fix_command,
                     totals.safe_changes == 1
                         ? "1 safe change"
                         : fmt::format("{} safe changes", totals.safe_changes));
}

std::string SummaryOfOne(const Totals& totals, const Style& style) {
  if (totals.empty > 0) return "There is nothing to check.";
  if (totals.with_findings > 0) {
    return fmt::format("{}. {}{}", Counts(totals), Advice(totals),
                       SafeChanges(totals, style));
  }
  return totals.only_notes > 0 ? "Nothing found; see the note above."
                               : "Nothing to mend. Good to send.";
}

// For a sentence of its own behind the others.
std::string SuppressedCount(const Totals& totals) {
  if (totals.suppressed == 0) return "";
  return fmt::format(" ({} suppressed by amends.json.)", totals.suppressed);
}

bool ShowsNotesAlone(const Style& style) { return !style.many || style.verbose; }

std::string SummaryOfMany(const Totals& totals, const Style& style) {
  std::string rest;
  if (totals.only_notes > 0 && !ShowsNotesAlone(style)) {
    rest += fmt::format(
        " -v shows the notes on {}.",
        Counted(totals.only_notes, totals.with_findings > 0 ? "other draft" : "draft"));
  }
  if (totals.unreadable > 0) {
    rest += fmt::format(" {} could not be read.", totals.unreadable);
  }
  if (totals.with_findings == 0) {
    return fmt::format("{}: nothing to mend.{}", Counted(totals.drafts, "draft"), rest);
  }
  return fmt::format("{}, {} with something to mend: {}. {}{}{}",
                     Counted(totals.drafts, "draft"), totals.with_findings,
                     Counts(totals), Advice(totals), SafeChanges(totals, style), rest);
}

}  // namespace

void AppendPretty(const CheckedDraft& draft, const Style& style, std::string& out) {
  const bool notes = !draft.result.notes.empty() && ShowsNotesAlone(style);
  const bool more =
      style.verbose && !(draft.result.silent.empty() && draft.result.suppressed.empty());
  if (draft.result.findings.empty() && !notes && !more) return;
  DraftWriter(draft, style, false, out).Write();
}

void AppendNumbered(const CheckedDraft& draft, const Finding& finding, const Style& style,
                    std::string& out) {
  DraftWriter(draft, style, true, out).WriteFinding(finding);
}

std::string PrettySummary(const Totals& totals, const Style& style) {
  if (totals.drafts == 0) {
    return totals.unreadable > 0 ? "" : "There is nothing to check.\n";
  }
  const bool something_above =
      totals.with_findings > 0 || (totals.only_notes > 0 && ShowsNotesAlone(style));
  const std::string summary =
      style.many ? SummaryOfMany(totals, style) : SummaryOfOne(totals, style);
  return (something_above ? "\n" : "") +
         Wrap(summary + SuppressedCount(totals), style.width, 0, 0) + '\n';
}

}  // namespace amends::report

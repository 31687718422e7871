#include "tools/amends/repair.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

#include "amends/suggest/blanks.h"
#include "amends/suggest/proof.h"

namespace amends {
namespace {

// Where a stretch that no edit cuts through lies after the edits.
text::Span Moved(text::Span span, std::span<const Edit> edits) {
  const uint32_t start = suggest::PlaceAfter(span.start, edits);
  return {start, start + span.length()};
}

}  // namespace

Repair::Repair(const Engine& engine, input::Format format, std::string bytes)
    : engine_(engine), format_(format), now_{std::move(bytes), {}, 0} {
  Check();
}

const Finding* Repair::current() const {
  for (const Scope scope : {Scope::kText, Scope::kReply}) {
    for (const Finding& finding : result_.findings) {
      if (finding.scope == scope && !IsSkipped(finding)) return &finding;
    }
  }
  return nullptr;
}

bool Repair::Take(const Suggestion& suggestion, std::span<const std::string> blanks) {
  return Change(suggest::Fill(suggestion.edits, blanks));
}

bool Repair::Replace(std::string words) {
  const Edit edit{current()->span, std::move(words)};
  return Change({&edit, 1});
}

void Repair::Skip(std::string reason) {
  const Finding& finding = *current();
  before_.push_back(now_);
  now_.skipped.push_back({finding.rule, finding.scope, finding.span, finding.fingerprint,
                          std::move(reason)});
}

bool Repair::Undo() {
  if (before_.empty()) return false;
  now_ = std::move(before_.back());
  before_.pop_back();
  Check();
  return true;
}

size_t Repair::left() const {
  return static_cast<size_t>(std::ranges::count_if(
      result_.findings, [&](const Finding& finding) { return !IsSkipped(finding); }));
}

bool Repair::IsSkipped(const Finding& finding) const {
  return std::ranges::any_of(now_.skipped, [&](const Skipped& skipped) {
    const bool whole = finding.scope == Scope::kReply;
    return skipped.rule == finding.rule && skipped.scope == finding.scope &&
           (whole || skipped.span.overlaps(finding.span));
  });
}

bool Repair::Change(std::span<const Edit> edits) {
  std::vector<input::Replacement> replacements;
  for (const Edit& edit : edits) replacements.push_back({edit.span, edit.insert});
  std::optional<std::string> bytes =
      input::ReplaceText(format_, now_.bytes, replacements);
  const bool readable =
      bytes && std::holds_alternative<input::Conversation>(input::Read(format_, *bytes));
  if (!readable) return false;
  before_.push_back(now_);
  now_.bytes = std::move(*bytes);
  ++now_.changes;
  for (Skipped& skipped : now_.skipped) skipped.span = Moved(skipped.span, edits);
  Check();
  return true;
}

void Repair::Check() {
  auto read = input::Read(format_, now_.bytes);
  conversation_ = std::get<input::Conversation>(std::move(read));
  result_ = engine_.Check(conversation_);
}

}  // namespace amends

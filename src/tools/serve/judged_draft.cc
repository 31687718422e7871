#include "tools/serve/judged_draft.h"

#include "tools/serve/field_bytes.h"

namespace amends::serve {
namespace {

template <typename Value>
int64_t Number(Value value) {
  return static_cast<int64_t>(value);
}

// Takes the facts apart, so that a new one cannot be forgotten here.
void AddFacts(const input::Facts& facts, FieldBytes& fields) {
  const auto& [company_at_fault, severity, failure, failure_kind, minutes_since_report,
               repeat_failures, apology_accepted, handled_by, first_reply, alert_sent,
               resolved, already_known] = facts;
  fields.Add(company_at_fault)
      .Add(severity)
      .Add(failure)
      .Add(failure_kind)
      .Add(repeat_failures)
      .Add(apology_accepted)
      .Add(handled_by)
      .Add(first_reply)
      .Add(alert_sent)
      .Add(resolved)
      .Add(Number(already_known.size()));
  for (const std::string& known : already_known) fields.Add(known);
}

}  // namespace

std::string BytesOfDraft(const JudgedDraft& draft) {
  const input::Conversation& conversation = draft.conversation;
  FieldBytes fields;
  fields.Add(draft.written)
      .Add(conversation.text)
      .Add(conversation.id)
      .Add(Number(conversation.channel))
      .Add(Number(conversation.kind))
      .Add(Number(conversation.markup))
      .Add(Number(conversation.whole))
      .Add(Number(conversation.context.size()));
  for (const input::Turn& turn : conversation.context) {
    fields.Add(Number(turn.role)).Add(turn.text).Add(turn.at);
  }
  AddFacts(conversation.facts, fields);
  return fields.bytes();
}

std::string BytesOfJudgement(const JudgedDraft& draft) {
  FieldBytes fields;
  fields.Add(draft.engine.pack().digest)
      .Add(draft.engine.profile())
      .Add(Number(draft.action))
      .Add(Number(draft.result.findings.size()));
  for (const Finding& finding : draft.result.findings) {
    fields.Add(finding.rule->id)
        .Add(Number(finding.severity))
        .Add(Number(finding.span.start))
        .Add(Number(finding.span.end));
  }
  return fields.bytes();
}

}  // namespace amends::serve

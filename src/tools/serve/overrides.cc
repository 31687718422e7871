#include "tools/serve/overrides.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <variant>

#include "amends/input/occasion.h"
#include "amends/report/checked_draft.h"
#include "tools/serve/field_bytes.h"

namespace amends::serve {
namespace {

namespace fs = std::filesystem;

fs::path KeyBeside(const fs::path& file) {
  fs::path key = file;
  key += ".key";
  return key;
}

// Each rule once for each severity, with how often it was found.
std::vector<OverriddenRule> RulesOf(const Result& result) {
  std::vector<OverriddenRule> rules;
  for (const Finding& finding : result.findings) {
    const OverriddenRule one{finding.rule->id,
                             std::string(report::NameOf(finding.severity)), 1};
    const auto found = std::ranges::find_if(rules, [&](const OverriddenRule& other) {
      return other.rule == one.rule && other.severity == one.severity;
    });
    if (found == rules.end()) {
      rules.push_back(one);
    } else {
      ++found->count;
    }
  }
  return rules;
}

}  // namespace

Overrides::Overrides(const Options& options)
    : store_(options.file, options.patience),
      key_(OverrideKey::In(KeyBeside(options.file))),
      tokens_(key_, options.lifetime),
      clock_(options.clock ? options.clock : UtcNow) {}

std::string Overrides::BytesFor(const JudgedDraft& draft) const {
  return FieldBytes().Add(BytesOfDraft(draft)).Add(BytesOfJudgement(draft)).bytes();
}

std::string Overrides::TokenFor(const JudgedDraft& draft) const {
  return tokens_.Give(BytesFor(draft), clock_());
}

Override Overrides::RecordOf(const JudgedDraft& draft, UtcTime now) const {
  const input::Conversation& conversation = draft.conversation;
  Override one;
  one.time = TextOf(now);
  one.decision = presend::NameOf(draft.action);
  one.channel = input::kChannelWords[static_cast<size_t>(conversation.channel)];
  one.kind = input::kKindWords[static_cast<size_t>(conversation.kind)];
  one.profile = draft.engine.profile();
  one.digest = draft.engine.pack().digest;
  one.draft = key_.HexOf(OverrideKey::Use::kDraft, BytesOfDraft(draft));
  if (!conversation.id.empty()) {
    one.record = key_.HexOf(OverrideKey::Use::kRecordId, conversation.id);
  }
  one.rules = RulesOf(draft.result);
  return one;
}

Outcome Overrides::Use(const OverrideRequest& request, const JudgedDraft& draft,
                       const std::string& client) {
  const UtcTime now = clock_();
  const auto nonce = tokens_.NonceOf(request.token, BytesFor(draft), now);
  if (const auto* fault = std::get_if<TokenFault>(&nonce)) {
    return *fault == TokenFault::kExpired ? Outcome::kExpired : Outcome::kForeign;
  }
  Override one = RecordOf(draft, now);
  one.client = client;
  one.reason = request.reason;
  return store_.Keep(std::get<std::string>(nonce), one) ? Outcome::kKept : Outcome::kUsed;
}

fs::path DefaultOverridesFile() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state != nullptr && fs::path(state).is_absolute()) {
    return fs::path(state) / "amends/overrides.db";
  }
  const char* home = std::getenv("HOME");
  if (home == nullptr || *home == '\0') return {};
  return fs::path(home) / ".local/state/amends/overrides.db";
}

}  // namespace amends::serve

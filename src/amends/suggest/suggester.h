// Findings to edits: the suggestions of a rule, with the words of the draft put in.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/conversation/reading.h"
#include "amends/match/program.h"
#include "amends/pack/pack.h"
#include "amends/result.h"
#include "amends/rules/rulebook.h"

namespace amends::suggest {

// What a template may speak of: one match in one turn; without a match a finding about the
// whole reply.
struct Matched {
  const rules::Rulebook* rulebook = nullptr;
  const conversation::Reading* turn = nullptr;
  const match::Match* match = nullptr;
  const match::Program* program = nullptr;
};

// The words of a capture (or of the match, for "match"), taken outwards to whole words of the
// source; nothing where it did not match.
std::optional<match::Range> WordsOf(const Matched& matched, std::string_view name);

// The message of a rule: {match} and captures as the draft has them, on one line, a long one
// shortened in the middle; a capture that did not match is the match. Valid UTF-8.
std::string RenderMessage(std::string_view message, const Matched& matched);

// Nothing where the suggestion needs what did not match, or would change nothing. An edit stays
// within the sentence of the match.
std::optional<Suggestion> Render(const pack::Suggest& suggest, const Matched& matched);

}  // namespace amends::suggest

// Findings as clients underline them: a stretch of the text with markup, what to say of
// it, and what may stand in its place.
#pragma once

#include <string>
#include <vector>

#include "amends/languagetool/request.h"
#include "amends/languagetool/rewrite.h"
#include "amends/result.h"
#include "amends/text/span.h"

namespace amends::languagetool {

struct Match {
  const Finding* finding = nullptr;
  text::Span span;  // bytes of MarkedText::source
  std::string message;
  std::vector<Alternative> alternatives;  // the best first
};

// The findings that the request wants, by start, then the gravest first. Result is that
// of the request's conversation and must outlive the matches.
//
// A client has one stretch a match and replaces all of it. So a match reaches over its
// finding and over what the best suggestion changes. Where none can be offered so, the
// message tells in words what to do. Stretches that
// have alternatives never overlap, so that all of them may be replaced at once: of two
// the graver has them, and the other is only its finding.
std::vector<Match> MatchesOf(const CheckRequest& request, const Result& result);

}  // namespace amends::languagetool

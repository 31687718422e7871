// A draft as HTML with its findings marked in place: for the coach's page and for the
// page of the service.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/result.h"

namespace amends::report {

// Text that means nothing to HTML, in an element or in a quoted attribute. Bytes that are
// no UTF-8, and characters that HTML may not hold, become U+FFFD.
std::string EscapedHtml(std::string_view text);

// Whether a finding is about words that can be marked in the text, not the whole reply.
bool IsMarked(const Finding& finding, std::string_view text);

// The draft in a <div class="draft">, its line breaks kept by the style. Where findings
// overlap, each stretch is marked once, as the gravest of them:
//   <mark class="error" data-finding="1 3">, the numbers being places in result.findings
//   from 1, followed by a reference <sup id="mark-1"> where a finding ends, which leads
//   to an element with the id finding-1.
// Findings about the whole reply are not in it. What `blocks` say is not the writer's own
// is in <span class="quiet">; a long thread at the end is folded in <details>.
std::string AnnotatedHtml(std::string_view text, const std::vector<Finding>& findings,
                          const std::vector<input::Block>& blocks = {});

}  // namespace amends::report

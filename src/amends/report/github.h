// Workflow commands of GitHub Actions: a line a finding, shown beside the line of the
// draft.
#pragma once

#include <string>

#include "amends/report/checked_draft.h"
#include "amends/report/style.h"

namespace amends::report {

void AppendGithub(const CheckedDraft& draft, const Style& style, std::string& out);
void AppendGithub(const UnreadableDraft& draft, const Style& style, std::string& out);

}  // namespace amends::report

// The result as JSON (docs/check.md): what programs read, the same from every front
// end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "amends/input/conversation.h"
#include "amends/report/checked_draft.h"
#include "amends/report/json_text.h"
#include "amends/result.h"

namespace amends::report {

struct JsonStyle {
  JsonLayout layout = JsonLayout::kLine;
  int depth = 0;          // how deep the object lies already, for the indentation
  std::string_view file;  // a key of its own, unless it is empty
};

// "pass", "warn", "block".
std::string_view NameOf(Verdict verdict);

// One object, without a line feed after it. Keys that are not known are absent.
void AppendJson(const input::Conversation& conversation, const Result& result,
                const JsonStyle& style, std::string& out);

// The list of findings as it stands in that object.
void AppendFindings(const input::Conversation& conversation, const Result& result,
                    JsonText& json);

// {"line": N, "error": {"code": …, "message": …}}, with the file where there is no line.
void AppendJson(const UnreadableDraft& draft, const JsonStyle& style, std::string& out);

}  // namespace amends::report

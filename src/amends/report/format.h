// The formats by name. A report is: begin, then for each draft in the order of the input
// what `append` wrote, with `between` between two that are not empty, then end. Appending
// is pure, so drafts may be written on several threads and put together afterwards.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "amends/report/checked_draft.h"
#include "amends/report/style.h"

namespace amends::report {

struct Format {
  std::string_view name;
  std::string_view summary;
  std::string (*begin)(const Style&);
  void (*append)(const CheckedDraft&, const Style&, std::string& out);
  void (*append_unreadable)(const UnreadableDraft&, const Style&, std::string& out);
  std::string_view between;
  std::string (*end)(const Totals&, const Style&);
  bool shows_file;  // positions are those of the file, so `located` is of use
};

std::span<const Format> Formats();

// Null if there is none of that name.
const Format* FindFormat(std::string_view name);

}  // namespace amends::report

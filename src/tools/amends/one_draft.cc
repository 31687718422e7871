#include "tools/amends/one_draft.h"

#include <string>

namespace amends {

std::variant<input::Conversation, input::RecordError> ReadOne(const DraftJob& job,
                                                              std::string_view because) {
  if (job.failure) return *job.failure;
  if (job.place.line > 0 || job.ends_lines) {
    return input::RecordError{"format",
                              std::string(because) + ", and this file holds several"};
  }
  return input::Read(job.format, job.bytes);
}

}  // namespace amends

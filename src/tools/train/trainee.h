// Who is to train.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "amends/training/progress.h"
#include "tools/train/desk.h"

namespace amends {

struct TraineeRequest {
  std::string name = {};                 // empty: to be found out
  std::optional<std::string> team = {};  // not given: any, and none for somebody new
  bool may_ask = false;                  // there is somebody at the desk who can be asked
  int64_t now = 0;
};

// The person of that name; without one the only person there is, or who is chosen; else
// somebody new. Nothing if they leave. Throws ProgressError.
std::optional<training::Person> FindTrainee(training::Progress& progress, Desk& desk,
                                            const TraineeRequest& request);

// $USER, else “me”.
std::string LoginName();

}  // namespace amends

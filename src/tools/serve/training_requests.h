// What is asked of the routes of training, read from the JSON of requests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "amends/training/exercise.h"
#include "amends/training/progress_entries.h"
#include "amends/training/trainer.h"
#include "tools/serve/failure.h"

namespace amends::serve {

inline constexpr size_t kMostReplies = 60;         // of a role-play
inline constexpr size_t kLongestReply = 4'000;     // code points
inline constexpr size_t kLargestAnswer = 256'000;  // bytes of a request

struct JudgeRequest {
  training::Answer answer;
  std::string person;   // an id; empty: the answer is judged and not kept
  std::string attempt;  // an id; the same twice is kept once
  std::string set;      // an id; empty: for none
  training::Effort effort;
  bool decided = false;  // the writer has said whether what was not seen is there
  uint64_t seed = 0;     // of a role-play
};
std::variant<JudgeRequest, Failure> ReadJudge(std::string_view body,
                                              training::ExerciseKind kind);

struct PlayRequest {
  uint64_t seed = 0;
  std::vector<std::string> replies;
};
std::variant<PlayRequest, Failure> ReadPlay(std::string_view body);

struct PersonRequest {
  std::string name;  // tidy
  std::string team;
};
std::variant<PersonRequest, Failure> ReadPerson(std::string_view body);

struct NextWish {
  std::optional<training::ExerciseSet> set;  // as the client carries it
  bool ahead = false;
};
std::variant<NextWish, Failure> ReadNextWish(std::string_view body);

}  // namespace amends::serve

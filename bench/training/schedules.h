// What decides which rule comes next, for a study that compares them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

namespace amends::study {

class Schedule {
 public:
  virtual ~Schedule() = default;
  virtual void BeginDay() {}
  // The rule to ask for now (days); nothing if it has nothing to ask for.
  virtual std::optional<size_t> Next(double day) = 0;
  // The chance that it gives to the rule that it has just asked for, if it believes one.
  virtual std::optional<double> Belief() const { return std::nullopt; }
  virtual void Told(size_t rule, double day, bool passed) = 0;
};

struct ScheduleKind {
  std::string_view name;
  std::unique_ptr<Schedule> (*make)(uint64_t seed);
};

std::unique_ptr<Schedule> MakeAgenda(uint64_t seed);
std::unique_ptr<Schedule> MakeAgendaThatStops(uint64_t seed);  // not going ahead
std::unique_ptr<Schedule> MakeHardestFirst(uint64_t seed);     // as it was before
std::unique_ptr<Schedule> MakeCourse(uint64_t seed);
std::unique_ptr<Schedule> MakeBook(uint64_t seed);
std::unique_ptr<Schedule> MakeRandom(uint64_t seed);
std::unique_ptr<Schedule> MakeBoxes(uint64_t seed);

}  // namespace amends::study

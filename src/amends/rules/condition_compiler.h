// Written conditions to compiled ones: names to detectors, parameters and switches to
// what they are on each occasion.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "amends/input/occasion.h"
#include "amends/pack/loader.h"
#include "amends/rules/condition.h"
#include "amends/rules/detector_list.h"
#include "amends/rules/settings.h"

namespace amends::rules {

class ConditionCompiler {
 public:
  // What is wrong is added to `problems`. All must outlive the compiler.
  ConditionCompiler(const pack::Loaded& loaded, const Settings& settings,
                    DetectorList& list, std::vector<pack::Problem>& problems)
      : loaded_(loaded), settings_(settings), list_(list), problems_(problems) {}

  // The conditions of the detector of that number.
  std::vector<Condition> CompileConditions(const std::vector<pack::Condition>& written,
                                           uint32_t number);
  // The detectors that are named; what is found elsewhere than `where` looks is an error.
  std::vector<uint32_t> CompileIds(const std::vector<std::string>& ids,
                                   const std::function<pack::Origin(size_t)>& origin_of,
                                   uint32_t number, pack::Within::Where where);

 private:
  Condition CompileCondition(const pack::Condition& written, uint32_t number);
  Condition ByOccasion(const pack::Condition& written, const Detector& detector,
                       Condition condition) const;
  std::array<double, 3> NumbersOf(const pack::Condition& written,
                                  const Detector& detector,
                                  input::Occasion occasion) const;
  void ReportUnreachable(const std::string& id, const pack::Origin& origin,
                         bool customer);
  void Report(const pack::Origin& origin, std::string message, std::string hint);

  const pack::Loaded& loaded_;
  const Settings& settings_;
  DetectorList& list_;
  std::vector<pack::Problem>& problems_;
};

}  // namespace amends::rules

// The detectors of a pack in the order in which they are asked, and by name.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "amends/match/lexicon.h"
#include "amends/pack/loader.h"
#include "amends/rules/detector.h"

namespace amends::rules {

// The moves between which a reply says what it has to say.
inline constexpr const char* kGreeting = "N.greet";
inline constexpr const char* kClosing = "N.close";

// The written conditions of a detector; a class or a reading has none.
const std::vector<pack::Condition>& WhereOf(const Detector& detector);
// Where the item of the ids that a condition names stands, and of those it holds them
// against.
pack::Origin OriginOfId(const pack::Condition& condition, size_t item);
pack::Origin OriginOfOver(const pack::Condition& condition, size_t item);
// The reading of failure or of the case.
bool IsReading(const Detector& detector);
// "loss-verb" of "{loss-verb~past}".
std::string ClassOf(std::string_view id);

class DetectorList {
 public:
  // Fills `detectors`: their conditions and phrases are compiled by others. What is wrong
  // is added to `problems`. All must outlive the list.
  DetectorList(const pack::Loaded& loaded, const match::Lexicon& lexicon,
               std::vector<Detector>& detectors, std::vector<pack::Problem>& problems);

  const Detector& at(uint32_t number) const { return detectors_[number]; }
  // Those of this id, or of ids that go on with a dot.
  std::vector<uint32_t> Named(std::string_view id) const;
  // Where a condition names the class first.
  const pack::Origin& OriginOfClass(const std::string& id) const {
    return class_origins_.at(id);
  }
  // Whether an entry of such an id was reported and left out.
  bool IsLeftOut(std::string_view id) const;
  void ReportUnknown(const std::string& id, const pack::Origin& origin);

 private:
  void ListDetectors();
  void ListClasses(const std::vector<pack::Condition>& conditions);
  uint32_t AddReading(Detector::Kind kind, std::string id);
  void AddClass(const std::string& id, const pack::Origin& origin);
  void SortDetectors();
  void AddMoves(bool (*tells)(std::string_view id), std::vector<uint32_t>& needs) const;
  std::vector<uint32_t> NeedsOf(uint32_t detector);
  void AddNeeds(const std::vector<pack::Condition>& conditions, const Detector& of,
                std::vector<uint32_t>& needs);
  void ReportCircle(const Detector& one, const Detector& other);
  void Report(const pack::Origin& origin, std::string message, std::string hint);

  const pack::Loaded& loaded_;
  const match::Lexicon& lexicon_;
  std::vector<Detector>& detectors_;
  std::vector<pack::Problem>& problems_;
  std::map<std::string, uint32_t, std::less<>> numbers_;  // of moves, rules and classes
  std::map<std::string, pack::Origin> class_origins_;
  uint32_t failure_ = 0;  // their numbers
  uint32_t case_ = 0;
};

}  // namespace amends::rules

#include <string_view>
#include <utility>

#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

constexpr std::pair<std::string_view, Step> kSteps[] = {{"care", Step::kCare},
                                                        {"apologise", Step::kApologise},
                                                        {"review", Step::kReview},
                                                        {"fix", Step::kFix},
                                                        {"document", Step::kDocument}};
constexpr std::pair<std::string_view, Asked> kAsked[] = {{"never", Asked::kNever},
                                                         {"failure", Asked::kFailure},
                                                         {"feeling", Asked::kFeeling},
                                                         {"always", Asked::kAlways}};
constexpr std::pair<std::string_view, Measure> kMeasures[] = {
    {"pairs", Measure::kPairs},
    {"words", Measure::kWords},
    {"particulars", Measure::kParticulars},
    {"echo", Measure::kEcho}};
constexpr TextForm kRuleId{
    .longest = 100, .right = IsRuleId, .described = "the id of a rule is family/name"};
constexpr double kMost = 100;

// A number from 0 to 100.
double ReadPoints(Object& object, std::string_view key, bool needed) {
  const auto found = object.Get(key, needed);
  return found ? ReadNumber(*found, 0, kMost).value_or(0) : 0;
}

}  // namespace

Element ReadElement(Object& object, const EntryHead& head) {
  const bool whole = head.whole();
  Element read;
  read.id = head.id;
  read.origin = object.cursor().origin();
  if (const auto step = object.Get("step", whole)) {
    read.step = ReadChoice<Step>(*step, kSteps).value_or(Step::kCare);
  }
  if (const auto asked = object.Get("asked", whole)) {
    read.asked = ReadChoice<Asked>(*asked, kAsked).value_or(Asked::kNever);
  }
  if (const auto measure = object.Find("measure")) {
    read.measure = ReadChoice<Measure>(*measure, kMeasures).value_or(Measure::kNone);
    read.enough = ReadPoints(object, "enough", true);
  }
  read.words = object.Texts("words", false, {.longest = 100});
  read.moves = object.Texts("moves", whole && read.measure == Measure::kNone,
                            {.longest = 100,
                             .right = IsMoveId,
                             .described = "the id of a move is like G.apology.I"});
  read.spoilt_by = object.Texts("spoilt_by", false, kRuleId);
  read.rules = object.Texts("rules", false, kRuleId);
  read.faults = object.Texts("faults", false,
                             {.longest = 100,
                              .right = IsRuleOrFamily,
                              .described = "write a family or the id of a rule"});
  read.points = ReadPoints(object, "points", whole);
  read.place = ReadPoints(object, "place", whole);
  read.name = object.Text("name", whole, {.longest = 100});
  read.praise = object.Text("praise", whole, kSentence);
  read.ask = object.Text("ask", whole, kSentence);
  read.outline = object.Text("outline", false, kSentence);
  read.source = object.Texts("source", false, kSentence);
  object.Finish();
  return read;
}

}  // namespace amends::pack

#include "amends/rules/condition_compiler.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;

uint32_t Bits(const std::vector<std::string>& values,
              std::span<const std::string_view> words) {
  uint32_t bits = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (std::ranges::find(values, words[i]) != values.end()) bits |= 1U << i;
  }
  return bits;
}

// In the order of the enumerations they name.
constexpr std::string_view kAnswers[] = {"unknown", "no", "yes"};
constexpr std::string_view kSubjects[] = {"none", "i",     "we",
                                          "you",  "third", "imperative"};

// A bit for each occasion of which it is true.
uint32_t Occasions(const std::function<bool(input::Occasion)>& is_so) {
  uint32_t bits = 0;
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    if (is_so(input::Occasion::At(i))) bits |= 1U << i;
  }
  return bits;
}

bool Names(const pack::Condition& condition, std::string_view word) {
  return std::ranges::find(condition.values, word) != condition.values.end();
}

}  // namespace

std::vector<Condition> ConditionCompiler::CompileConditions(
    const std::vector<pack::Condition>& written, uint32_t number) {
  std::vector<Condition> conditions;
  conditions.reserve(written.size());
  for (const pack::Condition& each : written)
    conditions.push_back(CompileCondition(each, number));
  return conditions;
}

Condition ConditionCompiler::CompileCondition(const pack::Condition& written,
                                              uint32_t number) {
  const Detector& detector = list_.at(number);
  Condition condition;
  condition.kind = written.kind;
  condition.within = written.within;
  condition.flag = written.flag;
  condition.fact = written.fact;
  condition.parts = CompileConditions(written.parts, number);
  switch (written.kind) {
    case Kind::kAny:
    case Kind::kNone:
    case Kind::kCount:
    case Kind::kRatio:
    case Kind::kFirst:
      condition.ids = CompileIds(
          written.ids, [&](size_t i) { return OriginOfId(written, i); }, number,
          written.within.where);
      condition.over = CompileIds(
          written.over, [&](size_t i) { return OriginOfOver(written, i); }, number,
          written.within.where);
      break;
    case Kind::kFirstSentence:
      condition.ids = list_.Named(kGreeting);
      break;
    case Kind::kDetail:
      condition.ids = list_.Named(kGreeting);
      condition.over = list_.Named(kClosing);
      condition.values = written.values.empty() ? 0 : 1;
      break;
    case Kind::kSubject:
      condition.values = Bits(written.values, kSubjects);
      break;
    case Kind::kFailure:
    case Kind::kFault:
    case Kind::kAccepted:
    case Kind::kRepeated:
    case Kind::kOverdue:
    case Kind::kFact:
      condition.values = Bits(written.values, kAnswers);
      break;
    case Kind::kRecordKind:
      condition.values = Occasions([&](input::Occasion occasion) {
        return Names(written, input::kKindWords[static_cast<size_t>(occasion.kind)]);
      });
      break;
    case Kind::kChannel:
      condition.values = Occasions([&](input::Occasion occasion) {
        return Names(written,
                     input::kChannelWords[static_cast<size_t>(occasion.channel)]);
      });
      break;
    case Kind::kSwitch:
      condition.values = Occasions([&](input::Occasion occasion) {
        return Names(written, settings_.Switch(written.name, occasion));
      });
      break;
    default:
      break;
  }
  return ByOccasion(written, detector, std::move(condition));
}

// The condition with its numbers. Where these differ, one of several: each with the
// occasions that it is for.
Condition ConditionCompiler::ByOccasion(const pack::Condition& written,
                                        const Detector& detector,
                                        Condition condition) const {
  std::map<std::array<double, 3>, uint32_t> occasions;
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    occasions[NumbersOf(written, detector, input::Occasion::At(i))] |= 1U << i;
  }
  Condition one_of;
  one_of.kind = Kind::kOr;
  for (const auto& [numbers, bits] : occasions) {
    condition.at_least = numbers[0];
    condition.at_most = numbers[1];
    condition.ratio = numbers[2];
    if (occasions.size() == 1) break;
    Condition& both = one_of.parts.emplace_back();
    both.kind = Kind::kHolds;
    both.at_least = 2;
    Condition& when = both.parts.emplace_back();
    when.kind = Kind::kChannel;
    when.values = bits;
    both.parts.push_back(condition);
  }
  return occasions.size() == 1 ? condition : one_of;
}

// at_least, at_most and ratio.
std::array<double, 3> ConditionCompiler::NumbersOf(const pack::Condition& written,
                                                   const Detector& detector,
                                                   input::Occasion occasion) const {
  const auto value = [&](const std::optional<pack::Number>& number, double otherwise) {
    if (!number) return otherwise;
    if (const double* plain = std::get_if<double>(&*number)) return *plain;
    const std::string name = std::get<std::string>(*number).substr(1);
    return detector.rule == nullptr ? 0
                                    : settings_.Parameter(*detector.rule, name, occasion);
  };
  const Condition unbound;
  return {value(written.at_least, unbound.at_least),
          value(written.at_most, unbound.at_most), value(written.ratio, unbound.ratio)};
}

std::vector<uint32_t> ConditionCompiler::CompileIds(
    const std::vector<std::string>& ids,
    const std::function<pack::Origin(size_t)>& origin_of, uint32_t number,
    pack::Within::Where where) {
  using Where = pack::Within::Where;
  const bool customer = list_.at(number).customer
                            ? where != Where::kThread && where != Where::kEarlier
                            : where == Where::kCustomer || where == Where::kCustomerLast;
  std::set<uint32_t> all;
  for (size_t i = 0; i < ids.size(); ++i) {
    const std::string& id = ids[i];
    if (id == "self") {
      all.insert(number);
      const bool remote = where == Where::kThread || where == Where::kEarlier ||
                          where == Where::kCustomer || where == Where::kCustomerLast;
      if (remote) {
        Report(origin_of(i), "“self” is known in its own turn only",
               "make its patterns a move, and ask for that");
      }
      continue;
    }
    const std::vector<uint32_t> named = list_.Named(id);
    all.insert(named.begin(), named.end());
    const bool reached = std::ranges::any_of(named, [&](uint32_t each) {
      const Detector& detector = list_.at(each);
      return detector.kind == Detector::Kind::kClass || detector.customer == customer;
    });
    if (named.empty()) list_.ReportUnknown(id, origin_of(i));
    if (!named.empty() && !reached) ReportUnreachable(id, origin_of(i), customer);
  }
  return {all.begin(), all.end()};
}

void ConditionCompiler::ReportUnreachable(const std::string& id,
                                          const pack::Origin& origin, bool customer) {
  if (customer) {
    Report(origin, "“" + id + "” is not looked for in the customer's turns",
           "moves of the customer have ids like C.complaint");
  } else {
    Report(origin, "“" + id + "” is looked for in the customer's turns only",
           "ask for it in “where”, with \"within\": \"customer\"");
  }
}

void ConditionCompiler::Report(const pack::Origin& origin, std::string message,
                               std::string hint) {
  problems_.push_back(loaded_.sources.At(origin, std::move(message), std::move(hint)));
}

}  // namespace amends::rules

#include "amends/rules/rule_check.h"

#include <algorithm>
#include <utility>

#include "amends/pack/similar.h"
#include "amends/pack/slots.h"

namespace amends::rules {
namespace {

using Kind = pack::Condition::Kind;
using Where = pack::Within::Where;

constexpr std::string_view kWays[] = {"", pack::kFirstPerson, pack::kBase, pack::kFact,
                                      pack::kVerb};

bool LooksAroundAMatch(Where where) {
  return where != Where::kReply && where != Where::kThread && where != Where::kEarlier &&
         where != Where::kCustomer && where != Where::kCustomerLast;
}

bool AsksForAHead(Kind kind) {
  return kind == Kind::kSubject || kind == Kind::kEcho || kind == Kind::kGiven ||
         kind == Kind::kQuestion || kind == Kind::kFirstSentence;
}

std::string Quoted(std::string_view name) { return "“" + std::string(name) + "”"; }

}  // namespace

void RuleCheck::Report(const pack::Origin& origin, std::string message,
                       std::string hint) {
  problems_.push_back(loaded_.sources.At(origin, std::move(message), std::move(hint)));
}

void RuleCheck::CheckNames(const pack::Rule& rule,
                           const std::set<std::string>& captures) {
  CheckText({rule.origin.file, rule.origin.pointer + "/message"}, rule.message, captures);
  for (const pack::Suggest& suggest : rule.suggest) {
    const auto at = [&](const std::string& step) {
      return pack::Origin{suggest.origin.file, suggest.origin.pointer + step};
    };
    if (suggest.text) CheckText(at("/text"), *suggest.text, captures);
    if (!suggest.replace.empty()) CheckName(at("/replace"), suggest.replace, captures);
    for (size_t i = 0; i < suggest.needs.size(); ++i) {
      CheckName(at("/needs/" + std::to_string(i)), suggest.needs[i], captures);
    }
  }
}

void RuleCheck::CheckText(const pack::Origin& origin, std::string_view text,
                          const std::set<std::string>& captures) {
  for (const pack::Slot& slot : pack::FindSlots(text)) {
    CheckName(origin, slot.name, captures);
    if (std::ranges::find(kWays, slot.how) != std::end(kWays)) continue;
    Report(origin, "a capture cannot be put in as " + Quoted(slot.how),
           "the ways known are “first-person”, “base”, “fact” and “verb”");
  }
}

void RuleCheck::CheckName(const pack::Origin& origin, std::string_view name,
                          const std::set<std::string>& captures) {
  const bool is_place = std::ranges::find(pack::kPlaces, name) != std::end(pack::kPlaces);
  if (is_place || captures.contains(std::string(name))) return;
  std::vector<std::string> known(captures.begin(), captures.end());
  known.insert(known.end(), std::begin(pack::kPlaces), std::end(pack::kPlaces));
  Report(origin, "no pattern of this rule has a capture " + Quoted(name),
         pack::DidYouMean(name, known));
}

void RuleCheck::CheckWholeReply(const pack::Rule& rule) {
  for (const pack::Unless& unless : rule.unless) {
    Report(unless.pattern.origin, "a rule about the whole reply has no match to cancel",
           "say it in “where”");
  }
  for (const pack::Suggest& suggest : rule.suggest) {
    if (!suggest.text) continue;
    Report({suggest.origin.file, suggest.origin.pointer + "/text"},
           "a rule about the whole reply has no words to put this in the place of",
           "make it advice");
  }
  CheckWholeReply(rule.where);
}

void RuleCheck::CheckWholeReply(const std::vector<pack::Condition>& conditions) {
  for (const pack::Condition& condition : conditions) {
    CheckWholeReply(condition.parts);
    if (AsksForAHead(condition.kind) || LooksAroundAMatch(condition.within.where)) {
      Report(condition.origin, "a rule about the whole reply has no match to look around",
             "it can ask about “reply”, “thread” and “customer”");
    }
  }
}

void RuleCheck::CheckSwitches(const std::vector<pack::Condition>& conditions) {
  for (const pack::Condition& condition : conditions) {
    CheckSwitches(condition.parts);
    if (condition.kind != Kind::kSwitch) continue;
    std::set<std::string> known;
    for (const pack::Profile& profile : loaded_.pack.profiles) {
      const pack::Tunings& tunings = profile.tunings;
      for (const auto& [name, value] : tunings.everywhere.switches) known.insert(name);
      for (const auto* by : {&tunings.channels, &tunings.kinds}) {
        for (const auto& [word, tuning] : *by) {
          for (const auto& [name, value] : tuning.switches) known.insert(name);
        }
      }
    }
    if (known.contains(condition.name)) continue;
    const std::vector<std::string> names(known.begin(), known.end());
    Report({condition.origin.file, condition.origin.pointer + "/switch"},
           "no profile sets the switch " + Quoted(condition.name),
           pack::DidYouMean(condition.name, names));
  }
}

}  // namespace amends::rules

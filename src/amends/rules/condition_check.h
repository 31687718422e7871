// Whether a condition holds at a place of a conversation. Made for one conversation, used
// by one thread.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "amends/conversation/reading.h"
#include "amends/conversation/situation.h"
#include "amends/input/conversation.h"
#include "amends/rules/rulebook.h"

namespace amends::rules {

// Where a detector has matched, and what it has matched besides.
struct Site {
  uint32_t turn = 0;
  conversation::Found found;
  std::span<const conversation::Found> own;  // all its matches in the turn

  bool whole_reply() const { return found.match == conversation::kNoMatch; }
};

class ConditionCheck {
 public:
  // `turns` may grow; the last is the one under way. All must outlive the check.
  ConditionCheck(const Rulebook& rulebook, const input::Conversation& conversation,
                 const std::vector<conversation::Reading>& turns)
      : rulebook_(rulebook), conversation_(conversation), turns_(turns) {}

  bool Holds(const Condition& condition, const Site& site,
             const conversation::Situation& situation);

 private:
  uint32_t Count(std::span<const uint32_t> ids, const pack::Within& within,
                 const Site& site, bool itself) const;
  uint32_t CountHere(uint32_t id, match::Range place, const Site& site,
                     bool itself) const;
  match::Range PlaceOf(const pack::Within& within, const Site& site) const;
  match::Range Sentences(const pack::Within& within, const Site& site) const;
  std::optional<match::Range> Neighbour(pack::Within::Where where,
                                        const Site& site) const;
  bool HasSubject(const Condition& condition, const Site& site) const;
  bool IsGiven(const Site& site) const;
  bool ShareAWord(const conversation::Reading& one, match::Range words,
                  const conversation::Reading& other, match::Range near) const;
  bool ComesFirst(const Condition& condition, const Site& site) const;
  bool HasDetail(const Condition& condition, const Site& site);
  bool IsDetail(const conversation::Reading& turn, uint32_t word) const;
  bool IsCustomersWord(const conversation::Reading& turn, uint32_t word) const;
  bool IsCourtesy(const Condition& condition, uint32_t turn, uint32_t word) const;
  bool IsFirstSentence(std::span<const uint32_t> greetings, const Site& site) const;
  bool IsFirstReply() const;
  bool IsEcho(const Site& site);
  const conversation::Reading* LastOfCustomer() const;

  const Rulebook& rulebook_;
  const input::Conversation& conversation_;
  const std::vector<conversation::Reading>& turns_;
  std::unordered_set<std::string_view> customers_words_;
  size_t customers_turns_read_ = 0;
};

}  // namespace amends::rules

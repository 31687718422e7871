#include "amends/training/role_play.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "amends/coach/coach.h"
#include "amends/input/text_reader.h"

namespace amends::training {
namespace {

constexpr int kFull = 10;    // of mood and trust
constexpr int kContent = 6;  // the mood in which it may end well
// A good mood goes no further than this beyond trust: who was hurt first is slow to thaw.
constexpr int kBeyondTrust = 2;
// Who still waits for something is at most so well, less one for each thing that is open
// and for each that had to be asked for again; never below kUneasy for that alone.
constexpr int kWaiting = 9;
// So well at most as long as nobody has owned what happened.
constexpr int kUneasy = kContent - 1;
// Trust comes back slower than it went: once hurt, no reply brings back more than this.
constexpr int kRegained = 2;

// Says each of several wordings once before any of them again.
class Wordings {
 public:
  explicit Wordings(uint64_t seed) : numbers_(seed) {}

  std::string Next(const std::vector<std::string>& says) {
    if (says.empty()) return "";
    std::vector<size_t>& left = left_[says];
    if (left.empty()) {
      for (size_t i = 0; i < says.size(); ++i) left.push_back(i);
    }
    const size_t at = numbers_() % left.size();
    const std::string& word = says[left[at]];
    left.erase(left.begin() + static_cast<std::ptrdiff_t>(at));
    return word;
  }

 private:
  std::mt19937_64 numbers_;
  std::map<std::vector<std::string>, std::vector<size_t>> left_;
};

class Player {
 public:
  Player(const Engine& engine, const Exercise& role_play, const Temper& temper,
         uint64_t seed)
      : engine_(engine),
        exercise_(role_play),
        customer_(role_play.customer.value()),
        temper_(temper),
        words_(seed),
        thread_(role_play.conversation),
        mood_(customer_.mood),
        trust_(customer_.trust) {
    performance_.opening = words_.Next(customer_.opens);
    Add(input::Role::kCustomer, performance_.opening);
  }

  void Reply(const std::string& text) {
    if (performance_.ending != Ending::kNone) return;
    Exchange& exchange = performance_.exchanges.emplace_back();
    exchange.reply = text;
    input::Conversation draft = thread_;
    input::Conversation read = input::ReadPlainText(text);
    draft.text = read.text;
    draft.blocks = std::move(read.blocks);
    const Result result = engine_.Check(draft);
    const coach::Coaching coaching = engine_.Coach(draft, result);
    const std::vector<FoundMove>& moves = coaching.sifted.rest.moves;
    const Mind* minded = Hurt(result, exchange);
    hurt_ |= minded != nullptr;
    const int trusted = trust_;
    const Need* taken = Meet(moves, exchange);
    if (!minded && !taken && OpenNeeds() == 0) Thaw();
    if (hurt_) trust_ = std::min(trust_, trusted + kRegained);
    exchange.trust = trust_ = std::clamp(trust_, 0, kFull);
    exchange.mood = mood_ = std::clamp(mood_, 0, Ceiling());
    exchange.coach = CoachOn(coaching, exchange);
    Add(input::Role::kAgent, draft.text);
    performance_.ending = EndNow();
    exchange.customer = Answer(minded, taken, moves);
    Add(input::Role::kCustomer, exchange.customer);
  }

  Performance Take() {
    for (const std::string& id : customer_.needs) {
      if (!met_.contains(id)) performance_.open_needs.push_back(NeedOf(id).name);
    }
    return std::move(performance_);
  }

 private:
  void Add(input::Role role, const std::string& text) {
    thread_.context.push_back({role, text, ""});
  }

  const Need& NeedOf(const std::string& id) const {
    return *std::ranges::find(temper_.needs, id, &Need::id);
  }

  // What the customer minds; the entry that weighs most is the one they speak of.
  const Mind* Hurt(const Result& result, Exchange& exchange) {
    std::set<const Mind*> counted;
    const Mind* worst = nullptr;
    for (const Finding& finding : result.findings) {
      const auto mind = std::ranges::find_if(temper_.minds, [&](const Mind& each) {
        return IsOfAny(finding.rule->id, each.to);
      });
      if (mind == temper_.minds.end() || !counted.insert(&*mind).second) continue;
      mood_ += mind->mood;
      trust_ += mind->trust;
      exchange.reasons.push_back(
          {finding.rule->id, "", false,
           fmt::format("{} They hear: “{}”", finding.message, finding.rule->hears),
           finding.span, mind->mood, mind->trust});
      if (!worst || mind->mood + mind->trust < worst->mood + worst->trust) {
        worst = &*mind;
        said_of_ = finding.rule->id;
      }
    }
    return worst;
  }

  // Needs that are met for the first time; the last of them is the one they take.
  const Need* Meet(const std::vector<FoundMove>& moves, Exchange& exchange) {
    const Need* last = nullptr;
    for (const Need& need : temper_.needs) {
      const auto move = std::ranges::find_if(
          moves, [&](const FoundMove& each) { return IsOfAny(each.move, need.moves); });
      if (move == moves.end() || !met_.insert(need.id).second) continue;
      const bool early = !need.after.empty() && !met_.contains(need.after);
      const int part = early ? 2 : 1;
      mood_ += need.mood / part;
      trust_ += need.trust / part;
      exchange.reasons.push_back({"", need.id, early,
                                  early ? fmt::format("{}, but before {}: it does half.",
                                                      need.name, NeedOf(need.after).name)
                                        : need.name + ".",
                                  move->span, need.mood / part, need.trust / part});
      last = &need;
    }
    return last;
  }

  // All is said, and a reply that does not hurt lets it sink in.
  void Thaw() {
    ++mood_;
    ++trust_;
  }

  int OpenNeeds() const {
    return static_cast<int>(std::ranges::count_if(
        customer_.needs, [&](const std::string& id) { return !met_.contains(id); }));
  }

  // The best mood that fits what is still open: it cannot be better than the words.
  int Ceiling() const {
    const int trusting = std::min(kFull, trust_ + kBeyondTrust);
    const int open = OpenNeeds();
    if (open == 0) return trusting;
    const bool owned =
        met_.contains("owned") || std::ranges::count(customer_.needs, "owned") == 0;
    const int waiting = owned ? std::max(kWaiting - open - again_, kUneasy) : kUneasy;
    return std::min(trusting, waiting);
  }

  static std::string CoachOn(const coach::Coaching& coaching, const Exchange& exchange) {
    for (const Reason& reason : exchange.reasons) {
      if (!reason.rule.empty()) return AdviceOn(coaching, reason.rule);
    }
    if (!coaching.good.empty()) return coaching.good.front()->element->praise;
    if (coaching.next && coaching.next->element) return coaching.next->element->ask;
    return "";
  }

  // The first thing to do about what was found, without what only an editor can do.
  static std::string AdviceOn(const coach::Coaching& coaching, const std::string& rule) {
    for (const Finding& fault : coaching.sifted.faults) {
      if (fault.rule->id != rule) continue;
      return fault.suggestions.empty() ? fault.rule->why
                                       : fault.suggestions.front().title + ".";
    }
    return "";
  }

  Ending EndNow() const {
    if (mood_ <= 0 || trust_ <= 0) return Ending::kBadly;
    if (OpenNeeds() == 0 && mood_ >= kContent) return Ending::kWell;
    const bool late = performance_.exchanges.size() >= exercise_.longest;
    return late ? Ending::kLate : Ending::kNone;
  }

  std::string Answer(const Mind* minded, const Need* taken,
                     const std::vector<FoundMove>& moves) {
    switch (performance_.ending) {
      case Ending::kWell:
        return words_.Next(customer_.ends_well);
      case Ending::kBadly:
        return words_.Next(customer_.ends_badly);
      case Ending::kLate:
        return words_.Next(customer_.ends_late);
      case Ending::kNone:
        break;
    }
    std::string says;
    const auto add = [&](const std::string& more) {
      if (!says.empty() && !more.empty()) says += ' ';
      says += more;
    };
    if (minded) {
      add(SaysOn(*minded));
    } else if (taken) {
      add(SaysFor(customer_.takes, taken->id, taken->takes));
    }
    bool told = false;
    for (size_t i = 0; i < customer_.tells.size(); ++i) {
      const Telling& telling = customer_.tells[i];
      const bool asked = std::ranges::any_of(
          moves, [&](const FoundMove& move) { return IsOfAny(move.move, telling.when); });
      if (!asked || told || !told_.insert(i).second) continue;
      add(words_.Next(telling.says));
      told = true;
    }
    for (const std::string& id : customer_.needs) {
      if (told || met_.contains(id)) continue;
      add(AskFor(NeedOf(id)));
      break;
    }
    // All is said and the mood is not there yet: whatever would be asked for last.
    if (says.empty()) says = SaysFor(customer_.takes, "heard", NeedOf("heard").takes);
    return says;
  }

  std::string SaysOn(const Mind& minded) {
    for (const Mind& own : customer_.minds) {
      if (IsOfAny(said_of_, own.to)) return words_.Next(own.says);
    }
    return words_.Next(minded.says);
  }

  // Asked a second time, the customer owns that they may have missed it: the engine may.
  std::string AskFor(const Need& need) {
    if (!asked_.insert(need.id).second) {
      ++again_;
      return words_.Next(need.asks_again);
    }
    if (mood_ >= kContent) return words_.Next(need.asks_kindly);
    return SaysFor(customer_.asks, need.id, need.asks);
  }

  std::string SaysFor(const std::vector<NeedWords>& own, const std::string& need,
                      const std::vector<std::string>& others) {
    const auto found = std::ranges::find(own, need, &NeedWords::need);
    return words_.Next(found == own.end() ? others : found->says);
  }

  const Engine& engine_;
  const Exercise& exercise_;
  const Customer& customer_;
  const Temper& temper_;
  Wordings words_;
  input::Conversation thread_;
  int mood_;
  int trust_;
  int again_ = 0;                // times that something had to be asked for again
  bool hurt_ = false;            // by a reply so far
  std::set<std::string> met_;    // needs
  std::set<std::string> asked_;  // needs
  std::set<size_t> told_;        // of Customer::tells
  std::string said_of_;          // the rule that was minded most
  Performance performance_;
};

}  // namespace

Performance Play(const Engine& engine, const Exercise& role_play, const Temper& temper,
                 uint64_t seed, const std::vector<std::string>& replies) {
  Player player(engine, role_play, temper, seed);
  for (const std::string& reply : replies) player.Reply(reply);
  return player.Take();
}

Judgement JudgementOf(const Exercise& role_play, const Performance& performance) {
  Judgement judgement;
  judgement.passed = performance.ending == Ending::kWell;
  const size_t needs = role_play.customer.value().needs.size();
  judgement.points =
      static_cast<int>(100 * (needs - performance.open_needs.size()) / needs);
  std::set<std::string> hurt;
  for (const Exchange& exchange : performance.exchanges) {
    for (const Reason& reason : exchange.reasons) {
      const bool fault = !reason.rule.empty();
      if (fault) hurt.insert(reason.rule);
      const auto kind = !fault             ? Point::Kind::kGood
                        : judgement.passed ? Point::Kind::kRemark
                                           : Point::Kind::kFault;
      judgement.said.push_back(
          {kind, fault ? reason.rule : reason.need, reason.text, {}});
    }
  }
  for (const std::string& name : performance.open_needs) {
    judgement.said.push_back({Point::Kind::kFault, "missing:" + name, name + ".", {}});
  }
  if (performance.ending == Ending::kNone) {
    judgement.said.push_back(
        {Point::Kind::kFault, "unfinished", "The talk goes on.", {}});
  } else if (!judgement.passed) {
    judgement.said.push_back(
        {Point::Kind::kFault, "ends-badly", "They left unhappy.", {}});
  }
  std::ranges::stable_sort(judgement.said, {}, &Point::kind);
  judgement.rules = OutcomesOf(role_play.rules, judgement.passed, hurt);
  return judgement;
}

}  // namespace amends::training

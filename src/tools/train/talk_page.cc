#include "tools/train/talk_page.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

namespace amends {
namespace {

using training::Ending;
using training::Exchange;
using training::Exercise;
using training::Performance;
using training::Reason;

// A word for each two numbers, and one for 0.
using Words = std::array<std::string_view, 6>;

constexpr Words kMoods = {
    "at the end of their patience", "furious", "upset", "calmer", "content", "glad"};
constexpr Words kTrusts = {"none left", "very little", "a little",
                           "some",      "much",        "full"};

std::string WordFor(const Words& words, int number) {
  const int clamped = std::clamp(number, 0, kFullGauge);
  return std::string(words.at(static_cast<size_t>((clamped + 1) / 2)));
}

Paragraph MoodGauge(int mood) { return {Tone::kQuiet, "Mood", MoodWord(mood), mood}; }
Paragraph TrustGauge(int trust) {
  return {Tone::kQuiet, "Trust", TrustWord(trust), trust};
}

std::string_view EndingText(Ending ending) {
  switch (ending) {
    case Ending::kWell:
      return "It ended well: they leave content.";
    case Ending::kBadly:
      return "It ended badly this time: they have had enough.";
    case Ending::kLate:
      return "It took too long this time: they go before all is settled.";
    case Ending::kNone:
      return "The talk was not finished.";
  }
  return "";
}

std::string Signed(int change) { return fmt::format("{:+}", change); }

Paragraph ReasonLine(const Reason& reason) {
  const bool good = reason.rule.empty();
  const std::string trust = reason.trust == 0 ? "" : ", trust " + Signed(reason.trust);
  return {good ? Tone::kGood : Tone::kFault, good ? "Helped" : "Hurt",
          fmt::format("{} Mood {}{}.", reason.text, Signed(reason.mood), trust)};
}

}  // namespace

std::string MoodWord(int mood) { return WordFor(kMoods, mood); }
std::string TrustWord(int trust) { return WordFor(kTrusts, trust); }

Page TalkPage(const Exercise& role_play, const Performance& performance) {
  const training::Customer& customer = role_play.customer.value();
  const bool begins = performance.exchanges.empty();
  const std::string& says =
      begins ? performance.opening : performance.exchanges.back().customer;
  const int mood = begins ? customer.mood : performance.exchanges.back().mood;
  const int trust = begins ? customer.trust : performance.exchanges.back().trust;
  return {{Tone::kCustomer, customer.name, says}, MoodGauge(mood), TrustGauge(trust)};
}

Page DebriefPage(const Exercise& role_play, const Performance& performance) {
  const training::Customer& customer = role_play.customer.value();
  Page page;
  page.push_back({Tone::kHead, "", std::string(EndingText(performance.ending))});
  if (!performance.exchanges.empty()) {
    page.push_back(
        {Tone::kCustomer, customer.name, performance.exchanges.back().customer});
  }
  for (const std::string& need : performance.open_needs) {
    page.push_back({Tone::kFault, "Still open", need});
  }
  page.push_back({Tone::kPlain, "", "Turn by turn:"});
  int before = customer.mood;
  std::string said = performance.opening;
  for (const Exchange& exchange : performance.exchanges) {
    page.push_back({Tone::kCustomer, customer.name, said});
    page.push_back({Tone::kAgent, "You", exchange.reply});
    for (const Reason& reason : exchange.reasons) page.push_back(ReasonLine(reason));
    page.push_back(
        {Tone::kQuiet, "Mood",
         fmt::format("{} → {}, {}", before, exchange.mood, MoodWord(exchange.mood)),
         exchange.mood});
    if (!exchange.coach.empty()) {
      page.push_back({Tone::kRemark, "Coach", exchange.coach});
    }
    before = exchange.mood;
    said = exchange.customer;
  }
  page.push_back({Tone::kPlain, "Why it matters", role_play.explanation});
  return page;
}

}  // namespace amends

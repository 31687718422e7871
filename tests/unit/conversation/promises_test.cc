#include "amends/conversation/promises.h"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "amends/engine.h"

namespace amends::conversation {
namespace {

using input::Role;

struct Said {
  Role role;
  std::string text;
  std::string at;
};

Situation Read(const std::vector<Said>& context, std::string draft, std::string now) {
  static const Engine engine = Engine::Load({});
  input::Conversation conversation;
  for (const Said& said : context) {
    conversation.context.push_back({said.role, said.text, said.at});
  }
  conversation.text = std::move(draft);
  conversation.now = std::move(now);
  return engine.Check(conversation).situation;
}

// "kept yes, no ...; overdue yes"
std::string Told(const Situation& situation) {
  const char* const words[] = {"unknown", "no", "yes"};
  std::string told;
  for (const Note& note : situation.notes) {
    if (note.topic != Topic::kPromise) continue;
    told += (told.empty() ? "" : ", ") + std::string(words[static_cast<int>(note.kept)]);
  }
  return told + "; overdue " + words[static_cast<int>(situation.overdue)];
}

constexpr const char* kMonday = "2026-03-02T10:00:00Z";
constexpr const char* kTuesday = "2026-03-03T10:00:00Z";
constexpr const char* kThursday = "2026-03-05T10:00:00Z";

TEST(Promises, AreHeldAgainstWhatComesAfter) {
  const Said broken{Role::kCustomer, "The kettle leaks.", "2026-03-01T10:00:00Z"};
  const Said promise{Role::kAgent, "I'll call you tomorrow.", kMonday};
  struct {
    const char* law;
    std::vector<Said> context;
    const char* draft;
    const char* now;
    const char* told;
  } const rows[] = {
      {"nothing promised, nothing overdue", {broken}, "Hm.", kThursday, "; overdue no"},
      {"still in time", {broken, promise}, "Hm.", kTuesday, "unknown; overdue no"},
      {"too late", {broken, promise}, "Hm.", kThursday, "no; overdue yes"},
      {"nobody knows what time it is",
       {broken, promise},
       "Hm.",
       "",
       "unknown; overdue no"},
      {"a turn after it shows that it passed",
       {broken, promise, {Role::kCustomer, "Hello?", kThursday}},
       "Hm.",
       "",
       "no; overdue yes"},
      {"the customer has it",
       {broken, promise, {Role::kCustomer, "That's fine now, thank you!", kTuesday}},
       "Hm.",
       kThursday,
       "yes; overdue no"},
      {"it was mended in time",
       {broken, promise, {Role::kAgent, "I've sent you a new kettle.", kTuesday}},
       "Hm.",
       kThursday,
       "yes; overdue no"},
      {"without a time, the customer who waits says it",
       {broken,
        {Role::kAgent, "I'll call you.", ""},
        {Role::kCustomer, "I'm still waiting for your call.", ""}},
       "Hm.",
       "",
       "no; overdue yes"},
      {"without a time it stays open",
       {broken, {Role::kAgent, "I'll call you.", ""}},
       "Hm.",
       kThursday,
       "unknown; overdue unknown"},
      {"broken, but an agent has written since",
       {broken, promise, {Role::kAgent, "I'm sorry that I did not call.", kThursday}},
       "Hm.",
       "2026-03-06T10:00:00Z",
       "no; overdue no"},
      {"the day may stand behind the hour",
       {broken, {Role::kAgent, "I'll call you by 6 pm on 5 March.", kMonday}},
       "Hm.",
       kThursday,
       "unknown; overdue no"},
      {"what the draft promises is open",
       {broken},
       "I'll call you tomorrow.",
       kMonday,
       "unknown; overdue no"},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(Told(Read(row.context, row.draft, row.now)), row.told) << row.law;
  }
}

}  // namespace
}  // namespace amends::conversation

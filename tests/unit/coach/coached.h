// What the coach says of a draft under the core pack, for tests.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "amends/coach/coach.h"
#include "amends/engine.h"
#include "tests/support/drafts.h"
#include "tests/support/tiny_pack.h"

namespace amends::coach {

// A draft with what the core pack finds in it and what the coach says.
struct Coached {
  explicit Coached(const input::Conversation& conversation_)
      : conversation(conversation_),
        result(testing::EngineOf("").Check(conversation)),
        coaching(Coach(testing::EngineOf("").pack(), testing::EngineOf("").allowances(),
                       conversation, result, [](const input::Conversation& draft) {
                         return testing::EngineOf("").Check(draft);
                       })) {}
  explicit Coached(const char* thread) : Coached(testing::Thread(thread)) {}

  // "apology there, ask missing, …", without those that nobody asks for.
  std::string Presences() const {
    constexpr const char* kWords[] = {"there", "partly", "spoilt", "missing", ""};
    std::string words;
    for (const FoundElement& found : coaching.elements) {
      if (found.presence == Presence::kNotAsked) continue;
      words += (words.empty() ? "" : ", ") + found.element->id + " " +
               kWords[static_cast<size_t>(found.presence)];
    }
    return words;
  }
  const FoundElement& Find(const std::string& element) const {
    return *std::ranges::find(coaching.elements, element,
                              [](const FoundElement& each) { return each.element->id; });
  }
  Presence Of(const std::string& element) const { return Find(element).presence; }
  const std::vector<text::Span>& WordsOf(const std::string& element) const {
    return Find(element).words;
  }

  input::Conversation conversation;
  Result result;
  Coaching coaching;
};

}  // namespace amends::coach

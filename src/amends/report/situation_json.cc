#include "amends/report/situation_json.h"

#include <iterator>
#include <span>
#include <string_view>
#include <vector>

namespace amends::report {
namespace {

using conversation::Answer;
using conversation::Evidence;
using conversation::Note;
using conversation::Topic;

// In the order of their values.
constexpr std::string_view kAnswers[] = {"unknown", "no", "yes"};
constexpr std::string_view kTopics[] = {
    "apologies",  "sympathy", "responsibility", "promises",    "refusals",
    "grants",     "extras",   "handovers",      "facts_given", "tried",
    "feelings",   "losses",   "demands",        "ideas",       "thanks",
    "acceptance", "moments",  "items",          "load",        "circumstances"};
static_assert(std::size(kTopics) == conversation::kTopicCount);

class SituationWriter {
 public:
  SituationWriter(const input::Conversation& conversation,
                  const conversation::Situation& situation, JsonText& json)
      : conversation_(conversation), situation_(situation), json_(json) {}

  void Write() {
    json_.BeginObject();
    WriteAnswer("failure", situation_.failure);
    WriteAnswer("fault", situation_.fault);
    WriteAnswer("accepted", situation_.accepted);
    WriteAnswer("repeated", situation_.repeated);
    WriteAnswer("overdue", situation_.overdue);
    if (situation_.phase != conversation::Phase::kNone) {
      json_.Number("phase", static_cast<int>(situation_.phase));
    }
    if (situation_.severity) json_.Number("severity", *situation_.severity);
    if (situation_.failure_kind) {
      json_.String("failure_kind", NameOf(*situation_.failure_kind));
    }
    WriteSigns("failure_signs", situation_.failure_signs);
    WriteSigns("fault_signs", situation_.fault_signs);
    WriteSigns("repeat_signs", situation_.repeat_signs);
    for (size_t topic = 0; topic < std::size(kTopics); ++topic) {
      WriteNotes(static_cast<Topic>(topic));
    }
    json_.EndObject();
  }

 private:
  void WriteAnswer(std::string_view key, Answer answer) {
    json_.String(key, NameOf(answer));
  }

  std::string_view TextOf(const Evidence& evidence) const {
    const bool draft = evidence.turn >= conversation_.context.size();
    const std::string_view text =
        draft ? conversation_.text : conversation_.context[evidence.turn].text;
    return text.substr(evidence.span.start, evidence.span.length());
  }

  void WriteEvidence(const Evidence& evidence) {
    json_.Number("turn", evidence.turn);
    json_.Number("start", evidence.span.start);
    json_.Number("end", evidence.span.end);
    json_.String("text", TextOf(evidence));
  }

  void WriteSigns(std::string_view key, const std::vector<Evidence>& signs) {
    if (signs.empty()) return;
    json_.Key(key);
    json_.BeginArray();
    for (const Evidence& sign : signs) {
      json_.BeginObject();
      WriteEvidence(sign);
      json_.EndObject();
    }
    json_.EndArray();
  }

  void WriteNote(const Note& note) {
    json_.BeginObject();
    if (!note.kind.empty()) json_.String("kind", note.kind);
    WriteEvidence(note.where);
    if (note.due) json_.String("due", TextOf(*note.due));
    if (note.due_by) {
      json_.String("due_by", input::WriteMoment(*note.due_by));
    }
    if (note.kept != Answer::kUnknown) WriteAnswer("kept", note.kept);
    json_.EndObject();
  }

  void WriteNotes(Topic topic) {
    bool begun = false;
    for (const Note& note : situation_.notes) {
      if (note.topic != topic) continue;
      if (!begun) {
        json_.Key(kTopics[static_cast<size_t>(topic)]);
        json_.BeginArray();
        begun = true;
      }
      WriteNote(note);
    }
    if (begun) json_.EndArray();
  }

  const input::Conversation& conversation_;
  const conversation::Situation& situation_;
  JsonText& json_;
};

}  // namespace

std::string_view NameOf(Answer answer) { return kAnswers[static_cast<size_t>(answer)]; }

std::string_view NameOf(input::FailureKind kind) {
  return input::kFailureKindWords[static_cast<size_t>(kind)];
}

void WriteSituation(const input::Conversation& conversation,
                    const conversation::Situation& situation, JsonText& json) {
  json.Key("situation");
  SituationWriter(conversation, situation, json).Write();
}

}  // namespace amends::report

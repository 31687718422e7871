#include "amends/coach/elements.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "amends/coach/measure.h"

namespace amends::coach {
namespace {

using conversation::Answer;
using conversation::Note;
using conversation::Topic;

bool Is(std::string_view move, const std::string& id) {
  return move.starts_with(id) && (move.size() == id.size() || move[id.size()] == '.');
}

bool IsOf(std::string_view move, const pack::Element& element) {
  return std::ranges::any_of(element.moves,
                             [&](const std::string& id) { return Is(move, id); });
}

// A finding within which nothing good is said. “We are sorry” is still an apology.
bool Spoils(const Finding& finding) {
  return finding.scope == Scope::kText && finding.severity >= pack::Severity::kWarning &&
         !finding.rule->about_reply && finding.rule->family() != "pronoun";
}

class Finder {
 public:
  Finder(const input::Conversation& conversation, const Result& result)
      : conversation_(conversation), result_(result) {}

  FoundElement Find(const pack::Element& element) const {
    FoundElement found{&element, Presence::kNotAsked, 0, {}};
    if (element.measure != pack::Measure::kNone) return Measured(std::move(found));
    std::vector<text::Span> spoilt;
    for (const FoundMove& move : result_.moves) {
      if (!IsOf(move.move, element)) continue;
      const bool lost = IsSpoilt(move.span) || Speaks(element.spoilt_by);
      (lost ? spoilt : found.words).push_back(move.span);
    }
    if (!found.words.empty()) {
      found.presence = Presence::kThere;
      found.share = 1;
    } else if (!IsAsked(element)) {
      found.presence = Presence::kNotAsked;
    } else if (!spoilt.empty()) {
      found.presence = Presence::kSpoilt;
      found.words = std::move(spoilt);
    } else {
      found.presence = Presence::kMissing;
    }
    return found;
  }

 private:
  FoundElement Measured(FoundElement found) const {
    if (!IsAsked(*found.element)) return found;
    found.share = ShareOf(*found.element, conversation_, result_);
    found.presence = found.share >= 1  ? Presence::kThere
                     : found.share > 0 ? Presence::kPartly
                                       : Presence::kMissing;
    return found;
  }

  // A warning spoils its own words, an error its sentence.
  bool IsSpoilt(const text::Span& span) const {
    return std::ranges::any_of(result_.findings, [&](const Finding& finding) {
      if (!Spoils(finding)) return false;
      if (finding.span.overlaps(span)) return true;
      return finding.severity == pack::Severity::kError &&
             std::ranges::any_of(result_.sentences, [&](const text::Span& sentence) {
               return sentence.overlaps(span) && sentence.overlaps(finding.span);
             });
    });
  }

  bool Speaks(const std::vector<std::string>& rules) const {
    return std::ranges::any_of(result_.findings, [&](const Finding& finding) {
      return std::ranges::count(rules, finding.rule->id) > 0;
    });
  }

  bool IsFirstReply() const {
    const auto by_agent = [](const input::Turn& turn) {
      return turn.role == input::Role::kAgent;
    };
    return conversation_.facts.first_reply.value_or(
        std::ranges::none_of(conversation_.context, by_agent));
  }

  bool HasFeeling() const {
    return std::ranges::any_of(result_.situation.notes, [](const Note& note) {
      return note.topic == Topic::kFeeling || note.topic == Topic::kLoss;
    });
  }

  bool IsAsked(const pack::Element& element) const {
    const bool reply = conversation_.whole && conversation_.kind == input::Kind::kReply &&
                       !result_.blank;
    if (!reply || element.asked == pack::Asked::kNever) return false;
    if (element.asked == pack::Asked::kAlways) return true;
    if (result_.situation.failure == Answer::kNo) return false;
    if (Speaks(element.rules)) return true;
    if (result_.situation.accepted == Answer::kYes || !IsFirstReply()) return false;
    return element.asked == pack::Asked::kFailure || HasFeeling();
  }

  const input::Conversation& conversation_;
  const Result& result_;
};

}  // namespace

std::vector<FoundElement> FindElements(const pack::Pack& pack,
                                       const input::Conversation& conversation,
                                       const Result& result) {
  const Finder finder(conversation, result);
  std::vector<FoundElement> elements;
  for (const pack::Element& element : pack.elements) {
    elements.push_back(finder.Find(element));
  }
  std::ranges::stable_sort(elements, {},
                           [](const FoundElement& each) { return each.element->place; });
  return elements;
}

}  // namespace amends::coach

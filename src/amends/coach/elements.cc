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

class Finder {
 public:
  Finder(const input::Conversation& conversation, const Result& result,
         const Sifted& sifted)
      : conversation_(conversation), result_(result), sifted_(sifted) {}

  FoundElement Find(const pack::Element& element) const {
    FoundElement found{&element, Presence::kNotAsked, 0, {}};
    if (element.measure != pack::Measure::kNone) return Measured(std::move(found));
    std::vector<text::Span> spoilt = WordsOf(element, result_);
    if (!Speaks(element.spoilt_by, sifted_.faults)) {
      found.words = WordsOf(element, sifted_.rest);
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
    found.share = ShareOf(*found.element, conversation_, sifted_.rest);
    found.presence = found.share >= 1  ? Presence::kThere
                     : found.share > 0 ? Presence::kPartly
                                       : Presence::kMissing;
    return found;
  }

  static std::vector<text::Span> WordsOf(const pack::Element& element,
                                         const Result& result) {
    std::vector<text::Span> words;
    for (const FoundMove& move : result.moves) {
      if (IsOf(move.move, element)) words.push_back(move.span);
    }
    return words;
  }

  static bool Speaks(const std::vector<std::string>& rules,
                     const std::vector<Finding>& findings) {
    return std::ranges::any_of(findings, [&](const Finding& finding) {
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
    return std::ranges::any_of(sifted_.before.notes, [](const Note& note) {
      return note.topic == Topic::kFeeling || note.topic == Topic::kLoss;
    });
  }

  bool IsAsked(const pack::Element& element) const {
    const bool reply = conversation_.whole && conversation_.kind == input::Kind::kReply &&
                       !result_.blank;
    if (!reply || element.asked == pack::Asked::kNever) return false;
    if (element.asked == pack::Asked::kAlways) return true;
    if (sifted_.before.failure == Answer::kNo) return false;
    if (Speaks(element.rules, sifted_.rest.findings)) return true;
    if (sifted_.before.accepted == Answer::kYes || !IsFirstReply()) return false;
    return element.asked == pack::Asked::kFailure || HasFeeling();
  }

  const input::Conversation& conversation_;
  const Result& result_;
  const Sifted& sifted_;
};

}  // namespace

std::vector<FoundElement> FindElements(const pack::Pack& pack,
                                       const input::Conversation& conversation,
                                       const Result& result, const Sifted& sifted) {
  const Finder finder(conversation, result, sifted);
  std::vector<FoundElement> elements;
  for (const pack::Element& element : pack.elements) {
    elements.push_back(finder.Find(element));
  }
  std::ranges::stable_sort(elements, {},
                           [](const FoundElement& each) { return each.element->place; });
  return elements;
}

}  // namespace amends::coach

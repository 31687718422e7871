#include "amends/coach/outline.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "amends/suggest/safe_edits.h"

namespace amends::coach {
namespace {

using text::Span;

// Before and behind all elements.
constexpr double kGreetingPlace = -1;
constexpr double kOpeningPlace = 1;  // of what follows the greeting and is no element
constexpr double kClosingPlace = 1000;
// Elements up to these places share a paragraph: sorry and owned; put right; the rest.
constexpr double kParagraphs[] = {0, 36, 66, 999};
// The element whose blank names what may be given, and the one beside which excuses go.
constexpr std::string_view kExtra = "extra";
constexpr std::string_view kExplanation = "explanation";
constexpr std::string_view kExcuses = "excuse";  // the family of rules

// A line on its way to its place.
struct Placed {
  double place = 0;
  OutlineLine line;
};

bool IsGreeting(std::string_view move) { return move == "N.greet"; }
bool IsClosing(std::string_view move) { return move == "N.close"; }

size_t ParagraphOf(double place) {
  return static_cast<size_t>(
      std::ranges::count_if(kParagraphs, [&](double end) { return place > end; }));
}

class Outliner {
 public:
  Outliner(const input::Conversation& conversation, const Result& result,
           std::span<const FoundElement> elements,
           std::span<const pack::Allowance> allowances)
      : conversation_(conversation),
        result_(result),
        elements_(elements),
        allowances_(allowances) {}

  Outline Make() {
    for (const Span& sentence : result_.sentences) Place(sentence);
    for (const FoundElement& found : elements_) AddBlank(found);
    std::ranges::stable_sort(placed_, {}, &Placed::place);
    size_t paragraph = 0;
    for (Placed& each : placed_) {
      const size_t own = ParagraphOf(each.place);
      using enum OutlineLine::Break;
      if (each.place == kClosingPlace) each.line.before = kLine;
      if (own != paragraph) each.line.before = kParagraph;
      if (outline_.lines.empty()) each.line.before = kBlank;
      paragraph = own;
      outline_.lines.push_back(std::move(each.line));
    }
    return std::move(outline_);
  }

 private:
  std::string Words(const Span& span) const {
    return conversation_.text.substr(span.start, span.length());
  }

  // What is wrong with a sentence, the gravest first; rules about the whole reply aside.
  const Finding* FaultIn(const Span& sentence) const {
    const Finding* gravest = nullptr;
    for (const Finding& finding : result_.findings) {
      const bool loud = finding.scope == Scope::kText && !finding.rule->about_reply &&
                        finding.severity >= pack::Severity::kWarning;
      if (!loud || !finding.span.overlaps(sentence)) continue;
      if (gravest == nullptr || finding.severity > gravest->severity) gravest = &finding;
    }
    return gravest;
  }

  // The sentence with the best suggestion made; nothing where that is mere advice or
  // reaches beyond the sentence.
  std::optional<std::string> Mended(const Span& sentence, const Finding& fault) const {
    for (const Suggestion& suggestion : fault.suggestions) {
      if (suggestion.edits.empty()) continue;
      std::vector<Edit> edits = suggestion.edits;
      const bool inside = std::ranges::all_of(edits, [&](const Edit& edit) {
        return sentence.start <= edit.span.start && edit.span.end <= sentence.end;
      });
      if (!inside) continue;
      for (Edit& edit : edits) {
        edit.span.start -= sentence.start;
        edit.span.end -= sentence.start;
      }
      return suggest::Apply(Words(sentence), edits);
    }
    return std::nullopt;
  }

  bool HoldsMove(const Span& sentence, bool (*is)(std::string_view)) const {
    return std::ranges::any_of(result_.moves, [&](const FoundMove& move) {
      return is(move.move) && move.span.overlaps(sentence);
    });
  }

  // Of the first element that the sentence holds; nothing where it holds none.
  std::optional<double> PlaceOf(const Span& sentence) const {
    if (&sentence == &result_.sentences.front() && HoldsMove(sentence, IsGreeting)) {
      return kGreetingPlace;
    }
    for (const FoundElement& found : elements_) {
      const bool holds = std::ranges::any_of(
          found.words, [&](const Span& words) { return words.overlaps(sentence); });
      if (holds) return found.element->place;
    }
    if (HoldsMove(sentence, IsClosing)) return kClosingPlace;
    if (IsExcuse(sentence)) return ExplanationPlace();
    return std::nullopt;
  }

  bool IsExcuse(const Span& sentence) const {
    return std::ranges::any_of(result_.findings, [&](const Finding& finding) {
      return finding.scope == Scope::kText && finding.rule->family() == kExcuses &&
             finding.span.overlaps(sentence);
    });
  }

  std::optional<double> ExplanationPlace() const {
    const auto found =
        std::ranges::find(elements_, kExplanation,
                          [](const FoundElement& each) { return each.element->id; });
    if (found == elements_.end()) return std::nullopt;
    return found->element->place;
  }

  // A sentence without an element stays behind the one before it.
  void Place(const Span& sentence) {
    const double place = PlaceOf(sentence).value_or(last_);
    last_ = place == kGreetingPlace ? kOpeningPlace : place;
    const Finding* fault = FaultIn(sentence);
    if (fault == nullptr) {
      placed_.push_back({place, {OutlineLine::Kind::kKept, Words(sentence)}});
      return;
    }
    if (auto mended = Mended(sentence, *fault); mended && !mended->empty()) {
      placed_.push_back({place, {OutlineLine::Kind::kChanged, *std::move(mended)}});
    } else {
      outline_.dropped.push_back(sentence);
    }
  }

  void AddBlank(const FoundElement& found) {
    const bool lacks = found.presence == Presence::kMissing ||
                       (found.presence == Presence::kSpoilt && IsDropped(found));
    if (!lacks || found.element->outline.empty()) return;
    OutlineLine line{OutlineLine::Kind::kBlank, found.element->outline};
    line.element = found.element;
    const auto fitting = FittingAllowances(result_.situation, allowances_);
    if (found.element->id == kExtra && !fitting.empty()) {
      line.text = WithChoices(line.text, fitting);
    }
    placed_.push_back({found.element->place, std::move(line)});
  }

  // Whether none of the sentences that held it is left.
  bool IsDropped(const FoundElement& found) const {
    return std::ranges::all_of(found.words, [&](const Span& words) {
      return std::ranges::any_of(
          outline_.dropped, [&](const Span& dropped) { return dropped.overlaps(words); });
    });
  }

  // The words of the first blank, and what may be given.
  static std::string WithChoices(const std::string& outline,
                                 const std::vector<std::string>& choices) {
    const size_t end = outline.find("]]");
    if (end == std::string::npos) return outline;
    std::string words;
    for (const std::string& choice : choices) {
      words += (words.empty() ? ", such as " : "; ") + choice;
    }
    return outline.substr(0, end) + words + outline.substr(end);
  }

  const input::Conversation& conversation_;
  const Result& result_;
  std::span<const FoundElement> elements_;
  std::span<const pack::Allowance> allowances_;
  double last_ = kOpeningPlace;
  std::vector<Placed> placed_;
  Outline outline_;
};

}  // namespace

std::string Outline::Text() const {
  std::string text;
  for (const OutlineLine& line : lines) {
    constexpr const char* kBreaks[] = {" ", "\n", "\n\n"};
    if (!text.empty()) text += kBreaks[static_cast<size_t>(line.before)];
    text += line.text;
  }
  return text.empty() ? text : text + "\n";
}

std::vector<std::string> FittingAllowances(const conversation::Situation& situation,
                                           std::span<const pack::Allowance> allowances) {
  std::vector<std::string> fitting;
  for (const pack::Allowance& allowance : allowances) {
    if (situation.severity.value_or(1) < allowance.from_severity) continue;
    const auto kind = situation.failure_kind;
    const bool suits =
        allowance.kinds.empty() || !kind ||
        std::ranges::count(allowance.kinds,
                           input::kFailureKindWords[static_cast<size_t>(*kind)]) > 0;
    if (suits) fitting.push_back(allowance.what);
  }
  return fitting;
}

Outline OutlineOf(const input::Conversation& conversation, const Result& result,
                  std::span<const FoundElement> elements,
                  std::span<const pack::Allowance> allowances) {
  return Outliner(conversation, result, elements, allowances).Make();
}

}  // namespace amends::coach

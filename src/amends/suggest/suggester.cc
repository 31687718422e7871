#include "amends/suggest/suggester.h"

#include <algorithm>
#include <utility>

#include "amends/pack/slots.h"
#include "amends/suggest/deletion.h"
#include "amends/suggest/first_person.h"
#include "amends/suggest/quote.h"
#include "amends/suggest/sentence_move.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using match::Range;

namespace {

// A sentence with this move leans on the one before it: “But …”, “Again, …”.
constexpr std::string_view kLeaning = "N.leans";

std::string_view Source(const Matched& matched, Range words) {
  const text::Span span = matched.turn->text.SpanOf(words.begin, words.end);
  return matched.turn->source.substr(span.start, span.length());
}

bool EndsSentence(std::string_view text) {
  while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
  return text.ends_with('.') || text.ends_with('!') || text.ends_with('?');
}

// Whether the words are capitalised because they begin a sentence, and only for that:
// "We", but not "I", and no name.
bool HasSentenceCapital(const Matched& matched, Range words) {
  const text::Text& text = matched.turn->text;
  const text::Word& first = text.words[words.begin];
  return first.is(text::kSentenceFirst) && first.is(text::kCapitalised) &&
         matched.rulebook->IsCommon(first.id) && text.Canon(first) != "i";
}

// Puts what was matched into the template of a suggestion.
class Filling {
 public:
  Filling(const Matched& matched, Range replaced)
      : matched_(matched), replaced_(replaced) {}

  // Nothing where a capture did not match.
  std::optional<std::string> Fill(std::string_view text) {
    size_t at = 0;
    for (const pack::Slot& slot : pack::FindSlots(text)) {
      filled_ += text.substr(at, slot.begin - at);
      const std::optional<Range> words = WordsOf(matched_, slot.name);
      if (!words) return std::nullopt;
      filled_ += Piece(*words, slot.how == "first-person");
      at = slot.end;
    }
    filled_ += text.substr(at);
    return ReplacesASentenceStart() ? text::WithCapital(filled_) : std::move(filled_);
  }

 private:
  // The words as they stand, with the capital that their new place asks for.
  std::string Piece(Range words, bool first_person) const {
    std::string piece = first_person ? InFirstPerson(*matched_.turn, words)
                                     : std::string(Source(matched_, words));
    if (EndsSentence(filled_)) return text::WithCapital(piece);
    const bool opens = filled_.empty() && StandsFirst();
    if (opens || !HasSentenceCapital(matched_, words) || piece.starts_with("I ") ||
        piece.starts_with("I'") || piece == "I") {
      return piece;
    }
    return text::WithSmallLetter(piece);
  }

  bool StandsFirst() const {
    return matched_.turn->text.words[replaced_.begin].is(text::kSentenceFirst);
  }

  // Somebody who writes without capitals is left to it.
  bool ReplacesASentenceStart() const {
    return StandsFirst() && text::StartsWithCapital(Source(matched_, replaced_));
  }

  const Matched& matched_;
  Range replaced_;
  std::string filled_;
};

// Whether a move of the id, or of one that goes on from it, has its head in the sentence.
bool Holds(const Matched& matched, uint32_t sentence, std::string_view id) {
  const auto& detectors = matched.rulebook->detectors();
  return std::ranges::any_of(matched.turn->found, [&](const conversation::Found& found) {
    const std::string_view name = detectors[found.detector].id;
    return matched.turn->sentence_of[found.head] == sentence && name.starts_with(id) &&
           (name.size() == id.size() || name[id.size()] == '.');
  });
}

// The edits that bring the first sentence behind the match with one of the moves to the
// front of it; nothing where there is none that could stand there.
std::optional<std::vector<Edit>> Bring(const pack::Suggest& suggest,
                                       const Matched& matched) {
  if (matched.match == nullptr) return std::nullopt;
  const uint32_t target = matched.turn->sentence_of[matched.match->words.begin];
  const auto& sentences = matched.turn->text.sentences;
  for (uint32_t sentence = target + 1; sentence < sentences.size(); ++sentence) {
    const bool holds = std::ranges::any_of(suggest.bring, [&](const std::string& move) {
      return Holds(matched, sentence, move);
    });
    if (!holds) continue;
    if (Holds(matched, sentence, kLeaning)) return std::nullopt;
    return MoveBefore(*matched.turn, sentence, target);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Range> WordsOf(const Matched& matched, std::string_view name) {
  if (matched.match == nullptr) return std::nullopt;
  Range words = matched.match->words;
  if (name != "match") {
    const auto& names = matched.program->captures;
    const auto known = std::ranges::find(names, name);
    if (known == names.end()) return std::nullopt;
    words = matched.match->captures[static_cast<size_t>(known - names.begin())];
  }
  if (words.begin >= words.end) return std::nullopt;
  return matched.turn->WholeWords(words);
}

std::string RenderMessage(std::string_view message, const Matched& matched) {
  std::string rendered;
  size_t at = 0;
  for (const pack::Slot& slot : pack::FindSlots(message)) {
    rendered += message.substr(at, slot.begin - at);
    std::optional<Range> words = WordsOf(matched, slot.name);
    if (!words) words = WordsOf(matched, "match");
    if (words) rendered += Quote(Source(matched, *words));
    at = slot.end;
  }
  return rendered.append(message.substr(at));
}

std::optional<Suggestion> Render(const pack::Suggest& suggest, const Matched& matched) {
  for (const std::string& name : suggest.needs) {
    if (!WordsOf(matched, name)) return std::nullopt;
  }
  Suggestion suggestion{suggest.applicability, suggest.title, {}, false};
  if (!suggest.bring.empty()) {
    auto edits = Bring(suggest, matched);
    if (!edits) return std::nullopt;
    suggestion.edits = std::move(*edits);
    suggestion.moves = true;
    return suggestion;
  }
  if (!suggest.text) return suggestion;
  const std::optional<Range> words =
      WordsOf(matched, suggest.replace.empty() ? "match" : suggest.replace);
  if (!words) return std::nullopt;
  std::optional<std::string> insert = Filling(matched, *words).Fill(*suggest.text);
  if (!insert) return std::nullopt;
  if (insert->empty()) {
    suggestion.edits.push_back(Deletion(*matched.turn, *words));
    return suggestion;
  }
  if (Source(matched, *words) == *insert) return std::nullopt;
  const text::Span span = matched.turn->text.SpanOf(words->begin, words->end);
  suggestion.edits.push_back({span, std::move(*insert)});
  return suggestion;
}

}  // namespace amends::suggest

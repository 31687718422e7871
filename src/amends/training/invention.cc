#include "amends/training/invention.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

#include "amends/training/content_words.h"

namespace amends::training {
namespace {

// Moves in which a promise says when.
constexpr std::array<std::string_view, 4> kPromises = {"G.time", "G.checkback", "G.next",
                                                       "G.roadmap"};

std::set<std::string> KnownTo(const Exercise& exercise, const Engine& engine) {
  std::vector<std::string_view> texts = {exercise.situation, exercise.draft,
                                         exercise.task, exercise.trade};
  for (const input::Turn& turn : exercise.conversation.context)
    texts.push_back(turn.text);
  for (const std::string& known : exercise.known) texts.push_back(known);
  for (const std::string& known : exercise.conversation.facts.already_known) {
    texts.push_back(known);
  }
  texts.push_back(exercise.conversation.facts.handled_by);
  return VocabularyOf(texts, engine);
}

bool IsPromise(const FoundMove& move) {
  return std::ranges::any_of(kPromises,
                             [&](auto promise) { return IsOf(move.move, promise); });
}

// “tomorrow at 9”, “within 2 hours”, in a sentence that promises something.
bool IsPromised(std::string_view text, const text::Span& number,
                const text::Span& sentence, const Result& result) {
  constexpr std::array<std::string_view, 12> kLeads = {
      " at ", " by ",     " before ", " after ",  " until ", " till ",
      " in ", " within ", " from ",   " around ", " about ", " between "};
  const std::string_view before = text.substr(0, number.start);
  const bool timed =
      std::ranges::any_of(kLeads, [&](auto lead) { return before.ends_with(lead); });
  return std::ranges::any_of(result.moves, [&](const FoundMove& move) {
    return IsPromise(move) &&
           (move.span.overlaps(number) || (timed && move.span.overlaps(sentence)));
  });
}

// A sum or a share, which no promise makes true.
bool IsMoney(std::string_view text, const text::Span& span) {
  constexpr std::array<std::string_view, 3> kBefore = {"£", "$", "€"};
  constexpr std::array<std::string_view, 9> kBehind = {
      "%", " per cent", " percent", " pound", " dollar", " euro", "€", " quid", " bucks"};
  const std::string_view before = text.substr(0, span.start);
  const std::string_view word = text.substr(span.start, span.length());
  const std::string_view behind = text.substr(span.end);
  const auto opens = [&](auto sign) {
    return before.ends_with(sign) || word.find(sign) != std::string_view::npos;
  };
  return std::ranges::any_of(kBefore, opens) ||
         std::ranges::any_of(kBehind,
                             [&](auto sign) { return behind.starts_with(sign); });
}

// “This is Ana”, “I'm Ana from the desk”: the writer's own.
bool IsIntroduced(std::string_view text, size_t at) {
  constexpr std::array<std::string_view, 6> kLeads = {"I'm ",     "I’m ",     "I am ",
                                                      "This is ", "this is ", "name is "};
  const std::string_view before = text.substr(0, at);
  return std::ranges::any_of(kLeads, [&](auto lead) { return before.ends_with(lead); });
}

// Not of a greeting, nor of the name under a letter.
bool IsOwn(const text::Span& sentence, const input::Conversation& draft) {
  return draft.blocks.empty() ||
         std::ranges::any_of(draft.blocks, [&](const input::Block& block) {
           return block.kind == input::BlockKind::kOwn && block.span.overlaps(sentence);
         });
}

}  // namespace

std::vector<text::Span> FindInvented(const Engine& engine, const Exercise& exercise,
                                     const input::Conversation& draft,
                                     const Result& result) {
  const std::set<std::string> known = KnownTo(exercise, engine);
  const std::string_view text = draft.text;
  std::vector<text::Span> invented;
  for (const text::Span& sentence : result.sentences) {
    if (!IsOwn(sentence, draft)) continue;
    const auto words =
        ContentWordsOf(text.substr(sentence.start, sentence.length()), engine);
    for (const ContentWord& word : words) {
      const text::Span span{sentence.start + word.span.start,
                            sentence.start + word.span.end};
      if ((!word.number && !word.name) || known.contains(word.canon)) continue;
      if (word.name && (IsOfTheCalendar(word.canon) || IsTitle(word.canon) ||
                        IsIntroduced(text, span.start))) {
        continue;
      }
      const bool promised =
          word.number && IsPromised(text, span, sentence, result) && !IsMoney(text, span);
      if (promised) continue;
      invented.push_back(span);
    }
  }
  return invented;
}

}  // namespace amends::training

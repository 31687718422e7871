#include "amends/training/invention.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "amends/training/content_words.h"

namespace amends::training {
namespace {

// Moves in which a promise says when.
constexpr std::array<std::string_view, 4> kPromises = {"G.time", "G.checkback", "G.next",
                                                       "G.roadmap"};

// All that is told of the case.
std::vector<std::string_view> TextsOf(const Exercise& exercise) {
  std::vector<std::string_view> texts = {exercise.situation, exercise.draft,
                                         exercise.task, exercise.trade};
  for (const input::Turn& turn : exercise.conversation.context)
    texts.push_back(turn.text);
  for (const std::string& known : exercise.known) texts.push_back(known);
  for (const std::string& known : exercise.conversation.facts.already_known) {
    texts.push_back(known);
  }
  texts.push_back(exercise.conversation.facts.handled_by);
  return texts;
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

// In hundredths; nothing where it is no plain number.
std::optional<int64_t> AmountOf(std::string_view word) {
  double value = 0;
  const auto [end, error] =
      std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc() || end != word.data() + word.size() || value > 1e9) {
    return std::nullopt;
  }
  return std::llround(value * 100);
}

// The sums of money in what is told.
std::set<int64_t> AmountsIn(const std::vector<std::string_view>& texts,
                            const Engine& engine) {
  std::set<int64_t> amounts;
  for (const std::string_view text : texts) {
    for (const ContentWord& word : ContentWordsOf(text, engine)) {
      const auto amount =
          word.number && IsMoney(text, word.span) ? AmountOf(word.canon) : std::nullopt;
      if (amount) amounts.insert(*amount);
    }
  }
  return amounts;
}

// “£99 altogether” of a taxi and two tickets: what two of them come to, or all.
bool IsTotal(int64_t amount, const std::set<int64_t>& amounts) {
  if (std::accumulate(amounts.begin(), amounts.end(), int64_t{0}) == amount) return true;
  return std::ranges::any_of(amounts, [&](int64_t one) {
    return one * 2 != amount && amounts.contains(amount - one);
  });
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
  const std::vector<std::string_view> told = TextsOf(exercise);
  const std::set<std::string> known = VocabularyOf(told, engine);
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
      if (word.number && IsMoney(text, span)) {
        const auto amount = AmountOf(word.canon);
        if (amount && IsTotal(*amount, AmountsIn(told, engine))) continue;
      } else if (word.number && IsPromised(text, span, sentence, result)) {
        continue;
      }
      invented.push_back(span);
    }
  }
  return invented;
}

}  // namespace amends::training

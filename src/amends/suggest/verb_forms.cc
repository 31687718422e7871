#include "amends/suggest/verb_forms.h"

#include <algorithm>
#include <span>
#include <string_view>
#include <utility>

#include "amends/suggest/word_list.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using conversation::Reading;
using match::Range;
using text::VerbForm;
using text::Verbs;

namespace {

constexpr WordPair kSome[] = {{"any", "some"},
                              {"anything", "something"},
                              {"anyone", "someone"},
                              {"anybody", "somebody"},
                              {"anywhere", "somewhere"}};
constexpr WordPair kPlural[] = {{"has", "have"}, {"was", "were"}, {"is", "are"}};
constexpr std::string_view kDoubts[] = {"ever", "perhaps", "possibly", "maybe"};
constexpr std::string_view kMays[] = {"may", "might"};
constexpr std::string_view kDemonstratives[] = {"this", "that", "it"};
constexpr std::string_view kSo[] = {"so", "true", "right", "correct"};
constexpr std::string_view kStances[] = {"way", "opinion", "impression", "feeling"};
constexpr std::string_view kPlurals[] = {"i",     "you",   "we",    "they",
                                         "these", "those", "people"};

bool IsPast(VerbForm form) {
  return form == VerbForm::kPast || form == VerbForm::kParticiple;
}

// The source form with the ending that leads from one canonical form to another.
// “organised”, from “organized” to “organize”, is “organise”.
std::string Changed(std::string_view source, std::string_view from, std::string_view to) {
  const auto [from_end, to_end] = std::ranges::mismatch(from, to);
  const std::string_view old_ending(from_end, from.end());
  if (source == from || !source.ends_with(old_ending)) return std::string(to);
  source.remove_suffix(old_ending.size());
  std::string changed(source);
  changed.append(to_end, to.end());
  const auto is_doubled = [](std::string_view word) {
    return word.size() > 2 && word.back() == word[word.size() - 2];
  };
  if (is_doubled(changed) && !is_doubled(to)) changed.pop_back();
  return changed;
}

// Walks over some words and writes them down anew, with the blanks between them.
class Rewriter {
 public:
  Rewriter(const Reading& turn, Range words, const Verbs& verbs)
      : turn_(turn),
        words_(words),
        verbs_(verbs),
        written_(turn.text.words[words.begin].span.start) {}

  std::optional<std::string> BaseForm() {
    const Verbs::Reading* first = VerbAt(words_.begin);
    if (first == nullptr) return std::nullopt;
    bool may_be_verb = true;
    for (uint32_t i = words_.begin; i < words_.end; ++i) {
      const Verbs::Reading* verb = may_be_verb ? VerbAt(i) : nullptr;
      if (may_be_verb && verb == nullptr && Canon(i).ends_with("ed")) return std::nullopt;
      may_be_verb = Canon(i) == "and" || Canon(i) == "or";
      const bool alike = verb != nullptr && (verb->form == first->form ||
                                             (IsPast(verb->form) && IsPast(first->form)));
      if (Canon(i) == "yet" || Canon(i) == "already") {
        Drop(i);
      } else if (alike && IsAlone(i)) {
        Put(i, Changed(Source(i), Canon(i), verb->base));
      }
    }
    return Finish();
  }

  std::optional<std::string> Fact() {
    const Verbs::Reading* first = VerbAt(words_.begin);
    if (first != nullptr && first->form == VerbForm::kBase) return std::nullopt;
    if (PointsBack()) return std::nullopt;
    for (uint32_t i = words_.begin; i < words_.end; ++i) {
      if (const auto some = Look(kSome, Canon(i)); some != "") {
        Put(i, some);
      } else if (i == words_.begin && Canon(i) == "that" && IsAlone(i)) {
        VerbAt(i + 1) == nullptr ? Drop(i) : Put(i, "it");
      } else if (IsOneOf(kDoubts, Canon(i)) && IsAlone(i)) {
        Drop(i);
      } else if (IsOneOf(kMays, Canon(i)) && IsAlone(i)) {
        i = OwnUp(i);
      } else if (const auto plural = Look(kPlural, Canon(i));
                 plural != "" && IsAlone(i) && IsSomeOfSeveral(i)) {
        Put(i, plural);
      } else if (i > words_.begin && Canon(i) == "have" && !IsPlural(i - 1)) {
        i = Have(i, i - 1);  // “should this have …”
      }
    }
    return Finish();
  }

 private:
  std::string_view Canon(uint32_t i) const {
    return i < words_.end ? turn_.text.Canon(turn_.text.words[i]) : std::string_view();
  }

  std::string_view Source(uint32_t i) const {
    const text::Span span = turn_.text.words[i].span;
    return turn_.source.substr(span.start, span.length());
  }

  // Not a part of a contraction.
  bool IsAlone(uint32_t i) const {
    return turn_.WholeWords({i, i + 1}) == Range{i, i + 1};
  }

  // “this is the case”, “you feel that way”: says nothing of its own.
  bool PointsBack() const {
    for (uint32_t i = words_.begin; i + 1 < words_.end; ++i) {
      if (!IsOneOf(kDemonstratives, Canon(i))) continue;
      if (IsOneOf(kStances, Canon(i + 1))) return true;
      if (Canon(i + 2) == "the" && Canon(i + 3) == "case") return true;
      if (i + 3 == words_.end && IsOneOf(kSo, Canon(i + 2))) return true;
    }
    return false;
  }

  // Whether “any of our guides”, now “some of our guides”, stands before the verb.
  bool IsSomeOfSeveral(uint32_t verb) const {
    return verb > words_.begin + 2 && Canon(words_.begin) == "any" &&
           Canon(words_.begin + 1) == "of" && IsPlural(verb - 1);
  }

  // How the word is to be read as a verb; nullptr where it is none.
  const Verbs::Reading* VerbAt(uint32_t i) const {
    const auto& readings = verbs_.Readings(std::string(Canon(i)));
    return readings.empty() ? nullptr : &readings.front();
  }

  bool IsPlural(uint32_t subject) const {
    const std::string_view word = Canon(subject);
    return IsOneOf(kPlurals, word) || (word.ends_with('s') && !word.ends_with("ss") &&
                                       word != "this" && word != "'s");
  }

  // “may have been” is “was”, “may have caused” is “caused”, “may feel” is “feel”. The
  // last word dealt with.
  uint32_t OwnUp(uint32_t may) {
    const uint32_t subject = may > words_.begin ? may - 1 : may;
    if (Canon(may + 1) == "have" && IsAlone(may + 1)) {
      if (Canon(may + 2) != "been" && !IsPastAt(may + 2)) return may;
      Drop(may);
      return Have(may + 1, subject);
    }
    const Verbs::Reading* verb = VerbAt(may + 1);
    if (verb == nullptr || verb->form != VerbForm::kBase || verb->base == "be")
      return may;
    Drop(may);
    if (!IsPlural(subject)) Turn(may + 1, verb->base, VerbForm::kThird);
    return may + 1;
  }

  // “have been” and “have caused” of one who was and who caused.
  uint32_t Have(uint32_t have, uint32_t subject) {
    const uint32_t last = have + 1;
    if (Canon(last) == "been") {
      Drop(have);
      Put(last, IsPlural(subject) && Canon(subject) != "i" ? "were" : "was");
      return last;
    }
    if (!IsPastAt(last)) return have;
    Drop(have);
    Turn(last, VerbAt(last)->base, VerbForm::kPast);
    return last;
  }

  bool IsPastAt(uint32_t i) const {
    const Verbs::Reading* verb = VerbAt(i);
    return verb != nullptr && IsPast(verb->form);
  }

  void Turn(uint32_t i, const std::string& base, VerbForm form) {
    Put(i, Changed(Source(i), Canon(i), verbs_.Forms(base, form).front()));
  }

  void Put(uint32_t i, std::string_view fresh) {
    const text::Span span = turn_.text.words[i].span;
    CopyTo(span.start);
    const bool capital = text::StartsWithCapital(Source(i));
    made_ += capital ? text::WithCapital(fresh) : std::string(fresh);
    written_ = span.end;
  }

  // With the blank behind it, or before it where it is the last.
  void Drop(uint32_t i) {
    const bool last = i + 1 == words_.end && i > words_.begin;
    CopyTo(last ? turn_.text.words[i - 1].span.end : turn_.text.words[i].span.start);
    written_ = i + 1 < words_.end ? turn_.text.words[i + 1].span.start
                                  : turn_.text.words[i].span.end;
  }

  void CopyTo(uint32_t place) {
    if (place > written_) made_ += turn_.source.substr(written_, place - written_);
    written_ = std::max(written_, place);
  }

  std::string Finish() {
    CopyTo(std::max(written_, turn_.text.words[words_.end - 1].span.end));
    return std::move(made_);
  }

  const Reading& turn_;
  Range words_;
  const Verbs& verbs_;
  uint32_t written_;  // of the source, up to here
  std::string made_;
};

}  // namespace

std::optional<std::string> InBaseForm(const Reading& turn, Range words,
                                      const Verbs& verbs) {
  if (words.begin >= words.end) return std::nullopt;
  return Rewriter(turn, turn.WholeWords(words), verbs).BaseForm();
}

bool BeginsWithAVerb(const Reading& turn, Range words, const Verbs& verbs) {
  if (words.begin >= words.end) return false;
  const text::Word& first = turn.text.words[words.begin];
  const auto& readings = verbs.Readings(std::string(turn.text.Canon(first)));
  return !readings.empty() && readings.front().form == VerbForm::kBase;
}

std::optional<std::string> AsFact(const Reading& turn, Range words, const Verbs& verbs) {
  if (words.begin >= words.end) return std::nullopt;
  return Rewriter(turn, turn.WholeWords(words), verbs).Fact();
}

}  // namespace amends::suggest

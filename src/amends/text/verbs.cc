#include "amends/text/verbs.h"

#include <algorithm>

namespace amends::text {
namespace {

bool IsVowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

bool EndsInConsonantAndY(std::string_view base) {
  return base.size() > 1 && base.back() == 'y' && !IsVowel(base[base.size() - 2]);
}

// "panic" takes a k before an ending, "sync" does not.
bool TakesK(std::string_view base) {
  return base.size() > 3 && base.back() == 'c' && IsVowel(base[base.size() - 2]);
}

std::string Regular3rd(std::string_view base) {
  std::string form(base);
  if (EndsInConsonantAndY(base)) {
    form.back() = 'i';
    return form + "es";
  }
  static constexpr std::string_view kHissing[] = {"s", "x", "z", "ch", "sh", "o"};
  const bool hisses =
      std::any_of(std::begin(kHissing), std::end(kHissing),
                  [&](std::string_view end) { return base.ends_with(end); });
  return form + (hisses ? "es" : "s");
}

std::string RegularPast(std::string_view base, bool doubles) {
  std::string form(base);
  if (form.empty()) return form;
  if (form.back() == 'e') return form + "d";
  if (EndsInConsonantAndY(base)) {
    form.back() = 'i';
  } else if (doubles) {
    form += form.back();
  } else if (TakesK(base)) {
    form += 'k';
  }
  return form + "ed";
}

std::string RegularIng(std::string_view base, bool doubles) {
  std::string form(base);
  if (form.size() < 2) return form + "ing";
  if (form.ends_with("ie")) {
    form.resize(form.size() - 2);
    return form + "ying";
  }
  const bool silent_e = form.back() == 'e' && !form.ends_with("ee") &&
                        !form.ends_with("oe") && !form.ends_with("ye");
  if (silent_e) {
    form.pop_back();
  } else if (doubles) {
    form += form.back();
  } else if (TakesK(base)) {
    form += 'k';
  }
  return form + "ing";
}

}  // namespace

Verbs::Verbs(const Tables& tables)
    : doubling_(tables.doubling.begin(), tables.doubling.end()),
      adjectives_(tables.adjectives.begin(), tables.adjectives.end()) {
  for (const IrregularVerb& verb : tables.irregular_verbs) irregular_[verb.base] = verb;
  // Irregular verbs are the commoner ones: "found" is find~past before it is found~base.
  for (const IrregularVerb& verb : tables.irregular_verbs) AddReadings(verb.base);
  for (const std::string& base : tables.verbs) {
    if (!irregular_.contains(base)) AddReadings(base);
  }
}

void Verbs::AddReadings(const std::string& base) {
  static constexpr VerbForm kForms[] = {VerbForm::kBase, VerbForm::kThird,
                                        VerbForm::kPast, VerbForm::kParticiple,
                                        VerbForm::kIng};
  for (VerbForm form : kForms) {
    for (const std::string& word : Forms(base, form)) {
      std::vector<Reading>& readings = readings_[word];
      const bool known =
          std::any_of(readings.begin(), readings.end(),
                      [&](const Reading& r) { return r.base == base && r.form == form; });
      if (!known) readings.push_back({base, form});
    }
  }
}

std::vector<std::string> Verbs::Forms(std::string_view base_view, VerbForm form) const {
  const std::string base(base_view);
  const auto irregular = irregular_.find(base);
  const IrregularVerb* verb =
      irregular == irregular_.end() ? nullptr : &irregular->second;
  const bool doubles = doubling_.contains(base);
  switch (form) {
    case VerbForm::kBase:
      return {base};
    case VerbForm::kThird:
      // The one verb with more than two forms of the present.
      if (base == "be") return {"is", "am", "are"};
      return {verb && !verb->s.empty() ? verb->s : Regular3rd(base)};
    case VerbForm::kPast:
      if (verb && !verb->past.empty()) return verb->past;
      return {RegularPast(base, doubles)};
    case VerbForm::kParticiple:
      if (verb && !verb->part.empty()) return verb->part;
      return {RegularPast(base, doubles)};
    case VerbForm::kIng:
      return {verb && !verb->ing.empty() ? verb->ing : RegularIng(base, doubles)};
  }
  return {};
}

const std::vector<Verbs::Reading>& Verbs::Readings(std::string_view word) const {
  static const std::vector<Reading> kNone;
  const auto known = readings_.find(std::string(word));
  return known == readings_.end() ? kNone : known->second;
}

bool Verbs::IsAdjective(std::string_view participle) const {
  return adjectives_.contains(std::string(participle));
}

}  // namespace amends::text

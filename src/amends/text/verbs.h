// The verb table: the forms of a verb from its base, and back. Regular forms are made by
// the spelling rules of English; irregular ones and the doubling of consonants are data
// (Tables). Immutable after construction; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "amends/text/tables.h"

namespace amends::text {

enum class VerbForm { kBase, kThird, kPast, kParticiple, kIng };

class Verbs {
 public:
  explicit Verbs(const Tables& tables);

  // All spellings of a form: Forms("lose", kPast) is {"lost"}; "learn" has {"learned",
  // "learnt"}. Any word is taken for a base; one that is not in the table is inflected as
  // a regular verb.
  std::vector<std::string> Forms(std::string_view base, VerbForm form) const;

  struct Reading {
    std::string base;
    VerbForm form;
  };
  // What a word may be as a form of a verb of the table, the commonest reading first;
  // empty if none.
  const std::vector<Reading>& Readings(std::string_view word) const;

  // A participle that is used as an adjective ("satisfied", "concerned").
  bool IsAdjective(std::string_view participle) const;

 private:
  void AddReadings(const std::string& base);

  std::unordered_map<std::string, IrregularVerb> irregular_;
  std::unordered_map<std::string, std::vector<Reading>> readings_;
  std::unordered_set<std::string> doubling_;
  std::unordered_set<std::string> adjectives_;
};

}  // namespace amends::text

// Every word form that the tables and the vocabulary know: what it is in canonical form,
// and what it can be in a clause. One look-up of a word by its bytes; all else by its id.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "amends/text/tables.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::text {

// What a word can be. One word may be many things: "order" is a verb and may be a noun.
enum WordFlag : uint64_t {
  kSubordinator = 1ull << 0,
  kJoiner = 1ull << 1,
  kPreposition = 1ull << 2,
  kDeterminer = 1ull << 3,
  kAuxiliary = 1ull << 4,
  kTitle = 1ull << 5,
  kFirstName = 1ull << 6,
  kAbbreviation = 1ull << 7,
  kFrequent = 1ull << 8,
  kVerbBase = 1ull << 9,
  kVerbThird = 1ull << 10,
  kVerbPast = 1ull << 11,
  kVerbParticiple = 1ull << 12,
  kVerbIng = 1ull << 13,
  kSubjectPronoun = 1ull << 14,  // i we he she they
  kOtherPronoun = 1ull << 15,    // you it this that there, everyone
  kFeeling = 1ull << 16,         // sorry glad; thanks: they predicate without a verb
  kSaying = 1ull << 17,          // forms of say, think, hope
  kCausative = 1ull << 18,       // forms of get, keep, have: "keep you updated"
  kAside = 1ull << 19,           // however please too: weak between commas
  kAdverb = 1ull << 20,
  kInterjection = 1ull << 21,    // hi well yes
  kVocative = 1ull << 22,        // sir madam all
  kTimeNoun = 1ull << 23,        // morning week: "last week we"
  kTeamNoun = 1ull << 24,        // "our team" is we
  kOpenerModifier = 1ull << 25,  // even just only: "even if"
  kElliptic = 1ull << 26,        // thank hope: first in a clause without "I"
  kRelative = 1ull << 27,        // which who
  kQuestionWord = 1ull << 28,    // what how why when where
  kBeforeBut = 1ull << 29,       // nothing but
  kAdjective = 1ull << 30,       // common adjectives
  kNotVerb = 1ull << 31,         // forms of verbs that are mostly nouns or adjectives
  kAnd = 1ull << 32,             // and or nor
  kBut = 1ull << 33,
  kThat = 1ull << 34,
  kTo = 1ull << 35,
  kNot = 1ull << 36,
  kFirstPerson = 1ull << 37,   // i
  kFirstPlural = 1ull << 38,   // we
  kSecondPerson = 1ull << 39,  // you
  kDo = 1ull << 40,            // do does did
  kHave = 1ull << 41,
  kOur = 1ull << 42,
  kPoliteMarker = 1ull << 43,  // please kindly
  kIs = 1ull << 44,            // "'s", "'d": an auxiliary after a pronoun only
  kAs = 1ull << 45,
  kOf = 1ull << 46,
  kBe = 1ull << 47,
  kFor = 1ull << 48,
  kNumeral = 1ull << 49,        // one two ten
  kUnclear = 1ull << 50,        // this that these those: pronoun or determiner
  kModal = 1ull << 51,          // can will would could
  kObjectPronoun = 1ull << 52,  // me us him them
  kNotAdverb = 1ull << 53,      // family friendly
  kPlural = 1ull << 54,         // these those
};

// What begins a clause within a sentence.
inline constexpr uint64_t kOpeners = kSubordinator | kJoiner | kBut;

inline constexpr uint64_t kFinite = kAuxiliary | kVerbThird | kVerbPast;

class WordTable {
 public:
  // A form that opens to several words, or to one only where `next` says so.
  struct Opening {
    std::vector<WordId> to;
    std::vector<WordId> next;

    template <typename Archive>
    void Transfer(Archive& archive) {
      archive(to, next);
    }
  };
  struct Entry {
    WordId id = kUnknownWord;  // canonical
    int32_t opening = -1;
    uint32_t length = 0;     // of the form
    bool canonical = false;  // the form is its own canonical form
  };

  // Interns the words of the tables in the vocabulary, which must outlive this.
  WordTable(const Tables& tables, const Verbs& verbs, Vocabulary& vocabulary);

  // Empty, for Transfer to fill.
  explicit WordTable(Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  template <typename Archive>
  void Transfer(Archive& archive) {
    archive(hashes_, entries_, forms_, used_, openings_, flags_);
  }

  // Takes in the words that the vocabulary got since.
  void AddVocabulary(const Vocabulary& vocabulary);

  // Null where the form is not known.
  const Entry* Find(std::string_view form) const;

  const Opening& opening(const Entry& entry) const {
    return openings_[static_cast<size_t>(entry.opening)];
  }
  uint64_t flags(WordId id) const { return flags_[id]; }
  std::string_view Spell(WordId id) const { return vocabulary_->Spell(id); }

 private:
  void Put(WordId form, WordId canonical, int32_t opening);
  void Grow();
  WordId Intern(std::string_view word, uint64_t flags);
  void AddVerbs(const Tables& tables, const Verbs& verbs);
  void AddClauseWords(const Tables& tables, const Verbs& verbs);

  Vocabulary* vocabulary_;
  // A hash table probed in line, a power of two long; 0 marks an empty slot. Kept in
  // columns, for most look-ups read the hash and the entry only.
  std::vector<uint64_t> hashes_;
  std::vector<Entry> entries_;
  std::vector<WordId> forms_;
  size_t used_ = 0;
  std::vector<Opening> openings_;
  std::vector<uint64_t> flags_;
};

}  // namespace amends::text

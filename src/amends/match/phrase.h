// A phrase as written: the syntax tree of docs/phrases.md, with no knowledge of classes
// or words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace amends::match {

// Which forms of a verb are meant; kAllForms where the phrase names none.
enum FormSet : uint8_t {
  kBaseForm = 1,
  kThirdForm = 2,
  kPastForm = 4,
  kParticipleForm = 8,
  kIngForm = 16,
  kAllForms = 31
};

struct Node {
  enum class Kind : uint8_t {
    kWord,           // text: as written; may open to several canonical words
    kMark,           // text: a run of one mark, or a word beginning with an apostrophe
    kVerb,           // text: base form; forms
    kClass,          // text: name; forms
    kGap,            // limit: words
    kSequence,       // children
    kChoice,         // children
    kOptional,       // children[0]
    kRepeat,         // children[0], none to three times
    kCapture,        // text: name; children[0]
    kSentenceStart,  // <<
    kSentenceEnd,    // >>
    kClauseStart,    // <
    kClauseEnd,      // >
    kBreak,          // /
    kInsertion       // ~
  };
  Kind kind = Kind::kSequence;
  std::string text;
  uint8_t forms = kAllForms;
  uint8_t limit = 0;
  bool negated = false;  // kWord, kVerb and kClass
  bool head = false;
  uint32_t offset = 0;  // bytes of the phrase, for messages
  uint32_t length = 0;
  std::vector<Node> children;
};

struct PhraseError {
  uint32_t offset = 0;  // bytes of the phrase
  uint32_t length = 1;
  std::string message;
  std::string hint;
};

inline constexpr size_t kMaxPhraseLength = 2000;  // code points
inline constexpr int kMaxPhraseDepth = 40;
inline constexpr int kDefaultGap = 8;
inline constexpr int kMaxGap = 30;
inline constexpr int kMaxRepeat = 3;

// The tree of a phrase (a kSequence), or the first thing that is wrong with it.
std::variant<Node, PhraseError> ParsePhrase(std::string_view phrase);

}  // namespace amends::match

// The classes of the packs, compiled, and the compiler of phrases that use them. Filled
// while an engine is built: classes first, then every phrase through Compile, then
// Freeze. After Freeze const members are safe from any thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/match/bit_rows.h"
#include "amends/match/groups.h"
#include "amends/match/phrase.h"
#include "amends/match/program.h"
#include "amends/pack/pack.h"
#include "amends/text/analyzer.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::match {

// Something wrong with a phrase or a class, at bytes of the string at origin.
struct LexiconProblem {
  pack::Origin origin;
  PhraseError error;
};

struct Outline;
class Shapes;

class Lexicon {
 public:
  // The arguments must outlive the lexicon. Problems of all classes are added to
  // problems; a class with a problem matches what is right in it.
  Lexicon(const std::vector<pack::ClassDef>& classes, const text::Analyzer& analyzer,
          const text::Verbs& verbs, text::Vocabulary& vocabulary,
          const std::vector<std::string>& frequent,
          std::vector<LexiconProblem>& problems);
  // One that is frozen from the start, for Transfer to fill.
  Lexicon(const text::Analyzer& analyzer, const text::Verbs& verbs,
          text::Vocabulary& vocabulary);
  ~Lexicon();

  // Nothing where the phrase is wrong; problems then says why.
  std::optional<Program> Compile(const pack::Phrase& phrase,
                                 std::vector<LexiconProblem>& problems);

  // Call once, after the last Compile.
  void Freeze();

  bool HasClass(std::string_view id) const;
  std::vector<std::string> ClassIds() const;

  // What the matcher asks for.
  template <typename Archive>
  void Transfer(Archive& archive) {
    std::vector<std::string> shapes = SpelledShapes();
    archive(programs_, rows_, word_count_, shapes);
    if constexpr (Archive::kReads) SetShapes(shapes);
  }

  // For the matcher. The word must be one of the vocabulary at Freeze.
  bool InSet(text::WordId word, uint32_t set) const { return rows_.Has(word, set); }
  bool HasShape(std::string_view canonical, uint32_t shape) const;
  const Program& ClassProgram(uint32_t call) const { return programs_[call]; }
  size_t class_program_count() const { return programs_.size(); }
  size_t word_count() const { return word_count_; }
  const std::vector<text::WordId>& Set(uint32_t set) const { return sets_[set]; }

  // For the compiler: shares of all words, roughly.
  double Frequency(text::WordId word) const;
  const Outline& ClassOutline(uint32_t call) const;
  Groups& groups() { return groups_; }
  const Groups& groups() const { return groups_; }

 private:
  friend class Compiler;

  // What a class stands for in a program.
  struct Meaning {
    enum class Kind : uint8_t { kSet, kBuiltin, kCall } kind = Kind::kSet;
    uint32_t arg = 0;
    int depth = 1;       // classes inside one another
    bool ready = false;  // not, while its members are read
  };

  uint32_t InternSet(std::vector<text::WordId> sorted);
  std::vector<std::string> SpelledShapes() const;
  void SetShapes(const std::vector<std::string>& shapes);

  const text::Analyzer& analyzer_;
  const text::Verbs& verbs_;
  text::Vocabulary& vocabulary_;
  std::map<std::string, const pack::ClassDef*, std::less<>> definitions_;
  std::map<std::string, Meaning, std::less<>> meanings_;  // by name and forms
  std::vector<std::vector<text::WordId>> sets_;
  std::map<std::vector<text::WordId>, uint32_t> set_ids_;
  Groups groups_;
  std::vector<Program> programs_;
  std::vector<Outline> outlines_;  // of programs_, until Freeze
  std::unique_ptr<Shapes> shapes_;
  std::vector<double> frequency_;  // by WordId
  BitRows rows_;                   // by WordId: the sets it belongs to
  size_t word_count_ = 0;
};

}  // namespace amends::match

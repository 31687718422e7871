// Looks up the words and classes of phrases: from the syntax tree to a Part, and the
// classes of the packs on first sight. Internal to match: use Lexicon::Compile.
#pragma once

#include <set>
#include <span>
#include <string>
#include <vector>

#include "amends/match/lexicon.h"
#include "amends/match/part.h"

namespace amends::match {

// Serves one phrase, or one class; throws PhraseError.
class Compiler {
 public:
  Compiler(Lexicon& lexicon, std::vector<LexiconProblem>& problems, int depth = 0)
      : lexicon_(lexicon), problems_(problems), depth_(depth) {}

  Program Compile(const Node& root);
  // The meaning of a class, compiled on first sight.
  Lexicon::Meaning MeaningOf(const Node& node, const std::string& name, uint8_t forms);

 private:
  // What the members of a class come to.
  struct Members {
    std::set<text::WordId> words;
    std::vector<Part> phrases;
  };

  Part Resolve(const Node& node);
  Part ResolveBare(const Node& node);
  Part ResolveWords(const Node& node, std::span<const std::string> words) const;
  Part ResolveWord(const Node& node) const;
  Part ResolveMark(const Node& node) const;
  Part ResolveVerb(const Node& node) const;
  Part ResolveClass(const Node& node);
  Part ResolveSequence(const Node& node);
  Part ResolveChoice(const Node& node);
  Part ResolveLoose(const Node& node);
  Part ResolveCapture(const Node& node);

  Lexicon::Meaning CompileClass(const pack::ClassDef& definition, uint8_t forms);
  void ReadMember(const pack::Phrase& phrase, uint8_t forms, Members& members);
  void AddShape(const pack::ClassDef& definition, Part& all);
  void AddForms(const std::string& verb, uint8_t forms,
                std::set<text::WordId>& words) const;
  bool AddWords(const Part& part, std::set<text::WordId>& words) const;
  uint32_t Intern(const std::set<text::WordId>& words) const;

  Lexicon& lexicon_;
  std::vector<LexiconProblem>& problems_;
  int depth_;            // of classes around this one
  int inner_depth_ = 0;  // of the deepest class seen inside
  std::vector<std::string> captures_;
  std::vector<std::string> open_captures_;
};

}  // namespace amends::match

// Phrases compiled with a few classes and the English tables, and looked for in texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "amends/match/matcher.h"
#include "amends/pack/pack.h"
#include "tests/support/tables.h"

namespace amends::testing {

// A class of these phrases, and of all forms of these verbs.
pack::ClassDef MakeClass(const std::string& id, const std::vector<std::string>& any,
                         const std::vector<std::string>& verbs = {});

class Phrases {
 public:
  // A phrase of a rule.
  struct Owned {
    std::string phrase;
    uint32_t owner = 0;
  };

  // Phrases of one rule (owner 0). Problems are kept, with the number of the phrase as
  // pointer; what is wrong is left out.
  explicit Phrases(const std::vector<std::string>& phrases,
                   std::vector<pack::ClassDef> classes = {});
  static Phrases OfRules(const std::vector<Owned>& phrases,
                         std::vector<pack::ClassDef> classes = {});
  // Every phrase is a rule of its own: owner is its number.
  static Phrases Apart(const std::vector<std::string>& phrases,
                       std::vector<pack::ClassDef> classes = {});

  const std::vector<match::LexiconProblem>& problems() const { return problems_; }
  const match::Lexicon& lexicon() const { return lexicon_; }
  const match::PhraseSet& set() const { return set_; }
  const std::vector<pack::ClassDef>& classes() const { return classes_; }

  text::Text Read(std::string_view source) const {
    return english_.analyzer.Analyze(source);
  }
  // In all sentences, through the index; and every phrase at every start, with the
  // matches of an owner not settled against one another. taken: a flag for each word, or
  // nothing.
  std::vector<match::Match> Find(const text::Text& text,
                                 const std::vector<uint8_t>& taken = {}) const;
  std::vector<match::Match> FindOneByOne(const text::Text& text,
                                         const std::vector<uint8_t>& taken = {}) const;

  // What is matched for an owner (or the capture of that name, where the phrase has it)
  // as it stands in the source, joined by " | ", "-" for nothing.
  std::string Show(std::string_view source, uint32_t owner = 0,
                   const std::string& capture = "span") const;

 private:
  struct Tag {};
  Phrases(Tag, const std::vector<Owned>& phrases, std::vector<pack::ClassDef> classes);

  std::vector<pack::ClassDef> classes_;
  English english_;
  std::vector<match::LexiconProblem> problems_;
  match::Lexicon lexicon_;
  match::PhraseSet set_;
};

}  // namespace amends::testing

// A second matcher: docs/phrases.md by regular expressions over encoded sentences. Slow
// and simple, it shares the syntax tree and the text layer with the first and nothing
// else.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "amends/match/matcher.h"
#include "amends/match/phrase.h"
#include "amends/pack/pack.h"
#include "amends/text/analyzer.h"
#include "amends/text/verbs.h"
#include "tests/support/encoded_sentence.h"

namespace amends::testing {

class Oracle {
 public:
  // Classes and phrases must be right. The analyzer and the verbs must outlive the
  // oracle.
  Oracle(const std::vector<pack::ClassDef>& classes, const text::Analyzer& analyzer,
         const text::Verbs& verbs);
  ~Oracle();

  // Numbers them from 0.
  void Add(const std::string& phrase, uint32_t owner);

  // The shortest match of every phrase from every start.
  std::vector<match::Match> FindAll(const text::Text& text,
                                    const text::Sentence& sentence,
                                    std::span<const uint8_t> taken) const;

  // What counts of matches where those of one owner must not overlap: ordered by owner
  // and start, as Matcher::Find gives them.
  static std::vector<match::Match> Settle(const text::Text& text,
                                          std::vector<match::Match> found);

 private:
  struct Phrase;
  struct Class;
  class Translator;

  const Class& ClassOf(const std::string& id, uint8_t forms);
  void AddMember(match::Node root, uint8_t forms, Class& made);
  EncodedSentence EncodeFor(int signs, const text::Text& text,
                            const text::Sentence& sentence,
                            std::span<const uint8_t> taken) const;

  std::map<std::string, pack::ClassDef> definitions_;
  const text::Analyzer& analyzer_;
  const text::Verbs& verbs_;
  WordLetters letters_;
  std::map<std::string, Class> classes_;  // by id and forms
  std::vector<std::unique_ptr<Phrase>> phrases_;
  std::vector<std::string> shapes_;
};

}  // namespace amends::testing

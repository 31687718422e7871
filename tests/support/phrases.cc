#include "tests/support/phrases.h"

#include <algorithm>
#include <utility>

namespace amends::testing {
namespace {

std::vector<Phrases::Owned> OfOneRule(const std::vector<std::string>& phrases) {
  std::vector<Phrases::Owned> owned;
  for (const std::string& phrase : phrases) owned.push_back({phrase, 0});
  return owned;
}

}  // namespace

pack::ClassDef MakeClass(const std::string& id, const std::vector<std::string>& any,
                         const std::vector<std::string>& verbs) {
  pack::ClassDef made;
  made.id = id;
  made.origin = {"classes", "/" + id};
  for (size_t i = 0; i < any.size(); ++i) {
    made.any.push_back({any[i], {"classes", "/" + id + "/any/" + std::to_string(i)}});
  }
  made.verbs = verbs;
  return made;
}

Phrases::Phrases(const std::vector<std::string>& phrases,
                 std::vector<pack::ClassDef> classes)
    : Phrases(Tag(), OfOneRule(phrases), std::move(classes)) {}

Phrases::Phrases(Tag, const std::vector<Owned>& phrases,
                 std::vector<pack::ClassDef> classes)
    : classes_(std::move(classes)),
      lexicon_(classes_, english_.analyzer, EnglishVerbs(), english_.vocabulary,
               EnglishTables().frequent, problems_) {
  for (size_t i = 0; i < phrases.size(); ++i) {
    auto program = lexicon_.Compile(
        {phrases[i].phrase, {"phrases", "/" + std::to_string(i)}}, problems_);
    if (program) set_.Add(std::move(*program), phrases[i].owner);
  }
  lexicon_.Freeze();
  set_.Freeze(lexicon_);
}

Phrases Phrases::OfRules(const std::vector<Owned>& phrases,
                         std::vector<pack::ClassDef> classes) {
  return Phrases(Tag(), phrases, std::move(classes));
}

Phrases Phrases::Apart(const std::vector<std::string>& phrases,
                       std::vector<pack::ClassDef> classes) {
  std::vector<Owned> owned;
  for (size_t i = 0; i < phrases.size(); ++i) {
    owned.push_back({phrases[i], static_cast<uint32_t>(i)});
  }
  return Phrases(Tag(), owned, std::move(classes));
}

std::vector<match::Match> Phrases::Find(const text::Text& text,
                                        const std::vector<uint8_t>& taken) const {
  match::Scratch scratch;
  std::vector<match::Match> found;
  for (const text::Sentence& sentence : text.sentences) {
    match::Matcher(lexicon_).Find(set_, text, sentence, taken, scratch, found);
  }
  return found;
}

std::vector<match::Match> Phrases::FindOneByOne(const text::Text& text,
                                                const std::vector<uint8_t>& taken) const {
  match::Scratch scratch;
  std::vector<match::Match> found;
  for (const text::Sentence& sentence : text.sentences) {
    for (uint32_t phrase = 0; phrase < set_.size(); ++phrase) {
      match::Matcher(lexicon_).FindOne(set_, phrase, text, sentence, taken, scratch,
                                       found);
    }
  }
  return found;
}

std::string Phrases::Show(std::string_view source, uint32_t owner,
                          const std::string& capture) const {
  const text::Text text = Read(source);
  std::string shown;
  for (const match::Match& match : Find(text)) {
    if (match.owner != owner) continue;
    const std::vector<std::string>& names = set_.program(match.phrase).captures;
    const auto name = std::ranges::find(names, capture);
    match::Range range = match.words;
    if (name != names.end()) {
      range = match.captures[static_cast<size_t>(name - names.begin())];
    }
    const text::Span span = text.SpanOf(range.begin, range.end);
    shown += (shown.empty() ? "" : " | ") +
             std::string(source.substr(span.start, span.length()));
  }
  return shown.empty() ? "-" : shown;
}

}  // namespace amends::testing

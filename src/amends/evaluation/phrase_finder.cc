#include "amends/evaluation/phrase_finder.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>

#include "amends/match/lexicon.h"
#include "amends/match/matcher.h"
#include "amends/text/analyzer.h"
#include "amends/text/verbs.h"
#include "amends/text/vocabulary.h"

namespace amends::evaluation {
namespace {

using match::Match;
using match::Range;

constexpr std::string_view kTaken = "taken";  // the capture that a suppressor takes

}  // namespace

struct PhraseFinder::State {
  explicit State(const pack::Pack& pack)
      : verbs(pack.tables),
        analyzer(pack.tables, verbs, vocabulary, {}),
        lexicon(pack.classes, analyzer, verbs, vocabulary, pack.tables.frequent,
                problems),
        matcher(lexicon) {}

  // Phrases of one kind; the owner of a phrase is its place in `written`.
  struct Shelf {
    match::PhraseSet set;
    std::vector<const pack::Phrase*> written;
    std::map<std::string, std::pair<size_t, size_t>, std::less<>> ranges;  // by id
  };

  void Put(Shelf& shelf, const std::string& id, std::span<const pack::Phrase> phrases) {
    const size_t begin = shelf.written.size();
    for (const pack::Phrase& phrase : phrases) {
      std::optional<match::Program> program = lexicon.Compile(phrase, problems);
      if (!program) continue;
      shelf.set.Add(std::move(*program), static_cast<uint32_t>(shelf.written.size()));
      shelf.written.push_back(&phrase);
    }
    shelf.ranges[id] = {begin, shelf.written.size()};
  }

  std::vector<Match> FindAll(const Shelf& shelf, const text::Text& text,
                             const std::vector<uint8_t>& taken) const {
    std::vector<Match> found;
    match::Scratch scratch;
    for (const text::Sentence& sentence : text.sentences) {
      matcher.Find(shelf.set, text, sentence, taken, scratch, found);
    }
    return found;
  }

  std::vector<uint8_t> TakenIn(const text::Text& text) const {
    std::vector<uint8_t> taken(text.words.size());
    for (const Match& match : FindAll(suppressors, text, {})) {
      const std::vector<std::string>& captures =
          suppressors.set.program(match.phrase).captures;
      Range words = match.words;
      for (size_t i = 0; i < captures.size(); ++i) {
        if (captures[i] == kTaken) words = match.captures[i];
      }
      for (uint32_t word = words.begin; word < words.end; ++word) taken[word] = 1;
    }
    return taken;
  }

  // The matches of the phrases of id, by phrase, then by place.
  std::vector<Hit> Find(const Shelf& shelf, std::string_view id, std::string_view source,
                        bool with_taken) const {
    std::vector<Hit> hits;
    const auto range = shelf.ranges.find(id);
    if (range == shelf.ranges.end()) return hits;
    const auto [begin, end] = range->second;
    const text::Text text = analyzer.Analyze(source);
    const std::vector<uint8_t> taken =
        with_taken ? TakenIn(text) : std::vector<uint8_t>(text.words.size());
    std::vector<Match> found = FindAll(shelf, text, taken);
    for (size_t phrase = begin; phrase < end; ++phrase) {
      for (const Match& match : found) {
        if (match.owner != phrase) continue;
        hits.push_back(
            {shelf.written[phrase], text.SpanOf(match.words.begin, match.words.end)});
      }
    }
    return hits;
  }

  text::Vocabulary vocabulary;
  text::Verbs verbs;
  text::Analyzer analyzer;
  std::vector<match::LexiconProblem> problems;
  match::Lexicon lexicon;
  match::Matcher matcher;
  Shelf patterns;  // of rules and moves
  Shelf suppressors;
  Shelf classes;                      // {id} of each
  Shelf members;                      // << {id} >> of each
  std::vector<pack::Phrase> written;  // what those two hold
};

PhraseFinder::PhraseFinder(const pack::Pack& pack)
    : state_(std::make_unique<State>(pack)) {
  State& state = *state_;
  for (const pack::Rule& rule : pack.rules) {
    state.Put(state.patterns, rule.id, rule.on.patterns);
  }
  for (const pack::Move& move : pack.moves)
    state.Put(state.patterns, move.id, move.patterns);
  for (const pack::Suppressor& suppressor : pack.suppressors) {
    state.Put(state.suppressors, suppressor.id, suppressor.patterns);
  }
  for (const pack::ClassDef& one : pack.classes) {
    state.written.push_back({"{" + one.id + "}", one.origin});
    state.written.push_back({"<< {" + one.id + "} >>", one.origin});
  }
  for (size_t i = 0; i < pack.classes.size(); ++i) {
    const std::string& id = pack.classes[i].id;
    state.Put(state.classes, id, {&state.written[2 * i], 1});
    state.Put(state.members, id, {&state.written[2 * i + 1], 1});
  }
  state.lexicon.Freeze();
  for (State::Shelf* shelf :
       {&state.patterns, &state.suppressors, &state.classes, &state.members}) {
    shelf->set.Freeze(state.lexicon);
  }
}

PhraseFinder::~PhraseFinder() = default;
PhraseFinder::PhraseFinder(PhraseFinder&&) noexcept = default;
PhraseFinder& PhraseFinder::operator=(PhraseFinder&&) noexcept = default;

std::vector<PhraseFinder::Hit> PhraseFinder::Patterns(std::string_view id,
                                                      std::string_view text) const {
  if (id.starts_with("SUP-")) return state_->Find(state_->suppressors, id, text, false);
  // The customer's turns are read without suppressors.
  return state_->Find(state_->patterns, id, text, !id.starts_with("C."));
}

std::vector<text::Span> PhraseFinder::Class(std::string_view id,
                                            std::string_view text) const {
  std::vector<text::Span> spans;
  for (const Hit& hit : state_->Find(state_->classes, id, text, false)) {
    spans.push_back(hit.span);
  }
  return spans;
}

bool PhraseFinder::IsMember(std::string_view id, std::string_view words) const {
  return !state_->Find(state_->members, id, words, false).empty();
}

}  // namespace amends::evaluation

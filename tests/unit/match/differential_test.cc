// The matcher, with its index and without, finds what the oracle finds: with the phrases
// of the core pack in all texts at hand, and with made-up phrases in made-up texts.
#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck.h>

#include "amends/pack/loader.h"
#include "tests/support/oracle.h"
#include "tests/support/pace.h"
#include "tests/support/phrases.h"

namespace amends::match {
namespace {

using Texts = std::vector<std::string>;
using nlohmann::json;

// Classes without the members that have problems: what the lexicon makes of them.
std::vector<pack::ClassDef> WithoutFaults(std::vector<pack::ClassDef> classes,
                                          const std::vector<LexiconProblem>& problems) {
  std::set<std::pair<std::string, std::string>> faulty;
  for (const LexiconProblem& problem : problems) {
    faulty.emplace(problem.origin.file, problem.origin.pointer);
  }
  for (pack::ClassDef& definition : classes) {
    std::erase_if(definition.any, [&](const pack::Phrase& phrase) {
      return faulty.contains({phrase.origin.file, phrase.origin.pointer});
    });
  }
  return classes;
}

struct Owned {
  pack::Phrase phrase;
  uint32_t owner = 0;
};

// The same phrases for both matchers.
class Bench {
 public:
  Bench(const text::Tables& tables, std::vector<pack::ClassDef> classes,
        const std::vector<Owned>& phrases)
      : verbs_(tables),
        analyzer_(tables, verbs_, vocabulary_, {}),
        classes_(std::move(classes)),
        lexicon_(classes_, analyzer_, verbs_, vocabulary_, tables.frequent, problems_),
        oracle_(WithoutFaults(classes_, problems_), analyzer_, verbs_) {
    for (const auto& [phrase, owner] : phrases) {
      std::optional<Program> program = lexicon_.Compile(phrase, problems_);
      if (!program) continue;
      set_.Add(std::move(*program), owner);
      oracle_.Add(phrase.text, owner);
      written_.push_back(phrase.text);
    }
    lexicon_.Freeze();
    set_.Freeze(lexicon_);
  }

  size_t phrases() const { return written_.size(); }
  size_t matches() const { return matches_; }
  size_t words() const { return words_; }
  text::Text Read(std::string_view source) const { return analyzer_.Analyze(source); }
  text::Text Identify(text::Text text) const {
    for (text::Word& word : text.words) word.id = vocabulary_.Find(text.Canon(word));
    return text;
  }

  static bool IsShort(const text::Sentence& sentence) {
    return sentence.end - sentence.begin <= testing::Oracle::kMostWords;
  }

  // Where the three matchers differ over a sentence; empty where they agree. Of the
  // phrases that the oracle does not find, one in `step` is tried without the index.
  std::string Differences(const text::Text& text, const text::Sentence& sentence,
                          const std::vector<uint8_t>& taken, size_t step = 1) {
    const std::vector<Match> all = oracle_.FindAll(text, sentence, taken);
    matches_ += all.size();
    words_ += sentence.end - sentence.begin;
    std::vector<Match> found;
    Matcher(lexicon_).Find(set_, text, sentence, taken, scratch_, found);
    std::string differences = Compare("with the index", text, sentence, taken, found,
                                      Oracle::Settle(text, all));
    auto next = all.begin();
    for (uint32_t phrase = 0; phrase < set_.size(); ++phrase) {
      const auto first = next;
      while (next != all.end() && next->phrase == phrase) ++next;
      if (first == next && (phrase + words_) % step != 0) continue;
      found.clear();
      Matcher(lexicon_).FindOne(set_, phrase, text, sentence, taken, scratch_, found);
      differences += Compare("without the index", text, sentence, taken, found,
                             Oracle::Settle(text, {first, next}));
    }
    return differences;
  }

 private:
  using Oracle = testing::Oracle;

  std::string Compare(const char* how, const text::Text& text,
                      const text::Sentence& sentence, const std::vector<uint8_t>& taken,
                      const std::vector<Match>& found,
                      const std::vector<Match>& expected) const {
    const std::string one = Show(found);
    const std::string other = Show(expected);
    if (one == other) return "";
    return fmt::format("{}: {}found {}\n  expected {}\n", how,
                       ShowSentence(text, sentence, taken), one, other);
  }

  std::string Show(const std::vector<Match>& matches) const {
    std::string shown;
    for (const Match& match : matches) {
      shown += fmt::format("\n    {} [{}, {}) head {}", written_[match.phrase],
                           match.words.begin, match.words.end, match.head);
      for (const Range& capture : match.captures) {
        shown += fmt::format(" {}-{}", capture.begin, capture.end);
      }
    }
    return shown;
  }

  static std::string ShowSentence(const text::Text& text, const text::Sentence& sentence,
                                  const std::vector<uint8_t>& taken) {
    static const char* const kBoundaries[] = {"", "~", "|", "||"};
    std::string shown;
    for (uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const text::Word& word = text.words[i];
      const bool is_taken = !taken.empty() && taken[i] != 0;
      shown += fmt::format("{}{}{}{} ", kBoundaries[static_cast<size_t>(word.before)],
                           is_taken ? "<" : "", text.Canon(word), is_taken ? ">" : "");
    }
    return shown;
  }

  text::Verbs verbs_;
  text::Vocabulary vocabulary_;
  text::Analyzer analyzer_;
  std::vector<pack::ClassDef> classes_;
  std::vector<LexiconProblem> problems_;
  Lexicon lexicon_;
  PhraseSet set_;
  Oracle oracle_;
  std::vector<std::string> written_;
  Scratch scratch_;
  size_t matches_ = 0;
  size_t words_ = 0;
};

const pack::Pack& CorePack() {
  static const pack::Pack pack = pack::LoadFolder(testing::SourcePath("rules/en")).pack;
  return pack;
}

Bench& CoreBench() {
  static Bench bench = [] {
    const pack::Pack& pack = CorePack();
    std::vector<Owned> phrases;
    uint32_t owner = 0;
    const auto add = [&](const std::vector<pack::Phrase>& patterns,
                         const std::vector<pack::Unless>& unless) {
      for (const pack::Phrase& pattern : patterns) phrases.push_back({pattern, owner});
      for (const pack::Unless& one : unless) phrases.push_back({one.pattern, ++owner});
      ++owner;
    };
    for (const pack::Suppressor& suppressor : pack.suppressors) {
      add(suppressor.patterns, {});
    }
    for (const pack::Move& move : pack.moves) add(move.patterns, move.unless);
    for (const pack::Rule& rule : pack.rules) add(rule.on.patterns, rule.unless);
    return Bench(pack.tables, pack.classes, phrases);
  }();
  return bench;
}

Texts CoreExamples() {
  Texts texts;
  const auto add = [&](const std::vector<pack::Example>& examples) {
    for (const pack::Example& example : examples) texts.push_back(example.text);
  };
  const pack::Pack& pack = CorePack();
  for (const pack::Rule& rule : pack.rules) add(rule.flag), add(rule.pass);
  for (const pack::Move& move : pack.moves) add(move.match), add(move.pass);
  for (const pack::Suppressor& suppressor : pack.suppressors) {
    for (const auto& example : suppressor.examples) texts.push_back(example.text);
  }
  for (const pack::ClassDef& definition : pack.classes) {
    for (const auto& example : definition.match) texts.push_back(example.text);
    for (const auto& example : definition.pass) texts.push_back(example.text);
  }
  return texts;
}

// Of the folder of shared data, which is not part of the project; empty where it is not
// there.
std::vector<json> SharedRecords(const std::string& name, size_t step) {
  const char* const folder = std::getenv("AMENDS_SHARED");
  std::ifstream file(folder == nullptr ? testing::SourcePath("../shared/data") / name
                                       : std::filesystem::path(folder) / "data" / name);
  std::vector<json> records;
  std::string line;
  for (size_t i = 0; std::getline(file, line); ++i) {
    if (i % step == 0) records.push_back(json::parse(line));
  }
  return records;
}

// Some words taken, and others in another reading.
std::vector<uint8_t> TakeSome(const text::Text& text, size_t seed) {
  std::vector<uint8_t> taken(text.words.size());
  for (size_t i = 0; i < taken.size(); ++i) {
    taken[i] = (i * 2654435761u + seed * 40503u) % 11 == 0;
  }
  return taken;
}

// Of the sentences so many, evenly from all texts, that no more than `most` phrases are
// looked for in one.
void ExpectAgreement(const Texts& texts, size_t most) {
  Bench& bench = CoreBench();
  std::vector<text::Text> read;
  size_t count = 0;
  for (const std::string& source : texts) {
    read.push_back(bench.Read(source));
    count += read.back().sentences.size();
  }
  const size_t every = 1 + count * bench.phrases() / most;
  const size_t matches = bench.matches();
  size_t seen = 0;
  std::string differences;
  for (const text::Text& text : read) {
    for (const text::Sentence& sentence : text.sentences) {
      if (seen++ % every != 0 || !Bench::IsShort(sentence)) continue;
      differences += bench.Differences(text, sentence, {}, 100);
      if (seen % 4 == 0) {
        differences += bench.Differences(text, sentence, TakeSome(text, seen), 100);
      }
      ASSERT_EQ(differences, "");
    }
  }
  EXPECT_GT(bench.matches(), matches);
  std::cout << fmt::format("{} phrases, {} of {} sentences, {} matches\n",
                           bench.phrases(), (seen + every - 1) / every, count,
                           bench.matches() - matches);
}

TEST(CorePhrases, AreFoundByBothMatchersInTheExamples) {
  EXPECT_GT(CoreBench().phrases(), 100u);
  ExpectAgreement(CoreExamples(), 1'000'000 / testing::kEvery);
}

TEST(CorePhrases, AreFoundByBothMatchersInTheSharedExamples) {
  const std::vector<json> records = SharedRecords("rule_examples.jsonl", 1);
  if (records.empty()) GTEST_SKIP() << "../shared/data/rule_examples.jsonl is not there";
  Texts texts;
  for (const json& record : records) {
    for (const char* key : {"positive", "negative"}) {
      for (const json& text : record.at(key)) texts.push_back(text.get<std::string>());
    }
  }
  ExpectAgreement(texts, 300'000 / testing::kEvery);
}

TEST(CorePhrases, AreFoundByBothMatchersInRealReplies) {
  const std::vector<json> records = SharedRecords("throughput.jsonl", 150);
  if (records.empty()) GTEST_SKIP() << "../shared/data/throughput.jsonl is not there";
  Texts texts;
  for (const json& record : records)
    texts.push_back(record.at("text").get<std::string>());
  ExpectAgreement(texts, 300'000 / testing::kEvery);
}

// Stretches of the examples, joined as nobody would.
std::string DrawCollage(const Texts& texts) {
  std::string collage;
  const size_t pieces = *rc::gen::inRange<size_t>(1, 5);
  for (size_t i = 0; i < pieces; ++i) {
    const std::string text = *rc::gen::elementOf(texts);
    const size_t first = *rc::gen::inRange<size_t>(0, text.size() + 1);
    const size_t length = *rc::gen::inRange<size_t>(0, 40);
    collage += text.substr(first, length);
    collage +=
        *rc::gen::element<std::string>(" ", ", ", "; ", " (", ") ", " - ", "? ", "\"",
                                       " but ", " if ", " sorry ", " you ", " we ");
  }
  return collage;
}

TEST(CorePhrases, AreFoundByBothMatchersInCollages) {
  Bench& bench = CoreBench();
  const Texts examples = CoreExamples();
  const size_t matches = bench.matches();
  EXPECT_TRUE(rc::check([&] {
    const text::Text text = bench.Read(DrawCollage(examples));
    const auto taken = *rc::gen::element(std::vector<uint8_t>(), TakeSome(text, 1));
    for (const text::Sentence& sentence : text.sentences) {
      if (!Bench::IsShort(sentence)) continue;
      const std::string differences = bench.Differences(text, sentence, taken, 100);
      if (!differences.empty()) RC_FAIL(differences);
    }
  }));
  EXPECT_GT(bench.matches(), matches);
}

// A language of few words, so that most things happen soon.
std::vector<pack::ClassDef> SmallClasses() {
  std::vector<pack::ClassDef> classes = {
      testing::MakeClass("letters", {"a", "b"}),
      testing::MakeClass("pairs", {"a b", "c", "b [c]", "a {gap:2} c"}),
      testing::MakeClass("deep", {"{pairs} d", "d", "< a", "{gap:1} b", "{letters}"}),
      testing::MakeClass("verbs", {"a~past"}, {"lose", "be"}),
      testing::MakeClass("named", {"{Cap}", "!a b", "c , d"}),
      testing::MakeClass("code", {"a c"}),
  };
  classes.back().shape = "[a-d]?[0-9]+";
  return classes;
}

text::Tables SmallTables() {
  text::Tables tables;
  tables.frequent = {"a", "b", "c"};
  tables.irregular_verbs = {{"be", "is", {"was"}, {"been"}, "being"},
                            {"lose", "loses", {"lost"}, {"lost"}, "losing"}};
  return tables;
}

// Draws come from RapidCheck, so that a failure shrinks.
class Draw {
 public:
  static size_t Below(size_t limit) { return *rc::gen::inRange<size_t>(0, limit); }
  static std::string From(const Texts& texts) { return *rc::gen::elementOf(texts); }

  static std::string Phrase() {
    return *rc::gen::exec([] { return Sequence(2); });
  }

  // Without ids: words of no vocabulary.
  static text::Text Sentence() {
    return *rc::gen::exec([] { return Words(); });
  }

 private:
  static std::string Sequence(int depth) {
    std::string sequence;
    const size_t length = 1 + Below(4);
    for (size_t i = 0; i < length; ++i) {
      sequence += (sequence.empty() ? "" : " ") + Element(depth);
    }
    return sequence;
  }

  static std::string Element(int depth) {
    static const Texts kWords = {"a", "b", "c", "d", ",", "\"", "lose~", "be~past+s"};
    static const Texts kClasses = {"{letters}", "{pairs}",    "{deep}",      "{verbs}",
                                   "{named}",   "{code}",     "{verbs~ing}", "{word}",
                                   "{number}",  "{CAPS}",     "{quoted}",    "{punct}",
                                   "{Cap}",     "!{letters}", "!a",          "!{Cap}"};
    static const Texts kSigns = {"<<", ">>", "<", ">", "/", "~"};
    switch (Below(depth > 0 ? 12 : 7)) {
      case 0:
      case 1:
      case 2:
        return From(kWords);
      case 3:
      case 4:
        return From(kClasses);
      case 5:
        return "{gap:" + std::to_string(1 + Below(4)) + "}";
      case 6:
        return From(kSigns);
      case 7:
        return "(" + Sequence(depth - 1) + "|" + Sequence(depth - 1) + ")";
      case 8:
        return "(" + Sequence(0) + "|" + Sequence(0) + "|" + Sequence(0) + "|" +
               Sequence(0) + "|@" + From(kWords) + ")";
      case 9:
        return "[" + Sequence(depth - 1) + "]";
      case 10:
        return "(" + From({"x", "y"}) + ": " + Sequence(depth - 1) + ")";
      default:
        return (Below(2) == 0 ? "@" : "") + From(kWords) + (Below(2) == 0 ? "*" : "");
    }
  }

  // Any words with any boundaries and features that a sentence can have, and more.
  static text::Text Words() {
    static const Texts kForms = {"a",    "b",     "c",   "d",  "a",  "b",
                                 ",",    ",",     "(",   ")",  "\"", ".",
                                 "lost", "being", "was", "b7", "12", "other"};
    text::Text text;
    const size_t length = 1 + Below(12);
    for (size_t i = 0; i < length; ++i) {
      const std::string form = From(kForms);
      text::Word word;
      word.canon_start = static_cast<uint32_t>(text.canonical.size());
      word.canon_length = static_cast<uint16_t>(form.size());
      word.before = i == 0
                        ? text::Boundary::kSentence
                        : static_cast<text::Boundary>(std::max<size_t>(Below(5), 2) - 2);
      const auto at = static_cast<uint32_t>(2 * i);
      word.span =
          i > 0 && Below(8) == 0 ? text.words.back().span : text::Span{at, at + 1};
      if (std::string_view(",()\".").find(form) != std::string_view::npos) {
        word.features = text::kPunctuation;
      } else {
        word.features = *rc::gen::element<uint16_t>(
            0, 0, 0, text::kCapitalised, text::kAllCaps, text::kQuoted, text::kVerbatim,
            text::kCapitalised | text::kSentenceFirst);
        if (form == "b7" || form == "12") word.features |= text::kNumber;
      }
      text.canonical += form + " ";
      text.words.push_back(word);
    }
    text.sentences.push_back({0, static_cast<uint32_t>(length), 0, 0, false});
    return text;
  }
};

TEST(MadeUpPhrases, AreFoundByBothMatchersInMadeUpTexts) {
  size_t phrases = 0;
  size_t matches = 0;
  EXPECT_TRUE(rc::check([&] {
    std::vector<Owned> drawn;
    for (uint32_t i = 0; i < 12; ++i) drawn.push_back({{Draw::Phrase(), {}}, i / 3});
    Bench bench(SmallTables(), SmallClasses(), drawn);
    for (int i = 0; i < 40; ++i) {
      const text::Text text = bench.Identify(Draw::Sentence());
      std::vector<uint8_t> taken;
      if (i % 2 == 0) {
        for (size_t w = 0; w < text.words.size(); ++w)
          taken.push_back(Draw::Below(6) == 0);
      }
      const std::string differences = bench.Differences(text, text.sentences[0], taken);
      if (!differences.empty()) RC_FAIL(differences);
    }
    phrases += bench.phrases();
    matches += bench.matches();
  }));
  EXPECT_GT(phrases, 300u);
  EXPECT_GT(matches, 1000u);
  std::cout << phrases << " phrases, " << matches << " matches\n";
}

}  // namespace
}  // namespace amends::match

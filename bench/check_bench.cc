// How fast a draft is checked, stage by stage, beside what ICU takes to find the same
// words. Reads ../shared/data/throughput.jsonl (or the file that AMENDS_BENCH_REPLIES
// names), else the drafts of corpora/labelled.jsonl.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>
#include <nlohmann/json.hpp>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include "amends/engine.h"
#include "amends/match/matcher.h"
#include "amends/pack/core_pack.h"
#include "amends/pack/loader.h"
#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"
#include "amends/rules/settings.h"

namespace {

constexpr size_t kDraftBytes = 1024;
constexpr size_t kDrafts = 1000;

std::vector<std::string> ReadReplies() {
  const char* named = std::getenv("AMENDS_BENCH_REPLIES");
  const std::string root = AMENDS_SOURCE_DIR;
  for (const std::string& path :
       {std::string(named != nullptr ? named : ""),
        root + "/../shared/data/throughput.jsonl", root + "/corpora/labelled.jsonl"}) {
    std::ifstream in(path);
    std::vector<std::string> replies;
    for (std::string line; std::getline(in, line);) {
      replies.push_back(nlohmann::json::parse(line).at("text"));
    }
    if (!replies.empty()) return replies;
  }
  std::abort();
}

const std::vector<std::string>& Replies() {
  static const std::vector<std::string> replies = ReadReplies();
  return replies;
}

// Drafts of 1 KB, made by joining replies.
const std::vector<std::string>& Drafts() {
  static const std::vector<std::string> drafts = [] {
    std::vector<std::string> made(1);
    for (size_t i = 0; made.size() <= kDrafts; ++i) {
      std::string& draft = made.back();
      draft += Replies()[i % Replies().size()] + "\n\n";
      if (draft.size() >= kDraftBytes) made.emplace_back();
    }
    made.pop_back();
    return made;
  }();
  return drafts;
}

const amends::pack::Loaded& English() {
  static const amends::pack::Loaded loaded = [] {
    std::vector<amends::pack::Loaded> layers;
    layers.push_back(amends::pack::ReadPack(amends::pack::CoreFiles(), "rules/en",
                                            {.examples = false}));
    return amends::pack::Merge(std::move(layers));
  }();
  return loaded;
}

const amends::rules::Rulebook& Rulebook() {
  static const std::unique_ptr<amends::rules::Rulebook> rulebook = [] {
    std::vector<amends::pack::Problem> problems;
    static const amends::rules::Settings settings =
        amends::rules::Settings::Of(English().pack, "", nullptr);
    return std::make_unique<amends::rules::Rulebook>(
        English(), settings, amends::text::Analyzer::Options{}, problems);
  }();
  return *rulebook;
}

// Runs `one` on every text and reports bytes and texts a second.
template <typename One>
void Run(benchmark::State& state, const std::vector<std::string>& texts, const One& one) {
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  for (auto _ : state) {
    for (const std::string& text : texts) one(text);
  }
  const auto rounds = static_cast<int64_t>(state.iterations());
  state.SetBytesProcessed(rounds * static_cast<int64_t>(bytes));
  state.SetItemsProcessed(rounds * static_cast<int64_t>(texts.size()));
}

void IcuWordBreaking(benchmark::State& state) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getEnglish(), status));
  Run(state, Drafts(), [&](const std::string& draft) {
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(draft);
    words->setText(wide);
    int32_t count = 0;
    for (int32_t at = words->first(); at != icu::BreakIterator::DONE;
         at = words->next()) {
      ++count;
    }
    benchmark::DoNotOptimize(count);
  });
}

void TextLayer(benchmark::State& state) {
  Run(state, Drafts(), [](const std::string& draft) {
    benchmark::DoNotOptimize(Rulebook().analyzer().Analyze(draft).words.size());
  });
}

void TextAndMatcher(benchmark::State& state) {
  const amends::match::Matcher matcher(Rulebook().lexicon());
  amends::match::Scratch scratch;
  std::vector<amends::match::Match> found;
  Run(state, Drafts(), [&](const std::string& draft) {
    const amends::text::Text text = Rulebook().analyzer().Analyze(draft);
    found.clear();
    for (const auto& sentence : text.sentences) {
      matcher.Find(Rulebook().suppressor_phrases(), text, sentence, {}, scratch, found);
      matcher.Find(Rulebook().agent_phrases(), text, sentence, {}, scratch, found);
    }
    benchmark::DoNotOptimize(found.size());
  });
}

void TextMatcherAndRules(benchmark::State& state) {
  amends::input::Conversation conversation;
  Run(state, Drafts(), [&](const std::string& draft) {
    conversation.text = draft;
    benchmark::DoNotOptimize(amends::rules::Judge(Rulebook(), conversation).hits.size());
  });
}

const amends::Engine& Engine() {
  static const amends::Engine engine = amends::Engine::Load({});
  return engine;
}

void WholeCheck(benchmark::State& state) {
  amends::input::Conversation conversation;
  Run(state, Drafts(), [&](const std::string& draft) {
    conversation.text = draft;
    benchmark::DoNotOptimize(Engine().Check(conversation).findings.size());
  });
}

// The slow way: every phrase tried alone at every start of every sentence.
void EveryPhraseAlone(benchmark::State& state) {
  const std::vector<std::string> few(Drafts().begin(), Drafts().begin() + 20);
  const amends::match::Matcher matcher(Rulebook().lexicon());
  const amends::match::PhraseSet& phrases = Rulebook().agent_phrases();
  amends::match::Scratch scratch;
  std::vector<amends::match::Match> found;
  Run(state, few, [&](const std::string& draft) {
    const amends::text::Text text = Rulebook().analyzer().Analyze(draft);
    found.clear();
    for (const auto& sentence : text.sentences) {
      for (uint32_t phrase = 0; phrase < phrases.size(); ++phrase) {
        matcher.FindOne(phrases, phrase, text, sentence, {}, scratch, found);
      }
    }
    benchmark::DoNotOptimize(found.size());
  });
}

void RepliesOneByOne(benchmark::State& state) {
  amends::input::Conversation conversation;
  Run(state, Replies(), [&](const std::string& reply) {
    conversation.text = reply;
    benchmark::DoNotOptimize(Engine().Check(conversation).findings.size());
  });
}

void LoadingTheEngine(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(amends::Engine::Load({}).pack().rules.size());
}

BENCHMARK(IcuWordBreaking)->Unit(benchmark::kMillisecond);
BENCHMARK(TextLayer)->Unit(benchmark::kMillisecond);
BENCHMARK(TextAndMatcher)->Unit(benchmark::kMillisecond);
BENCHMARK(TextMatcherAndRules)->Unit(benchmark::kMillisecond);
BENCHMARK(WholeCheck)->Unit(benchmark::kMillisecond);
BENCHMARK(EveryPhraseAlone)->Unit(benchmark::kMillisecond);
BENCHMARK(RepliesOneByOne)->Unit(benchmark::kMillisecond);
BENCHMARK(LoadingTheEngine)->Unit(benchmark::kMillisecond);

}  // namespace

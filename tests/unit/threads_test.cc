// The situation of corpora/threads: as it is on file, and against a careful reader's,
// with whom agreement may only get better.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "amends/report/situation_json.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

using Json = nlohmann::json;

struct CorpusThread {
  std::string name;
  input::Conversation conversation;
  Json expected;  // the reader's
  Json found;     // the engine's, as --format json shows it
};

std::vector<CorpusThread> ReadThreads() {
  EngineOptions options;
  options.core = testing::SourcePath("rules/en");
  const Engine engine = Engine::Load(options);
  std::vector<CorpusThread> threads;
  for (const auto& entry :
       std::filesystem::directory_iterator(testing::SourcePath("corpora/threads"))) {
    std::filesystem::path path = entry.path();
    if (path.extension() != ".json") continue;
    CorpusThread& thread = threads.emplace_back();
    thread.name = path.stem();
    thread.conversation =
        std::get<input::Conversation>(input::ReadRecord(testing::ReadFile(path)));
    thread.expected = Json::parse(testing::ReadFile(path.replace_extension(".expect")));
    std::string text = "{";
    report::JsonText json(text);
    report::WriteSituation(thread.conversation,
                           engine.Check(thread.conversation).situation, json);
    thread.found = Json::parse(text + "}").at("situation");
  }
  std::ranges::sort(threads, {}, &CorpusThread::name);
  return threads;
}

const std::vector<CorpusThread>& Threads() {
  static const std::vector<CorpusThread> threads = ReadThreads();
  return threads;
}

// A line for each value and each entry of a list.
std::string Lines(const Json& situation) {
  std::string lines;
  for (const auto& [key, value] : situation.items()) {
    if (!value.is_array()) lines += key + ": " + value.dump() + "\n";
    if (!value.is_array()) continue;
    for (const Json& item : value) lines += key + ": " + item.dump() + "\n";
  }
  return lines;
}

// With AMENDS_GOLDEN_UPDATE set, what is read becomes what is on file.
TEST(Threads, AreReadAsIsOnFile) {
  const bool update = std::getenv("AMENDS_GOLDEN_UPDATE") != nullptr;
  for (const CorpusThread& thread : Threads()) {
    const std::filesystem::path file =
        testing::SourcePath("corpora/threads/" + thread.name + ".situation");
    const std::string lines = Lines(thread.found);
    if (update) std::ofstream(file) << lines;
    EXPECT_EQ(lines, testing::ReadFile(file)) << file;
  }
}

// What the reader and the engine say of one thing; phase 1 where there is none.
std::pair<Json, Json> Both(const CorpusThread& thread, const std::string& key) {
  const Json unknown = key == "phase" ? Json(1) : key == "severity" ? Json() : "unknown";
  return {thread.expected.at(key), thread.found.value(key, unknown)};
}

TEST(Threads, AreManyAndInManyTrades) { EXPECT_GE(Threads().size(), 60u); }

TEST(Threads, AreReadAsAReaderDoes) {
  const std::map<std::string, int> agreed_at_least = {
      {"failure", 53}, {"fault", 48},    {"accepted", 54},     {"repeated", 38},
      {"phase", 50},   {"severity", 38}, {"failure_kind", 37},
  };
  for (const auto& [key, least] : agreed_at_least) {
    int agreed = 0;
    std::string others;
    for (const CorpusThread& thread : Threads()) {
      const auto [expected, found] = Both(thread, key);
      if (expected == found) {
        ++agreed;
      } else {
        others += "\n" + thread.name + ": " + expected.dump() + ", not " + found.dump();
      }
    }
    EXPECT_GE(agreed, least) << key << others;
  }
}

// Words of one turn.
struct Quote {
  size_t turn = 0;
  size_t begin = 0;  // bytes
  size_t end = 0;

  bool Overlaps(const Quote& other) const {
    return turn == other.turn && begin < other.end && other.begin < end;
  }
};

std::vector<Quote> QuotesOfReader(const CorpusThread& thread, const std::string& key) {
  std::vector<Quote> quotes;
  for (const Json& item : thread.expected.value(key, Json::array())) {
    const auto& context = thread.conversation.context;
    const size_t turn = item.at("turn");
    const std::string& text =
        turn < context.size() ? context[turn].text : thread.conversation.text;
    const std::string words = item.at("quote");
    const size_t begin = text.find(words);
    EXPECT_NE(begin, std::string::npos) << thread.name << ": " << words;
    quotes.push_back({turn, begin, begin + words.size()});
  }
  return quotes;
}

std::vector<Quote> QuotesOfEngine(const CorpusThread& thread, const std::string& key) {
  std::vector<Quote> quotes;
  for (const Json& item : thread.found.value(key, Json::array())) {
    quotes.push_back({item.at("turn"), item.at("start"), item.at("end")});
  }
  return quotes;
}

size_t CountMet(const std::vector<Quote>& some, const std::vector<Quote>& others) {
  return static_cast<size_t>(std::ranges::count_if(some, [&](const Quote& quote) {
    return std::ranges::any_of(others,
                               [&](const Quote& other) { return quote.Overlaps(other); });
  }));
}

TEST(Threads, AreQuotedAsAReaderDoes) {
  struct Least {
    int found;  // of the reader's
    int right;  // of the engine's, in a hundred
  };
  const std::map<std::string, Least> at_least = {
      {"apologies", {49, 96}}, {"sympathy", {4, 75}}, {"responsibility", {24, 78}},
      {"promises", {57, 69}},  {"refusals", {4, 57}}, {"grants", {17, 45}},
      {"handovers", {7, 50}},  {"tried", {12, 70}},   {"facts_given", {148, 64}},
      {"feelings", {30, 90}},  {"losses", {21, 80}},  {"demands", {14, 90}},
      {"ideas", {9, 90}},      {"thanks", {8, 85}},   {"acceptance", {5, 60}},
  };
  for (const auto& [key, least] : at_least) {
    size_t met = 0;
    size_t right = 0;
    size_t said = 0;
    for (const CorpusThread& thread : Threads()) {
      const std::vector<Quote> reader = QuotesOfReader(thread, key);
      const std::vector<Quote> engine = QuotesOfEngine(thread, key);
      met += CountMet(reader, engine);
      right += CountMet(engine, reader);
      said += engine.size();
    }
    EXPECT_GE(met, least.found) << key;
    EXPECT_GE(100 * right, least.right * said) << key << ": " << right << " of " << said;
  }
}

}  // namespace
}  // namespace amends

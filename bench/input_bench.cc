// How fast conversations are read: mails beside what GMime takes to parse them, records of
// whole threads beside records of single drafts. Our own texts.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>
#include <vector>

#include <benchmark/benchmark.h>
#include <gmime/gmime.h>
#include <nlohmann/json.hpp>

#include "amends/engine.h"
#include "amends/input/email_reader.h"
#include "amends/input/record.h"

namespace {

using Json = nlohmann::json;

constexpr size_t kMailBytes = 20 * 1024;
constexpr int kQuotes = 5;

std::vector<Json> ReadThreads() {
  const std::filesystem::path folder = std::string(AMENDS_SOURCE_DIR) + "/corpora/threads";
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".json") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::vector<Json> threads;
  for (const auto& path : paths) {
    std::ifstream in(path);
    threads.push_back(Json::parse(in));
  }
  return threads;
}

const std::vector<Json>& Threads() {
  static const std::vector<Json> threads = ReadThreads();
  return threads;
}

// A reply above five replies, each quoted once more than the one above it.
std::string MakeMail() {
  std::vector<std::string> texts;
  for (const Json& thread : Threads()) texts.push_back(thread.at("text"));
  std::string body;
  std::string marks;
  size_t next = 0;
  for (int turn = 0; turn <= kQuotes; ++turn) {
    std::string text;
    while (text.size() < kMailBytes / (kQuotes + 1)) {
      text += texts[next++ % texts.size()] + "\n\n";
    }
    for (size_t at = 0; at < text.size();) {
      const size_t end = text.find('\n', at);
      body += marks + text.substr(at, end - at) + "\r\n";
      at = end + 1;
    }
    body += marks + "On Mon, 2 Mar 2026 at 10:0" + std::to_string(turn) +
            ", Ana Ruiz <ana@example.com> wrote:\r\n";
    marks += "> ";
  }
  return "From: Joe <joe@example.com>\r\nTo: Ana <ana@example.com>\r\n"
         "Date: Tue, 3 Mar 2026 09:00:00 +0000\r\nSubject: Re: your order\r\n"
         "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
         "Content-Transfer-Encoding: 8bit\r\n\r\n" +
         body;
}

const std::string& Mail() {
  static const std::string mail = MakeMail();
  return mail;
}

void Count(benchmark::State& state, size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}

void GMimeParseAlone(benchmark::State& state) {
  g_mime_init();
  for (auto _ : state) {
    GMimeStream* stream = g_mime_stream_mem_new_with_buffer(Mail().data(), Mail().size());
    GMimeParser* parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage* message = g_mime_parser_construct_message(parser, nullptr);
    benchmark::DoNotOptimize(message);
    g_object_unref(message);
    g_object_unref(parser);
    g_object_unref(stream);
  }
  Count(state, Mail().size());
}

void ReadMailWithFiveQuotes(benchmark::State& state) {
  for (auto _ : state) {
    benchmark::DoNotOptimize(amends::input::ReadEmail(Mail()).context.size());
  }
  Count(state, Mail().size());
}

const amends::Engine& Engine() {
  static const amends::Engine engine = amends::Engine::Load({});
  return engine;
}

void ReadAndCheckMailWithFiveQuotes(benchmark::State& state) {
  for (auto _ : state) {
    const auto conversation = amends::input::ReadEmail(Mail());
    benchmark::DoNotOptimize(Engine().Check(conversation).findings.size());
  }
  Count(state, Mail().size());
}

void CheckRecords(benchmark::State& state, const std::vector<std::string>& lines) {
  size_t bytes = 0;
  for (const std::string& line : lines) bytes += line.size();
  for (auto _ : state) {
    for (const std::string& line : lines) {
      const auto record = amends::input::ReadRecord(line);
      const auto& conversation = std::get<amends::input::Conversation>(record);
      benchmark::DoNotOptimize(Engine().Check(conversation).findings.size());
    }
  }
  Count(state, bytes);
}

void RecordsOfWholeThreads(benchmark::State& state) {
  std::vector<std::string> lines;
  for (const Json& thread : Threads()) lines.push_back(thread.dump());
  CheckRecords(state, lines);
}

// Each turn of an agent, and each draft, as a record of its own.
void RecordsOfSingleDrafts(benchmark::State& state) {
  std::vector<std::string> lines;
  for (const Json& thread : Threads()) {
    lines.push_back(Json{{"text", thread.at("text")}}.dump());
    for (const Json& turn : thread.at("context")) {
      if (turn.at("role") == "agent") lines.push_back(Json{{"text", turn.at("text")}}.dump());
    }
  }
  CheckRecords(state, lines);
}

BENCHMARK(GMimeParseAlone)->Unit(benchmark::kMicrosecond);
BENCHMARK(ReadMailWithFiveQuotes)->Unit(benchmark::kMicrosecond);
BENCHMARK(ReadAndCheckMailWithFiveQuotes)->Unit(benchmark::kMicrosecond);
BENCHMARK(RecordsOfSingleDrafts)->Unit(benchmark::kMillisecond);
BENCHMARK(RecordsOfWholeThreads)->Unit(benchmark::kMillisecond);

}  // namespace

// Every finding over the corpora, as it is on file: corpora/findings.txt, a line each, so
// that whoever changes a rule sees in the difference what it does. With
// AMENDS_GOLDEN_UPDATE set, what is found becomes what is on file.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "amends/report/checked_draft.h"
#include "tests/support/files.h"
#include "tests/support/tables.h"

namespace amends {
namespace {

namespace fs = std::filesystem;

struct CorpusDraft {
  std::string name;
  input::Conversation conversation;
};

void AddRecord(const std::string& name, std::string_view json,
               std::vector<CorpusDraft>& drafts) {
  auto read = input::ReadRecord(json);
  if (const auto* error = std::get_if<input::RecordError>(&read)) {
    ADD_FAILURE() << name << ": " << error->message;
    return;
  }
  auto& conversation = std::get<input::Conversation>(read);
  const std::string id = name.empty() ? conversation.id : name;
  drafts.push_back({id, std::move(conversation)});
}

void AddRecords(const char* path, std::vector<CorpusDraft>& drafts) {
  std::ifstream in(testing::SourcePath(path));
  for (std::string line; std::getline(in, line);) AddRecord("", line, drafts);
}

std::vector<fs::path> FilesIn(const char* folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(testing::SourcePath(folder))) {
    files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

std::vector<CorpusDraft> Corpora() {
  std::vector<CorpusDraft> drafts;
  AddRecords("corpora/labelled.jsonl", drafts);
  AddRecords("corpora/quiet.jsonl", drafts);
  for (const fs::path& file : FilesIn("corpora/threads")) {
    if (file.extension() != ".json") continue;
    AddRecord("threads/" + file.stem().string(), testing::ReadFile(file), drafts);
  }
  return drafts;
}

std::string OnOneLine(std::string words) {
  std::ranges::replace(words, '\n', ' ');
  return words;
}

// "lab-011 pronoun/we-sorry warning “We are sorry”"
std::string LineOf(const CorpusDraft& draft, const Finding& finding) {
  const std::string_view text = draft.conversation.text;
  const std::string words(text.substr(finding.span.start, finding.span.length()));
  return fmt::format("{} {} {}{}\n", draft.name, finding.rule->id,
                     report::NameOf(finding.severity),
                     finding.scope == Scope::kReply ? "" : " “" + OnOneLine(words) + "”");
}

TEST(Corpora, FindingsAreAsOnFile) {
  EngineOptions options;
  options.core = testing::SourcePath("rules/en");
  const Engine engine = Engine::Load(options);
  std::string found;
  for (const CorpusDraft& draft : Corpora()) {
    for (const Finding& finding : engine.Check(draft.conversation).findings) {
      found += LineOf(draft, finding);
    }
  }
  const fs::path file = testing::SourcePath("corpora/findings.txt");
  if (std::getenv("AMENDS_GOLDEN_UPDATE") != nullptr) {
    std::ofstream(file, std::ios::binary) << found;
  }
  EXPECT_EQ(found, testing::ReadFile(file))
      << "read the difference, then run the test with "
         "AMENDS_GOLDEN_UPDATE=1";
}

}  // namespace
}  // namespace amends

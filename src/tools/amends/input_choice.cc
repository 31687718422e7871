#include "tools/amends/input_choice.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "tools/flags/usage.h"

namespace amends {
namespace {

struct InputWord {
  std::string_view word;
  input::Format format;
};

constexpr std::array<InputWord, 8> kInputs = {{
    {"auto", input::Format::kAuto},
    {"text", input::Format::kText},
    {"eml", input::Format::kEmail},
    {"html", input::Format::kHtml},
    {"markdown", input::Format::kMarkdown},
    {"record", input::Format::kRecord},
    {"jsonl", input::Format::kJsonLines},
    {"mbox", input::Format::kMbox},
}};

}  // namespace

void AddInputChoice(CLI::App& command, std::string& word) {
  std::vector<std::string> words;
  for (const InputWord& input : kInputs) words.emplace_back(input.word);
  AddChoice(command, "--input", word, words, "Read the drafts as");
}

input::Format InputOf(const std::string& word) {
  return std::ranges::find(kInputs, word, &InputWord::word)->format;
}

}  // namespace amends

#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "amends/text/analyzer.h"
#include "amends/text/char_class.h"

namespace amends::text {
namespace {

constexpr size_t kEnoughBytes = 8000;
constexpr size_t kFewestWords = 6;
// Function words make up a third and more of any prose; a name list or a log has next to
// none.
constexpr double kSmallestShare = 0.15;

void AppendLower(int32_t c, std::string& word) {
  if (c >= 'A' && c <= 'Z') c |= 0x20;
  // The capitals of the Latin supplement stand 0x20 below their small letters.
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) c += 0x20;
  if (c < 0x80) {
    word += static_cast<char>(c);
  } else if (c < 0x800) {
    word += static_cast<char>(0xC0 | (c >> 6));
    word += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    word += '?';
  }
}

std::vector<std::string> LettersOnlyWords(std::string_view source) {
  std::vector<std::string> words;
  std::string word;
  for (size_t at = 0; at < source.size() && at < kEnoughBytes;) {
    const Decoded next = DecodeAt(source, at);
    at += next.length;
    if (IsAlnum(next.type)) {
      AppendLower(next.code_point, word);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

constexpr std::pair<std::string_view, std::string_view> kNames[] = {
    {"de", "German"},  {"en", "English"}, {"es", "Spanish"},    {"fr", "French"},
    {"it", "Italian"}, {"nl", "Dutch"},   {"pt", "Portuguese"},
};

}  // namespace

std::string LanguageName(std::string_view code) {
  for (const auto& [known, name] : kNames) {
    if (known == code) return std::string(name);
  }
  return std::string(code);
}

std::string GuessLanguage(std::string_view source, const Tables& tables) {
  const std::vector<std::string> words = LettersOnlyWords(source);
  if (words.size() < kFewestWords) return "";
  std::unordered_map<std::string_view, size_t> counts;
  for (const std::string& word : words) ++counts[word];
  std::string best;
  size_t most = 0;
  for (const auto& [language, function_words] : tables.function_words) {
    size_t found = 0;
    for (const std::string& word : function_words) {
      if (const auto count = counts.find(word); count != counts.end())
        found += count->second;
    }
    if (found > most) {
      most = found;
      best = language;
    }
  }
  const double share = static_cast<double>(most) / static_cast<double>(words.size());
  return share >= kSmallestShare ? best : "";
}

}  // namespace amends::text

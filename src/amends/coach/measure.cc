#include "amends/coach/measure.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/input/lines.h"

namespace amends::coach {
namespace {

using text::Span;

// A word that the customer used tells something from so many bytes on.
constexpr size_t kLongWord = 5;

bool IsUpper(char c) { return 'A' <= c && c <= 'Z'; }
bool IsOfWord(char c) {
  return ('a' <= c && c <= 'z') || IsUpper(c) || input::IsAsciiDigit(c) || c == '\'' ||
         static_cast<unsigned char>(c) >= 0x80;
}

struct Word {
  std::string text;  // in lower case as far as ASCII goes
  Span span;
  bool capital = false;
  bool first = false;  // of its sentence
};

// The words of a text, curly apostrophes made straight.
std::vector<Word> WordsOf(std::string_view text, uint32_t offset) {
  constexpr std::string_view kCurly = "’";
  std::vector<Word> words;
  std::string word;
  uint32_t start = 0;
  const auto end_word = [&](size_t at) {
    if (!word.empty()) {
      Word& each = words.emplace_back();
      each.span = {offset + start, offset + static_cast<uint32_t>(at)};
      each.capital = IsUpper(word.front());
      each.first = words.size() == 1;
      each.text = input::LowerLetters(word);
      word.clear();
    }
  };
  for (size_t at = 0; at < text.size();) {
    const bool curly = text.substr(at).starts_with(kCurly);
    const size_t length = curly ? kCurly.size() : 1;
    if (curly || IsOfWord(text[at])) {
      if (word.empty()) start = static_cast<uint32_t>(at);
      word += curly ? '\'' : text[at];
    } else {
      end_word(at);
    }
    at += length;
  }
  end_word(text.size());
  return words;
}

class Counter {
 public:
  Counter(const pack::Element& element, const input::Conversation& conversation,
          const Result& result)
      : element_(element), conversation_(conversation), result_(result) {}

  size_t Count() {
    const std::set<std::string> used = UsedByCustomer();
    for (const Span& sentence : result_.sentences) {
      if (!IsClean(sentence)) continue;
      const std::vector<Word> words = WordsOf(
          std::string_view(conversation_.text).substr(sentence.start, sentence.length()),
          sentence.start);
      for (size_t i = 0; i < words.size(); ++i) {
        switch (element_.measure) {
          case pack::Measure::kPairs:
            AddPair(words, i);
            break;
          case pack::Measure::kWords:
            different_.insert(words[i].text);
            break;
          case pack::Measure::kParticulars:
            AddParticular(words[i]);
            break;
          case pack::Measure::kEcho:
            if (used.contains(words[i].text)) different_.insert(words[i].text);
            break;
          case pack::Measure::kNone:
            break;
        }
      }
    }
    return different_.size();
  }

 private:
  bool IsClean(const Span& sentence) const {
    return std::ranges::none_of(result_.findings, [&](const Finding& finding) {
      return finding.scope == Scope::kText && !finding.rule->about_reply &&
             finding.span.overlaps(sentence);
    });
  }

  bool IsListed(const Word& word) const {
    return std::ranges::count(element_.words, word.text) > 0;
  }

  bool IsApology(const Word& word) const {
    return std::ranges::any_of(result_.moves, [&](const FoundMove& move) {
      return move.move.starts_with("G.apology") && move.span.overlaps(word.span);
    });
  }

  void AddPair(const std::vector<Word>& words, size_t i) {
    if (i + 1 >= words.size() || !IsListed(words[i]) || IsApology(words[i])) return;
    different_.insert(words[i].text + " " + words[i + 1].text);
  }

  void AddParticular(const Word& word) {
    const bool number = std::ranges::any_of(word.text, input::IsAsciiDigit);
    const bool name = word.capital && !word.first && word.text.size() > 2 &&
                      word.text.find('\'') == std::string::npos;
    if (number || name || IsListed(word)) different_.insert(word.text);
  }

  std::set<std::string> UsedByCustomer() const {
    std::set<std::string> used;
    for (const input::Turn& turn : conversation_.context) {
      if (turn.role != input::Role::kCustomer) continue;
      for (Word& word : WordsOf(turn.text, 0)) {
        if (word.text.size() >= kLongWord) used.insert(std::move(word.text));
      }
    }
    return used;
  }

  const pack::Element& element_;
  const input::Conversation& conversation_;
  const Result& result_;
  std::set<std::string> different_;
};

}  // namespace

double ShareOf(const pack::Element& element, const input::Conversation& conversation,
               const Result& result) {
  if (element.enough <= 0) return 1;
  const auto count = static_cast<double>(Counter(element, conversation, result).Count());
  return std::min(1.0, count / element.enough);
}

}  // namespace amends::coach

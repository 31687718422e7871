#include "amends/coach/sifting.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "amends/input/lines.h"

namespace amends::coach {
namespace {

using conversation::Answer;
using text::Span;

// A draft that is long and full of faults is not checked again for each of them.
constexpr size_t kMostRounds = 8;
constexpr size_t kMostCheckedAgain = size_t{1} << 18;  // bytes

// Whether a suggestion of the rule brings something to the front.
bool IsAboutPlace(const pack::Rule& rule) {
  return std::ranges::any_of(
      rule.suggest, [](const pack::Suggest& each) { return !each.bring.empty(); });
}

// The words of a sentence, whatever stands between them.
std::string WordsOf(std::string_view sentence) {
  std::string words;
  for (const char c : input::LowerLetters(sentence)) {
    const bool in_word = input::IsAsciiLetter(c) || input::IsAsciiDigit(c) ||
                         static_cast<unsigned char>(c) >= 0x80;
    if (in_word) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return words;
}

std::vector<input::Block> BlocksOf(const input::Conversation& conversation) {
  if (!conversation.blocks.empty()) return conversation.blocks;
  return {{input::BlockKind::kOwn, {0, static_cast<uint32_t>(conversation.text.size())}}};
}

// The blocks where the sentences, in order, are none of the writer's own.
std::vector<input::Block> Without(std::span<const Span> sentences,
                                  std::span<const input::Block> blocks) {
  std::vector<input::Block> parts;
  auto out = sentences.begin();
  for (const input::Block& block : blocks) {
    for (uint32_t at = block.span.start; at < block.span.end;) {
      while (out != sentences.end() && out->end <= at) ++out;
      const bool inside = out != sentences.end() && out->start <= at;
      uint32_t end = block.span.end;
      if (out != sentences.end()) end = std::min(end, inside ? out->end : out->start);
      parts.push_back({inside ? input::BlockKind::kQuoted : block.kind, {at, end}});
      at = end;
    }
  }
  return parts;
}

class Sifter {
 public:
  Sifter(std::span<const pack::Element> elements, const input::Conversation& conversation,
         const Checker& check)
      : elements_(elements),
        check_(check),
        left_(conversation),
        blocks_(BlocksOf(conversation)) {}

  Sifted Sift(const Result& result) {
    sifted_.rest = Settle() ? check_(left_) : result;
    AddFaults(sifted_.rest.findings);
    TakeAllOut();
    // Of one sentence that is gone nothing was silenced by another.
    if (gone_.size() > 1) PutEachBack();
    return std::move(sifted_);
  }

 private:
  // Whether that changes anything: the draft cannot undo a failure that the thread tells.
  bool Settle() {
    input::Conversation thread = left_;
    thread.text.clear();
    thread.blocks.clear();
    sifted_.before = check_(thread).situation;
    const Answer failure = sifted_.before.failure;
    if (failure == Answer::kYes || left_.facts.failure) return false;
    left_.facts.failure = failure == Answer::kUnknown;
    return true;
  }

  void TakeAllOut() {
    for (size_t round = 0; round < kMostRounds; ++round) {
      const std::vector<Span> out = Outgoing();
      if (out.empty()) return;
      gone_.insert(gone_.end(), out.begin(), out.end());
      std::ranges::sort(gone_);
      left_.blocks = Without(gone_, blocks_);
      sifted_.rest = check_(left_);
      AddFaults(sifted_.rest.findings);
    }
  }

  // What of the rest hurts or was said before.
  std::vector<Span> Outgoing() const {
    std::vector<Span> out;
    std::set<std::string> said;
    for (const Span& sentence : sifted_.rest.sentences) {
      const bool hurts =
          std::ranges::any_of(sifted_.rest.findings, [&](const Finding& finding) {
            return Hurts(finding) && finding.span.overlaps(sentence);
          });
      const std::string_view text = left_.text;
      const bool again =
          !said.insert(WordsOf(text.substr(sentence.start, sentence.length()))).second;
      if (hurts || again) out.push_back(sentence);
    }
    return out;
  }

  bool Hurts(const Finding& finding) const {
    return finding.scope == Scope::kText && !IsAboutPlace(*finding.rule) &&
           finding.rule->family() != "pronoun" &&
           std::ranges::none_of(elements_, [&](const pack::Element& element) {
             return std::ranges::count(element.rules, finding.rule->id) > 0;
           });
  }

  // What is found in each sentence that is gone if it stands alone with the rest.
  void PutEachBack() {
    size_t checked = 0;
    for (const Span& sentence : gone_) {
      checked += left_.text.size();
      if (checked > kMostCheckedAgain) return;
      std::vector<Span> others = gone_;
      std::erase(others, sentence);
      input::Conversation with = left_;
      with.blocks = Without(others, blocks_);
      std::vector<Finding> findings = check_(with).findings;
      std::erase_if(findings, [&](const Finding& finding) {
        return finding.scope == Scope::kReply || !finding.span.overlaps(sentence);
      });
      AddFaults(findings);
    }
  }

  // Of the same rule about the same words the gravest counts.
  void AddFaults(std::span<const Finding> findings) {
    const size_t known = sifted_.faults.size();
    for (const Finding& finding : findings) {
      const auto end = sifted_.faults.begin() + static_cast<ptrdiff_t>(known);
      const auto same =
          std::find_if(sifted_.faults.begin(), end, [&](const Finding& other) {
            if (other.rule != finding.rule || other.scope != finding.scope) return false;
            return finding.scope == Scope::kReply || other.span.overlaps(finding.span);
          });
      if (same == end) {
        sifted_.faults.push_back(finding);
      } else {
        same->severity = std::max(same->severity, finding.severity);
      }
    }
  }

  std::span<const pack::Element> elements_;
  const Checker& check_;
  input::Conversation left_;
  const std::vector<input::Block> blocks_;
  std::vector<Span> gone_;
  Sifted sifted_;
};

}  // namespace

Sifted Sift(std::span<const pack::Element> elements,
            const input::Conversation& conversation, const Result& result,
            const Checker& check) {
  return Sifter(elements, conversation, check).Sift(result);
}

}  // namespace amends::coach

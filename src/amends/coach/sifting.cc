#include "amends/coach/sifting.h"

#include <algorithm>
#include <iterator>
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
std::vector<input::Block> Without(const std::vector<Span>& sentences,
                                  const std::vector<input::Block>& blocks) {
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
        blocks_(BlocksOf(conversation)),
        draft_(conversation) {}

  Sifted Sift(const Result& result) {
    sifted_.rest = Settle() ? check_(draft_) : result;
    AddFaults(sifted_.rest.findings);
    TakeOutRepeats();
    AddGone(sifted_.rest.sentences, sifted_.rest.findings);
    LeaveEachOut();
    TakeAllOut();
    PutEachBack();
    return std::move(sifted_);
  }

 private:
  // Whether that changes anything: the draft cannot undo a failure that the thread tells.
  bool Settle() {
    input::Conversation thread = draft_;
    thread.text.clear();
    thread.blocks.clear();
    sifted_.before = check_(thread).situation;
    const Answer failure = sifted_.before.failure;
    if (failure == Answer::kYes || draft_.facts.failure) return false;
    draft_.facts.failure = failure == Answer::kUnknown;
    return true;
  }

  void CheckRest() {
    sifted_.rest = check_(draft_);
    AddFaults(sifted_.rest.findings);
  }

  void TakeOutRepeats() {
    const std::string_view text = draft_.text;
    std::set<std::string> said;
    std::vector<Span> repeats;
    for (const Span& sentence : sifted_.rest.sentences) {
      const std::string words = WordsOf(text.substr(sentence.start, sentence.length()));
      if (!said.insert(words).second) repeats.push_back(sentence);
    }
    if (repeats.empty()) return;
    blocks_ = Without(repeats, blocks_);
    draft_.blocks = blocks_;
    CheckRest();
  }

  void AddGone(const std::vector<Span>& sentences, const std::vector<Finding>& findings) {
    for (const Span& sentence : sentences) {
      const bool hurts = std::ranges::any_of(findings, [&](const Finding& finding) {
        return Hurts(finding) && finding.span.overlaps(sentence);
      });
      if (hurts) gone_.insert(sentence);
    }
  }

  // Without one of those that go, what it silenced speaks. Where there is only one, the
  // rest is that.
  void LeaveEachOut() {
    if (gone_.size() < 2) return;
    size_t checked = 0;
    for (const Span& sentence : std::set(gone_)) {
      checked += draft_.text.size();
      if (checked > kMostCheckedAgain) return;
      draft_.blocks = Without({sentence}, blocks_);
      const Result result = check_(draft_);
      AddGone(result.sentences, result.findings);
      AddFaults(result.findings);
    }
  }

  void TakeAllOut() {
    size_t known = 0;
    draft_.blocks = blocks_;
    for (size_t round = 0; round < kMostRounds; ++round) {
      AddGone(sifted_.rest.sentences, AtWorst());
      if (gone_.size() == known) return;
      known = gone_.size();
      draft_.blocks = Without({gone_.begin(), gone_.end()}, blocks_);
      CheckRest();
    }
  }

  // What is found in one of them where it stands alone with the rest.
  void PutEachBack() {
    if (gone_.size() < 2) return;
    size_t checked = 0;
    for (const Span& sentence : gone_) {
      checked += draft_.text.size();
      if (checked > kMostCheckedAgain) return;
      std::vector<Span> others(gone_.begin(), gone_.end());
      std::erase(others, sentence);
      draft_.blocks = Without(others, blocks_);
      std::vector<Finding> findings = check_(draft_).findings;
      std::erase_if(findings, [&](const Finding& finding) {
        return finding.scope == Scope::kReply || !finding.span.overlaps(sentence);
      });
      AddFaults(findings);
    }
  }

  // What is found in the rest. Where nothing went wrong, also what would be if something
  // had: that does not hurt, but it does no good either.
  std::vector<Finding> AtWorst() {
    std::vector<Finding> findings = sifted_.rest.findings;
    if (draft_.facts.failure != false) return findings;
    draft_.facts.failure = true;
    std::ranges::move(check_(draft_).findings, std::back_inserter(findings));
    draft_.facts.failure = false;
    return findings;
  }

  bool Hurts(const Finding& finding) const {
    return finding.scope == Scope::kText && !IsAboutPlace(*finding.rule) &&
           finding.rule->family() != "pronoun" &&
           std::ranges::none_of(elements_, [&](const pack::Element& element) {
             return std::ranges::count(element.rules, finding.rule->id) > 0;
           });
  }

  // Of the same rule about the same words the gravest counts.
  void AddFaults(std::span<const Finding> findings) {
    const size_t known = sifted_.faults.size();
    for (const Finding& finding : findings) {
      const std::span before(sifted_.faults.data(), known);
      const auto same = std::ranges::find_if(before, [&](const Finding& other) {
        if (other.rule != finding.rule || other.scope != finding.scope) return false;
        return finding.scope == Scope::kReply || other.span.overlaps(finding.span);
      });
      if (same == before.end()) {
        sifted_.faults.push_back(finding);
      } else {
        same->severity = std::max(same->severity, finding.severity);
      }
    }
  }

  std::span<const pack::Element> elements_;
  const Checker& check_;
  std::vector<input::Block> blocks_;  // of the draft without repeats
  input::Conversation draft_;         // without what is left out for now
  std::set<Span> gone_;
  Sifted sifted_;
};

}  // namespace

Sifted Sift(std::span<const pack::Element> elements,
            const input::Conversation& conversation, const Result& result,
            const Checker& check) {
  return Sifter(elements, conversation, check).Sift(result);
}

}  // namespace amends::coach

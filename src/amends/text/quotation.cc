#include "amends/text/quotation.h"

#include <optional>

namespace amends::text {
namespace {

constexpr uint32_t kLongestQuotation = 60;

class QuotationReader {
 public:
  explicit QuotationReader(Draft& draft) : draft_(draft), words_(draft.text.words) {}

  void Read() {
    for (uint32_t i = 0; i < words_.size(); ++i) {
      if (draft_.layout[i] & (kParagraph | kItem)) open_[0].reset(), open_[1].reset();
      if (!words_[i].is(kPunctuation) || words_[i].canon_length != 1) continue;
      const char mark = draft_.text.canonical[words_[i].canon_start];
      if (mark != '"' && mark != '\'') continue;
      std::optional<uint32_t>& open = open_[mark == '"'];
      if (open && Closes(i)) {
        if (i - *open <= kLongestQuotation + 1) Mark(*open + 1, i);
        open.reset();
      } else if (Opens(i)) {
        open = i;
      }
    }
  }

 private:
  bool Opens(uint32_t i) const {
    if (draft_.layout[i] & kBlankAfter) return false;
    return (draft_.layout[i] & kBlankBefore) || i == 0 || words_[i - 1].is(kPunctuation);
  }

  bool Closes(uint32_t i) const {
    if (draft_.layout[i] & kBlankBefore) return false;
    return (draft_.layout[i] & kBlankAfter) || i + 1 == words_.size() ||
           words_[i + 1].is(kPunctuation);
  }

  void Mark(uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) words_[i].features |= kQuoted;
  }

  Draft& draft_;
  std::vector<Word>& words_;
  std::optional<uint32_t> open_[2];
};

}  // namespace

void MarkQuotations(Draft& draft) { QuotationReader(draft).Read(); }

}  // namespace amends::text

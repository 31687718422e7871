#include "amends/suggest/deletion.h"

#include <string_view>

#include "amends/text/char_class.h"
#include "amends/text/letter_case.h"

namespace amends::suggest {

using conversation::Reading;
using match::Range;

namespace {

// What stands between two words.
struct Gap {
  bool blank = false;  // nothing but blanks and line breaks, and not nothing
  bool breaks = false;
};

Gap GapIn(std::string_view between) {
  Gap gap{!between.empty(), false};
  for (size_t at = 0; at < between.size();) {
    const text::Decoded next = text::DecodeAt(between, at);
    gap.blank = gap.blank && text::IsSpace(next.type);
    gap.breaks = gap.breaks || next.type == text::CharClass::kBreak;
    at += next.length;
  }
  return gap;
}

}  // namespace

Edit Deletion(const Reading& turn, Range words) {
  const text::Text& text = turn.text;
  const text::Sentence& sentence = text.sentences[turn.sentence_of[words.begin]];
  Edit edit{text.SpanOf(words.begin, words.end), ""};
  const auto between = [&](uint32_t start, uint32_t end) {
    return GapIn(turn.source.substr(start, end - start));
  };
  Gap before;
  Gap after;
  bool glued = false;   // to a word before it
  bool sticks = false;  // to a symbol behind it
  uint32_t last =
      edit.span.start;  // where the word before ends, and the one after begins
  uint32_t next = edit.span.end;
  if (words.begin > sentence.begin) {
    const text::Word& previous = text.words[words.begin - 1];
    last = previous.span.end;
    before = between(last, edit.span.start);
    glued = last == edit.span.start && !previous.is(text::kPunctuation);
  }
  if (words.end < sentence.end) {
    next = text.words[words.end].span.start;
    after = between(edit.span.end, next);
    sticks = next == edit.span.end && text.words[words.end].is(text::kSymbol);
  }
  // The blank behind goes, unless a line ends there and the one before can go instead.
  const bool keeps_break = after.breaks && before.blank && !before.breaks;
  if (after.blank && !keeps_break && !glued) {
    edit.span.end = next;
  } else if (before.blank && !sticks) {
    edit.span.start = last;
  }
  const text::Word& first = text.words[words.begin];
  const bool opened = first.is(text::kSentenceFirst) && words.end < sentence.end &&
                      text::StartsWithCapital(turn.source.substr(first.span.start));
  if (opened && edit.span.end == next) {
    const text::Span follower = text.words[words.end].span;
    const std::string_view old = turn.source.substr(follower.start, follower.length());
    const std::string fresh = text::WithCapital(old);
    if (fresh != old) {
      edit.insert = fresh;
      edit.span.end = follower.end;
    }
  }
  return edit;
}

}  // namespace amends::suggest

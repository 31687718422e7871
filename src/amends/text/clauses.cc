#include "amends/text/clauses.h"

#include "amends/text/sentence_view.h"
#include "amends/text/subjects.h"

namespace amends::text {
namespace {

// "the driver ¦ who was new ¦ got lost": a noun whose verb comes after a relative clause
// is the subject of both parts.
void GiveSubjectToResumed(const SentenceView& last, uint32_t first_clause, Text& text) {
  const size_t count = text.clauses.size();
  if (count < first_clause + 3) return;
  Clause& resumed = text.clauses[count - 1];
  Clause& noun = text.clauses[count - 3];
  if (resumed.subject != Subject::kNone && resumed.subject != Subject::kThird) return;
  if (noun.subject != Subject::kNone || !last.Has(resumed.begin, kFinite)) return;
  noun.subject = resumed.subject = Subject::kThird;
}

// Punctuation belongs to the clause it ends; an opening bracket or quotation mark to the
// one it begins.
bool BeginsClause(const Draft& draft, uint32_t i) {
  const Text& text = draft.text;
  const auto opens = [&](uint32_t at) {
    if (!text.words[at].is(kPunctuation)) return false;
    const char mark = text.canonical[text.words[at].canon_start];
    return mark == '(' || mark == '[' ||
           ((mark == '"' || mark == '\'') && (draft.layout[at] & kBlankBefore));
  };
  if (text.words[i].is(kPunctuation)) return opens(i) && !opens(i - 1);
  return !opens(i - 1);
}

}  // namespace

void ReadClauses(const WordTable& table, Draft& draft) {
  Text& text = draft.text;
  for (Sentence& sentence : text.sentences) {
    text.words[sentence.begin].before = Boundary::kSentence;
    sentence.first_clause = static_cast<uint32_t>(text.clauses.size());
    uint32_t begin = sentence.begin;
    for (uint32_t i = sentence.begin + 1; i <= sentence.end; ++i) {
      const bool starts =
          i == sentence.end ||
          (text.words[i].before == Boundary::kClause && BeginsClause(draft, i));
      if (!starts) continue;
      const SentenceView view(table, draft, begin, i);
      text.clauses.push_back({begin, i, SubjectOf(view)});
      GiveSubjectToResumed(view, sentence.first_clause, text);
      begin = i;
    }
    sentence.last_clause = static_cast<uint32_t>(text.clauses.size());
  }
}

}  // namespace amends::text

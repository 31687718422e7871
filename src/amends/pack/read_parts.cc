// What several kinds of entries have: the head, phrases, unless, suggestions.
#include <array>
#include <string>
#include <utility>

#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

constexpr TextForm kPhrase{.longest = kLongestPhrase};
constexpr TextForm kCapture{.longest = 100,
                            .right = IsCaptureName,
                            .described = "the name of a capture is one word"};

constexpr std::array<std::pair<std::string_view, UnlessScope>, 6> kScopes{
    {{"head", UnlessScope::kHead},
     {"after-head", UnlessScope::kAfterHead},
     {"after", UnlessScope::kAfter},
     {"before", UnlessScope::kBefore},
     {"clause", UnlessScope::kClause},
     {"sentence", UnlessScope::kSentence}}};

constexpr std::array<std::pair<std::string_view, Applicability>, 4> kApplicabilities{
    {{"safe", Applicability::kSafe},
     {"confirm", Applicability::kConfirm},
     {"fill", Applicability::kFill},
     {"advice", Applicability::kAdvice}}};

// Ids of moves, none where the suggestion has no such key.
std::vector<std::string> ReadMoves(const std::optional<Cursor>& moves) {
  if (!moves) return {};
  return ReadTexts(*moves, {.longest = 100,
                            .right = IsMoveId,
                            .described = "the id of a move is like G.apology.I"});
}

Suggest ReadSuggestion(const Cursor& cursor) {
  Suggest suggest;
  suggest.origin = cursor.origin();
  Object object(cursor, "suggestion");
  bool advice = false;
  if (const auto word = object.Need("applicability")) {
    if (const auto read = ReadChoice<Applicability>(*word, kApplicabilities)) {
      suggest.applicability = *read;
      advice = *read == Applicability::kAdvice;
    }
  }
  suggest.title = object.Text("title", true, {.longest = 500});
  const auto text = object.Find("text");
  const auto replace = object.Find("replace");
  const TextForm form{.longest = kLongestExample, .may_be_empty = true};
  if (text) suggest.text = ReadText(*text, form);
  if (replace) suggest.replace = ReadText(*replace, kCapture).value_or("");
  suggest.needs = object.Texts("needs", false, kCapture);
  suggest.lacks = ReadMoves(object.Find("lacks"));
  const auto bring = object.Find("bring");
  suggest.bring = ReadMoves(bring);
  if (bring) {
    if (suggest.applicability != Applicability::kConfirm || text || replace) {
      bring->Report(
          "a sentence is moved as it stands, and only with the writer's consent",
          "make it a “confirm” without “text” and “replace”");
    }
  }
  if (advice && (text || replace)) {
    (text ? text : replace)
        ->Report("advice changes nothing, so it has no “text” or “replace”",
                 "leave it out, or make it a “fill” or “confirm”");
  }
  if (!advice && object.valid() && !text && !bring) {
    cursor.Report("the suggestion has no “text”",
                  "only advice goes without; an empty text deletes");
  }
  object.Finish();
  return suggest;
}

}  // namespace

EntryHead ReadHead(Object& object, const IdForm& form) {
  EntryHead head;
  head.id = object.Text(
      "id", true, {.longest = 100, .right = form.right, .described = form.described});
  object.SetId(head.id);
  const bool extend = object.Flag("extend", false);
  const bool replace = object.Flag("replace", false);
  if (extend && replace) {
    object.cursor().report->AddAtKey(object.cursor().pointer + "/replace",
                                     "an entry cannot both extend and replace", "");
  }
  if (extend) head.layer = Layer::kExtend;
  if (replace) head.layer = Layer::kReplace;
  return head;
}

std::vector<Phrase> ReadPhrases(const Cursor& cursor) {
  std::vector<Phrase> phrases;
  for (const Cursor& item : ReadItems(cursor, "phrases", {1, kMostPatterns})) {
    if (auto text = ReadText(item, kPhrase)) {
      phrases.push_back({std::move(*text), item.origin()});
    }
  }
  return phrases;
}

std::vector<Unless> ReadUnless(const Cursor& cursor) {
  std::vector<Unless> all;
  for (const Cursor& item : ReadItems(cursor, "exceptions", {1, kMostPatterns})) {
    Unless unless;
    Object object(item, "exception");
    if (const auto pattern = object.Need("pattern")) {
      unless.pattern = {ReadText(*pattern, kPhrase).value_or(""), pattern->origin()};
    }
    if (const auto scope = object.Need("scope")) {
      unless.scope =
          ReadChoice<UnlessScope>(*scope, kScopes).value_or(UnlessScope::kSentence);
    }
    unless.because = object.Text("because", true, {.longest = 500});
    object.Finish();
    all.push_back(std::move(unless));
  }
  return all;
}

std::vector<Suggest> ReadSuggestions(const Cursor& cursor) {
  std::vector<Suggest> all;
  for (const Cursor& item : ReadItems(cursor, "suggestions", {1, 20})) {
    all.push_back(ReadSuggestion(item));
  }
  return all;
}

}  // namespace amends::pack

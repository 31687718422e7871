#include "amends/pack/entries.h"

namespace amends::pack {
namespace {

// A move of the customer says so in its id and in its role.
void ReadRole(Object& object, const EntryHead& head, Move& move) {
  const bool named = head.id.starts_with("C.");
  const auto role = object.Find("role");
  if (role) {
    const std::string words[] = {"customer"};
    move.customer = ReadWord(*role, words).has_value();
    if (move.customer && !named && !head.id.empty()) {
      role->Report("a move of the customer has an id that begins with “C.”");
    }
  } else if (named && head.whole()) {
    object.cursor().Report("the move " + Quoted(head.id) + " has no “role”",
                           "a move that begins with “C.” says \"role\": \"customer\"");
  }
}

}  // namespace

Move ReadMove(Object& object, const EntryHead& head, const ReadOptions& options) {
  Move read;
  read.id = head.id;
  read.origin = object.cursor().origin();
  read.summary = object.Text("summary", head.whole(), {.longest = 500});
  ReadRole(object, head, read);
  if (const auto patterns = object.Get("patterns", head.whole())) {
    read.patterns = ReadPhrases(*patterns);
  }
  if (const auto unless = object.Find("unless")) read.unless = ReadUnless(*unless);
  if (const auto where = object.Find("where")) read.where = ReadConditions(*where);
  if (const auto examples = object.Get("examples", head.whole() && options.examples)) {
    Object parts(*examples, "pair of examples");
    if (const auto match = parts.Get("match", head.whole())) {
      read.match = ReadExamples(*match, ExampleUse::kMatch, 1);
    }
    if (const auto pass = parts.Find("pass")) {
      read.pass = ReadExamples(*pass, ExampleUse::kPass, 1);
    }
    parts.Finish();
  }
  object.Finish();
  return read;
}

}  // namespace amends::pack

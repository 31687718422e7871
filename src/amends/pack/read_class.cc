#include "amends/pack/entries.h"

namespace amends::pack {
namespace {

ClassDef::Example ReadMatch(const Cursor& cursor) {
  const TextForm form{.longest = kLongestExample};
  if (cursor.value->kind != Value::Kind::kObject) {
    return {ReadText(cursor, form).value_or(""), "", cursor.origin()};
  }
  Object object(cursor, "example");
  ClassDef::Example example;
  example.origin = cursor.origin();
  example.text = object.Text("text", true, form);
  example.span = object.Text("span", false, form);
  if (const auto span = object.Find("span");
      span && !example.span.empty() &&
      example.text.find(example.span) == std::string::npos) {
    span->Report("“span” does not stand in “text”");
  }
  object.Finish();
  return example;
}

}  // namespace

ClassDef ReadClass(Object& object, const EntryHead& head) {
  ClassDef read;
  read.id = head.id;
  read.origin = object.cursor().origin();
  const auto any = object.Find("any");
  const auto verbs = object.Find("verbs");
  const auto shape = object.Find("shape");
  if (any) read.any = ReadPhrases(*any);
  if (verbs) read.verbs = ReadTexts(*verbs, {.longest = 100});
  if (shape) read.shape = ReadText(*shape, {.longest = kLongestPhrase}).value_or("");
  read.open = object.Flag("open", false);
  if (head.whole() && object.valid() && !any && !verbs && !shape) {
    object.cursor().Report("the class " + Quoted(head.id) + " has no members",
                           "say which words it holds in “any”, “verbs” or “shape”");
  }
  if (const auto examples = object.Find("examples")) {
    Object parts(*examples, "pair of examples");
    if (const auto match = parts.Find("match")) {
      for (const Cursor& item : ReadItems(*match, "examples")) {
        read.match.push_back(ReadMatch(item));
      }
    }
    if (const auto pass = parts.Find("pass")) {
      for (const Cursor& item : ReadItems(*pass, "texts")) {
        const auto text = ReadText(item, {.longest = kLongestExample});
        read.pass.push_back({text.value_or(""), "", item.origin()});
      }
    }
    parts.Finish();
  }
  object.Finish();
  return read;
}

}  // namespace amends::pack

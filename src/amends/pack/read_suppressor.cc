#include "amends/pack/entries.h"
#include "amends/pack/ids.h"

namespace amends::pack {

Suppressor ReadSuppressor(Object& object, const EntryHead& head,
                          const ReadOptions& options) {
  Suppressor read;
  read.id = head.id;
  read.origin = object.cursor().origin();
  if (const auto patterns = object.Get("patterns", head.whole())) {
    read.patterns = ReadPhrases(*patterns);
  }
  read.why = object.Text("why", head.whole());
  if (const auto examples = object.Get("examples", head.whole() && options.examples)) {
    for (const Cursor& item : ReadItems(*examples, "examples")) {
      Object parts(item, "example");
      Suppressor::Example example;
      example.origin = item.origin();
      example.family =
          parts.Text("family", true,
                     {.longest = 100,
                      .right = IsSlug,
                      .described = "a family is the first half of a rule's id"});
      example.text = parts.Text("text", true, {.longest = kLongestExample});
      parts.Finish();
      read.examples.push_back(std::move(example));
    }
  }
  object.Finish();
  return read;
}

}  // namespace amends::pack

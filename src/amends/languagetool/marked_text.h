// A text with its markup, as editors send it: the words are judged, the markup only holds
// its place. Positions that clients are told are those of the text with markup.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "amends/input/source_map.h"
#include "amends/languagetool/answer.h"
#include "amends/text/span.h"

namespace amends::languagetool {

// UTF-8 throughout.
struct MarkedText {
  std::string source;    // with markup
  std::string text;      // the words, and what markup is to be read as
  input::SourceMap map;  // of `text` in `source`; empty = they are the same
  // Of `source`: markup that is read as blanks, such as <p> for a line feed. It cannot be
  // replaced along with words.
  std::vector<text::Span> structure;

  // What a client has sent as one text; where it is no UTF-8 it has replacement
  // characters instead, as many as its clients count.
  static MarkedText Plain(std::string text);
  void AddText(std::string_view words);
  // Markup that begins a quoted line of Markdown is read as the mark of a quote also
  // where the client leaves that out, so that words of others are not taken for the
  // writer's.
  void AddMarkup(std::string_view markup, std::string_view interpret_as);
};

// The parameter `data`.
struct Data {
  MarkedText text;
  std::map<std::string, std::string, std::less<>> meta;  // those with texts for values
};

// Invalid UTF-8 and half surrogate pairs are replaced.
std::variant<Data, Refusal> ReadData(std::string_view json);

}  // namespace amends::languagetool

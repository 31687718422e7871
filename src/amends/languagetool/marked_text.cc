#include "amends/languagetool/marked_text.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "amends/input/json_repair.h"
#include "amends/input/utf8.h"
#include "amends/text/char_class.h"

namespace amends::languagetool {
namespace {

using nlohmann::json;

constexpr std::string_view kQuote = "> ";
constexpr int kDeepest = 4;  // nothing of the protocol lies deeper

uint32_t Length(std::string_view text) { return static_cast<uint32_t>(text.size()); }

// Each maximal bad part as one replacement character, as browsers and Java read it.
std::string Repaired(std::string text) {
  if (input::IsUtf8(text)) return text;
  std::string repaired;
  for (size_t at = 0; at < text.size();) {
    const text::Decoded next = text::DecodeAt(text, at);
    repaired += next.bad ? input::kReplacementCharacter
                         : std::string_view(text).substr(at, next.length);
    at += next.length;
  }
  return repaired;
}

Refusal Wrong(std::string message) { return {400, "'data': " + std::move(message)}; }

// Nothing where it is no JSON. What lies deeper than the protocol goes is left out.
std::optional<json> Parse(std::string_view text) {
  const auto keep = [](int depth, json::parse_event_t, const json&) {
    return depth <= kDeepest;
  };
  json value = json::parse(input::RepairJson(text).text, keep, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::optional<Refusal> AddPiece(const json& piece, size_t index, MarkedText& to) {
  const auto wrong = [&](std::string_view what) {
    return Wrong(fmt::format("item {} of 'annotation' {}", index, what));
  };
  if (!piece.is_object()) return wrong("is no object");
  std::optional<std::string_view> values[3];
  constexpr std::string_view kKeys[] = {"text", "markup", "interpretAs"};
  for (size_t i = 0; i < std::size(kKeys); ++i) {
    const auto found = piece.find(kKeys[i]);
    if (found == piece.end() || found->is_null()) continue;
    if (!found->is_string())
      return wrong(fmt::format("has a '{}' that is no text", kKeys[i]));
    values[i] = found->get_ref<const std::string&>();
  }
  const auto& [text, markup, interpret_as] = values;
  if (text && markup) return wrong("has both 'text' and 'markup'; use two items");
  if (text && interpret_as)
    return wrong("has 'interpretAs', which only 'markup' may have");
  if (!text && !markup) return wrong("has neither 'text' nor 'markup'");
  if (text) {
    to.AddText(*text);
  } else {
    to.AddMarkup(*markup, interpret_as.value_or(""));
  }
  return std::nullopt;
}

std::optional<Refusal> ReadText(const json& data, MarkedText& to) {
  const auto text = data.find("text");
  const auto annotation = data.find("annotation");
  if (text != data.end() && annotation != data.end()) {
    return Wrong("set only 'text' or 'annotation', not both");
  }
  if (text != data.end()) {
    if (!text->is_string()) return Wrong("'text' is no text");
    to = MarkedText::Plain(text->get<std::string>());
    return std::nullopt;
  }
  if (annotation == data.end()) return Wrong("set 'text' or 'annotation'");
  if (!annotation->is_array()) return Wrong("'annotation' is no list");
  for (size_t i = 0; i < annotation->size(); ++i) {
    if (auto refusal = AddPiece((*annotation)[i], i, to)) return refusal;
  }
  return std::nullopt;
}

// Whether the markup ends with what begins a line that Markdown quotes: "\n\n> ".
bool BeginsQuote(std::string_view markup) {
  if (markup.find('<') != std::string_view::npos) return false;  // that is no Markdown
  const size_t line = markup.find_last_of('\n') + 1;             // 0 where there is none
  const std::string_view last = markup.substr(line);
  return last.find('>') != std::string_view::npos &&
         last.find_first_not_of("> \t") == std::string_view::npos;
}

}  // namespace

MarkedText MarkedText::Plain(std::string text) {
  MarkedText plain;
  plain.text = Repaired(std::move(text));
  plain.source = plain.text;
  return plain;
}

void MarkedText::AddText(std::string_view words) {
  if (words.empty()) return;
  map.Add(Length(words), {Length(source), Length(source) + Length(words)});
  source += words;
  text += words;
}

void MarkedText::AddMarkup(std::string_view markup, std::string_view interpret_as) {
  const text::Span span = {Length(source), Length(source) + Length(markup)};
  source += markup;
  text += interpret_as;
  const bool starts_line = text.empty() || text.back() == '\n';
  const std::string_view quote = starts_line && BeginsQuote(markup) ? kQuote : "";
  text += quote;
  const uint32_t length = Length(interpret_as) + Length(quote);
  if (length == 0) return;
  map.Add(length, span);
  if (interpret_as.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    structure.push_back(span);
  }
}

std::variant<Data, Refusal> ReadData(std::string_view text) {
  const std::optional<json> parsed = Parse(text);
  if (!parsed) return Wrong("this is no JSON");
  if (!parsed->is_object()) return Wrong("this is no JSON object");
  Data data;
  if (auto refusal = ReadText(*parsed, data.text)) return *refusal;
  if (const auto meta = parsed->find("metaData"); meta != parsed->end()) {
    if (!meta->is_object() && !meta->is_null()) return Wrong("'metaData' is no object");
    for (const auto& [key, value] : meta->items()) {
      if (value.is_string()) data.meta.emplace(key, value.get<std::string>());
    }
  }
  return data;
}

}  // namespace amends::languagetool

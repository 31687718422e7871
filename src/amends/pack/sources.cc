#include "amends/pack/sources.h"

#include <algorithm>
#include <utility>

namespace amends::pack {
namespace {

constexpr size_t kWidest = 110;  // code points of an excerpt
constexpr size_t kBefore = 60;  // of them at most before the caret, where the line is cut

bool StartsCodePoint(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

size_t CodePoints(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(text, StartsCodePoint));
}

// The byte `count` code points before `at`, not before `least`.
size_t Back(std::string_view text, size_t at, size_t count, size_t least) {
  while (at > least && count > 0) {
    if (StartsCodePoint(text[--at])) --count;
  }
  return at;
}

size_t Forward(std::string_view text, size_t at, size_t count, size_t most) {
  while (at < most && count > 0) {
    ++at;
    while (at < most && !StartsCodePoint(text[at])) ++at;
    --count;
  }
  return at;
}

// Every code point as one column: no tabs, no control characters.
std::string Printable(std::string_view text) {
  std::string line(text);
  for (char& c : line) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
  }
  return line;
}

Problem Told(const Origin& origin, std::string message, std::string hint) {
  Problem problem;
  problem.file = origin.file;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

}  // namespace

void Place(std::string_view text, size_t begin, size_t end, Problem& problem) {
  begin = std::min(begin, text.size());
  end = std::clamp(end, begin, text.size());
  const size_t newline =
      begin == 0 ? std::string_view::npos : text.rfind('\n', begin - 1);
  const size_t line = newline == std::string_view::npos ? 0 : newline + 1;
  size_t line_end = std::min(text.find('\n', begin), text.size());
  if (line_end > begin && text[line_end - 1] == '\r') --line_end;
  problem.line = 1 + static_cast<int>(std::ranges::count(text.substr(0, begin), '\n'));
  const size_t mark = line == 0 && text.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0;
  const size_t first = std::min(line + mark, begin);
  problem.column = 1 + static_cast<int>(CodePoints(text.substr(first, begin - first)));
  size_t from = first;
  if (static_cast<size_t>(problem.column) > kBefore)
    from = Back(text, begin, kBefore, first);
  const size_t to = Forward(text, from, kWidest, line_end);
  const std::string lead = from > first ? "…" : "";
  const std::string tail = to < line_end ? "…" : "";
  problem.excerpt = lead + Printable(text.substr(from, to - from)) + tail;
  problem.caret = 1 + static_cast<int>(CodePoints(text.substr(from, begin - from)) +
                                       CodePoints(lead));
  const size_t shown = std::clamp(end, begin, std::max(to, begin));
  problem.caret_length =
      std::max(1, static_cast<int>(CodePoints(text.substr(begin, shown - begin))));
}

void Sources::Add(std::string file, std::string_view text) {
  texts_[std::move(file)] = std::make_shared<const std::string>(text);
}

void Sources::Add(const Sources& others) {
  for (const auto& [file, text] : others.texts_) texts_[file] = text;
}

const std::string* Sources::Text(const std::string& file) const {
  const auto found = texts_.find(file);
  return found == texts_.end() ? nullptr : found->second.get();
}

const std::string* Sources::Find(const Origin& origin, JsonPlace& place) const {
  const std::string* text = Text(origin.file);
  if (text == nullptr) return nullptr;
  const JsonPlaceWanted wanted[] = {{origin.pointer, 1}};
  place = FindJsonPlaces(*text, wanted).front();
  return place.found ? text : nullptr;
}

Problem Sources::At(const Origin& origin, size_t offset, size_t length,
                    std::string message, std::string hint) const {
  JsonPlace place;
  const std::string* text = Find(origin, place);
  if (text == nullptr || (*text)[place.begin] != '"') {
    return At(origin, std::move(message), std::move(hint));
  }
  Problem problem = Told(origin, std::move(message), std::move(hint));
  const JsonStretch stretch = FindInJsonString(*text, place, offset, length);
  Place(*text, stretch.begin, stretch.end, problem);
  return problem;
}

Problem Sources::At(const Origin& origin, std::string message, std::string hint) const {
  Problem problem = Told(origin, std::move(message), std::move(hint));
  JsonPlace place;
  const std::string* text = Find(origin, place);
  if (text == nullptr) return problem;
  const bool open = (*text)[place.begin] == '{' || (*text)[place.begin] == '[';
  Place(*text, place.begin, open ? place.begin + 1 : place.end, problem);
  return problem;
}

}  // namespace amends::pack

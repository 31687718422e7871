#include "amends/pack/json_places.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "amends/pack/json_value.h"

namespace amends::pack {
namespace {

// Walks over text that is JSON; over other text it stops somewhere, harmlessly.
class Walker {
 public:
  Walker(std::string_view text, std::span<const JsonPlaceWanted> wanted)
      : text_(text), places_(wanted.size()) {
    for (size_t i = 0; i < wanted.size(); ++i) {
      wanted_[wanted[i].pointer].push_back({i, wanted[i].occurrence});
    }
  }

  std::vector<JsonPlace> Walk() {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") at_ = 3;
    SkipBlanks();
    Item({});
    return std::move(places_);
  }

 private:
  struct Wish {
    size_t index;
    int countdown;
  };

  bool More() const { return at_ < text_.size(); }
  char Here() const { return text_[at_]; }
  void SkipBlanks() {
    while (More() &&
           (Here() == ' ' || Here() == '\t' || Here() == '\n' || Here() == '\r')) {
      ++at_;
    }
  }

  void SkipString() {
    for (++at_; More() && Here() != '"'; ++at_) {
      if (Here() == '\\') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
  }

  void Item(JsonPlace place) {
    place.begin = at_;
    std::vector<size_t> mine;
    if (const auto wishes = wanted_.find(pointer_); wishes != wanted_.end()) {
      for (Wish& wish : wishes->second) {
        if (--wish.countdown == 0) mine.push_back(wish.index);
      }
    }
    if (More() && (Here() == '{' || Here() == '[')) {
      Items(Here() == '{');
    } else if (More() && Here() == '"') {
      SkipString();
    } else {
      at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
    }
    place.end = at_;
    place.found = true;
    for (const size_t index : mine) places_[index] = place;
  }

  void Items(bool object) {
    if (++depth_ > kDeepest) at_ = text_.size() - 1;
    ++at_;
    size_t count = 0;
    const size_t path = pointer_.size();
    for (SkipBlanks(); More() && Here() != '}' && Here() != ']'; SkipBlanks()) {
      JsonPlace place;
      pointer_ += '/';
      if (object) {
        place.key_begin = at_;
        SkipString();
        place.key_end = at_;
        AddKey(place);
        SkipBlanks();
        if (More() && Here() == ':') ++at_;
        SkipBlanks();
      } else {
        pointer_ += std::to_string(count++);
      }
      Item(place);
      pointer_.resize(path);
      SkipBlanks();
      if (More() && Here() == ',') ++at_;
    }
    at_ = std::min(at_ + 1, text_.size());
    --depth_;
  }

  void AddKey(const JsonPlace& place);

  std::string_view text_;
  size_t at_ = 0;
  int depth_ = 0;
  std::string pointer_;
  std::unordered_map<std::string, std::vector<Wish>> wanted_;
  std::vector<JsonPlace> places_;
};

uint32_t FourDigits(std::string_view text, size_t at) {
  uint32_t value = 0;
  for (size_t i = at; i < std::min(at + 4, text.size()); ++i) {
    const char c = text[i];
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    value = value << 4 | static_cast<uint32_t>(digit & 15);
  }
  return value;
}

// One character of a raw string: how many bytes it takes raw and decoded.
struct Unit {
  size_t raw = 1;
  size_t decoded = 1;
  uint32_t code_point = 0;
};

Unit UnitAt(std::string_view text, size_t at) {
  if (text[at] != '\\') return {1, 1, static_cast<unsigned char>(text[at])};
  if (at + 1 >= text.size()) return {1, 1, 0};
  if (text[at + 1] != 'u') {
    const std::string_view from = "bfnrt";
    const size_t named = from.find(text[at + 1]);
    const char c = named == std::string_view::npos ? text[at + 1] : "\b\f\n\r\t"[named];
    return {2, 1, static_cast<unsigned char>(c)};
  }
  const uint32_t first = FourDigits(text, at + 2);
  if (first < 0x80) return {6, 1, first};
  if (first < 0x800) return {6, 2, first};
  if (first < 0xD800 || first > 0xDBFF) return {6, 3, first};
  const uint32_t second = FourDigits(text, at + 8);
  return {12, 4, 0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF)};
}

void AddUtf8(const Unit& unit, std::string& to) {
  const uint32_t c = unit.code_point;
  if (unit.decoded == 1) {
    to += static_cast<char>(c);
    return;
  }
  const int leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  const size_t tail = unit.decoded - 1;
  to += static_cast<char>(static_cast<uint32_t>(leads[unit.decoded]) | c >> (6 * tail));
  for (size_t i = tail; i-- > 0;) to += static_cast<char>(0x80 | (c >> (6 * i) & 0x3F));
}

void Walker::AddKey(const JsonPlace& place) {
  for (size_t i = place.key_begin + 1; i + 1 < place.key_end;) {
    const Unit unit = UnitAt(text_, i);
    i += unit.raw;
    if (unit.code_point == '~') {
      pointer_ += "~0";
    } else if (unit.code_point == '/') {
      pointer_ += "~1";
    } else {
      AddUtf8(unit, pointer_);
    }
  }
}

}  // namespace

std::vector<JsonPlace> FindJsonPlaces(std::string_view text,
                                      std::span<const JsonPlaceWanted> wanted) {
  return Walker(text, wanted).Walk();
}

JsonStretch FindInJsonString(std::string_view text, const JsonPlace& place, size_t offset,
                             size_t length) {
  size_t raw = place.begin + 1;
  const size_t last = place.end == 0 ? 0 : place.end - 1;
  size_t decoded = 0;
  const auto advance = [&](size_t to) {
    while (raw < last && decoded < to) {
      const Unit unit = UnitAt(text, raw);
      raw += unit.raw;
      decoded += unit.decoded;
    }
    return std::min(raw, last);
  };
  JsonStretch stretch;
  stretch.begin = advance(offset);
  stretch.end = std::max(advance(offset + length), stretch.begin);
  return stretch;
}

}  // namespace amends::pack

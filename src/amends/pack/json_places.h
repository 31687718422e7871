// Where in its text a value stands that a JSON pointer names. Used only when something is
// reported: reading JSON does not pay for places.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace amends::pack {

struct JsonPlace {
  size_t key_begin = 0;  // both 0 where the value has no key
  size_t key_end = 0;
  size_t begin = 0;
  size_t end = 0;
  bool found = false;
};

struct JsonPlaceWanted {
  std::string pointer;
  int occurrence = 1;  // of a duplicate key
};

// The places of all, in one pass over the text, which must be JSON.
std::vector<JsonPlace> FindJsonPlaces(std::string_view text,
                                      std::span<const JsonPlaceWanted> wanted);

// Bytes [offset, offset + length) of the decoded string whose raw form, quotes included,
// stands at `place`, as bytes of the text.
struct JsonStretch {
  size_t begin = 0;
  size_t end = 0;
};
JsonStretch FindInJsonString(std::string_view text, const JsonPlace& place, size_t offset,
                             size_t length);

}  // namespace amends::pack

// The texts of the files that packs were read from, kept to show people the line that is
// wrong.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "amends/pack/json_places.h"
#include "amends/pack/pack.h"
#include "amends/pack/problem.h"

namespace amends::pack {

// Cheap to copy.
class Sources {
 public:
  void Add(std::string file, std::string_view text);
  void Add(const Sources& others);

  // A problem with bytes [offset, offset + length) of the string that stands at origin,
  // the caret below them. Where the file or the pointer is not known, a problem of the
  // file as a whole.
  Problem At(const Origin& origin, size_t offset, size_t length, std::string message,
             std::string hint = {}) const;

  // A problem with the whole value at origin.
  Problem At(const Origin& origin, std::string message, std::string hint = {}) const;

 private:
  const std::string* Text(const std::string& file) const;
  // The text of the file, where the pointer leads somewhere in it.
  const std::string* Find(const Origin& origin, JsonPlace& place) const;

  std::map<std::string, std::shared_ptr<const std::string>> texts_;
};

// Fills line, column, excerpt and caret for bytes [begin, end) of text; of a very long
// line the excerpt holds what stands around them.
void Place(std::string_view text, size_t begin, size_t end, Problem& problem);

}  // namespace amends::pack

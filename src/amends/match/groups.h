// Groups of words, numbered: what an index asks a sentence for. Filled while phrases are
// compiled, then only read.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "amends/match/builtin.h"
#include "amends/text/text.h"

namespace amends::match {

using GroupId = uint32_t;
inline constexpr GroupId kNoGroup = 0xFFFFFFFF;  // nothing is known: any word

struct Group {
  std::vector<text::WordId> words;  // sorted, each once
  uint8_t builtins = 0;             // or a word of one of these

  auto operator<=>(const Group&) const = default;
};

class Groups {
 public:
  GroupId Intern(Group group);
  GroupId Union(
      std::vector<GroupId> ids);  // kNoGroup where one of them is, or there is none
  const Group& operator[](GroupId id) const { return *groups_[id]; }
  size_t size() const { return groups_.size(); }

 private:
  std::map<Group, GroupId> ids_;
  std::vector<const Group*> groups_;  // keys of ids_
  std::map<std::vector<GroupId>, GroupId> unions_;
};

}  // namespace amends::match

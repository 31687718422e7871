#include "amends/match/groups.h"

#include <algorithm>
#include <utility>

namespace amends::match {

GroupId Groups::Intern(Group group) {
  auto [entry, is_new] =
      ids_.emplace(std::move(group), static_cast<GroupId>(groups_.size()));
  if (is_new) groups_.push_back(&entry->first);
  return entry->second;
}

GroupId Groups::Union(std::vector<GroupId> ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  if (ids.empty() || ids.back() == kNoGroup) return kNoGroup;
  if (ids.size() == 1) return ids[0];
  const auto [known, is_new] = unions_.try_emplace(ids, kNoGroup);
  if (!is_new) return known->second;
  Group all;
  for (GroupId id : ids) {
    const Group& one = *groups_[id];
    all.words.insert(all.words.end(), one.words.begin(), one.words.end());
    all.builtins |= one.builtins;
  }
  std::ranges::sort(all.words);
  all.words.erase(std::unique(all.words.begin(), all.words.end()), all.words.end());
  return known->second = Intern(std::move(all));
}

}  // namespace amends::match

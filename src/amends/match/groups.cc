#include "amends/match/groups.h"

#include <algorithm>
#include <utility>

namespace amends::match {

uint8_t BuiltinsOf(const text::Word& word) {
  using text::Feature;
  uint8_t bits = BuiltinBit(word.is(Feature::kPunctuation) ? Builtin::kPunctuation
                                                           : Builtin::kAnyWord);
  if (word.is(Feature::kNumber)) bits |= BuiltinBit(Builtin::kNumber);
  if (word.is(Feature::kCapitalised) && !word.is(Feature::kSentenceFirst)) {
    bits |= BuiltinBit(Builtin::kCap);
  }
  if (word.is(Feature::kAllCaps)) bits |= BuiltinBit(Builtin::kCaps);
  if (word.is(Feature::kQuoted)) bits |= BuiltinBit(Builtin::kQuoted);
  if (word.is(Feature::kVerbatim)) bits |= BuiltinBit(Builtin::kVerbatim);
  return bits;
}

GroupId Groups::Intern(Group group) {
  auto [entry, is_new] = ids_.emplace(std::move(group), static_cast<GroupId>(groups_.size()));
  if (is_new) groups_.push_back(&entry->first);
  return entry->second;
}

GroupId Groups::Union(std::vector<GroupId> ids) {
  std::ranges::sort(ids);
  const auto repeated = std::ranges::unique(ids);
  ids.erase(repeated.begin(), repeated.end());
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
  const auto doubled = std::ranges::unique(all.words);
  all.words.erase(doubled.begin(), doubled.end());
  return known->second = Intern(std::move(all));
}

}  // namespace amends::match

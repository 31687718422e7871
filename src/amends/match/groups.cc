#include "amends/match/groups.h"

#include <algorithm>
#include <iterator>

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

GroupId Groups::Union(GroupId a, GroupId b) {
  if (a == kNoGroup || b == kNoGroup) return kNoGroup;
  if (a == b) return a;
  const std::pair<GroupId, GroupId> pair = std::minmax(a, b);
  if (auto known = unions_.find(pair); known != unions_.end()) return known->second;
  const Group& first = *groups_[a];
  const Group& second = *groups_[b];
  Group both;
  std::ranges::set_union(first.words, second.words, std::back_inserter(both.words));
  both.builtins = first.builtins | second.builtins;
  return unions_[pair] = Intern(std::move(both));
}

}  // namespace amends::match

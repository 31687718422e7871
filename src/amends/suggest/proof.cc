#include "amends/suggest/proof.h"

#include <algorithm>
#include <cstdint>

#include "amends/suggest/safe_edits.h"

namespace amends::suggest {
namespace {

int64_t GrowthOf(const Edit& edit) {
  return static_cast<int64_t>(edit.insert.size()) - edit.span.length();
}

// Where a place of the edited draft was before; of one inside an insertion the start, or
// the end, of what the insertion stands for.
uint32_t Back(uint32_t place, std::span<const Edit> edits, bool is_end) {
  int64_t growth = 0;
  for (const Edit& edit : edits) {
    const int64_t begin = edit.span.start + growth;
    if (place <= begin) break;
    if (place < begin + static_cast<int64_t>(edit.insert.size())) {
      return is_end ? edit.span.end : edit.span.start;
    }
    growth += GrowthOf(edit);
  }
  return static_cast<uint32_t>(place - growth);
}

}  // namespace

uint32_t PlaceAfter(uint32_t place, std::span<const Edit> edits) {
  int64_t growth = 0;
  for (const Edit& edit : edits) {
    if (place < edit.span.end) break;
    growth += GrowthOf(edit);
  }
  return static_cast<uint32_t>(place + growth);
}

input::Conversation Edited(const input::Conversation& conversation,
                           std::span<const Edit> edits) {
  input::Conversation edited;
  edited.channel = conversation.channel;
  edited.kind = conversation.kind;
  edited.now = conversation.now;
  edited.whole = conversation.whole;
  edited.facts = conversation.facts;
  edited.text = Apply(conversation.text, edits);
  for (const input::Block& block : conversation.blocks) {
    edited.blocks.push_back(
        {block.kind,
         {PlaceAfter(block.span.start, edits), PlaceAfter(block.span.end, edits)}});
  }
  return edited;
}

bool OnlyRemoves(std::span<const Finding> before, size_t fixed,
                 std::span<const Edit> edits, std::span<const Finding> after) {
  std::vector<bool> met(before.size());
  met[fixed] = true;  // is to be gone
  // Findings come by their start, so that the one that has only moved is soon met.
  size_t next = 0;
  const auto meet = [&](const Finding& found, size_t i, text::Span old) {
    const Finding& other = before[i];
    const bool same = !met[i] && other.rule == found.rule && other.scope == found.scope &&
                      (found.scope == Scope::kReply || other.span.overlaps(old));
    if (same) met[i] = true;
    return same;
  };
  return std::ranges::all_of(after, [&](const Finding& found) {
    const text::Span old{Back(found.span.start, edits, false),
                         Back(found.span.end, edits, true)};
    while (next < before.size() && before[next].span.end <= old.start) ++next;
    for (size_t i = next; i < before.size(); ++i) {
      if (meet(found, i, old)) return true;
      if (before[i].span.start >= old.end) break;
    }
    for (size_t i = 0; i < before.size(); ++i) {
      if (meet(found, i, old)) return true;
    }
    return false;
  });
}

}  // namespace amends::suggest

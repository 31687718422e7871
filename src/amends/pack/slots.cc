#include "amends/pack/slots.h"

namespace amends::pack {
namespace {

std::string_view Trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<Slot> FindSlots(std::string_view text) {
  std::vector<Slot> slots;
  for (size_t at = 0;;) {
    const size_t open = text.find('{', at);
    if (open == std::string_view::npos) return slots;
    const size_t close = text.find('}', open);
    if (close == std::string_view::npos) return slots;
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    const size_t colon = inside.find(':');
    const std::string_view how =
        colon == std::string_view::npos ? std::string_view() : inside.substr(colon + 1);
    slots.push_back({open, close + 1, Trim(inside.substr(0, colon)), Trim(how)});
    at = close + 1;
  }
}

}  // namespace amends::pack

#include "amends/training/exercise.h"

#include <algorithm>

namespace amends::training {

std::string_view WordFor(ExerciseKind kind) {
  return kExerciseKindWords.at(static_cast<size_t>(kind));
}

std::string_view WordFor(incident::Field field) {
  static constexpr std::array<std::string_view, 8> kWords = {
      "what", "when", "item", "load", "circumstances", "steps", "extras", "promises"};
  return kWords.at(static_cast<size_t>(field));
}

bool IsOf(std::string_view id, std::string_view of) {
  if (!id.starts_with(of)) return false;
  return id.size() == of.size() || id[of.size()] == '.' || id[of.size()] == '/';
}

bool IsOfAny(std::string_view id, const std::vector<std::string>& of) {
  return std::ranges::any_of(of, [&](const std::string& each) { return IsOf(id, each); });
}

}  // namespace amends::training

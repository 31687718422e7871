// Which file of a pack holds what.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "amends/pack/problem.h"

namespace amends::pack {

enum class FileKind : uint8_t {
  kManifest,
  kText,
  kClasses,
  kSuppressors,
  kMoves,
  kRules,
  kProfiles,
  kCoach
};

// By its path inside the pack; nothing for a path that is none of a pack's.
std::optional<FileKind> KindOf(std::string_view path);

// Why the path is none of a pack's.
Problem Misplaced(std::string_view path, std::string_view name_for_messages);

// name_for_messages/path.
std::string FullName(std::string_view name_for_messages, std::string_view path);

}  // namespace amends::pack

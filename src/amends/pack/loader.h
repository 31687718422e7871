// Reading packs. Loading may fail and then tells everything that is wrong with every file
// at once; an entry with a fault is left out and hides nothing else.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/file.h"
#include "amends/pack/pack.h"
#include "amends/pack/problem.h"
#include "amends/pack/sources.h"

namespace amends::pack {

enum class EntryKind : uint8_t { kClass, kSuppressor, kMove, kRule, kProfile, kElement };
enum class Layer : uint8_t { kNew, kExtend, kReplace };

// "class", "rule"; for messages.
const char* WordFor(EntryKind kind);

struct EntryName {
  EntryKind kind = EntryKind::kRule;
  std::string id;

  auto operator<=>(const EntryName&) const = default;
};

// How an entry goes over one of an earlier pack.
struct Touch {
  EntryName entry;
  Layer layer = Layer::kNew;
  std::set<std::string> keys;  // that it has, for an extension
};

struct Loaded {
  Pack pack;
  std::vector<Problem> problems;  // sorted by file and line
  Sources sources;
  // What Merge needs besides.
  std::string name_for_messages;
  std::vector<Touch> touches;    // of the entries that extend or replace
  std::set<EntryName> left_out;  // entries with a fault
  // What these hold, so that a fault elsewhere in the entry hides none in its phrases.
  std::vector<Phrase> left_out_phrases;
};

struct ReadOptions {
  bool examples =
      true;  // false: entries may lack theirs, as in the pack that is built in
};

constexpr size_t kMostFiles = 2000;
constexpr size_t kLargestFile = size_t{8} << 20;
constexpr size_t kLargestPack = size_t{64} << 20;

// The texts may go away afterwards. Problems name files as name_for_messages/path.
Loaded ReadPack(std::span<const File> files, std::string_view name_for_messages,
                const ReadOptions& options = {});

// Lays packs over one another, the first at the bottom: checks that ids are new, or there
// where an entry extends or replaces, that required packs are there, and that rules,
// families, profiles and parameters exist where they are named. Use it for a single pack
// too.
Loaded Merge(std::vector<Loaded> layers);

// The files of a folder that belong to a pack, in memory.
struct Folder {
  struct OwnedFile {
    std::string path;
    std::string text;
  };
  std::vector<OwnedFile> files;
  std::vector<Problem> problems;

  // Valid as long as the folder.
  std::vector<File> Views() const;
};

// Sizes are checked before anything is read. What does not belong to a pack is a problem,
// except hidden files and *.md, *.txt and LICENSE at any place.
Folder ReadFolder(const std::filesystem::path& path);

// ReadFolder and ReadPack, named as the user named the folder.
Loaded LoadFolder(const std::filesystem::path& path, const ReadOptions& options = {});

// All of them, the first `most` in full.
std::string FormatAll(std::span<const Problem> problems, size_t most = 200);

}  // namespace amends::pack

// The secret of the store of overrides. It signs tokens, and hashes what the store may
// not tell: who has the store and not the key cannot even try whether it knows a draft.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace amends::serve {

class OverrideKey {
 public:
  static constexpr size_t kBytes = 32;
  using Secret = std::array<unsigned char, kBytes>;
  using Hash = std::array<unsigned char, kBytes>;
  // Hashes for one use tell nothing about those for another.
  enum class Use : uint8_t { kToken = 1, kDraft, kRecordId };

  explicit OverrideKey(const Secret& secret) : secret_(secret) {}

  // Reads the file, or makes it, for the owner alone. Several processes may do so at once
  // and get the same key. Throws std::runtime_error that says what to do.
  static OverrideKey In(const std::filesystem::path& file);

  Hash HashOf(Use use, std::string_view bytes) const;
  std::string HexOf(Use use, std::string_view bytes) const;  // 64 digits

 private:
  Secret secret_;
};

}  // namespace amends::serve

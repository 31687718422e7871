// Overrides: tokens to send what was stopped, and a store of who did so and why. From any
// thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "tools/serve/judged_draft.h"
#include "tools/serve/override_key.h"
#include "tools/serve/override_store.h"
#include "tools/serve/override_tokens.h"

namespace amends::serve {

// What somebody sends to have a draft go out all the same.
struct OverrideRequest {
  std::string token;
  std::string reason;
};

enum class Outcome : uint8_t {
  kKept,     // the draft may go
  kForeign,  // the token is not for this draft under these rules
  kExpired,
  kUsed,
};

class Overrides {
 public:
  struct Options {
    std::filesystem::path file;  // the key stands beside it, with “.key” behind its name
    std::chrono::minutes lifetime{30};
    std::chrono::milliseconds patience = OverrideStore::kPatience;
    Clock clock;  // empty: that of the machine
  };

  // Throws std::runtime_error that says what to do.
  explicit Overrides(const Options& options);

  std::string TokenFor(const JudgedDraft& draft) const;

  // Throws StoreError if it cannot be kept: then nothing is, and the token is as good as
  // before.
  Outcome Use(const OverrideRequest& request, const JudgedDraft& draft,
              const std::string& client);

 private:
  std::string BytesFor(const JudgedDraft& draft) const;
  Override RecordOf(const JudgedDraft& draft, UtcTime now) const;

  OverrideStore store_;
  OverrideKey key_;
  OverrideTokens tokens_;
  Clock clock_;
};

// Where overrides are kept if nobody says otherwise; empty where the environment names no
// place.
std::filesystem::path DefaultOverridesFile();

}  // namespace amends::serve

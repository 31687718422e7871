// Overrides as they are kept, in an SQLite file: who sent which kind of draft against
// which rules, and why. Nothing of the draft: hashes that only who has the key can make.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace amends::serve {

struct OverriddenRule {
  std::string rule;
  std::string severity;
  int count = 1;  // findings

  bool operator==(const OverriddenRule&) const = default;
};

struct Override {
  std::string time;      // "2026-03-02T10:00:00Z"
  std::string client;    // the name of its token, or the address
  std::string decision;  // what it stood against: "hold", "confirm"
  std::string channel;
  std::string kind;
  std::string profile;
  std::string digest;  // of the packs
  std::string draft;   // a keyed hash, of the draft with its thread
  std::string record;  // a keyed hash, of the record's id; empty if it has none
  std::string reason;  // as somebody typed it
  std::vector<OverriddenRule> rules;  // in the order in which they were found first

  bool operator==(const Override&) const = default;
};

// The file cannot be opened, read or written; what() says why, and nothing of a draft.
class StoreError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// Several stores, in several processes, may have one file open. From any thread.
class OverrideStore {
 public:
  // How long it waits for others who have the file locked.
  static constexpr std::chrono::milliseconds kPatience{2'000};

  // Makes the file, with its folder, for the owner alone. Throws StoreError.
  explicit OverrideStore(const std::filesystem::path& file,
                         std::chrono::milliseconds patience = kPatience);
  // One that is there, only to be read. Throws StoreError.
  static OverrideStore ToRead(const std::filesystem::path& file);
  OverrideStore(OverrideStore&&) noexcept;
  ~OverrideStore();

  // Keeps it, on the disk when this returns. False if something is kept under that nonce;
  // then nothing has changed. Throws StoreError; then nothing has changed either.
  bool Keep(std::string_view nonce, const Override& one);

  // From the newest to the oldest, those of the day "2026-03-02" (UTC) and later; of
  // every day if it is empty. Throws StoreError.
  void ForEach(const std::string& since,
               const std::function<void(const Override&)>& use) const;

 private:
  struct State;
  explicit OverrideStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace amends::serve

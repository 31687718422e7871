#include "tools/serve/override_key.h"

#include <cerrno>
#include <optional>
#include <stdexcept>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/file.h>
#include <sys/stat.h>

#include "tools/serve/descriptor.h"
#include "tools/serve/encoding.h"

namespace amends::serve {
namespace {

constexpr size_t kDigits = 2 * OverrideKey::kBytes;
constexpr char kContext[crypto_kdf_CONTEXTBYTES + 1] = "override";
static_assert(crypto_kdf_KEYBYTES == OverrideKey::kBytes);

std::string WhyNot() { return std::system_category().message(errno); }

std::optional<OverrideKey::Secret> SecretIn(std::string_view text) {
  OverrideKey::Secret secret{};
  size_t size = 0;
  const bool read = sodium_hex2bin(secret.data(), secret.size(), text.data(), text.size(),
                                   "\n", &size, nullptr) == 0;
  return read && size == secret.size() ? std::optional(secret) : std::nullopt;
}

std::string ReadAll(int file) {
  std::string text(2 * kDigits, '\0');
  const ssize_t size = pread(file, text.data(), text.size(), 0);
  text.resize(size < 0 ? 0 : static_cast<size_t>(size));
  return text;
}

// All of it or nothing.
bool WriteNew(int file, const OverrideKey::Secret& secret) {
  const std::string text = Hex(secret) + '\n';
  const bool written =
      pwrite(file, text.data(), text.size(), 0) == static_cast<ssize_t>(text.size()) &&
      fsync(file) == 0;
  if (!written) {
    const int why = errno;
    [[maybe_unused]] const int ignored = ftruncate(file, 0);
    errno = why;
  }
  return written;
}

}  // namespace

OverrideKey OverrideKey::In(const std::filesystem::path& file) {
  const std::string name = file.string();
  const auto fail = [&](const std::string& what) -> std::runtime_error {
    return std::runtime_error(name + ": " + what);
  };
  const Descriptor open_file(open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
  struct stat status {};
  if (open_file.number() < 0 || flock(open_file.number(), LOCK_EX) != 0 ||
      fstat(open_file.number(), &status) != 0) {
    throw fail(
        fmt::format("the key of the overrides cannot be opened ({}); --overrides "
                    "FILE names a place where this program may write",
                    WhyNot()));
  }
  if ((status.st_mode & 077) != 0) {
    throw fail("others can read this key; chmod 600 takes it back to its owner");
  }
  if (status.st_size == 0) {
    Secret secret{};
    randombytes_buf(secret.data(), secret.size());
    if (!WriteNew(open_file.number(), secret)) {
      throw fail("the key of the overrides cannot be written: " + WhyNot());
    }
    return OverrideKey(secret);
  }
  const std::optional<Secret> secret = SecretIn(ReadAll(open_file.number()));
  if (!secret) {
    throw fail(
        "this is no key of overrides; without the file a new one is made, and tokens "
        "that were given out hold no longer");
  }
  return OverrideKey(*secret);
}

OverrideKey::Hash OverrideKey::HashOf(Use use, std::string_view bytes) const {
  Secret key{};
  crypto_kdf_derive_from_key(key.data(), key.size(), static_cast<uint64_t>(use), kContext,
                             secret_.data());
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     key.data(), key.size());
  sodium_memzero(key.data(), key.size());
  return hash;
}

std::string OverrideKey::HexOf(Use use, std::string_view bytes) const {
  return Hex(HashOf(use, bytes));
}

}  // namespace amends::serve

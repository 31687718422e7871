#include "tools/serve/override_tokens.h"

#include <cstddef>
#include <optional>

#include <sodium.h>

#include "tools/serve/encoding.h"
#include "tools/serve/field_bytes.h"

namespace amends::serve {
namespace {

// A token is the version, the time of its end, the nonce and the signature: a multiple of
// three bytes, so that base64 has no bits to spare.
constexpr char kVersion = 1;
constexpr size_t kTimeBytes = 8;
constexpr size_t kNonceBytes = 16;
constexpr size_t kHeadBytes = 1 + kTimeBytes + kNonceBytes;
constexpr size_t kTokenBytes = kHeadBytes + OverrideKey::kBytes;
static_assert(kTokenBytes % 3 == 0);
constexpr size_t kTokenLetters = kTokenBytes / 3 * 4;
constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::optional<std::string> Decoded(std::string_view token) {
  if (token.size() != kTokenLetters) return std::nullopt;
  std::string bytes(kTokenBytes, '\0');
  size_t size = 0;
  const bool read = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()),
                                      bytes.size(), token.data(), token.size(), nullptr,
                                      &size, nullptr, kVariant) == 0;
  return read && size == kTokenBytes ? std::optional(bytes) : std::nullopt;
}

UtcTime EndIn(std::string_view head) {
  uint64_t bits = 0;
  for (const char byte : head.substr(1, kTimeBytes)) {
    bits = bits << 8 | static_cast<unsigned char>(byte);
  }
  return UtcTime(std::chrono::seconds(static_cast<int64_t>(bits)));
}

}  // namespace

std::string OverrideTokens::SignatureOf(std::string_view head,
                                        std::string_view judged) const {
  const OverrideKey::Hash hash =
      key_.HashOf(OverrideKey::Use::kToken, FieldBytes().Add(head).Add(judged).bytes());
  return {hash.begin(), hash.end()};
}

std::string OverrideTokens::Give(std::string_view judged, UtcTime now) const {
  const UtcTime end = now + lifetime_;
  std::string bytes(1, kVersion);
  bytes += FieldBytes().Add(int64_t{end.time_since_epoch().count()}).bytes();
  std::string nonce(kNonceBytes, '\0');
  randombytes_buf(nonce.data(), nonce.size());
  bytes += nonce;
  bytes += SignatureOf(bytes, judged);
  return Base64({reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size()});
}

std::variant<std::string, TokenFault> OverrideTokens::NonceOf(std::string_view token,
                                                              std::string_view judged,
                                                              UtcTime now) const {
  const std::optional<std::string> bytes = Decoded(token);
  if (!bytes) return TokenFault::kForeign;
  const std::string_view head = std::string_view(*bytes).substr(0, kHeadBytes);
  const std::string_view signature = std::string_view(*bytes).substr(kHeadBytes);
  const std::string right = SignatureOf(head, judged);
  if (sodium_memcmp(signature.data(), right.data(), right.size()) != 0) {
    return TokenFault::kForeign;
  }
  if (head.front() != kVersion) return TokenFault::kForeign;
  if (now >= EndIn(head)) return TokenFault::kExpired;
  return std::string(head.substr(1 + kTimeBytes));
}

}  // namespace amends::serve

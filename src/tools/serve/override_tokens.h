// Tokens with which a draft that was stopped may be sent: for one draft under one set of
// rules, for a while. What makes them good for one time only is the store. Immutable,
// from any thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <variant>

#include "tools/serve/override_key.h"
#include "tools/serve/utc_time.h"

namespace amends::serve {

enum class TokenFault : uint8_t {
  kForeign,  // not made with this key, or not for this draft under these rules
  kExpired,
};

class OverrideTokens {
 public:
  OverrideTokens(const OverrideKey& key, std::chrono::minutes lifetime)
      : key_(key), lifetime_(lifetime) {}

  // `judged` is what the token is for, as bytes. The token is base64url.
  std::string Give(std::string_view judged, UtcTime now) const;

  // What is different in every token, as bytes.
  std::variant<std::string, TokenFault> NonceOf(std::string_view token,
                                                std::string_view judged,
                                                UtcTime now) const;

 private:
  std::string SignatureOf(std::string_view head, std::string_view judged) const;

  OverrideKey key_;
  std::chrono::minutes lifetime_;
};

}  // namespace amends::serve

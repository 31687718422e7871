#include "tools/serve/encoding.h"

#include <vector>

#include <sodium.h>

namespace amends::serve {

std::string Hex(Bytes bytes) {
  std::string text(2 * bytes.size() + 1, '\0');  // with a zero at its end
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

std::string Base64(Bytes bytes) {
  constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), kVariant);
  text.pop_back();
  return text;
}

std::string RandomHex(size_t count) {
  std::vector<unsigned char> bytes(count);
  randombytes_buf(bytes.data(), bytes.size());
  return Hex(bytes);
}

}  // namespace amends::serve

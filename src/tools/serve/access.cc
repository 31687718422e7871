#include "tools/serve/access.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include <fmt/format.h>
#include <sodium.h>

#include "tools/serve/encoding.h"

namespace amends::serve {
namespace {

constexpr size_t kSecretBytes = 32;
constexpr size_t kHashBytes = 32;
constexpr size_t kMostBuckets = 10'000;

bool IsHash(std::string_view text) {
  return text.size() == 2 * kHashBytes &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// "example.org:8080" without the port; an address in brackets keeps them.
std::string_view WithoutPort(std::string_view host) {
  const size_t colon = host.rfind(':');
  const bool inside = host.find(']', colon == std::string_view::npos ? 0 : colon) !=
                      std::string_view::npos;
  return colon == std::string_view::npos || inside ? host : host.substr(0, colon);
}

}  // namespace

std::vector<Token> ReadTokens(const std::string& file) {
  std::ifstream in(file);
  if (!in) throw std::runtime_error(file + ": cannot be read");
  std::vector<Token> tokens;
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    std::istringstream words(line);
    Token token;
    words >> token.name >> token.hash;
    if (token.name.empty() || token.name.front() == '#') continue;
    if (!IsHash(token.hash)) {
      throw std::runtime_error(fmt::format(
          "{}:{}: a name and the hash of a token must stand here, as amends serve "
          "--new-token writes them",
          file, number));
    }
    tokens.push_back(std::move(token));
  }
  if (tokens.empty()) {
    throw std::runtime_error(file +
                             ": there is no token in it; amends serve --new-token "
                             "NAME makes one");
  }
  return tokens;
}

std::string NewSecret() {
  std::array<unsigned char, kSecretBytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return Base64(bytes);
}

std::string HashOf(std::string_view secret) {
  std::array<unsigned char, kHashBytes> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(secret.data()), secret.size(),
                     nullptr, 0);
  return Hex(hash);
}

Access::Access(Options options) : options_(std::move(options)) {}

std::optional<std::string> Access::ClientWith(std::string_view secret) const {
  const std::string hash = HashOf(secret);
  std::optional<std::string> name;
  for (const Token& token : options_.tokens) {
    if (sodium_memcmp(hash.data(), token.hash.data(), hash.size()) == 0)
      name = token.name;
  }
  return name;
}

bool Access::MayAsk(std::string_view origin, std::string_view host) const {
  if (std::ranges::count(options_.origins, origin) > 0) return true;
  const size_t scheme = origin.find("://");
  return scheme != std::string_view::npos && !host.empty() &&
         origin.substr(scheme + 3) == host;
}

bool Access::IsOurs(std::string_view host) const {
  return options_.hosts.empty() || host.empty() ||
         std::ranges::count(options_.hosts, WithoutPort(host)) > 0;
}

std::optional<int> Access::Hold(const std::string& client) {
  if (options_.per_minute <= 0) return std::nullopt;
  const auto now = std::chrono::steady_clock::now();
  const double a_second = options_.per_minute / 60;
  const std::scoped_lock lock(mutex_);
  if (buckets_.size() >= kMostBuckets && !buckets_.contains(client)) buckets_.clear();
  const auto [found, is_new] =
      buckets_.try_emplace(client, Bucket{options_.per_minute, now});
  Bucket& bucket = found->second;
  const std::chrono::duration<double> passed = now - bucket.at;
  bucket.left = std::min(options_.per_minute, bucket.left + passed.count() * a_second);
  bucket.at = now;
  if (bucket.left >= 1) {
    bucket.left -= 1;
    return std::nullopt;
  }
  return std::max(1, static_cast<int>(std::ceil((1 - bucket.left) / a_second)));
}

}  // namespace amends::serve

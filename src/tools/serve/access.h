// Who may ask: bearer tokens, origins of browsers, names of this host, how often.
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::serve {

// A client and the hash of its token: never the token.
struct Token {
  std::string name;
  std::string hash;  // BLAKE2b-256 in hexadecimal
};

// Lines "NAME HASH"; blank ones and those with # are passed over. Throws
// std::runtime_error naming file and line.
std::vector<Token> ReadTokens(const std::string& file);

// 32 random bytes in base64url.
std::string NewSecret();
std::string HashOf(std::string_view secret);

class Access {
 public:
  struct Options {
    std::vector<Token> tokens = {};         // none: everybody may ask
    std::vector<std::string> origins = {};  // of browsers, beside the server's own
    std::vector<std::string> hosts =
        {};                 // names that requests may use for this host; none: any
    double per_minute = 0;  // requests of one client; 0: no limit
  };

  explicit Access(Options options);

  bool asks_for_token() const { return !options_.tokens.empty(); }

  // The name of the client with this token; nothing if there is none. Takes the same time
  // whichever it is.
  std::optional<std::string> ClientWith(std::string_view secret) const;

  // Whether a page of this origin may ask. `host` is what the request calls this host.
  bool MayAsk(std::string_view origin, std::string_view host) const;
  // Whether this host is called by a name that it goes by: a page of a stranger cannot
  // make a browser ask under another name.
  bool IsOurs(std::string_view host) const;

  // Counts a request of the client; how many seconds to wait if it has asked too often.
  std::optional<int> Hold(const std::string& client);

 private:
  struct Bucket {
    double left = 0;
    std::chrono::steady_clock::time_point at;
  };

  Options options_;
  std::mutex mutex_;
  std::map<std::string, Bucket> buckets_;
};

}  // namespace amends::serve

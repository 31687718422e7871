// Any bytes are a request or none: what is whole is answered, with HTTP, and the API with
// JSON. The first byte says whether the rest is a whole request or the body of one.
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>
#include <sodium.h>

#include "tests/fuzz/read_laws.h"
#include "tools/serve/api.h"
#include "tools/serve/people.h"
#include "tools/serve/request_scanner.h"

namespace {

using namespace amends::serve;
using amends::fuzz::Require;

// What the first byte means; an empty path: a whole request.
constexpr std::string_view kPaths[] = {
    "/v1/check",
    "/v1/coach",
    "/v2/check",
    "",
    "/v1/exercises/fake-apology/lamp/judge",
    "/v1/exercises/fake-apology/desk/judge",
    "/v1/exercises/role-play/parcel/play",
};

class FuzzedService {
 public:
  FuzzedService()
      : engines_(Options()),
        exercises_(engines_, {AMENDS_SOURCE_DIR "/tests/fixtures/exercises"}),
        access_({}),
        people_(access_, {}),
        server_(access_, metrics_, nullptr),
        connections_(server_, {}) {
    const Api api{engines_, exercises_, metrics_, connections_, {}};
    AddDraftRoutes(api, server_);
    AddRuleRoutes(api, server_);
    AddExerciseRoutes(api, people_, server_);
    AddPeopleRoutes(api, people_, server_);
    AddServiceRoutes(api, server_);
    AddLanguageToolRoutes(api, server_);
  }

  std::string Serve(std::string_view request) {
    return server_.Serve(request, "::1").bytes;
  }

 private:
  // The core pack that is built in: the exercises name its rules.
  static amends::EngineOptions Options() {
    Require(sodium_init() >= 0);
    return {};
  }

  Engines engines_;
  Exercises exercises_;
  Metrics metrics_;
  Access access_;
  People people_;
  Server server_;
  Connections connections_;
};

// The request as a whole, if the bytes begin with one.
std::string_view Whole(std::string_view bytes) {
  RequestScanner all(16 << 10, 1 << 20);
  RequestScanner piece_by_piece(16 << 10, 1 << 20);
  const auto state = all.Scan(bytes);
  for (size_t size = 0; size < bytes.size(); size += 7) {
    piece_by_piece.Scan(bytes.substr(0, size));
  }
  Require(piece_by_piece.Scan(bytes) == state);
  if (state != RequestScanner::State::kWhole) return "";
  Require(all.size() == piece_by_piece.size() && all.size() <= bytes.size());
  return bytes.substr(0, all.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static FuzzedService service;
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const std::string_view path = kPaths[data[0] % std::size(kPaths)];
  if (path.empty()) {
    const std::string_view request = Whole(bytes);
    if (!request.empty()) Require(service.Serve(request).starts_with("HTTP/1.1 "));
    return 0;
  }
  const bool form = path.starts_with("/v2");
  const std::string answer =
      service.Serve("POST " + std::string(path) + " HTTP/1.1\r\nContent-Type: " +
                    (form ? "application/x-www-form-urlencoded" : "application/json") +
                    "\r\nContent-Length: " + std::to_string(bytes.size()) + "\r\n\r\n" +
                    std::string(bytes));
  Require(answer.starts_with("HTTP/1.1 "));
  Require(!answer.starts_with("HTTP/1.1 5"));
  const size_t body = answer.find("\r\n\r\n");
  Require(body != std::string::npos);
  const bool json = answer.find("Content-Type: application/json") < body;
  Require(json || form);
  if (json) Require(nlohmann::json::accept(answer.substr(body + 4)));
  return 0;
}

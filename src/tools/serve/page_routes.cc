#include <array>
#include <string>
#include <string_view>

#include <fmt/format.h>
#include <sodium.h>

#include "tools/serve/api.h"
#include "tools/serve/assets.h"
#include "tools/serve/encoding.h"

namespace amends::serve {
namespace {

struct PageFile {
  const char* pattern;    // of its address
  std::string_view name;  // of the route, for the log
  std::string_view asset;
  const char* type;
};

constexpr std::array<PageFile, 4> kFiles = {{
    {R"(/app\.js)", "/app.js", "page/app.js", "text/javascript; charset=utf-8"},
    {R"(/app\.css)", "/app.css", "page/app.css", "text/css; charset=utf-8"},
    {R"(/icon\.svg)", "/icon.svg", "page/icon.svg", "image/svg+xml"},
    {R"(/licences\.txt)", "/licences.txt", "page/licences.txt",
     "text/plain; charset=utf-8"},
}};

// In the page, where the nonce of its style sheets is to stand.
constexpr std::string_view kNoncePlace = "{{nonce}}";

std::string TagOf(std::string_view bytes) {
  std::array<unsigned char, 16> hash{};
  crypto_generichash(hash.data(), hash.size(),
                     reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                     nullptr, 0);
  return '"' + Hex(hash) + '"';
}

// Scripts and answers come from here alone, and nothing else comes from anywhere. Style
// sheets that the editor makes as it goes have the nonce; attributes may hold no style.
std::string Policy(const std::string& nonce) {
  return fmt::format(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{}'; img-src "
      "'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors "
      "'none'",
      nonce);
}

// Each has a nonce of its own, so it is never kept.
void SendPage(httplib::Response& response) {
  std::string page(FindAsset("page/index.html")->bytes);
  const std::string nonce = RandomHex(16);
  const size_t place = page.find(kNoncePlace);
  if (place != std::string::npos) page.replace(place, kNoncePlace.size(), nonce);
  response.set_header("Content-Security-Policy", Policy(nonce));
  response.set_header("Cache-Control", "no-store");
  response.set_header("Referrer-Policy", "no-referrer");
  response.set_header("Cross-Origin-Opener-Policy", "same-origin");
  response.set_content(page, "text/html; charset=utf-8");
}

// A browser may keep it, and asks each time whether it is still the same.
void SendFile(const PageFile& file, std::string_view bytes, const std::string& tag,
              const httplib::Request& request, httplib::Response& response) {
  response.set_header("ETag", tag);
  response.set_header("Cache-Control", "no-cache");
  if (request.get_header_value("If-None-Match") == tag) {
    response.status = 304;
    return;
  }
  response.set_content(std::string(bytes), file.type);
}

}  // namespace

void AddPageRoutes(Server& server) {
  server.Get("/", {.name = "/", .open = true},
             [](const auto&, httplib::Response& response) { SendPage(response); });
  for (const PageFile& file : kFiles) {
    const std::string_view bytes = FindAsset(file.asset)->bytes;
    server.Get(file.pattern, {.name = file.name, .open = true},
               [file, bytes, tag = TagOf(bytes)](const auto& request, auto& response) {
                 SendFile(file, bytes, tag, request, response);
               });
  }
}

}  // namespace amends::serve

// The page at / and its files, as a browser gets them.
#include <regex>
#include <string>

#include <gtest/gtest.h>

#include "tests/serve/running_service.h"
#include "tools/serve/assets.h"

namespace amends::serve {
namespace {

struct PageRow {
  const char* path;
  const char* asset;
  const char* type;
};

constexpr PageRow kFiles[] = {
    {"/app.js", "page/app.js", "text/javascript; charset=utf-8"},
    {"/app.css", "page/app.css", "text/css; charset=utf-8"},
    {"/icon.svg", "page/icon.svg", "image/svg+xml"},
    {"/licences.txt", "page/licences.txt", "text/plain; charset=utf-8"},
};

std::string NonceOf(const httplib::Response& page) {
  std::smatch match;
  const std::string policy = page.get_header_value("Content-Security-Policy");
  const std::regex pattern("style-src 'self' 'nonce-([0-9a-f]{32})'");
  return std::regex_search(policy, match, pattern) ? match.str(1) : "";
}

TEST(Page, IsOpenToAllAndRunsNothingButItsOwn) {
  ServiceOptions options;
  options.access.tokens = {{"desk", HashOf("secret")}};
  const RunningService service(options);
  httplib::Client client = service.Client();
  const auto page = client.Get("/");
  ASSERT_EQ(page->status, 200);
  EXPECT_EQ(page->get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(page->get_header_value("Cache-Control"), "no-store");
  const std::string policy = page->get_header_value("Content-Security-Policy");
  EXPECT_NE(policy.find("default-src 'none'; script-src 'self';"), std::string::npos);
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  for (const PageRow& row : kFiles)
    EXPECT_EQ(client.Get(row.path)->status, 200) << row.path;
  EXPECT_EQ(client.Get("/v1/rules")->status, 401);
}

TEST(Page, HasANonceOfItsOwnEachTime) {
  const RunningService service;
  httplib::Client client = service.Client();
  const auto first = client.Get("/");
  const auto second = client.Get("/");
  ASSERT_NE(NonceOf(first.value()), "");
  EXPECT_NE(NonceOf(first.value()), NonceOf(second.value()));
  EXPECT_NE(first->body.find("content=\"" + NonceOf(first.value()) + '"'),
            std::string::npos);
  EXPECT_EQ(first->body.find("{{"), std::string::npos);
}

TEST(Page, FilesAreSentAsTheyAreAndOnlyOnce) {
  const RunningService service;
  httplib::Client client = service.Client();
  for (const PageRow& row : kFiles) {
    const auto file = client.Get(row.path);
    EXPECT_EQ(file->body, FindAsset(row.asset)->bytes) << row.path;
    EXPECT_EQ(file->get_header_value("Content-Type"), row.type);
    const std::string tag = file->get_header_value("ETag");
    const auto again = client.Get(row.path, {{"If-None-Match", tag}});
    EXPECT_EQ(again->status, 304) << row.path;
    EXPECT_EQ(again->body, "");
    EXPECT_EQ(client.Get(row.path, {{"If-None-Match", "\"0\""}})->status, 200);
  }
}

TEST(Page, TheCoachWritesItsPageOrItsJson) {
  const RunningService service;
  httplib::Client client = service.Client();
  const auto coach = [&](const std::string& query, const char* body) {
    return client.Post("/v1/coach" + query, body, "application/json");
  };
  constexpr const char* kDraft = R"({"text": "Sorry if it <broke>."})";
  const auto page = coach("?format=html", kDraft);
  EXPECT_EQ(page->get_header_value("Content-Type"), "text/html; charset=utf-8");
  EXPECT_TRUE(page->body.starts_with("<!doctype html>"));
  EXPECT_NE(page->body.find("&lt;broke&gt;"), std::string::npos);
  EXPECT_EQ(coach("?format=json", kDraft)->body, coach("", kDraft)->body);
  EXPECT_EQ(coach("?format=pdf", kDraft)->status, 422);
  EXPECT_EQ(coach("?format=html", "{")->status, 400);
}

}  // namespace
}  // namespace amends::serve

#include "tools/serve/presend_request.h"

#include <array>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "amends/input/json_repair.h"
#include "tools/serve/record_request.h"

namespace amends::serve {
namespace {

using nlohmann::json;

constexpr size_t kLongestReason = 4'000;  // bytes
constexpr std::array<std::string_view, 1> kOurs = {"override"};

Failure Wrong(std::string message, std::string pointer) {
  return {422, "override", std::move(message), std::move(pointer)};
}

std::string Trimmed(const std::string& text) {
  constexpr const char* kBlanks = " \t\r\n\v\f";
  const size_t begin = text.find_first_not_of(kBlanks);
  if (begin == std::string::npos) return "";
  return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

// Empty if there is none.
std::string StringIn(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

std::variant<OverrideRequest, Failure> ReadOverride(const json& object) {
  if (!object.is_object()) {
    return Wrong("“override” must be an object with token and reason", "/override");
  }
  const auto token = object.find("token");
  if (token == object.end() || !token->is_string()) {
    return Wrong("“override.token” must be the token that came with the decision",
                 "/override/token");
  }
  const std::string reason = Trimmed(StringIn(object, "reason"));
  if (reason.empty()) {
    return Wrong("Please say in a few words why this goes out as it is.",
                 "/override/reason");
  }
  if (reason.size() > kLongestReason) {
    return Wrong("Please say it in fewer words; a few sentences are enough.",
                 "/override/reason");
  }
  return OverrideRequest{token->get<std::string>(), reason};
}

}  // namespace

std::variant<PresendRequest, Failure> ReadPresend(std::string_view body,
                                                  const DraftLimits& limits) {
  auto read = ReadDraft(body, limits, kOurs);
  if (auto* failure = std::get_if<Failure>(&read)) return *failure;
  PresendRequest request;
  request.conversation = std::get<input::Conversation>(std::move(read));
  // It is a record, so this cannot fail.
  const json record = json::parse(input::RepairJson(body).text);
  request.written = StringIn(record, "text");
  const auto found = record.find("override");
  if (found == record.end() || found->is_null()) return request;
  auto override_read = ReadOverride(*found);
  if (auto* failure = std::get_if<Failure>(&override_read)) return *failure;
  request.override_request = std::get<OverrideRequest>(std::move(override_read));
  return request;
}

}  // namespace amends::serve

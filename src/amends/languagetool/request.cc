#include "amends/languagetool/request.h"

#include <utility>

#include <fmt/format.h>

#include "amends/input/quoted_turns.h"
#include "amends/report/positions.h"

namespace amends::languagetool {
namespace {

using Parameters = std::span<const Parameter>;

// Names of the first version of the protocol, and those of today.
constexpr std::pair<std::string_view, std::string_view> kOldNames[] = {
    {"enabled", "enabledRules"},
    {"disabled", "disabledRules"},
    {"preferredvariants", "preferredVariants"},
    {"autodetect", "language=auto"},
};

std::optional<Refusal> RefuseOldNames(Parameters parameters) {
  for (const auto& [old, today] : kOldNames) {
    if (!Has(parameters, old)) continue;
    return Refusal{
        400, fmt::format("'{}' is of an older protocol; it is '{}' now", old, today)};
  }
  return std::nullopt;
}

// Accounts are not kept, but what a client sends must make sense.
std::optional<Refusal> RefuseHalfLogin(Parameters parameters) {
  const bool name = !ValueOf(parameters, "username").empty();
  const bool key =
      !ValueOf(parameters, "apiKey").empty() || !ValueOf(parameters, "password").empty();
  if (name == key) return std::nullopt;
  if (name) return Refusal{400, "'username' needs an 'apiKey' or a 'password' beside it"};
  return Refusal{400, "'apiKey' and 'password' need a 'username' beside them"};
}

std::optional<Refusal> ReadLanguage(Parameters parameters, CheckRequest& request) {
  const std::string_view code = ValueOf(parameters, "language");
  if (code.empty()) {
    return Refusal{400, "'language' is missing; it may be 'en-US', 'en-GB' or 'auto'"};
  }
  const bool is_auto = code == "auto" || code == "multilingual";
  const auto variants = ListOf(ValueOf(parameters, "preferredVariants"));
  if (!is_auto && !variants.empty()) {
    return Refusal{400, "'preferredVariants' goes with 'language=auto' only"};
  }
  request.preferred = LanguageOf("en-US");
  for (const std::string_view variant : variants) {
    if (variant.find('-') == std::string_view::npos) {
      return Refusal{400, fmt::format("'preferredVariants' takes codes such as 'en-GB'; "
                                      "'{}' has no '-'",
                                      variant)};
    }
    if (const Language each = LanguageOf(variant); IsChecked(each))
      request.preferred = each;
  }
  if (!is_auto) request.language = LanguageOf(code);
  return std::nullopt;
}

std::optional<Refusal> ReadMeta(const Data& data, CheckRequest& request) {
  if (const auto found = data.meta.find("CustomerMessage"); found != data.meta.end()) {
    request.customer_message = found->second;
  }
  const auto extent = data.meta.find("Extent");
  if (extent == data.meta.end()) return std::nullopt;
  if (extent->second != "reply" && extent->second != "part") {
    return Refusal{400, "'Extent' in 'metaData' must be 'reply' or 'part'"};
  }
  request.whole = extent->second == "reply";
  return std::nullopt;
}

std::optional<Refusal> ReadText(Parameters parameters, CheckRequest& request) {
  const bool text = Has(parameters, "text");
  const bool data = Has(parameters, "data");
  if (text && data) return Refusal{400, "set only 'text' or 'data', not both"};
  if (!text && !data) return Refusal{400, "'text' or 'data' is missing"};
  if (text) {
    request.text = MarkedText::Plain(std::string(ValueOf(parameters, "text")));
    return std::nullopt;
  }
  auto read = ReadData(ValueOf(parameters, "data"));
  if (const auto* refusal = std::get_if<Refusal>(&read)) return *refusal;
  auto& known = std::get<Data>(read);
  if (auto refusal = ReadMeta(known, request)) return refusal;
  request.text = std::move(known.text);
  return std::nullopt;
}

std::optional<Refusal> RefuseLongText(const CheckRequest& request, uint32_t longest) {
  const std::string& text = request.text.text;
  if (text.size() <= longest) return std::nullopt;
  const uint32_t length = report::Positions(text).At(text.size()).utf16;
  if (length <= longest) return std::nullopt;
  return Refusal{413, fmt::format("the text has {} characters, and at most {} are taken; "
                                  "please send it in parts",
                                  length, longest)};
}

}  // namespace

input::Conversation CheckRequest::ToConversation() const {
  input::Conversation conversation;
  conversation.text = text.text;
  conversation.source = text.map;
  conversation.whole = whole;
  if (!customer_message.empty()) {
    conversation.context.push_back({input::Role::kCustomer, customer_message, ""});
  }
  input::ReadQuoting({}, {}, conversation);
  return conversation;
}

std::variant<CheckRequest, Refusal> ReadCheckRequest(Parameters parameters,
                                                     uint32_t longest) {
  if (auto refusal = RefuseOldNames(parameters)) return *refusal;
  if (Has(parameters, "callback")) {
    return Refusal{400, "'callback' is not supported; the answer is JSON only"};
  }
  CheckRequest request;
  if (auto refusal = ReadText(parameters, request)) return *refusal;
  if (auto refusal = ReadLanguage(parameters, request)) return *refusal;
  if (auto refusal = ReadSelection(parameters, request.selection)) return *refusal;
  if (auto refusal = RefuseHalfLogin(parameters)) return *refusal;
  if (auto refusal = RefuseLongText(request, longest)) return *refusal;
  request.compact = ValueOf(parameters, "c") == "1";
  if (request.selection.mode == Mode::kWhole) request.whole = true;
  return request;
}

}  // namespace amends::languagetool

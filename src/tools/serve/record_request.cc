#include "tools/serve/record_request.h"

#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "amends/input/record.h"

namespace amends::serve {
namespace {

std::optional<Failure> TooLarge(const input::Conversation& conversation,
                                const DraftLimits& limits) {
  if (conversation.context.size() > limits.turns) {
    return Failure{
        422, "turns",
        fmt::format("A conversation of {} turns is too long; send the last {}.",
                    conversation.context.size(), limits.turns),
        "/context"};
  }
  const auto is_too_long = [&](const std::string& text) {
    return text.size() > limits.text;
  };
  std::string where = is_too_long(conversation.text) ? "/text" : "";
  for (size_t i = 0; where.empty() && i < conversation.context.size(); ++i) {
    if (is_too_long(conversation.context[i].text)) {
      where = fmt::format("/context/{}/text", i);
    }
  }
  if (where.empty()) return std::nullopt;
  return Failure{413, "text-too-large",
                 fmt::format("A text of more than {} KB is no draft.", limits.text >> 10),
                 where};
}

}  // namespace

std::variant<input::Conversation, Failure> ReadDraft(
    std::string_view body, const DraftLimits& limits,
    std::span<const std::string_view> left_alone) {
  auto read = input::ReadRecord(body, left_alone);
  if (auto* error = std::get_if<input::RecordError>(&read)) {
    return Failure{error->code == "json" ? 400 : 422, error->code, error->message,
                   error->pointer};
  }
  auto& conversation = std::get<input::Conversation>(read);
  if (auto failure = TooLarge(conversation, limits)) return *failure;
  return std::move(conversation);
}

}  // namespace amends::serve

#include "amends/languagetool/service.h"

#include <string>
#include <variant>

#include <fmt/format.h>

#include "amends/languagetool/catalogue.h"
#include "amends/languagetool/language.h"
#include "amends/languagetool/match.h"
#include "amends/languagetool/request.h"
#include "amends/languagetool/response.h"
#include "amends/text/analyzer.h"

namespace amends::languagetool {
namespace {

constexpr std::string_view kRoot = "/v2";

// What stands behind the root, without slashes at the ends.
std::string_view ActionOf(std::string_view path) {
  while (path == kRoot || path.starts_with("/v2/")) path.remove_prefix(kRoot.size());
  while (path.starts_with('/')) path.remove_prefix(1);
  while (path.ends_with('/')) path.remove_suffix(1);
  return path;
}

// Words tell the language only where there are some; else what was asked for stands.
SpokenLanguage LanguageSpoken(const CheckRequest& request, const Engine& engine) {
  const std::string guess = text::GuessLanguage(request.text.text, engine.pack().tables);
  const Language asked = request.language.value_or(request.preferred);
  const bool same = guess.empty() || guess == asked.code;
  const Language detected = same ? asked : LanguageOf(guess);
  SpokenLanguage spoken{request.language.value_or(detected), detected, !guess.empty()};
  return spoken;
}

Answer Check(const Engine& engine, const ServerFacts& facts,
             std::span<const Parameter> parameters) {
  const auto read = ReadCheckRequest(parameters, facts.longest_text);
  if (const auto* refusal = std::get_if<Refusal>(&read)) return refusal->ToAnswer();
  const auto& request = std::get<CheckRequest>(read);
  const SpokenLanguage spoken = LanguageSpoken(request, engine);
  Result result;
  if (IsChecked(spoken.language)) result = engine.Check(request.ToConversation());
  return {200, kJsonType,
          CheckJson(request, spoken, result, MatchesOf(request, result), facts)};
}

Answer ConfigInfo(const Engine& engine, const ServerFacts& facts,
                  std::span<const Parameter> parameters) {
  const std::string_view code = ValueOf(parameters, "language");
  if (code.empty()) {
    return Refusal{400, "'language' is missing, as in 'configinfo?language=en-US'"}
        .ToAnswer();
  }
  return {200, kJsonType, ConfigInfoJson(engine, LanguageOf(code), facts)};
}

}  // namespace

bool IsRoute(std::string_view path) { return path == kRoot || path.starts_with("/v2/"); }

Answer Respond(const Engine& engine, const ServerFacts& facts, std::string_view path,
               std::span<const Parameter> parameters) {
  const std::string_view action = ActionOf(path);
  if (action == "check") return Check(engine, facts, parameters);
  if (action == "languages") return {200, kJsonType, LanguagesJson()};
  if (action == "healthcheck") return {200, kTextType, "OK"};
  if (action == "maxtextlength") {
    return {200, kTextType, fmt::format("{}", facts.longest_text)};
  }
  if (action == "info") return {200, kJsonType, InfoJson(facts)};
  if (action == "configinfo") return ConfigInfo(engine, facts, parameters);
  if (action == "words" || action == "words/add" || action == "words/delete") {
    return Refusal{400, "there are no accounts here, so no words of one's own"}
        .ToAnswer();
  }
  return Refusal{
      404, fmt::format("there is no '{}' here; texts are checked at '/v2/check'", action)}
      .ToAnswer();
}

}  // namespace amends::languagetool

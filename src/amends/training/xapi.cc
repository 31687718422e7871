#include "amends/training/xapi.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "amends/training/day.h"
#include "amends/training/name_uuid.h"

namespace amends::training {
namespace {

using Json = nlohmann::ordered_json;

// Of the vocabulary of ADL.
constexpr std::string_view kVerbs = "http://adlnet.gov/expapi/verbs/";
constexpr std::string_view kActivities = "http://adlnet.gov/expapi/activities/";
// Ours. They name things and lead nowhere.
constexpr std::string_view kOurs = "urn:amends:";

// The kinds of interaction that xAPI knows (SCORM's), by kind of exercise.
constexpr std::array<std::pair<std::string_view, std::string_view>, 11> kInteractions = {
    {{"spot", "other"},
     {"name", "choice"},
     {"hears", "choice"},
     {"choose", "choice"},
     {"order", "sequencing"},
     {"question", "long-fill-in"},
     {"rewrite", "long-fill-in"},
     {"fill", "fill-in"},
     {"imitate", "long-fill-in"},
     {"record", "long-fill-in"},
     {"checklist", "choice"}}};

std::string Ours(std::string_view kind, std::string_view id) {
  return fmt::format("{}{}:{}", kOurs, kind, id);
}

Json English(std::string_view text) { return {{"en", text}}; }

class Writer {
 public:
  explicit Writer(const XapiRequest& request) : request_(request) {
    for (const ExerciseSet& set : request.sets) names_[set.id] = set.name;
  }

  Json Statement(const Person& person, const GradedAnswer& answer) const {
    const bool talk = answer.kind == "role-play";
    const std::string_view verb = !talk           ? "answered"
                                  : answer.passed ? "passed"
                                                  : "failed";
    return {
        {"id",
         NameUuid(kAddressNamespace, request_.home_page + "#amends-answer-" + answer.id)},
        {"actor", Actor(person)},
        {"verb", {{"id", fmt::format("{}{}", kVerbs, verb)}, {"display", English(verb)}}},
        {"object", Object(answer, talk)},
        {"result", Result(answer)},
        {"context", Context(answer)},
        {"timestamp", WriteTime(answer.at)},
        {"version", "1.0.0"}};
  }

 private:
  Json Actor(const Person& person) const {
    Json actor = {{"objectType", "Agent"}};
    if (request_.names) actor["name"] = person.name;
    actor["account"] = {{"homePage", request_.home_page},
                        {"name", request_.names ? person.name : person.id}};
    return actor;
  }

  Json Object(const GradedAnswer& answer, bool talk) const {
    Json definition = {
        {"name", English(fmt::format("{} ({})", answer.exercise, answer.kind))}};
    if (const Exercise* exercise = request_.catalogue.Find(answer.exercise)) {
      definition["description"] = English(exercise->situation);
    }
    definition["type"] =
        fmt::format("{}{}", kActivities, talk ? "assessment" : "cmi.interaction");
    if (!talk) {
      const auto* const found = std::ranges::find_if(
          kInteractions, [&](const auto& each) { return each.first == answer.kind; });
      definition["interactionType"] =
          found == kInteractions.end() ? "other" : found->second;
    }
    return {{"objectType", "Activity"},
            {"id", Ours("exercise", answer.exercise)},
            {"definition", std::move(definition)}};
  }

  static Json Result(const GradedAnswer& answer) {
    Json result = {{"score",
                    {{"scaled", answer.points / 100.0},
                     {"raw", answer.points},
                     {"min", 0},
                     {"max", kMostPoints}}},
                   {"success", answer.passed},
                   {"completion", true}};
    if (answer.seconds > 0) result["duration"] = fmt::format("PT{}S", answer.seconds);
    return result;
  }

  Json Context(const GradedAnswer& answer) const {
    Json activities = Json::object();
    Json grades = Json::object();
    for (const RuleGrade& each : answer.grades) {
      activities["category"].push_back({{"objectType", "Activity"},
                                        {"id", Ours("rule", each.rule)},
                                        {"definition", {{"name", English(each.rule)}}}});
      grades[each.rule] = NameOf(each.grade);
    }
    if (!answer.set.empty()) activities["grouping"].push_back(Set(answer.set));
    Json context = Json::object();
    if (!activities.empty()) context["contextActivities"] = std::move(activities);
    context["platform"] = "Amends";
    context["language"] = "en";
    context["extensions"] = {{Ours("extension", "hints"), answer.hints},
                             {Ours("extension", "grades"), std::move(grades)}};
    return context;
  }

  Json Set(const std::string& id) const {
    Json set = {{"objectType", "Activity"}, {"id", Ours("set", id)}};
    const auto name = names_.find(id);
    if (name != names_.end()) set["definition"] = {{"name", English(name->second)}};
    return set;
  }

  const XapiRequest& request_;
  std::map<std::string, std::string> names_;  // of sets
};

}  // namespace

bool IsHomePage(std::string_view address) {
  const bool known = address.starts_with("https://") || address.starts_with("http://");
  const size_t host = address.find("://") + 3;
  return known && host < address.size() && address[host] != '/' &&
         std::ranges::all_of(address, [](char c) {
           return static_cast<unsigned char>(c) > ' ' && c != '\x7F' &&
                  std::string_view("\"<>\\^`{|}").find(c) == std::string_view::npos;
         });
}

std::string XapiStatements(const XapiRequest& request) {
  const Writer writer(request);
  std::string text = "[";
  for (const PersonEntries& each : request.people) {
    for (const GradedAnswer& answer : each.answers) {
      if (request.since && answer.at < *request.since) continue;
      if (request.until && answer.at > *request.until) continue;
      text += text.size() == 1 ? "\n" : ",\n";
      text += writer.Statement(each.person, answer)
                  .dump(-1, ' ', false, Json::error_handler_t::replace);
    }
  }
  return text + "\n]\n";
}

}  // namespace amends::training

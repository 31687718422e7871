#include "amends/pack/pack_template.h"

#include <fstream>
#include <random>
#include <system_error>
#include <utility>

#include "amends/pack/ids.h"

namespace amends::pack {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kClasses = R"json({
  "classes": [
    {
      "id": "department",
      "any": ["shop floor", "workshop"],
      "examples": { "match": ["I asked the workshop."], "pass": ["I asked a friend."] }
    },
    {
      "id": "product",
      "any": ["gift card"],
      "examples": { "match": ["Your gift card is valid."], "pass": ["Your card is on its way."] }
    }
  ]
}
)json";

constexpr std::string_view kRules = R"json({
  "rules": [
    {
      "id": "house/valued-customer",
      "severity": "warning",
      "summary": "Calls the customer valued instead of showing it.",
      "on": { "patterns": ["valued (customer|guest|member)"] },
      "message": "“{match}” sounds like a form letter.",
      "why": "Nobody says this to a person they know. Use the name, or leave it out.",
      "hears": "I am a number here.",
      "source": ["house style"],
      "suggest": [
        { "applicability": "advice", "title": "Use the customer's name, or leave this out" }
      ],
      "examples": {
        "flag": [
          { "text": "You are a valued customer of ours.", "span": "valued customer" },
          "Dear valued guest, your room is ready.",
          "As a valued member you can call us on Sunday."
        ],
        "pass": [
          "The ring was valued at 300 euros.",
          "Dear Ms Lee, your room is ready.",
          "A customer left this umbrella."
        ]
      }
    }
  ]
}
)json";

constexpr std::string_view kProfiles = R"json({
  "profiles": [
    {
      "id": "house",
      "summary": "What our company wants in every channel.",
      "severities": { "house/valued-customer": "error" }
    }
  ]
}
)json";

constexpr std::string_view kReadme = R"json(# House pack

Our own words and rules for replies to customers, checked by Amends.

- `classes/house.json`: our products and departments
- `rules/house.json`: what we do not want to read, each rule with examples
- `profiles/house.json`: how severe each rule is for us

Run `amends rules test --pack .` in this folder after every change.
)json";

// What a pack in a folder of this name may be called.
std::string PackName(const fs::path& folder) {
  fs::path last = folder.lexically_normal();
  if (!last.has_filename()) last = last.parent_path();
  std::string name;
  for (char c : last.filename().string()) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      name += c;
    } else if (!name.empty() && name.back() != '-') {
      name += '-';
    }
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  const bool usable =
      IsSlug(name) && name.size() <= 100 && name != "en";  // the core's name
  return usable ? name : "house";
}

Problem Refusal(const fs::path& folder, std::string message, std::string hint = {}) {
  Problem problem;
  problem.file = folder.string();
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

bool WriteFile(const fs::path& path, std::string_view text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file.write(text.data(), static_cast<std::streamsize>(text.size()));
  file.close();
  return !error && file.good();
}

}  // namespace

std::vector<Folder::OwnedFile> TemplateFiles(const fs::path& folder) {
  const std::string manifest =
      "{\n  \"name\": \"" + PackName(folder) +
      "\",\n  \"version\": \"1.0\",\n  \"licence\": \"proprietary\",\n"
      "  \"language\": \"en\",\n"
      "  \"summary\": \"Our own words and rules.\",\n"
      "  \"requires\": [\"en\"]\n}\n";
  return {{"README.md", std::string(kReadme)},
          {"classes/house.json", std::string(kClasses)},
          {"pack.json", manifest},
          {"profiles/house.json", std::string(kProfiles)},
          {"rules/house.json", std::string(kRules)}};
}

std::optional<Problem> WriteTemplate(const fs::path& folder) {
  std::error_code error;
  fs::path target = fs::absolute(folder, error).lexically_normal();
  if (!target.has_filename()) target = target.parent_path();
  const fs::file_status status = fs::status(target, error);
  if (fs::exists(status) && !fs::is_directory(status)) {
    return Refusal(folder, "there is a file of this name");
  }
  if (fs::exists(status) && !fs::is_empty(target, error)) {
    return Refusal(folder, "this folder is not empty", "name a new folder");
  }
  const std::string tag = std::to_string(std::random_device{}());
  const fs::path aside =
      target.parent_path() / ("." + target.filename().string() + "." + tag + ".new");
  for (const Folder::OwnedFile& file : TemplateFiles(target)) {
    if (WriteFile(aside / file.path, file.text)) continue;
    fs::remove_all(aside, error);
    return Refusal(folder, "cannot be written");
  }
  fs::rename(aside, target, error);  // over an empty folder, too
  if (!error) return std::nullopt;
  const std::string why = error.message();
  fs::remove_all(aside, error);
  return Refusal(folder, "cannot be written: " + why);
}

}  // namespace amends::pack

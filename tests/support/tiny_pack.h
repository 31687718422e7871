// A pack of a few lines over the English tables, for tests of what stands on packs.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "amends/input/conversation.h"
#include "amends/pack/loader.h"
#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"
#include "amends/rules/settings.h"

namespace amends::testing {

// Entries as JSON objects with commas between them. Keys that a test does not care for
// may be left out: summary, severity, message, why, title and the like are filled in.
// Every rule is of the family t: "t/name".
struct TinyPack {
  std::string classes = {};
  std::string suppressors = {};
  std::string moves = {};
  std::string rules = {};
  std::string profiles = {};
  bool english = true;  // false: without the tables, for what reads no text
};

pack::Loaded Load(const TinyPack& tiny);

// Writes the pack, tables included, as files for Engine::Load.
void Write(const TinyPack& tiny, const std::filesystem::path& folder);

// A rulebook of a tiny pack. The settings are those of the profile.
class TinyRulebook {
 public:
  explicit TinyRulebook(const TinyPack& tiny, const std::string& profile = "",
                        const text::Analyzer::Options& options = {});

  const rules::Rulebook& operator*() const { return *rulebook_; }
  // What Load and the rulebook have found wrong, as text for people.
  std::string Problems() const;
  // Each hit as "name: words", in the order of the text; one about the reply is "name"
  // alone.
  std::vector<std::string> Hits(const input::Conversation& conversation) const;
  // Each move of the draft likewise, with its whole id.
  std::vector<std::string> Moves(const input::Conversation& conversation) const;

 private:
  std::unique_ptr<pack::Loaded> loaded_;
  rules::Settings settings_;
  std::vector<pack::Problem> problems_;
  std::unique_ptr<rules::Rulebook> rulebook_;
};

// "C: where is it? // A: on its way // the draft": earlier turns, then the draft.
input::Conversation Thread(std::string_view text);

}  // namespace amends::testing

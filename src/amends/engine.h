// The facade: packs and a profile, compiled once, then asked as often as one likes.
//
//   amends::Engine engine = amends::Engine::Load({});
//   amends::Result result = engine.Check(conversation);
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "amends/coach/coach.h"
#include "amends/input/conversation.h"
#include "amends/pack/pack.h"
#include "amends/pack/problem.h"
#include "amends/pack/sources.h"
#include "amends/result.h"
#include "amends/text/analyzer.h"

namespace amends {

namespace rules {
class Rulebook;
}

// Everything that is wrong with the packs and the configuration, at once. The only
// exception of ours; what() is all problems as text for people.
class LoadError : public std::runtime_error {
 public:
  explicit LoadError(std::vector<pack::Problem> problems);
  const std::vector<pack::Problem>& problems() const { return problems_; }

 private:
  std::vector<pack::Problem> problems_;
};

struct EngineOptions {
  std::filesystem::path core;  // empty: the core pack that is built in
  // Folders, laid in this order over the core and the packs that `config` names; one that
  // is named twice is laid once.
  std::vector<std::filesystem::path> packs;
  std::filesystem::path config;  // an amends.json; empty: none
  std::string profile;           // empty: the configuration's, or "default"
  // The day of the check, "2026-11-26"; suppressions that ended before it cover nothing.
  // Empty: none has ended.
  std::string today;
  bool examples = true;  // false: entries of `core` may lack theirs
  text::Analyzer::Options
      text;  // for tests that show what each grade of boundary is worth
};

// Immutable once loaded; every member may be called from any thread.
class Engine {
 public:
  // Throws LoadError.
  static Engine Load(const EngineOptions& options);

  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Never fails, whatever the bytes. `with_silent`: also tells why rules are silent.
  Result Check(const input::Conversation& conversation, bool with_silent = false) const;

  // What the coach says of it; `result` is what Check gave, without `with_silent`.
  coach::Coaching Coach(const input::Conversation& conversation,
                        const Result& result) const;

  // What Load takes where nothing but severities differs from what was built in.
  std::string Compiled() const;

  // All packs laid over one another; its digest names them. An engine of the core pack
  // that is built in knows of its entries what is needed to check drafts.
  const pack::Pack& pack() const;
  // The severity of a rule under the profile; nothing = off.
  std::optional<pack::Severity> SeverityOf(const pack::Rule& rule,
                                           input::Occasion occasion) const;
  // The highest that it has anywhere.
  std::optional<pack::Severity> SeverityOf(const pack::Rule& rule) const;
  const std::string& profile() const;
  // The value of a switch under the profile, "" where no profile sets it.
  std::string_view Switch(const std::string& name, input::Occasion occasion) const;
  // What the profile lets people give on top of what was owed.
  std::span<const pack::Allowance> allowances() const;
  // Those of the configuration.
  std::span<const pack::Suppression> suppressions() const;
  // For those who ask more than Check tells.
  const rules::Rulebook& rulebook() const;
  // The texts of the packs and of the configuration, for messages.
  const pack::Sources& sources() const;

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace amends

// The examples of a pack, run: does every rule, move, class and suppressor do what its examples
// say, and does every pattern, `unless` and suppressor matter to one of them?
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "amends/engine.h"
#include "amends/evaluation/phrase_finder.h"
#include "amends/pack/pack.h"

namespace amends::evaluation {

// An example that does not do as it says.
struct Failure {
  pack::Origin origin;  // of the example
  std::string id;       // of the rule, move, class or suppressor
  std::string expected;
  std::string happened;
  std::string text;  // of the example
};

// Something that no example needs.
struct Unused {
  pack::Origin origin;
  std::string id;    // of its rule, move or suppressor
  std::string what;  // "pattern “…”"
};

struct TestReport {
  size_t examples = 0;
  // Whose examples were run.
  size_t rules = 0;
  size_t moves = 0;
  size_t classes = 0;
  size_t suppressors = 0;
  std::vector<Failure> failures;
  std::vector<Unused> unused;

  // False where no example was run, too.
  bool passed() const { return examples > 0 && failures.empty() && unused.empty(); }
};

// Engines for all profiles that examples name, loaded once. Immutable; safe from any thread.
class RuleTest {
 public:
  // The core must be a folder, for the core that is built in has no examples. Throws LoadError.
  explicit RuleTest(const EngineOptions& options);

  const pack::Pack& pack() const { return engines_.begin()->second.pack(); }

  // Each runs the examples of one entry of pack() and adds to the report what comes of it.
  void Run(const pack::Rule& rule, TestReport& report) const;
  void Run(const pack::Move& move, TestReport& report) const;
  void Run(const pack::ClassDef& definition, TestReport& report) const;
  void Run(const pack::Suppressor& suppressor, TestReport& report) const;

  // Each adds what no example of the entry needs: patterns that stand in none, an `unless`
  // without which the entry finds the same in all.
  void Cover(const pack::Rule& rule, TestReport& report) const;
  void Cover(const pack::Move& move, TestReport& report) const;
  void Cover(const pack::Suppressor& suppressor, TestReport& report) const;

 private:
  std::map<std::string, Engine, std::less<>> engines_;  // by profile, "" first
  PhraseFinder finder_;
};

}  // namespace amends::evaluation

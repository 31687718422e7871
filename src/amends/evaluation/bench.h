// What the examples of packs are run on: an engine for each profile that an example
// names, and the single phrases of the packs. Immutable once built; safe from any thread.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "amends/engine.h"
#include "amends/evaluation/phrase_finder.h"
#include "amends/pack/pack.h"

namespace amends::evaluation {

class Bench {
 public:
  // The core must be a folder: the one that is built in has no examples. Throws
  // LoadError.
  explicit Bench(const EngineOptions& options);

  const pack::Pack& pack() const { return EngineOf("")->pack(); }
  const pack::Sources& sources() const { return EngineOf("")->sources(); }
  const PhraseFinder& finder() const { return finder_; }
  // Empty: the profile of the options. Nothing where the packs have no such profile.
  const Engine* EngineOf(std::string_view profile) const;

 private:
  std::map<std::string, Engine, std::less<>> engines_;
  PhraseFinder finder_;
};

}  // namespace amends::evaluation

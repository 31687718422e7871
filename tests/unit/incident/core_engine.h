// The core pack as it lies in the tree, loaded once for all tests of incident records.
#pragma once

#include "amends/engine.h"
#include "tests/support/tables.h"

namespace amends::testing {

inline const Engine& CoreEngine() {
  static const Engine engine = [] {
    EngineOptions options;
    options.core = SourcePath("rules/en");
    return Engine::Load(options);
  }();
  return engine;
}

}  // namespace amends::testing

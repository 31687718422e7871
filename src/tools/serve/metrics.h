// What is counted, in the words of Prometheus: requests, times, drafts and findings;
// never anything of a draft. From any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "amends/result.h"

namespace amends::serve {

class Metrics {
 public:
  Metrics();
  ~Metrics();

  // `route` is one of the server's own, never what somebody typed.
  void CountRequest(std::string_view route, int status, double seconds);
  void CountRefusal(std::string_view why);
  void CountDraft(const Result& result);
  void CountReload(bool taken);

  // All of it as text; the gauges are as of now.
  std::string Text(size_t connections, size_t waiting, size_t rules) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace amends::serve

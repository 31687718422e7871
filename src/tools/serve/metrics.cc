#include "tools/serve/metrics.h"

#include <array>
#include <sstream>

#include <prometheus/counter.h>
#include <prometheus/family.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace amends::serve {
namespace {

using prometheus::Counter;
using prometheus::Family;
using prometheus::Gauge;
using prometheus::Histogram;

const Histogram::BucketBoundaries kSeconds = {.001, .0025, .005, .01, .025, .05,
                                              .1,   .25,   .5,   1,   2.5};

Family<Counter>& AddCounter(prometheus::Registry& registry, const char* name,
                            const char* help) {
  return prometheus::BuildCounter().Name(name).Help(help).Register(registry);
}

Gauge& AddGauge(prometheus::Registry& registry, const char* name, const char* help) {
  return prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add({});
}

}  // namespace

struct Metrics::State {
  prometheus::Registry registry;
  Family<Counter>& requests =
      AddCounter(registry, "amends_requests_total", "Requests that were answered.");
  Family<Counter>& refusals = AddCounter(registry, "amends_refusals_total",
                                         "Requests that never came to be answered.");
  Family<Histogram>& seconds = prometheus::BuildHistogram()
                                   .Name("amends_request_seconds")
                                   .Help("Time from the whole request to its answer.")
                                   .Register(registry);
  Family<Counter>& drafts =
      AddCounter(registry, "amends_drafts_total", "Drafts that were checked.");
  Family<Counter>& findings =
      AddCounter(registry, "amends_findings_total", "What was found in them.");
  Family<Counter>& reloads =
      AddCounter(registry, "amends_reloads_total", "Times that packs were read anew.");
  Gauge& connections = AddGauge(registry, "amends_connections", "Connections now open.");
  Gauge& waiting =
      AddGauge(registry, "amends_waiting", "Requests that now wait for a worker.");
  Gauge& rules = AddGauge(registry, "amends_rules", "Rules in the packs that serve.");
};

Metrics::Metrics() : state_(std::make_unique<State>()) {}
Metrics::~Metrics() = default;

void Metrics::CountRequest(std::string_view route, int status, double seconds) {
  const std::string name(route);
  state_->requests.Add({{"route", name}, {"status", std::to_string(status)}}).Increment();
  state_->seconds.Add({{"route", name}}, kSeconds).Observe(seconds);
}

void Metrics::CountRefusal(std::string_view why) {
  state_->refusals.Add({{"why", std::string(why)}}).Increment();
}

void Metrics::CountDraft(const Result& result) {
  constexpr std::array<const char*, 3> kVerdicts = {"pass", "warn", "block"};
  state_->drafts.Add({{"verdict", kVerdicts[static_cast<size_t>(result.verdict)]}})
      .Increment();
  for (const Finding& finding : result.findings) {
    state_->findings.Add({{"rule", finding.rule->id}}).Increment();
  }
}

void Metrics::CountReload(bool taken) {
  state_->reloads.Add({{"taken", taken ? "yes" : "no"}}).Increment();
}

std::string Metrics::Text(size_t connections, size_t waiting, size_t rules) const {
  state_->connections.Set(static_cast<double>(connections));
  state_->waiting.Set(static_cast<double>(waiting));
  state_->rules.Set(static_cast<double>(rules));
  std::ostringstream text;
  prometheus::TextSerializer().Serialize(text, state_->registry.Collect());
  return text.str();
}

}  // namespace amends::serve

#include "amends/engine.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>
#include <utility>

#include "amends/pack/core_pack.h"
#include "amends/pack/loader.h"
#include "amends/pack/project_config.h"
#include "amends/pack/similar.h"
#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"
#include "amends/rules/settings.h"
#include "amends/suggest/suggester.h"

namespace amends {

using conversation::Reading;
using match::Range;

namespace {

constexpr uint32_t kContextWords = 2;  // on each side, in a fingerprint
constexpr size_t kShownProblems = 200;

class Hasher {
 public:
  // FNV-1a, with a separator after each text.
  void Add(std::string_view text) {
    for (char c : text) Mix(static_cast<unsigned char>(c));
    Mix(0xFF);
  }
  std::string Hex() const {
    std::array<char, 17> out{};
    std::snprintf(out.data(), out.size(), "%016llx", static_cast<unsigned long long>(hash_));
    return out.data();
  }

 private:
  void Mix(unsigned char byte) { hash_ = (hash_ ^ byte) * 0x100000001B3u; }

  uint64_t hash_ = 0xCBF29CE484222325u;
};

std::string Fingerprint(const std::string& rule, const Reading& draft, Range words) {
  Hasher hash;
  hash.Add(rule);
  const auto count = static_cast<uint32_t>(draft.text.words.size());
  const uint32_t first = words.begin - std::min(words.begin, kContextWords);
  const uint32_t last = std::min(count, words.end + kContextWords);
  for (uint32_t i = first; i < last; ++i) {
    hash.Add(draft.text.Canon(draft.text.words[i]));
  }
  return hash.Hex();
}

pack::Loaded LoadPacks(const EngineOptions& options) {
  const pack::ReadOptions read{.examples = options.examples};
  std::vector<pack::Loaded> layers;
  if (options.core.empty()) {
    layers.push_back(pack::ReadPack(pack::CoreFiles(), "rules/en", {.examples = false}));
  } else {
    layers.push_back(pack::LoadFolder(options.core, read));
  }
  for (const auto& folder : options.packs) layers.push_back(pack::LoadFolder(folder));
  return pack::Merge(std::move(layers));
}

}  // namespace

LoadError::LoadError(std::vector<pack::Problem> problems)
    : std::runtime_error(pack::FormatAll(problems, kShownProblems)),
      problems_(std::move(problems)) {}

struct Engine::State {
  pack::Loaded loaded;
  rules::Settings settings;
  std::unique_ptr<rules::Rulebook> rulebook;
  std::vector<std::optional<pack::Severity>> severities;  // by detector

  std::optional<Finding> FindingOf(const rules::Hit& hit, const Reading& draft) const;
};

std::optional<Finding> Engine::State::FindingOf(const rules::Hit& hit,
                                                const Reading& draft) const {
  const std::optional<pack::Severity> severity = severities[hit.detector];
  if (!severity) return std::nullopt;
  const pack::Rule& rule = *rulebook->detectors()[hit.detector].rule;
  Finding finding;
  finding.rule = &rule;
  finding.severity = *severity;
  suggest::Matched matched{&draft, nullptr, nullptr};
  Range words = hit.words;
  if (hit.match == conversation::kNoMatch) {
    finding.scope = Scope::kReply;
    words = {draft.text.sentences[0].begin, draft.text.sentences[0].end};
    finding.fingerprint = Fingerprint(rule.id, draft, {});
  } else {
    matched.match = &draft.matches[hit.match];
    matched.program = &rulebook->agent_phrases().program(matched.match->phrase);
    words = suggest::WordsOf(matched, "span").value_or(words);
    finding.fingerprint = Fingerprint(rule.id, draft, words);
  }
  finding.span = draft.text.SpanOf(words.begin, words.end);
  finding.message = suggest::RenderMessage(rule.message, matched);
  for (const pack::Suggest& each : rule.suggest) {
    if (auto suggestion = suggest::Render(each, matched)) {
      finding.suggestions.push_back(std::move(*suggestion));
    }
  }
  return finding;
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Engine Engine::Load(const EngineOptions& options) {
  auto state = std::make_unique<State>();
  state->loaded = LoadPacks(options);
  std::vector<pack::Problem> problems = state->loaded.problems;
  pack::LoadedConfig config;
  if (!options.config.empty()) {
    config = pack::LoadConfig(options.config);
    problems.insert(problems.end(), config.problems.begin(), config.problems.end());
    for (auto& problem : pack::CheckConfig(config, state->loaded)) problems.push_back(problem);
  }
  const std::string profile =
      options.profile.empty() ? config.config.profile : options.profile;
  state->settings = rules::Settings::Of(state->loaded.pack, profile, &config.config);
  state->rulebook = std::make_unique<rules::Rulebook>(state->loaded, state->settings,
                                                      options.text, problems);
  std::vector<std::string> profiles;
  for (const pack::Profile& each : state->loaded.pack.profiles) profiles.push_back(each.id);
  if (!options.profile.empty() && options.profile != "default" &&
      std::ranges::find(profiles, options.profile) == profiles.end()) {
    pack::Problem problem;
    problem.file = "--profile " + options.profile;
    problem.message = "there is no profile “" + options.profile + "”";
    problem.hint = pack::DidYouMean(options.profile, profiles);
    problems.push_back(std::move(problem));
  }
  if (!problems.empty()) {
    std::ranges::sort(problems);
    throw LoadError(std::move(problems));
  }
  for (const rules::Detector& detector : state->rulebook->detectors()) {
    state->severities.push_back(detector.rule == nullptr
                                    ? std::nullopt
                                    : state->settings.SeverityOf(*detector.rule));
  }
  return Engine(std::move(state));
}

Result Engine::Check(const input::Conversation& conversation) const {
  Result result;
  result.notes = conversation.notes;
  const rules::Judgement judgement = rules::Judge(*state_->rulebook, conversation);
  const Reading& draft = judgement.draft();
  result.situation = judgement.situation;
  if (draft.text.bytes_replaced) {
    result.notes.emplace_back("some bytes are no UTF-8 and were read as “\xEF\xBF\xBD”");
  }
  for (const rules::Hit& hit : judgement.hits) {
    if (auto finding = state_->FindingOf(hit, draft)) {
      result.findings.push_back(std::move(*finding));
    }
  }
  std::ranges::sort(result.findings, [](const Finding& a, const Finding& b) {
    return std::tuple(a.span.start, b.severity, std::string_view(a.rule->id)) <
           std::tuple(b.span.start, a.severity, std::string_view(b.rule->id));
  });
  for (const Finding& finding : result.findings) {
    const Verdict verdict = finding.severity == pack::Severity::kError     ? Verdict::kBlock
                            : finding.severity == pack::Severity::kWarning ? Verdict::kWarn
                                                                           : Verdict::kPass;
    result.verdict = std::max(result.verdict, verdict);
  }
  for (const conversation::Found& found : draft.found) {
    const rules::Detector& detector = state_->rulebook->detectors()[found.detector];
    if (detector.kind != rules::Detector::Kind::kMove) continue;
    result.moves.push_back(
        {detector.id, draft.text.SpanOf(found.words.begin, found.words.end)});
  }
  std::ranges::sort(result.moves, {}, [](const FoundMove& move) {
    return std::pair(move.span.start, move.move);
  });
  return result;
}

const pack::Pack& Engine::pack() const { return state_->loaded.pack; }

std::optional<pack::Severity> Engine::SeverityOf(const pack::Rule& rule) const {
  return state_->settings.SeverityOf(rule);
}

const std::string& Engine::profile() const { return state_->settings.profile(); }

const rules::Rulebook& Engine::rulebook() const { return *state_->rulebook; }

const pack::Sources& Engine::sources() const { return state_->loaded.sources; }

}  // namespace amends

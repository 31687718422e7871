#include "amends/engine.h"

#include <algorithm>
#include <array>
#include <system_error>
#include <tuple>
#include <utility>

#include "amends/conversation/fingerprint.h"
#include "amends/pack/core_pack.h"
#include "amends/pack/loader.h"
#include "amends/pack/project_config.h"
#include "amends/pack/similar.h"
#include "amends/pack/tuning.h"
#include "amends/rules/judge.h"
#include "amends/rules/rulebook.h"
#include "amends/rules/settings.h"
#include "amends/suggest/proof.h"
#include "amends/suggest/safe_edits.h"
#include "amends/suggest/suggester.h"
#include "amends/suppress/suppressions.h"

namespace amends {

using conversation::Reading;
using match::Range;

namespace {

constexpr size_t kShownProblems = 200;
// A draft that is long and full of what could be mended is not judged again for each of
// it.
constexpr size_t kMostJudgedAgain = size_t{256} << 10;  // bytes

// The folders laid over the core, each once: those of the configuration, then the others.
std::vector<std::filesystem::path> FoldersOf(const EngineOptions& options,
                                             const pack::ProjectConfig& config) {
  std::vector<std::filesystem::path> folders;
  for (const auto* named : {&config.packs, &options.packs}) {
    for (const std::filesystem::path& folder : *named) {
      const bool again = std::ranges::any_of(folders, [&](const auto& other) {
        std::error_code ignored;
        return other == folder || std::filesystem::equivalent(other, folder, ignored);
      });
      if (!again) folders.push_back(folder);
    }
  }
  return folders;
}

pack::Loaded LoadPacks(const EngineOptions& options, const pack::ProjectConfig& config) {
  const pack::ReadOptions read{.examples = options.examples};
  std::vector<pack::Loaded> layers;
  if (options.core.empty()) {
    layers.push_back(pack::ReadPack(pack::CoreFiles(), "rules/en", {.examples = false}));
  } else {
    layers.push_back(pack::LoadFolder(options.core, read));
  }
  for (const auto& folder : FoldersOf(options, config)) {
    layers.push_back(pack::LoadFolder(folder));
  }
  return pack::Merge(std::move(layers));
}

// Nothing where the packs have the profile, or where none is named.
std::optional<pack::Problem> UnknownProfile(const std::string& profile,
                                            const pack::Pack& pack) {
  std::vector<std::string> known = {"default"};
  for (const pack::Profile& each : pack.profiles) known.push_back(each.id);
  if (profile.empty() || std::ranges::find(known, profile) != known.end())
    return std::nullopt;
  pack::Problem problem;
  problem.file = "--profile " + profile;
  problem.message = "there is no profile “" + profile + "”";
  problem.hint = pack::DidYouMean(profile, known);
  return problem;
}

// The words that a finding underlines; none for one about the whole reply.
Range Underlined(const rules::Hit& hit, const suggest::Matched& matched) {
  return suggest::WordsOf(matched, "span").value_or(hit.words);
}

// By place, then the gravest first, then by rule.
void Sort(std::vector<Finding>& findings) {
  std::ranges::sort(findings, [](const Finding& a, const Finding& b) {
    return std::tuple(a.span.start, b.severity, std::string_view(a.rule->id),
                      a.span.end) <
           std::tuple(b.span.start, a.severity, std::string_view(b.rule->id), b.span.end);
  });
}

Verdict VerdictOf(const std::vector<Finding>& findings) {
  Verdict verdict = Verdict::kPass;
  for (const Finding& finding : findings) {
    if (finding.severity == pack::Severity::kError) return Verdict::kBlock;
    if (finding.severity == pack::Severity::kWarning) verdict = Verdict::kWarn;
  }
  return verdict;
}

// Whether another suggestion of the same title is there, or one that leads to the same
// draft. Advice leads to none.
bool IsOffered(const Suggestion& suggestion, const std::vector<Suggestion>& offered,
               std::string_view draft) {
  if (offered.empty() || suggestion.edits.empty()) return false;
  const std::string text = suggest::Apply(draft, suggestion.edits);
  return std::ranges::any_of(offered, [&](const Suggestion& other) {
    if (other.edits.empty()) return false;
    const bool same_title = !other.title.empty() && other.title == suggestion.title;
    return same_title || suggest::Apply(draft, other.edits) == text;
  });
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n\v\f") == std::string_view::npos;
}

// What the writer is to answer for.
std::string OwnText(const input::Conversation& conversation) {
  std::string own;
  for (const text::Span span : input::OwnSpans(conversation)) {
    own += conversation.text.substr(span.start, span.length()) + "\n";
  }
  return own;
}

}  // namespace

LoadError::LoadError(std::vector<pack::Problem> problems)
    : std::runtime_error(pack::FormatAll(problems, kShownProblems)),
      problems_(std::move(problems)) {}

struct Engine::State {
  pack::Loaded loaded;
  rules::Settings settings;
  std::unique_ptr<rules::Rulebook> rulebook;
  suppress::Suppressions suppressions;
  // By detector, for each occasion.
  std::array<std::vector<std::optional<pack::Severity>>, input::kOccasionCount>
      severities;

  static bool TakesCompiledCore(const EngineOptions& options,
                                const pack::ProjectConfig& config);
  void ReadCompiledCore();
  suggest::Matched MatchedOf(const rules::Hit& hit, const Reading& draft) const;
  std::vector<Finding> FindingsOf(const rules::Judgement& judgement,
                                  input::Occasion occasion, bool in_full) const;
  void Say(const rules::Hit& hit, const rules::Judgement& judgement,
           Finding& finding) const;
  void Suppress(const Reading& draft, Result& result) const;
  void Prove(const input::Conversation& conversation, rules::Judgement& judgement,
             std::vector<Finding>& findings) const;
  std::vector<FoundMove> MovesOf(const Reading& draft) const;
  std::vector<Silent> SilentOf(const rules::Judgement& judgement,
                               input::Occasion occasion) const;
  std::string OtherLanguage(std::string_view own, const Reading& draft) const;
};

suggest::Matched Engine::State::MatchedOf(const rules::Hit& hit,
                                          const Reading& draft) const {
  if (hit.match == conversation::kNoMatch)
    return {rulebook.get(), &draft, nullptr, nullptr};
  const match::Match& match = draft.matches[hit.match];
  return {rulebook.get(), &draft, &match,
          &rulebook->agent_phrases().program(match.phrase)};
}

// The severity of the rule's findings in a case, of what the profile gives it.
pack::Severity SeverityIn(const conversation::Situation& situation,
                          const pack::Rule& rule, pack::Severity severity) {
  const bool at_ease = situation.failure == conversation::Answer::kNo && rule.at_ease;
  return at_ease ? std::min(severity, *rule.at_ease) : severity;
}

// Where each rule speaks that is not off, in order; `in_full` with all that it says.
std::vector<Finding> Engine::State::FindingsOf(const rules::Judgement& judgement,
                                               input::Occasion occasion,
                                               bool in_full) const {
  const Reading& draft = judgement.draft();
  std::vector<Finding> findings;
  for (const rules::Hit& hit : judgement.hits) {
    const auto severity = severities[occasion.index()][hit.detector];
    if (!severity) continue;
    Finding& finding = findings.emplace_back();
    finding.rule = rulebook->detectors()[hit.detector].rule;
    finding.severity = SeverityIn(judgement.situation, *finding.rule, *severity);
    Range words = Underlined(hit, MatchedOf(hit, draft));
    if (words.begin == words.end) {
      finding.scope = Scope::kReply;
      words = {draft.text.sentences[0].begin, draft.text.sentences[0].end};
    }
    finding.span = draft.text.SpanOf(words.begin, words.end);
    if (in_full) Say(hit, judgement, finding);
  }
  Sort(findings);
  return findings;
}

void Engine::State::Say(const rules::Hit& hit, const rules::Judgement& judgement,
                        Finding& finding) const {
  const Reading& draft = judgement.draft();
  const suggest::Matched matched = MatchedOf(hit, draft);
  finding.fingerprint = conversation::Fingerprint(finding.rule->id, judgement.turns,
                                                  Underlined(hit, matched));
  finding.message = suggest::RenderMessage(finding.rule->message, matched);
  for (const pack::Suggest& each : finding.rule->suggest) {
    auto suggestion = suggest::Render(each, matched);
    if (!suggestion || IsOffered(*suggestion, finding.suggestions, draft.source))
      continue;
    finding.suggestions.push_back(std::move(*suggestion));
  }
}

// Takes every safe suggestion at its word: what does not keep it, or cannot be tried, has
// to be looked at first.
void Engine::State::Prove(const input::Conversation& conversation,
                          rules::Judgement& judgement,
                          std::vector<Finding>& findings) const {
  std::vector<Reading>& turns = judgement.turns;
  size_t judged = 0;
  for (size_t i = 0; i < findings.size(); ++i) {
    for (Suggestion& suggestion : findings[i].suggestions) {
      if (suggestion.applicability != pack::Applicability::kSafe) continue;
      judged += conversation.text.size();
      if (judged > kMostJudgedAgain) {
        suggestion.applicability = pack::Applicability::kConfirm;
        continue;
      }
      const input::Conversation edited = suggest::Edited(conversation, suggestion.edits);
      Reading draft = std::move(turns.back());
      turns.pop_back();
      rules::Judgement again = rules::JudgeDraft(*rulebook, edited, std::move(turns));
      if (!suggest::OnlyRemoves(findings, i, suggestion.edits,
                                FindingsOf(again, edited.occasion(), false))) {
        suggestion.applicability = pack::Applicability::kConfirm;
      }
      turns = std::move(again.turns);
      turns.back() = std::move(draft);
    }
  }
}

void Engine::State::Suppress(const Reading& draft, Result& result) const {
  std::vector<Finding> left;
  for (Finding& finding : result.findings) {
    const pack::Suppression* by = suppressions.Covering(finding, draft.text);
    if (by == nullptr) {
      left.push_back(std::move(finding));
    } else {
      result.suppressed.push_back({std::move(finding), by});
    }
  }
  result.findings = std::move(left);
}

std::vector<FoundMove> Engine::State::MovesOf(const Reading& draft) const {
  std::vector<FoundMove> moves;
  for (const conversation::Found& found : draft.found) {
    const rules::Detector& detector = rulebook->detectors()[found.detector];
    if (detector.kind != rules::Detector::Kind::kMove) continue;
    moves.push_back({detector.id, draft.text.SpanOf(found.words.begin, found.words.end)});
  }
  std::ranges::sort(moves, {}, [](const FoundMove& move) {
    return std::tuple(move.span.start, move.span.end, move.move);
  });
  return moves;
}

std::vector<Silent> Engine::State::SilentOf(const rules::Judgement& judgement,
                                            input::Occasion occasion) const {
  const text::Text& text = judgement.draft().text;
  std::vector<Silent> silent;
  for (const rules::Silence& silence : judgement.silences) {
    if (!severities[occasion.index()][silence.detector] || text.sentences.empty())
      continue;
    const bool whole = silence.words.begin == silence.words.end;
    const Range words =
        whole ? Range{text.sentences[0].begin, text.sentences[0].end} : silence.words;
    silent.push_back({rulebook->detectors()[silence.detector].rule,
                      whole ? Scope::kReply : Scope::kText,
                      text.SpanOf(words.begin, words.end), silence.reason});
  }
  std::ranges::stable_sort(silent, {}, [](const Silent& each) {
    return std::tuple(each.scope, each.span.start, std::string_view(each.rule->id));
  });
  return silent;
}

// The name of the language of the draft, if that is not the one of the packs; else "". A
// text full of common words of the packs' language is not asked.
std::string Engine::State::OtherLanguage(std::string_view own,
                                         const Reading& draft) const {
  size_t common = 0;
  size_t words = 0;
  for (const text::Word& word : draft.text.words) {
    if (word.is(text::kPunctuation)) continue;
    ++words;
    common += rulebook->IsCommon(word.id) ? 1 : 0;
  }
  if (3 * common > words) return "";
  const std::string guess = text::GuessLanguage(own, loaded.pack.tables);
  const bool same = guess.empty() || guess == loaded.pack.manifest.language;
  return same ? "" : text::LanguageName(guess);
}

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

// Whether the core as it was compiled at build can serve.
bool Engine::State::TakesCompiledCore(const EngineOptions& options,
                                      const pack::ProjectConfig& config) {
  return !pack::CompiledCore().empty() && options.core.empty() && options.packs.empty() &&
         options.text == text::Analyzer::Options() && config.packs.empty() &&
         pack::SaysOnlySeverities(config.tunings) && config.profile.empty() &&
         options.profile.empty();
}

void Engine::State::ReadCompiledCore() {
  storage::Reader reader(pack::CompiledCore());
  reader(loaded.pack);
  rulebook = std::make_unique<rules::Rulebook>(reader, loaded.pack);
}

std::string Engine::Compiled() const {
  storage::Writer writer;
  writer(state_->loaded.pack);
  state_->rulebook->Write(writer);
  return writer.bytes();
}

Engine Engine::Load(const EngineOptions& options) {
  auto state = std::make_unique<State>();
  pack::LoadedConfig config;
  if (!options.config.empty()) config = pack::LoadConfig(options.config);
  const bool compiled = State::TakesCompiledCore(options, config.config);
  if (compiled) {
    state->ReadCompiledCore();
  } else {
    state->loaded = LoadPacks(options, config.config);
  }
  std::vector<pack::Problem> problems = state->loaded.problems;
  problems.insert(problems.end(), config.problems.begin(), config.problems.end());
  if (!options.config.empty()) {
    for (auto& problem : pack::CheckConfig(config, state->loaded))
      problems.push_back(problem);
  }
  const std::string profile =
      options.profile.empty() ? config.config.profile : options.profile;
  if (auto problem = UnknownProfile(options.profile, state->loaded.pack)) {
    problems.push_back(std::move(*problem));
  }
  state->settings = rules::Settings::Of(state->loaded.pack, profile, &config.config);
  if (!compiled) {
    state->rulebook = std::make_unique<rules::Rulebook>(state->loaded, state->settings,
                                                        options.text, problems);
  }
  if (!problems.empty()) {
    std::ranges::sort(problems);
    throw LoadError(std::move(problems));
  }
  state->suppressions = suppress::Suppressions(
      std::move(config.config.suppressions), state->rulebook->analyzer(), options.today);
  state->loaded.sources.Add(config.sources);
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    for (const rules::Detector& detector : state->rulebook->detectors()) {
      state->severities[i].push_back(
          detector.rule == nullptr
              ? std::nullopt
              : state->settings.SeverityOf(*detector.rule, input::Occasion::At(i)));
    }
  }
  return Engine(std::move(state));
}

Result Engine::Check(const input::Conversation& conversation, bool with_silent) const {
  Result result;
  result.notes = conversation.notes;
  const std::string own = OwnText(conversation);
  result.blank = IsBlank(own);
  if (result.blank) {
    result.notes.emplace_back(
        IsBlank(conversation.text)
            ? "this draft is empty"
            : "there is nothing of your own in this draft: all of it is "
              "quoted or a signature");
  }
  rules::Judgement judgement =
      rules::Judge(*state_->rulebook, conversation, {}, with_silent);
  if (judgement.draft().text.bytes_replaced) {
    result.notes.emplace_back("some bytes are no UTF-8 and were read as “\xEF\xBF\xBD”");
  }
  const std::string language = state_->OtherLanguage(own, judgement.draft());
  if (!language.empty()) {
    result.notes.push_back("this looks like " + language + "; Amends reads " +
                           text::LanguageName(state_->loaded.pack.manifest.language));
    return result;
  }
  result.situation = std::move(judgement.situation);
  result.silent = state_->SilentOf(judgement, conversation.occasion());
  result.findings = state_->FindingsOf(judgement, conversation.occasion(), true);
  state_->Prove(conversation, judgement, result.findings);
  state_->Suppress(judgement.draft(), result);
  result.verdict = VerdictOf(result.findings);
  result.moves = state_->MovesOf(judgement.draft());
  for (const text::Sentence& sentence : judgement.draft().text.sentences) {
    result.sentences.push_back(
        judgement.draft().text.SpanOf(sentence.begin, sentence.end));
  }
  return result;
}

coach::Coaching Engine::Coach(const input::Conversation& conversation,
                              const Result& result) const {
  return coach::Coach(pack(), allowances(), conversation, result,
                      [this](const input::Conversation& draft) { return Check(draft); });
}

const pack::Pack& Engine::pack() const { return state_->loaded.pack; }

std::optional<pack::Severity> Engine::SeverityOf(const pack::Rule& rule,
                                                 input::Occasion occasion) const {
  return state_->settings.SeverityOf(rule, occasion);
}

std::optional<pack::Severity> Engine::SeverityOf(const pack::Rule& rule) const {
  std::optional<pack::Severity> highest;
  for (size_t i = 0; i < input::kOccasionCount; ++i) {
    highest = std::max(highest, SeverityOf(rule, input::Occasion::At(i)));
  }
  return highest;
}

std::span<const pack::Allowance> Engine::allowances() const {
  return state_->settings.allowances();
}

std::span<const pack::Suppression> Engine::suppressions() const {
  return state_->suppressions.all();
}

const std::string& Engine::profile() const { return state_->settings.profile(); }

std::string_view Engine::Switch(const std::string& name, input::Occasion occasion) const {
  return state_->settings.Switch(name, occasion);
}

const rules::Rulebook& Engine::rulebook() const { return *state_->rulebook; }

const pack::Sources& Engine::sources() const { return state_->loaded.sources; }

}  // namespace amends

#include "amends/evaluation/rule_test.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "amends/pack/similar.h"

namespace amends::evaluation {
namespace {

namespace fs = std::filesystem;

std::string NameOf(const pack::ClassDef& definition) { return "{" + definition.id + "}"; }

fs::path Canonical(const fs::path& path) {
  std::error_code error;
  const fs::path canonical = fs::weakly_canonical(path, error);
  return error ? path : canonical;
}

// The files that an entry and its examples were written in; an extension brings its own.
using Files = std::set<std::string>;

template <typename Example>
void AddFiles(const std::vector<Example>& examples, Files& files) {
  for (const Example& each : examples) files.insert(each.origin.file);
}

template <typename Entry>
Files FilesOf(const Entry& entry) {
  Files files = {entry.origin.file};
  if constexpr (requires { entry.flag; }) AddFiles(entry.flag, files);
  if constexpr (requires { entry.match; }) AddFiles(entry.match, files);
  if constexpr (requires { entry.pass; }) AddFiles(entry.pass, files);
  if constexpr (requires { entry.examples; }) AddFiles(entry.examples, files);
  return files;
}

class Selection {
 public:
  explicit Selection(const TestFilter& filter) : filter_(filter) {
    for (const fs::path& file : filter.files) files_.push_back(Canonical(file));
  }

  bool Has(const pack::Rule& rule) const {
    return !filter_.moves_only && (Takes(rule) || Named(rule.id) || Named(rule.family()));
  }
  bool Has(const pack::Move& move) const {
    return Takes(move) ||
           std::ranges::any_of(filter_.names, [&](const std::string& name) {
             return move.id == name ||
                    (move.id.starts_with(name) &&
                     (name.ends_with('.') || move.id[name.size()] == '.'));
           });
  }
  bool Has(const pack::ClassDef& definition) const {
    return !filter_.moves_only && (Takes(definition) || Named(NameOf(definition)));
  }
  bool Has(const pack::Suppressor& suppressor) const {
    return !filter_.moves_only && (Takes(suppressor) || Named(suppressor.id));
  }
  // The example of a suppressor, for itself.
  bool Has(const pack::Suppressor::Example& example) const {
    return !filter_.moves_only && Named(example.family);
  }

 private:
  bool Everything() const { return filter_.names.empty() && files_.empty(); }

  bool Named(const std::string& name) const {
    return std::ranges::find(filter_.names, name) != filter_.names.end();
  }

  template <typename Entry>
  bool Takes(const Entry& entry) const {
    if (Everything() || files_.empty()) return Everything();
    return std::ranges::any_of(FilesOf(entry), [this](const std::string& file) {
      return std::ranges::find(files_, Canonical(file)) != files_.end();
    });
  }

  const TestFilter& filter_;
  std::vector<fs::path> files_;
};

class TestRun {
 public:
  TestRun(const Bench& bench, const TestFilter& filter)
      : bench_(bench), coverage_(filter.coverage), selection_(filter) {}

  TestReport All() {
    for (const pack::ClassDef& definition : bench_.pack().classes) Test(definition);
    for (const pack::Suppressor& suppressor : bench_.pack().suppressors) Test(suppressor);
    for (const pack::Move& move : bench_.pack().moves) Test(move);
    for (const pack::Rule& rule : bench_.pack().rules) Test(rule);
    return std::move(report_);
  }

 private:
  template <typename Entry, typename Example>
  void Each(std::optional<Failure> (*check)(const Bench&, const Entry&, const Example&),
            const Entry& entry, const std::vector<Example>& examples) {
    for (const Example& example : examples) {
      ++report_.examples;
      if (auto failure = check(bench_, entry, example)) {
        report_.failures.push_back(std::move(*failure));
      }
    }
  }

  template <typename Entry>
  void Cover(const Entry& entry) {
    if (coverage_)
      std::ranges::move(UnusedParts(bench_, entry), std::back_inserter(report_.unused));
  }

  void Test(const pack::ClassDef& definition) {
    if (!selection_.Has(definition)) return;
    if (!definition.match.empty() || !definition.pass.empty()) ++report_.classes;
    Each(CheckMember, definition, definition.match);
    Each(CheckNoMember, definition, definition.pass);
  }

  void Test(const pack::Suppressor& suppressor) {
    if (selection_.Has(suppressor)) {
      ++report_.suppressors;
      Each(CheckSuppressed, suppressor, suppressor.examples);
      Cover(suppressor);
      return;
    }
    std::vector<pack::Suppressor::Example> chosen;
    std::ranges::copy_if(suppressor.examples, std::back_inserter(chosen),
                         [&](const auto& example) { return selection_.Has(example); });
    if (!chosen.empty()) ++report_.suppressors;
    Each(CheckSuppressed, suppressor, chosen);
  }

  void Test(const pack::Move& move) {
    if (!selection_.Has(move)) return;
    ++report_.moves;
    Each(CheckMatch, move, move.match);
    Each(CheckNoMatch, move, move.pass);
    Cover(move);
  }

  void Test(const pack::Rule& rule) {
    if (!selection_.Has(rule)) return;
    ++report_.rules;
    Each(CheckFlag, rule, rule.flag);
    Each(CheckPass, rule, rule.pass);
    Cover(rule);
  }

  const Bench& bench_;
  const bool coverage_;
  const Selection selection_;
  TestReport report_;
};

std::set<std::string> KnownNames(const pack::Pack& pack) {
  std::set<std::string> names;
  for (const pack::ClassDef& definition : pack.classes) names.insert(NameOf(definition));
  for (const pack::Suppressor& suppressor : pack.suppressors) {
    names.insert(suppressor.id);
    for (const auto& example : suppressor.examples) names.insert(example.family);
  }
  for (const pack::Move& move : pack.moves) {
    for (size_t dot = move.id.find('.'); dot != std::string::npos;
         dot = move.id.find('.', dot + 1)) {
      names.insert(move.id.substr(0, dot));
      names.insert(move.id.substr(0, dot + 1));
    }
    names.insert(move.id);
  }
  for (const pack::Rule& rule : pack.rules) {
    names.insert(rule.id);
    names.insert(rule.family());
  }
  return names;
}

std::set<fs::path> KnownFiles(const pack::Pack& pack) {
  Files written;
  for (const auto& each : pack.classes) written.merge(FilesOf(each));
  for (const auto& each : pack.suppressors) written.merge(FilesOf(each));
  for (const auto& each : pack.moves) written.merge(FilesOf(each));
  for (const auto& each : pack.rules) written.merge(FilesOf(each));
  std::set<fs::path> files;
  for (const std::string& file : written) files.insert(Canonical(file));
  return files;
}

}  // namespace

TestReport TestRules(const Bench& bench, const TestFilter& filter) {
  return TestRun(bench, filter).All();
}

std::vector<std::string> UnknownNames(const pack::Pack& pack, const TestFilter& filter) {
  std::vector<std::string> unknown;
  const std::set<std::string> names = KnownNames(pack);
  for (const std::string& name : filter.names) {
    if (names.contains(name)) continue;
    const std::vector<std::string> known(names.begin(), names.end());
    const std::string hint = pack::DidYouMean(name, known);
    unknown.push_back("there is no rule, family, move, class or suppressor “" + name +
                      "”" + (hint.empty() ? "" : ": " + hint));
  }
  const std::set<fs::path> files =
      filter.files.empty() ? std::set<fs::path>() : KnownFiles(pack);
  for (const fs::path& file : filter.files) {
    if (files.contains(Canonical(file))) continue;
    unknown.push_back(file.string() + ": no file of these packs (--pack DIR adds one)");
  }
  return unknown;
}

}  // namespace amends::evaluation

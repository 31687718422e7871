// The figures of scoring.h as text.
#include <algorithm>
#include <cmath>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "amends/evaluation/scoring.h"

namespace amends::evaluation {
namespace {

constexpr double kZ = 1.96;  // 95 %

double Share(int k, int rest) { return k + rest == 0 ? 0 : double(k) / double(k + rest); }

std::string Row(const std::string& name, const Tally& tally) {
  const double precision = Share(tally.right, tally.wrong);
  const double recall = Share(tally.hits, tally.misses);
  const double sum = precision + recall;
  return fmt::format("{:40} gold {:4}  found {:4}  precision {}  recall {}  F1 {:5.3f}\n",
                     name, tally.hits + tally.misses, tally.right + tally.wrong,
                     Proportion(tally.right, tally.right + tally.wrong),
                     Proportion(tally.hits, tally.hits + tally.misses),
                     sum == 0 ? 0 : 2 * precision * recall / sum);
}

std::string Rows(const Table& table, const std::string& total_name) {
  std::string text;
  Tally total;
  for (const auto& [name, tally] : table) {
    text += Row(name, tally);
    total += tally;
  }
  return text + Row(total_name, total) + '\n';
}

// The commonest first.
std::string ConfusionRows(const std::map<Confusion, int>& confusions) {
  if (confusions.empty()) return "";
  std::vector<std::pair<int, Confusion>> rows;
  for (const auto& [pair, count] : confusions) rows.emplace_back(-count, pair);
  std::ranges::sort(rows);
  std::string text = "\nlabelled as, and found only as\n";
  for (const auto& [count, pair] : rows) {
    text += fmt::format("{:40} {:40} {:4}\n", pair.first, pair.second, -count);
  }
  return text;
}

}  // namespace

std::string Proportion(int k, int n) {
  if (n == 0) return "      –      ";
  const double p = double(k) / n;
  const double z2 = kZ * kZ;
  const double scale = 1 + z2 / n;
  const double middle = (p + z2 / (2.0 * n)) / scale;
  const double half = kZ * std::sqrt(p * (1 - p) / n + z2 / (4.0 * n * n)) / scale;
  return fmt::format("{:5.3f} [{:.2f}-{:.2f}]", p, std::max(0.0, middle - half),
                     std::min(1.0, middle + half));
}

std::string Format(const Score& score, bool with_rules) {
  constexpr const char* kAbout[] = {"stretch of text", "whole reply"};
  std::string text;
  for (size_t whole = 0; whole < 2; ++whole) {
    const auto total = [&](const char* by) {
      return fmt::format("ALL {}, by {}", kAbout[whole], by);
    };
    if (with_rules) text += Rows(score.rules[whole], total("rule"));
    text += Rows(score.families[whole], total("family"));
  }
  for (const auto& [name, tally] : score.moves) {
    if (tally.hits + tally.misses > 0) text += Row(name, tally);
  }
  if (with_rules) text += ConfusionRows(score.confusions);
  return text +
         fmt::format(
             "\nquiet on clean replies: {1}/{0}   no error on clean replies: {2}/{0}"
             "   findings of rules the packs do not know: {3}\n",
             score.clean, score.quiet, score.gentle, score.unknown);
}

std::string FormatDisagreements(const Score& score) {
  using Json = nlohmann::ordered_json;
  std::string text;
  for (const Disagreement& one : score.disagreements) {
    Json line = {{"id", one.id}};
    if (one.miss) {
      line["miss"] = one.rule;
      line["quote"] = Json::array();
      if (!one.words.empty()) line["quote"].push_back(one.words);
    } else {
      line["false"] = one.rule;
      line["at"] = one.words;
    }
    text += line.dump(-1, ' ', false, Json::error_handler_t::replace) + '\n';
  }
  return text;
}

}  // namespace amends::evaluation

// Merge: the entries of several packs laid over one another.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "amends/pack/digest.h"
#include "amends/pack/file_kind.h"
#include "amends/pack/loader.h"
#include "amends/pack/references.h"
#include "amends/pack/similar.h"
#include "amends/pack/tuning.h"

namespace amends::pack {
namespace {

using Keys = std::set<std::string>;

template <typename T>
void Append(std::vector<T>& to, std::vector<T> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()),
            std::make_move_iterator(more.end()));
}

template <typename Map>
void Overlay(Map& to, const Map& over) {
  for (const auto& [key, value] : over) to[key] = value;
}

// Extend: lists grow, tables are laid over, single values are set where they are given.

void Extend(ClassDef& base, ClassDef more, const Keys& keys) {
  Append(base.any, std::move(more.any));
  Append(base.verbs, std::move(more.verbs));
  if (keys.contains("shape")) base.shape = std::move(more.shape);
  if (keys.contains("open")) base.open = more.open;
  Append(base.match, std::move(more.match));
  Append(base.pass, std::move(more.pass));
}

void Extend(Suppressor& base, Suppressor more, const Keys& keys) {
  Append(base.patterns, std::move(more.patterns));
  if (keys.contains("why")) base.why = std::move(more.why);
  Append(base.examples, std::move(more.examples));
}

void Extend(Move& base, Move more, const Keys& keys) {
  if (keys.contains("summary")) base.summary = std::move(more.summary);
  Append(base.patterns, std::move(more.patterns));
  Append(base.unless, std::move(more.unless));
  Append(base.where, std::move(more.where));
  Append(base.match, std::move(more.match));
  Append(base.pass, std::move(more.pass));
}

void Extend(Rule& base, Rule more, const Keys& keys) {
  if (keys.contains("severity")) base.severity = more.severity;
  if (keys.contains("at_ease")) base.at_ease = more.at_ease;
  if (keys.contains("summary")) base.summary = std::move(more.summary);
  if (keys.contains("message")) base.message = std::move(more.message);
  if (keys.contains("why")) base.why = std::move(more.why);
  if (keys.contains("hears")) base.hears = std::move(more.hears);
  Append(base.on.patterns, std::move(more.on.patterns));
  Append(base.on.moves, std::move(more.on.moves));
  if (keys.contains("about")) base.about_reply = more.about_reply;
  Append(base.unless, std::move(more.unless));
  Append(base.where, std::move(more.where));
  Append(base.yields_to, std::move(more.yields_to));
  Append(base.source, std::move(more.source));
  Append(base.suggest, std::move(more.suggest));
  Overlay(base.parameters, more.parameters);
  Append(base.flag, std::move(more.flag));
  Append(base.pass, std::move(more.pass));
}

void Extend(Profile& base, Profile more, const Keys& keys) {
  if (keys.contains("summary")) base.summary = std::move(more.summary);
  if (keys.contains("base")) base.base = std::move(more.base);
  Lay(more.tunings, base.tunings);
  Append(base.allowances, std::move(more.allowances));
}

void Extend(Element& base, Element more, const Keys& keys) {
  if (keys.contains("step")) base.step = more.step;
  if (keys.contains("asked")) base.asked = more.asked;
  if (keys.contains("points")) base.points = more.points;
  if (keys.contains("place")) base.place = more.place;
  if (keys.contains("name")) base.name = std::move(more.name);
  if (keys.contains("praise")) base.praise = std::move(more.praise);
  if (keys.contains("ask")) base.ask = std::move(more.ask);
  if (keys.contains("outline")) base.outline = std::move(more.outline);
  if (keys.contains("measure")) base.measure = more.measure;
  if (keys.contains("enough")) base.enough = more.enough;
  Append(base.words, std::move(more.words));
  Append(base.spoilt_by, std::move(more.spoilt_by));
  Append(base.moves, std::move(more.moves));
  Append(base.rules, std::move(more.rules));
  Append(base.faults, std::move(more.faults));
  Append(base.source, std::move(more.source));
}

// What an extension cannot do; empty where it can.
std::string Unfit(const Rule& base, const Rule& more, const Keys& keys) {
  if (!keys.contains("on")) return "";
  const bool same = base.on.reply == more.on.reply &&
                    base.on.patterns.empty() == more.on.patterns.empty() &&
                    base.on.moves.empty() == more.on.moves.empty();
  return same ? "" : "the “on” of this rule is of another kind than the one it extends";
}
template <typename Entry>
std::string Unfit(const Entry&, const Entry&, const Keys&) {
  return "";
}

bool IsOpen(const ClassDef& entry) { return entry.open; }
template <typename Entry>
bool IsOpen(const Entry&) {
  return false;
}

class Merger {
 public:
  void Lay(Loaded layer);
  Loaded Take() &&;

 private:
  template <typename Entry>
  void LayEntries(EntryKind kind, std::vector<Entry> entries, std::vector<Entry>& base,
                  const std::map<EntryName, const Touch*>& touches);
  template <typename Entry>
  void LayEntry(const EntryName& name, Entry entry, const Touch* touch,
                std::vector<Entry>& base);
  void LayTables(text::Tables tables);
  void CheckRequired(const Loaded& layer);
  void Note(const Pack& pack);
  void Report(const Origin& origin, std::string message, std::string hint = {}) {
    merged_.problems.push_back(
        merged_.sources.At(origin, std::move(message), std::move(hint)));
  }

  Loaded merged_;
  std::vector<std::string> packs_;
  std::string digests_;
  Written written_;
};

template <typename Entry>
void Merger::LayEntry(const EntryName& name, Entry entry, const Touch* touch,
                      std::vector<Entry>& base) {
  const auto place = std::ranges::lower_bound(base, name.id, {}, &Entry::id);
  const bool there = place != base.end() && place->id == name.id;
  const std::string called = std::string(WordFor(name.kind)) + " “" + name.id + "”";
  Origin at = entry.origin;
  at.pointer += "/id";
  if (touch == nullptr && !there) {
    base.insert(place, std::move(entry));
  } else if (touch == nullptr && IsOpen(*place)) {
    Extend(*place, std::move(entry), {});
  } else if (touch == nullptr) {
    Report(at, "an earlier pack has a " + called + " already",
           R"("extend": true adds to it, "replace": true stands instead of it)");
  } else if (!there) {
    if (merged_.left_out.contains(name)) return;
    std::vector<std::string> known;
    known.reserve(base.size());
    for (const Entry& each : base) known.push_back(each.id);
    Report(at, "no earlier pack has a " + called, DidYouMean(name.id, known));
  } else if (touch->layer == Layer::kReplace) {
    *place = std::move(entry);
  } else if (const std::string why = Unfit(*place, entry, touch->keys); !why.empty()) {
    Report(at, why, "\"replace\": true stands instead of it");
  } else {
    Extend(*place, std::move(entry), touch->keys);
  }
}

template <typename Entry>
void Merger::LayEntries(EntryKind kind, std::vector<Entry> entries,
                        std::vector<Entry>& base,
                        const std::map<EntryName, const Touch*>& touches) {
  if (packs_.size() == 1 && touches.empty()) {
    base = std::move(entries);
    return;
  }
  for (Entry& entry : entries) {
    const EntryName name{kind, entry.id};
    const auto touch = touches.find(name);
    LayEntry(name, std::move(entry), touch == touches.end() ? nullptr : touch->second,
             base);
  }
}

void Merger::LayTables(text::Tables tables) {
  text::Tables& base = merged_.pack.tables;
  Append(base.contractions, std::move(tables.contractions));
  Append(base.spelling, std::move(tables.spelling));
  Append(base.abbreviations, std::move(tables.abbreviations));
  Append(base.irregular_verbs, std::move(tables.irregular_verbs));
  Append(base.verbs, std::move(tables.verbs));
  Append(base.doubling, std::move(tables.doubling));
  Append(base.adjectives, std::move(tables.adjectives));
  Append(base.titles, std::move(tables.titles));
  Append(base.first_names, std::move(tables.first_names));
  Append(base.subordinators, std::move(tables.subordinators));
  Append(base.joiners, std::move(tables.joiners));
  Append(base.prepositions, std::move(tables.prepositions));
  Append(base.determiners, std::move(tables.determiners));
  Append(base.auxiliaries, std::move(tables.auxiliaries));
  Append(base.clause_words, std::move(tables.clause_words));
  Append(base.calendar, std::move(tables.calendar));
  Append(base.frequent, std::move(tables.frequent));
  Append(base.function_words, std::move(tables.function_words));
}

void Merger::CheckRequired(const Loaded& layer) {
  const Manifest& manifest = layer.pack.manifest;
  const std::string file = FullName(layer.name_for_messages, "pack.json");
  for (size_t i = 0; i < manifest.requires_packs.size(); ++i) {
    const std::string& name = manifest.requires_packs[i];
    if (std::ranges::find(packs_, name) != packs_.end()) continue;
    std::string hint = DidYouMean(name, packs_);
    if (hint.empty()) hint = "name it before this one";
    Report({file, "/requires/" + std::to_string(i)},
           "the pack “" + name + "” is needed and not there", std::move(hint));
  }
  if (manifest.name.empty()) return;
  if (std::ranges::find(packs_, manifest.name) != packs_.end()) {
    Report({file, "/name"}, "the pack “" + manifest.name + "” is there twice");
  }
}

void Merger::Note(const Pack& pack) {
  for (const Rule& rule : pack.rules) {
    if (rule.yields_to.empty()) continue;
    written_.yields_to.push_back(
        {rule.id,
         rule.yields_to,
         {rule.origin.file, rule.origin.pointer + "/yields_to"}});
  }
  written_.profiles.insert(written_.profiles.end(), pack.profiles.begin(),
                           pack.profiles.end());
}

void Merger::Lay(Loaded layer) {
  merged_.sources.Add(layer.sources);
  Append(merged_.problems, std::move(layer.problems));
  merged_.left_out.insert(layer.left_out.begin(), layer.left_out.end());
  Append(merged_.left_out_phrases, std::move(layer.left_out_phrases));
  CheckRequired(layer);
  packs_.push_back(layer.pack.manifest.name);
  digests_ += layer.pack.digest + "\n";
  Manifest& manifest = merged_.pack.manifest;
  if (packs_.size() == 1) {
    manifest = layer.pack.manifest;
    merged_.name_for_messages = layer.name_for_messages;
  } else {
    manifest.name += "+" + layer.pack.manifest.name;
  }
  std::map<EntryName, const Touch*> touches;
  for (const Touch& touch : layer.touches) touches[touch.entry] = &touch;
  Pack& pack = layer.pack;
  Note(pack);
  Pack& base = merged_.pack;
  LayTables(std::move(pack.tables));
  LayEntries(EntryKind::kClass, std::move(pack.classes), base.classes, touches);
  LayEntries(EntryKind::kSuppressor, std::move(pack.suppressors), base.suppressors,
             touches);
  LayEntries(EntryKind::kMove, std::move(pack.moves), base.moves, touches);
  LayEntries(EntryKind::kRule, std::move(pack.rules), base.rules, touches);
  LayEntries(EntryKind::kProfile, std::move(pack.profiles), base.profiles, touches);
  LayEntries(EntryKind::kElement, std::move(pack.elements), base.elements, touches);
}

Loaded Merger::Take() && {
  merged_.pack.digest = Digest(digests_);
  Append(merged_.problems, CheckReferences(written_, merged_, merged_.sources));
  Append(merged_.problems, CheckEntries(merged_));
  std::ranges::sort(merged_.problems);
  return std::move(merged_);
}

}  // namespace

const char* WordFor(EntryKind kind) {
  switch (kind) {
    case EntryKind::kClass:
      return "class";
    case EntryKind::kSuppressor:
      return "suppressor";
    case EntryKind::kMove:
      return "move";
    case EntryKind::kRule:
      return "rule";
    case EntryKind::kProfile:
      return "profile";
    case EntryKind::kElement:
      return "element";
  }
  return "";
}

Loaded Merge(std::vector<Loaded> layers) {
  Merger merger;
  for (Loaded& layer : layers) merger.Lay(std::move(layer));
  return std::move(merger).Take();
}

}  // namespace amends::pack

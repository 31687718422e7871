#include "amends/pack/loader.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "amends/pack/digest.h"
#include "amends/pack/entries.h"
#include "amends/pack/file_kind.h"
#include "amends/pack/ids.h"
#include "amends/pack/reader.h"

namespace amends::pack {
namespace {

void Append(const std::vector<Phrase>& more, std::vector<Phrase>& phrases) {
  phrases.insert(phrases.end(), more.begin(), more.end());
}

// The phrases that stand on their own; those of classes are compiled with the class
// alone.
void AddPhrases(const ClassDef& /*definition*/, std::vector<Phrase>& /*phrases*/) {}
void AddPhrases(const Profile& /*profile*/, std::vector<Phrase>& /*phrases*/) {}
void AddPhrases(const Element& /*element*/, std::vector<Phrase>& /*phrases*/) {}
void AddPhrases(const Suppressor& suppressor, std::vector<Phrase>& phrases) {
  Append(suppressor.patterns, phrases);
}
void AddPhrases(const Move& move, std::vector<Phrase>& phrases) {
  Append(move.patterns, phrases);
  for (const Unless& unless : move.unless) phrases.push_back(unless.pattern);
}
void AddPhrases(const Rule& rule, std::vector<Phrase>& phrases) {
  Append(rule.on.patterns, phrases);
  for (const Unless& unless : rule.unless) phrases.push_back(unless.pattern);
}

IdForm FormOf(EntryKind kind) {
  switch (kind) {
    case EntryKind::kSuppressor:
      return {IsSuppressorId, "the id of a suppressor is like SUP-idiom"};
    case EntryKind::kMove:
      return {IsMoveId, "the id of a move is like G.apology.I"};
    case EntryKind::kRule:
      return {IsRuleId, "the id of a rule is family/name, in lower case with hyphens"};
    case EntryKind::kClass:
    case EntryKind::kProfile:
    case EntryKind::kElement:
      break;
  }
  return {IsSlug, "lower-case letters, digits and hyphens"};
}

// Reads the files of one pack into one Loaded.
class PackReader {
 public:
  PackReader(std::string_view name, const ReadOptions& options) : options_(options) {
    loaded_.name_for_messages = name;
  }

  void Read(const File& file);
  Loaded Take() &&;

 private:
  void ReadObject(FileKind kind, const File& file, const Cursor& top);
  template <typename Entry, typename Reader>
  void ReadEntries(EntryKind kind, const char* key, const Cursor& top,
                   const Reader& reader, std::vector<Entry>& to);
  bool IsNew(const Object& object, const EntryName& name);
  void CheckFamily(const File& file, FileReport& report);

  ReadOptions options_;
  Loaded loaded_;
  std::map<EntryName, std::string> seen_;  // the file of each id
};

bool PackReader::IsNew(const Object& object, const EntryName& name) {
  if (name.id.empty()) return true;
  FileReport& report = *object.cursor().report;
  const auto [place, is_new] = seen_.emplace(name, report.file());
  if (is_new) return true;
  const std::string where =
      place->second == report.file() ? "earlier in this file" : "in " + place->second;
  report.Add(object.cursor().pointer + "/id",
             std::string("the ") + WordFor(name.kind) + " " + Quoted(name.id) +
                 " is there twice",
             "the other one stands " + where);
  return false;
}

template <typename Entry, typename Reader>
void PackReader::ReadEntries(EntryKind kind, const char* key, const Cursor& top,
                             const Reader& reader, std::vector<Entry>& to) {
  Object file(top, std::string("file of ") + key);
  const auto list = file.Need(key);
  file.Finish();
  if (!list) return;
  for (const Cursor& item : ReadItems(*list, key)) {
    const size_t problems = top.report->count();
    Object object(item, WordFor(kind));
    const EntryHead head = ReadHead(object, FormOf(kind));
    Entry entry = reader(object, head);
    const EntryName name{kind, head.id};
    if (!IsNew(object, name)) continue;
    if (top.report->count() != problems) {
      loaded_.left_out.insert(name);
      AddPhrases(entry, loaded_.left_out_phrases);
      continue;
    }
    if (head.layer != Layer::kNew) {
      const std::vector<std::string>& keys = item.value->keys;
      loaded_.touches.push_back({name, head.layer, {keys.begin(), keys.end()}});
    }
    to.push_back(std::move(entry));
  }
}

// A file of rules is named after their family.
void PackReader::CheckFamily(const File& file, FileReport& report) {
  const std::string_view name = file.path.substr(file.path.find('/') + 1);
  const std::string_view family = name.substr(0, name.size() - 5);
  for (const Rule& rule : loaded_.pack.rules) {
    if (rule.origin.file != report.file() || rule.family() == family) continue;
    report.Add(rule.origin.pointer + "/id",
               "the rule " + Quoted(rule.id) + " does not belong to the family " +
                   Quoted(family),
               "move it to rules/" + rule.family() + ".json");
  }
}

void PackReader::ReadObject(FileKind kind, const File& file, const Cursor& top) {
  Pack& pack = loaded_.pack;
  switch (kind) {
    case FileKind::kManifest: {
      Object object(top, "pack");
      pack.manifest = ReadManifest(object);
      break;
    }
    case FileKind::kText: {
      Object object(top, "file of tables");
      ReadTables(object, pack.tables);
      break;
    }
    case FileKind::kClasses:
      ReadEntries(EntryKind::kClass, "classes", top, ReadClass, pack.classes);
      break;
    case FileKind::kSuppressors:
      ReadEntries(
          EntryKind::kSuppressor, "suppressors", top,
          [this](Object& object, const EntryHead& head) {
            return ReadSuppressor(object, head, options_);
          },
          pack.suppressors);
      break;
    case FileKind::kMoves:
      ReadEntries(
          EntryKind::kMove, "moves", top,
          [this](Object& object, const EntryHead& head) {
            return ReadMove(object, head, options_);
          },
          pack.moves);
      break;
    case FileKind::kRules:
      ReadEntries(
          EntryKind::kRule, "rules", top,
          [this](Object& object, const EntryHead& head) {
            return ReadRule(object, head, options_);
          },
          pack.rules);
      CheckFamily(file, *top.report);
      break;
    case FileKind::kProfiles:
      ReadEntries(EntryKind::kProfile, "profiles", top, ReadProfile, pack.profiles);
      break;
    case FileKind::kCoach:
      ReadEntries(EntryKind::kElement, "elements", top, ReadElement, pack.elements);
      break;
  }
}

void PackReader::Read(const File& file) {
  const std::optional<FileKind> kind = KindOf(file.path);
  if (!kind) {
    loaded_.problems.push_back(Misplaced(file.path, loaded_.name_for_messages));
    return;
  }
  FileReport report(FullName(loaded_.name_for_messages, file.path), file.text);
  if (file.text.size() > kLargestFile) {
    Problem problem;
    problem.file = report.file();
    problem.message = "the file is larger than 8 MB";
    loaded_.problems.push_back(std::move(problem));
    return;
  }
  loaded_.sources.Add(report.file(), file.text);
  const ParsedJson parsed = ParseJson(file.text);
  for (const DuplicateKey& duplicate : parsed.duplicates) {
    report.AddAtKey(duplicate.pointer, "this key stands here twice",
                    "keep one of the two", duplicate.occurrence);
  }
  if (parsed.fault) {
    report = FileReport(report.file(), file.text);  // places need JSON that can be read
    report.AddFault(*parsed.fault);
  } else {
    ReadObject(*kind, file, {&*parsed.value, "", &report});
  }
  for (Problem& problem : report.Problems())
    loaded_.problems.push_back(std::move(problem));
}

Loaded PackReader::Take() && {
  Pack& pack = loaded_.pack;
  std::ranges::sort(pack.classes, {}, &ClassDef::id);
  std::ranges::sort(pack.suppressors, {}, &Suppressor::id);
  std::ranges::sort(pack.moves, {}, &Move::id);
  std::ranges::sort(pack.rules, {}, &Rule::id);
  std::ranges::sort(pack.profiles, {}, &Profile::id);
  std::ranges::sort(pack.elements, {}, &Element::id);
  std::ranges::sort(loaded_.problems);
  return std::move(loaded_);
}

Problem OfPack(std::string_view name, std::string message, std::string hint = {}) {
  Problem problem;
  problem.file = name;
  problem.message = std::move(message);
  problem.hint = std::move(hint);
  return problem;
}

}  // namespace

Loaded ReadPack(std::span<const File> files, std::string_view name_for_messages,
                const ReadOptions& options) {
  std::vector<File> sorted(files.begin(), files.end());
  std::ranges::sort(sorted, {}, &File::path);
  size_t size = 0;
  for (const File& file : sorted) size += file.text.size();
  if (sorted.size() > kMostFiles || size > kLargestPack) {
    Loaded refused;
    refused.name_for_messages = name_for_messages;
    refused.problems.push_back(OfPack(
        name_for_messages, sorted.size() > kMostFiles ? "a pack has at most 2000 files"
                                                      : "a pack has at most 64 MB"));
    return refused;
  }
  PackReader reader(name_for_messages, options);
  std::string digests;
  bool manifest = false;
  for (const File& file : sorted) {
    reader.Read(file);
    manifest = manifest || file.path == "pack.json";
    digests.append(file.path).append(" ").append(Digest(file.text)).append("\n");
  }
  Loaded loaded = std::move(reader).Take();
  loaded.pack.digest = Digest(digests);
  if (!manifest) {
    loaded.problems.insert(
        loaded.problems.begin(),
        OfPack(FullName(name_for_messages, "pack.json"), "a pack needs this file",
               "`amends pack new DIR` writes one"));
  }
  return loaded;
}

Loaded LoadFolder(const std::filesystem::path& path, const ReadOptions& options) {
  Folder folder = ReadFolder(path);
  if (folder.files.empty() && !folder.problems.empty()) {
    Loaded nothing;
    nothing.name_for_messages = path.string();
    nothing.problems = std::move(folder.problems);
    return nothing;
  }
  Loaded loaded = ReadPack(folder.Views(), path.string(), options);
  loaded.problems.insert(loaded.problems.end(), folder.problems.begin(),
                         folder.problems.end());
  std::ranges::sort(loaded.problems);
  return loaded;
}

std::string FormatAll(std::span<const Problem> problems, size_t most) {
  std::string text;
  for (const Problem& problem : problems.first(std::min(most, problems.size()))) {
    text += Format(problem);
  }
  if (problems.size() > most)
    text += "and " + std::to_string(problems.size() - most) + " more\n";
  return text;
}

}  // namespace amends::pack

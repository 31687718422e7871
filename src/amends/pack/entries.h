// The readers of the kinds of entries. Each reports what is wrong and returns what it
// could read; an entry that was reported is not used.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "amends/pack/loader.h"
#include "amends/pack/reader.h"
#include "amends/pack/suppression.h"

namespace amends::pack {

// id, extend and replace of an entry.
struct EntryHead {
  std::string id;
  Layer layer = Layer::kNew;
  bool whole() const { return layer != Layer::kExtend; }
};

struct IdForm {
  bool (*right)(std::string_view);
  const char* described;
};

EntryHead ReadHead(Object& object, const IdForm& form);

ClassDef ReadClass(Object& object, const EntryHead& head);
Suppressor ReadSuppressor(Object& object, const EntryHead& head,
                          const ReadOptions& options);
Move ReadMove(Object& object, const EntryHead& head, const ReadOptions& options);
Rule ReadRule(Object& object, const EntryHead& head, const ReadOptions& options);
Profile ReadProfile(Object& object, const EntryHead& head);
Element ReadElement(Object& object, const EntryHead& head);
Manifest ReadManifest(Object& object);
void ReadTables(Object& object, text::Tables& tables);

// Parts of entries.
inline constexpr size_t kLongestPhrase = 2000;
inline constexpr size_t kMostPatterns = 2000;
inline constexpr size_t kLongestExample = 10'000;

std::vector<Phrase> ReadPhrases(const Cursor& cursor);
std::vector<Unless> ReadUnless(const Cursor& cursor);
std::vector<Condition> ReadConditions(const Cursor& cursor);
std::vector<Suggest> ReadSuggestions(const Cursor& cursor);

enum class ExampleUse { kMatch, kFlag, kPass };
std::vector<Example> ReadExamples(const Cursor& cursor, ExampleUse use, size_t least);

// The keys that a profile and amends.json share: switches, severities, parameters, and
// the same again for channels and kinds.
Tunings ReadTunings(Object& object);
std::vector<Suppression> ReadSuppressions(const Cursor& cursor);
std::map<std::string, double> ReadParameters(const Cursor& cursor);
Choices<Severity> SeverityWords();

}  // namespace amends::pack

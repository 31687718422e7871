// Reading a JSON value into ours while collecting everything that is wrong with it. A
// reader of an entry asks an Object for each key it knows; Finish then names the keys
// nobody asked for.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "amends/pack/json_value.h"
#include "amends/pack/pack.h"
#include "amends/pack/problem.h"

namespace amends::pack {

// What is wrong in one file. Places are looked up once, in Problems.
class FileReport {
 public:
  // text is what the values were parsed from, and must outlive the report.
  FileReport(std::string file, std::string_view text)
      : file_(std::move(file)), text_(text) {}

  void Add(std::string pointer, std::string message, std::string hint = {});
  void AddAtKey(std::string pointer, std::string message, std::string hint,
                int occurrence = 1);
  void AddFault(const JsonFault& fault);

  const std::string& file() const { return file_; }
  size_t count() const { return count_; }  // of all, also those no longer kept
  std::vector<Problem> Problems() const;
  // Where the first problem of Add is (RFC 6901); empty for the whole, and for none.
  std::string FirstPointer() const;

 private:
  struct Entry {
    std::string pointer;
    std::string message;
    std::string hint;
    bool at_key = false;
    int occurrence = 1;
  };

  std::string file_;
  std::string_view text_;
  size_t count_ = 0;
  std::vector<Entry> entries_;
  std::vector<Problem> problems_;
};

// A value, where it stands, and whom to tell.
struct Cursor {
  const Value* value;
  std::string pointer;
  FileReport* report;

  Origin origin() const { return {report->file(), pointer}; }
  Cursor Item(size_t index) const;
  void Report(std::string message, std::string hint = {}) const;
  // The key, or the list this is an item of: “severity”, an item of “patterns”.
  std::string name() const;
};

struct TextForm {
  size_t longest = 2000;  // code points
  bool may_be_empty = false;
  bool (*right)(std::string_view) = nullptr;  // of ids and names
  const char* described = "";                 // "lower-case letters, digits and hyphens"
};

inline constexpr TextForm kSentence{.longest = 500};

constexpr size_t kMostItems = 100'000;

struct Count {
  size_t least = 1;
  size_t most = kMostItems;
};

// Each reports and gives nothing where the value is not what it should be.
std::optional<std::string> ReadText(const Cursor& cursor, const TextForm& form = {});
std::optional<bool> ReadBool(const Cursor& cursor);
std::optional<double> ReadNumber(const Cursor& cursor, double least, double most);
std::optional<Number> ReadNumberOrParameter(const Cursor& cursor, double least);
// The items of a list; empty where it is no list. Wrong counts are reported.
std::vector<Cursor> ReadItems(const Cursor& cursor, const char* of, Count count = {});
std::vector<std::string> ReadTexts(const Cursor& cursor, const TextForm& form = {},
                                   Count count = {});

// A word that stands for a value.
template <typename T>
using Choices = std::span<const std::pair<std::string_view, T>>;

// Which of the words it is; nothing (and a report) where it is none of them.
std::optional<size_t> ReadWord(const Cursor& cursor, std::span<const std::string> words);

template <typename T>
std::optional<T> ReadChoice(const Cursor& cursor, Choices<T> choices) {
  std::vector<std::string> words;
  for (const auto& choice : choices) words.emplace_back(choice.first);
  const std::optional<size_t> index = ReadWord(cursor, words);
  if (!index) return std::nullopt;
  return choices[*index].second;
}

// The words of a list, each one of the given ones.
std::vector<std::string> ReadWords(const Cursor& cursor,
                                   std::span<const std::string> words);

class Object {
 public:
  // `what` is the kind of thing for messages: "rule".
  Object(Cursor cursor, std::string what);

  // Nothing (and a report, once) where the value is no object.
  bool valid() const { return valid_; }
  const Cursor& cursor() const { return cursor_; }
  void SetId(const std::string& id) { id_ = id; }

  std::optional<Cursor> Find(std::string_view key);
  // Reports where it is missing.
  std::optional<Cursor> Need(std::string_view key);
  std::optional<Cursor> Get(std::string_view key, bool needed) {
    return needed ? Need(key) : Find(key);
  }
  std::string Text(std::string_view key, bool needed, const TextForm& form = {});
  std::vector<std::string> Texts(std::string_view key, bool needed,
                                 const TextForm& form = {}, Count count = {});
  bool Flag(std::string_view key, bool otherwise);
  // All keys with their values, for objects whose keys are names.
  std::vector<std::pair<std::string, Cursor>> Members();
  // Reports what nobody asked for.
  void Finish();

 private:
  Cursor cursor_;
  std::string what_;
  std::string id_;
  bool valid_;
  bool names_ = false;
  std::vector<std::string> asked_;
};

std::string Quoted(std::string_view text);
size_t CountCodePoints(std::string_view text);

}  // namespace amends::pack

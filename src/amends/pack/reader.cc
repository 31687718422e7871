#include "amends/pack/reader.h"

#include <algorithm>
#include <cmath>

#include "amends/pack/ids.h"
#include "amends/pack/json_places.h"
#include "amends/pack/similar.h"
#include "amends/pack/sources.h"

namespace amends::pack {
namespace {

constexpr size_t kMostProblems = 200;  // of a file

const char* KindName(Value::Kind kind) {
  switch (kind) {
    case Value::Kind::kNull:
      return "null";
    case Value::Kind::kBool:
      return "true or false";
    case Value::Kind::kNumber:
      return "a number";
    case Value::Kind::kString:
      return "a text";
    case Value::Kind::kList:
      return "a list";
    case Value::Kind::kObject:
      return "an object";
  }
  return "";
}

void ReportKind(const Cursor& cursor, const std::string& wanted) {
  cursor.Report(cursor.name() + " must be " + wanted + ", not " +
                KindName(cursor.value->kind));
}

std::string Joined(std::span<const std::string> words) {
  std::string text;
  for (size_t i = 0; i < words.size(); ++i) text += (i == 0 ? "" : ", ") + words[i];
  return text;
}

std::string Unescaped(std::string step) {
  for (size_t at = 0; (at = step.find('~', at)) != std::string::npos; ++at) {
    if (step.substr(at, 2) == "~1") step.replace(at, 2, "/");
    if (step.substr(at, 2) == "~0") step.replace(at, 2, "~");
  }
  return step;
}

std::string Shortened(std::string_view text) {
  constexpr size_t kLongest = 60;
  if (text.size() <= kLongest) return std::string(text);
  size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

std::string Quoted(std::string_view text) { return "“" + Shortened(text) + "”"; }

size_t CountCodePoints(std::string_view text) {
  return static_cast<size_t>(std::ranges::count_if(
      text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void FileReport::Add(std::string pointer, std::string message, std::string hint) {
  if (++count_ > kMostProblems) return;
  entries_.push_back({std::move(pointer), std::move(message), std::move(hint)});
}

void FileReport::AddAtKey(std::string pointer, std::string message, std::string hint,
                          int occurrence) {
  if (++count_ > kMostProblems) return;
  entries_.push_back(
      {std::move(pointer), std::move(message), std::move(hint), true, occurrence});
}

void FileReport::AddFault(const JsonFault& fault) {
  ++count_;
  Problem problem;
  problem.file = file_;
  problem.message = fault.message;
  problem.hint = fault.hint;
  Place(text_, fault.offset, fault.offset + fault.length, problem);
  problems_.push_back(std::move(problem));
}

std::vector<Problem> FileReport::Problems() const {
  std::vector<Problem> problems = problems_;
  if (entries_.empty()) return problems;
  std::vector<JsonPlaceWanted> wanted;
  for (const Entry& entry : entries_) wanted.push_back({entry.pointer, entry.occurrence});
  const std::vector<JsonPlace> places = FindJsonPlaces(text_, wanted);
  for (size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const JsonPlace& place = places[i];
    Problem problem;
    problem.file = file_;
    problem.message = entry.message;
    problem.hint = entry.hint;
    if (entry.at_key) {
      Place(text_, place.key_begin, place.key_end, problem);
    } else {
      const bool open = text_[place.begin] == '{' || text_[place.begin] == '[';
      Place(text_, place.begin, open ? place.begin + 1 : place.end, problem);
    }
    problems.push_back(std::move(problem));
  }
  if (count_ > kMostProblems) {
    Problem more;
    more.file = file_;
    more.message = "this file has " + std::to_string(count_) + " problems, of which " +
                   std::to_string(kMostProblems) + " are told here";
    problems.push_back(std::move(more));
  }
  return problems;
}

std::string FileReport::FirstPointer() const {
  return entries_.empty() ? "" : entries_.front().pointer;
}

Cursor Cursor::Item(size_t index) const {
  const std::string step = value->kind == Value::Kind::kObject
                               ? PointerStep(value->keys[index])
                               : std::to_string(index);
  return {&value->items[index], pointer + "/" + step, report};
}

void Cursor::Report(std::string message, std::string hint) const {
  report->Add(pointer, std::move(message), std::move(hint));
}

std::string Cursor::name() const {
  if (pointer.empty()) return "the file";
  std::string_view path = pointer;
  const size_t slash = path.rfind('/');
  const std::string_view last = path.substr(slash + 1);
  const bool item = !last.empty() && std::ranges::all_of(last, [](char c) {
    return c >= '0' && c <= '9';
  });
  if (!item || slash == 0) return Quoted(Unescaped(std::string(last)));
  path = path.substr(0, slash);
  return "an item of " + Quoted(Unescaped(std::string(path.substr(path.rfind('/') + 1))));
}

std::optional<std::string> ReadText(const Cursor& cursor, const TextForm& form) {
  if (cursor.value->kind != Value::Kind::kString) {
    ReportKind(cursor, "a text");
    return std::nullopt;
  }
  const std::string& text = cursor.value->string;
  if (text.empty() && !form.may_be_empty) {
    cursor.Report(cursor.name() + " is empty");
    return std::nullopt;
  }
  const size_t length = text.size() <= form.longest ? 0 : CountCodePoints(text);
  if (length > form.longest) {
    cursor.Report(cursor.name() + " has " + std::to_string(length) +
                  " characters; at most " + std::to_string(form.longest) +
                  " may stand here");
    return std::nullopt;
  }
  if (form.right != nullptr && !form.right(text)) {
    cursor.Report(Quoted(text) + " does not have the right form", form.described);
    return std::nullopt;
  }
  return text;
}

std::optional<bool> ReadBool(const Cursor& cursor) {
  if (cursor.value->kind == Value::Kind::kBool) return cursor.value->boolean;
  ReportKind(cursor, "true or false");
  return std::nullopt;
}

std::optional<double> ReadNumber(const Cursor& cursor, double least, double most) {
  if (cursor.value->kind != Value::Kind::kNumber) {
    ReportKind(cursor, "a number");
    return std::nullopt;
  }
  const double number = cursor.value->number;
  if (number >= least && number <= most) return number;
  const auto written = [](double bound) {
    return std::to_string(static_cast<int64_t>(std::floor(bound)));
  };
  if (number < least) {
    cursor.Report(cursor.name() + " must be " + written(least) + " or more");
  } else {
    cursor.Report(cursor.name() + " must be " + written(most) + " or less");
  }
  return std::nullopt;
}

std::optional<Number> ReadNumberOrParameter(const Cursor& cursor, double least) {
  if (cursor.value->kind == Value::Kind::kString) {
    const std::string& name = cursor.value->string;
    if (name.starts_with('$') && IsCaptureName(std::string_view(name).substr(1))) {
      return Number(name);
    }
    cursor.Report(Quoted(name) + " is neither a number nor the name of a parameter",
                  "a parameter is written \"$name\"");
    return std::nullopt;
  }
  const std::optional<double> number = ReadNumber(cursor, least, 1e6);
  if (!number) return std::nullopt;
  return Number(*number);
}

std::vector<Cursor> ReadItems(const Cursor& cursor, const char* of, Count count) {
  if (cursor.value->kind != Value::Kind::kList) {
    ReportKind(cursor, std::string("a list of ") + of);
    return {};
  }
  const size_t size = cursor.value->items.size();
  if (size == 0 && count.least > 0) {
    cursor.Report(cursor.name() + " is empty");
  } else if (size < count.least) {
    cursor.Report(cursor.name() + " holds " + std::to_string(size) + " of at least " +
                  std::to_string(count.least) + " " + of);
  } else if (size > count.most) {
    cursor.Report(cursor.name() + " holds " + std::to_string(size) + " " + of +
                  "; at most " + std::to_string(count.most) + " may stand here");
    return {};
  }
  std::vector<Cursor> items;
  items.reserve(size);
  for (size_t i = 0; i < size; ++i) items.push_back(cursor.Item(i));
  return items;
}

std::vector<std::string> ReadTexts(const Cursor& cursor, const TextForm& form,
                                   Count count) {
  std::vector<std::string> texts;
  for (const Cursor& item : ReadItems(cursor, "texts", count)) {
    if (std::optional<std::string> text = ReadText(item, form)) {
      texts.push_back(std::move(*text));
    }
  }
  return texts;
}

std::optional<size_t> ReadWord(const Cursor& cursor, std::span<const std::string> words) {
  const std::optional<std::string> word = ReadText(cursor);
  if (!word) return std::nullopt;
  const auto found = std::ranges::find(words, *word);
  if (found != words.end()) return static_cast<size_t>(found - words.begin());
  cursor.Report(
      cursor.name() + " cannot be " + Quoted(*word) + "; it is one of " + Joined(words),
      DidYouMean(*word, words));
  return std::nullopt;
}

std::vector<std::string> ReadWords(const Cursor& cursor,
                                   std::span<const std::string> words) {
  std::vector<std::string> read;
  for (const Cursor& item : ReadItems(cursor, "texts", {1, words.size()})) {
    if (const std::optional<size_t> index = ReadWord(item, words)) {
      read.push_back(words[*index]);
    }
  }
  return read;
}

Object::Object(Cursor cursor, std::string what)
    : cursor_(std::move(cursor)),
      what_(std::move(what)),
      valid_(cursor_.value->kind == Value::Kind::kObject) {
  if (!valid_) ReportKind(cursor_, "an object (" + what_ + ")");
}

std::optional<Cursor> Object::Find(std::string_view key) {
  asked_.emplace_back(key);
  if (!valid_) return std::nullopt;
  const auto found = std::ranges::find(cursor_.value->keys, key);
  if (found == cursor_.value->keys.end()) return std::nullopt;
  return cursor_.Item(static_cast<size_t>(found - cursor_.value->keys.begin()));
}

std::optional<Cursor> Object::Need(std::string_view key) {
  std::optional<Cursor> found = Find(key);
  if (!found && valid_) {
    cursor_.Report("the " + what_ + (id_.empty() ? "" : " " + Quoted(id_)) + " has no " +
                   Quoted(key));
  }
  return found;
}

std::string Object::Text(std::string_view key, bool needed, const TextForm& form) {
  const std::optional<Cursor> found = Get(key, needed);
  return found ? ReadText(*found, form).value_or("") : "";
}

std::vector<std::string> Object::Texts(std::string_view key, bool needed,
                                       const TextForm& form, Count count) {
  const std::optional<Cursor> found = Get(key, needed);
  return found ? ReadTexts(*found, form, count) : std::vector<std::string>();
}

bool Object::Flag(std::string_view key, bool otherwise) {
  const std::optional<Cursor> found = Find(key);
  return found ? ReadBool(*found).value_or(otherwise) : otherwise;
}

std::vector<std::pair<std::string, Cursor>> Object::Members() {
  names_ = true;
  std::vector<std::pair<std::string, Cursor>> members;
  if (!valid_) return members;
  for (size_t i = 0; i < cursor_.value->keys.size(); ++i) {
    members.emplace_back(cursor_.value->keys[i], cursor_.Item(i));
  }
  return members;
}

void Object::Finish() {
  if (!valid_ || names_) return;
  for (const std::string& key : cursor_.value->keys) {
    if (std::ranges::find(asked_, key) != asked_.end()) continue;
    std::string hint = DidYouMean(key, asked_);
    if (hint.empty()) hint = "known are " + Joined(asked_);
    cursor_.report->AddAtKey(cursor_.pointer + "/" + PointerStep(key),
                             "unknown key " + Quoted(key), hint);
  }
}

}  // namespace amends::pack

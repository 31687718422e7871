// JSON as values that remember the order of keys. Reading is strict: duplicate keys,
// nesting deeper than kDeepest and anything RFC 8259 forbids are faults; hostile text
// costs no more than its length.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace amends::pack {

struct Value {
  enum class Kind : uint8_t { kNull, kBool, kNumber, kString, kList, kObject };
  Kind kind = Kind::kNull;
  bool boolean = false;
  double number = 0;
  std::string string;
  std::vector<std::string> keys;  // of an object, beside items
  std::vector<Value> items;

  // Nothing where the object has no such key.
  const Value* Find(std::string_view key) const;
};

struct JsonFault {
  size_t offset = 0;  // of the byte where it shows
  size_t length = 1;
  std::string message;
  std::string hint;
};

struct DuplicateKey {
  std::string pointer;
  int occurrence = 2;
};

struct ParsedJson {
  std::optional<Value> value;  // nothing where a fault was found
  std::optional<JsonFault> fault;
  std::vector<DuplicateKey> duplicates;  // the first value of each such key stands
};

constexpr int kDeepest = 32;

ParsedJson ParseJson(std::string_view text);

// On one line; reading it gives an equal value.
std::string WriteJson(const Value& value);

// `/` and `~` of a key written as a step of a JSON pointer.
std::string PointerStep(std::string_view key);

}  // namespace amends::pack

// JSON written as it goes, without a tree: reports are many and simple.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace amends::report {

enum class JsonLayout : uint8_t { kLine, kIndented };

// "text" in quotation marks and escaped; bad UTF-8 becomes U+FFFD.
void AppendJsonString(std::string_view text, std::string& out);

// The caller keeps the order of calls: in an object a Key before each value. Appends to a
// string that outlives it.
class JsonText {
 public:
  // `depth` is how deep the value lies already, for the indentation.
  explicit JsonText(std::string& out, JsonLayout layout = JsonLayout::kLine,
                    int depth = 0)
      : out_(out), depth_(depth), layout_(layout) {}

  void BeginObject() { Begin('{'); }
  void EndObject() { End('}'); }
  void BeginArray() { Begin('['); }
  void EndArray() { End(']'); }
  void Key(std::string_view key);

  void String(std::string_view value);
  void Number(int64_t value);
  void Bool(bool value);

  void String(std::string_view key, std::string_view value) { Key(key), String(value); }
  void Number(std::string_view key, int64_t value) { Key(key), Number(value); }
  void Bool(std::string_view key, bool value) { Key(key), Bool(value); }
  // As an array.
  void Strings(std::span<const std::string> values);
  void Strings(std::string_view key, std::span<const std::string> values) {
    Key(key), Strings(values);
  }

 private:
  void Begin(char bracket);
  void End(char bracket);
  void BeforeValue();
  void NewLine();

  std::string& out_;
  int depth_;
  JsonLayout layout_;
  bool first_ = true;      // nothing stands in the innermost bracket yet
  bool after_key_ = true;  // no comma is due: after a key, and at the outermost value
};

}  // namespace amends::report

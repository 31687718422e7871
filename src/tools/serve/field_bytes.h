// Fields one after another as bytes that can be read in one way only: two lists of fields
// are the same bytes only where they are the same fields.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::serve {

class FieldBytes {
 public:
  FieldBytes& Add(std::string_view text) {
    Add(static_cast<int64_t>(text.size()));
    bytes_ += text;
    return *this;
  }
  FieldBytes& Add(int64_t number) {
    const auto bits = static_cast<uint64_t>(number);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes_ += static_cast<char>(bits >> shift & 0xFF);
    }
    return *this;
  }
  // A flag, a number or a word of a closed set.
  template <typename Value>
  FieldBytes& Add(const std::optional<Value>& value) {
    Add(static_cast<int64_t>(value.has_value()));
    return Add(static_cast<int64_t>(value.value_or(Value{})));
  }

  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace amends::serve

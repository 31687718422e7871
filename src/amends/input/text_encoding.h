// How the bytes of a text file are to be read: by their byte order mark.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::input {

class TextEncoding {
 public:
  // That of these bytes: UTF-8 or UTF-16 with its mark, else as they are.
  explicit TextEncoding(std::string_view bytes);

  bool has_mark() const { return kind_ != Kind::kPlain; }
  bool is_utf16() const { return kind_ == Kind::kLittle || kind_ == Kind::kBig; }

  // Without the mark. Bytes that are not UTF-8 stay where nothing is converted.
  std::string ToUtf8(std::string_view bytes) const;

  // With the mark. Nothing where UTF-16 is asked to hold what is no UTF-8.
  std::optional<std::string> FromUtf8(std::string_view text) const;

 private:
  enum class Kind : uint8_t { kPlain, kUtf8Mark, kLittle, kBig };

  Kind kind_ = Kind::kPlain;
};

}  // namespace amends::input

#include "amends/input/charset.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>

#include <gmime/gmime.h>

#include "amends/input/mime_library.h"
#include "amends/input/utf8.h"

namespace amends::input {
namespace {

constexpr const char* kUtf8 = "utf-8";
constexpr const char* kAscii = "us-ascii";
constexpr const char* kWindows = "windows-1252";
constexpr size_t kLongestNameShown = 40;

// A conversion of the C library, or none.
class Converter {
 public:
  Converter(const char* to, const char* from) {
    StartMimeLibrary();
    handle_ = g_mime_iconv_open(to, from);
  }
  ~Converter() {
    if (exists()) g_mime_iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  // What iconv_open gives where it has no such conversion.
  bool exists() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
  }

  // Converts as much as makes sense from the front of the bytes.
  std::string Convert(std::string_view& bytes) {
    std::string out;
    char* in = const_cast<char*>(bytes.data());  // iconv reads only
    size_t left = bytes.size();
    bool room = Run(&in, &left, out);
    while (!room) room = Run(&in, &left, out);
    bytes.remove_prefix(bytes.size() - left);
    while (!Run(nullptr, nullptr, out)) continue;
    return out;
  }

 private:
  // False where there is more to come.
  bool Run(char** in, size_t* left, std::string& out) {
    std::array<char, 4096> buffer = {};
    char* to = buffer.data();
    size_t space = buffer.size();
    const size_t result = g_mime_iconv(handle_, in, left, &to, &space);
    const bool full = result == static_cast<size_t>(-1) && errno == E2BIG;
    out.append(buffer.data(), buffer.size() - space);
    return !full;
  }

  iconv_t handle_;
};

bool IsAsciiName(std::string_view name) {
  return name.empty() || name == "us-ascii" || name == "ascii" ||
         name == "ansi_x3.4-1968";
}

bool IsLatin1Name(std::string_view name) {
  return name == "iso-8859-1" || name == "iso8859-1" || name == "latin1";
}

// Control characters of ISO 8859 that no one writes: Windows has letters and quotes
// there.
bool HoldsWindowsBytes(std::string_view bytes) {
  return std::ranges::any_of(bytes, [](char c) { return (c & 0xE0) == 0x80; });
}

const char* GuessByBytes(std::string_view bytes) {
  if (IsAscii(bytes)) return kAscii;
  return IsUtf8(bytes) ? kUtf8 : kWindows;
}

bool KeepsBytes(const Charset& charset) {
  return charset.name == kUtf8 || charset.name == kAscii;
}

}  // namespace

Charset ChooseCharset(std::string_view said, std::string_view bytes) {
  if (said == kUtf8 || said == "utf8") return {kUtf8, ""};
  if (IsAsciiName(said)) {
    const char* guess = GuessByBytes(bytes);
    if (guess != kWindows) return {guess, ""};
    return {guess, "the mail does not say its charset; read as Windows-1252"};
  }
  if (IsLatin1Name(said) && HoldsWindowsBytes(bytes)) return {kWindows, ""};
  const std::string name(said);
  if (Converter(kUtf8, name.c_str()).exists()) return {name, ""};
  const char* guess = GuessByBytes(bytes);
  return {guess, "unknown charset “" + RepairUtf8(CutUtf8(said, kLongestNameShown)) +
                     "”; read as " + (guess == kWindows ? "Windows-1252" : "UTF-8")};
}

Utf8Text ToUtf8(const Charset& charset, std::string_view bytes) {
  if (KeepsBytes(charset)) return {std::string(bytes), false};
  Converter converter(kUtf8, charset.name.c_str());
  Utf8Text utf8;
  if (!converter.exists()) return {RepairUtf8(bytes), true};
  utf8.text = converter.Convert(bytes);
  while (!bytes.empty()) {
    utf8.replaced = true;
    utf8.text += kReplacementCharacter;
    bytes.remove_prefix(1);
    utf8.text += converter.Convert(bytes);
  }
  return utf8;
}

std::optional<std::string> FromUtf8(const Charset& charset, std::string_view text) {
  if (KeepsBytes(charset)) {
    if (charset.name == kAscii && !IsAscii(text)) return std::nullopt;
    return std::string(text);
  }
  Converter converter(charset.name.c_str(), kUtf8);
  if (!converter.exists()) return std::nullopt;
  std::string bytes = converter.Convert(text);
  if (!text.empty()) return std::nullopt;
  return bytes;
}

}  // namespace amends::input

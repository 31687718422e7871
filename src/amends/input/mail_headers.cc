#include "amends/input/mail_headers.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "amends/input/lines.h"

namespace amends::input {
namespace {

// Takes the first line off the text, without its end.
std::string_view TakeLine(std::string_view& text) {
  const size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

// The name of a header line; empty where it is none.
std::string_view HeaderName(std::string_view line) {
  const size_t colon = line.find(':');
  if (colon == kNowhere) return {};
  const std::string_view name = line.substr(0, colon);
  const bool good = std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~'; });
  return good ? name : std::string_view();
}

bool IsMailHeader(std::string_view name) {
  const auto known = {"from",         "to",       "subject",   "date",
                      "mime-version", "received", "message-id"};
  return std::ranges::find(known, LowerLetters(name)) != known.end();
}

}  // namespace

bool BeginsWithHeaders(std::string_view text) {
  bool mail = false;
  bool first = true;
  while (!text.empty()) {
    const std::string_view line = TakeLine(text);
    if (line.empty()) return mail;
    const bool folded = !first && (line[0] == ' ' || line[0] == '\t');
    first = false;
    if (folded) continue;
    const std::string_view name = HeaderName(line);
    if (name.empty()) return false;
    mail = mail || IsMailHeader(name);
  }
  return false;
}

}  // namespace amends::input

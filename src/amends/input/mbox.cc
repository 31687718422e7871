#include "amends/input/mbox.h"

#include <algorithm>
#include <cstddef>

#include "amends/input/mail_headers.h"

namespace amends::input {
namespace {

// "From " behind any number of marks.
bool IsFromLine(std::string_view line) {
  const size_t words = line.find_first_not_of('>');
  return words != std::string_view::npos && line.substr(words).starts_with("From ");
}

// Where the body begins; the end where there is none.
size_t BodyOf(std::string_view mail) {
  for (size_t at = 0; at < mail.size();) {
    const size_t end = std::min(mail.find('\n', at), mail.size() - 1) + 1;
    const std::string_view line = mail.substr(at, end - at);
    at = end;
    if (line == "\n" || line == "\r\n") return at;
  }
  return mail.size();
}

// The mail with the lines of its body that a mailbox escapes as `write` writes them.
template <typename Write>
std::string WithLinesOfBody(std::string_view mail, Write write) {
  if (!BeginsWithPostmark(mail)) return std::string(mail);
  size_t at = BodyOf(mail);
  std::string out(mail.substr(0, at));
  while (at < mail.size()) {
    const size_t end = std::min(mail.find('\n', at), mail.size() - 1) + 1;
    const std::string_view line = mail.substr(at, end - at);
    at = end;
    if (IsFromLine(line)) {
      write(line, out);
    } else {
      out += line;
    }
  }
  return out;
}

}  // namespace

bool BeginsWithPostmark(std::string_view text) {
  constexpr size_t kLongestHeaders = size_t{64} << 10;
  if (!text.starts_with("From ")) return false;
  const size_t end = text.find('\n');
  return end != std::string_view::npos &&
         BeginsWithHeaders(text.substr(end + 1, kLongestHeaders));
}

std::vector<MboxMail> SplitMbox(std::string_view bytes) {
  std::vector<MboxMail> mails;
  uint32_t line = 1;
  size_t begin = 0;
  const auto end_at = [&](size_t end) {
    if (end == begin) return;
    const std::string_view mail = bytes.substr(begin, end - begin);
    mails.push_back({mail, line});
    line += static_cast<uint32_t>(std::ranges::count(mail, '\n'));
    begin = end;
  };
  for (size_t at = bytes.find("\nFrom "); at != std::string_view::npos;
       at = bytes.find("\nFrom ", at + 1)) {
    if (BeginsWithPostmark(bytes.substr(at + 1))) end_at(at + 1);
  }
  end_at(bytes.size());
  return mails;
}

std::string UnescapeMbox(std::string_view mail) {
  return WithLinesOfBody(mail, [](std::string_view line, std::string& out) {
    out += line.starts_with('>') ? line.substr(1) : line;
  });
}

std::optional<std::string> EscapeMbox(std::string_view unescaped,
                                      std::string_view original) {
  const auto escape = [](std::string_view mail) {
    return WithLinesOfBody(mail, [](std::string_view line, std::string& out) {
      out += '>';
      out += line;
    });
  };
  const std::string before = UnescapeMbox(original);
  if (escape(before) == original) return escape(unescaped);
  // Some programs write no marks.
  if (before == original) return std::string(unescaped);
  return std::nullopt;
}

}  // namespace amends::input

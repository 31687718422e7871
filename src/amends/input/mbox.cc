#include "amends/input/mbox.h"

#include <algorithm>
#include <cstddef>

#include "amends/input/mail_headers.h"

namespace amends::input {

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

}  // namespace amends::input

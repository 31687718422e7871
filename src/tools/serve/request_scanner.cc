#include "tools/serve/request_scanner.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <system_error>

#include "amends/input/lines.h"

namespace amends::serve {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";

// The whole text as a number.
std::optional<size_t> NumberIn(std::string_view text, int base) {
  size_t number = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), number, base);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string_view Trimmed(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return "";
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

RequestScanner::State RequestScanner::Scan(std::string_view bytes) {
  if (state_ == State::kHead) {
    const size_t end = bytes.find(kHeadEnd, searched_);
    const size_t size = end == std::string_view::npos ? bytes.size() : end;
    if (size > longest_head_) return state_ = State::kHeadTooLong;
    searched_ = bytes.size() - std::min(bytes.size(), kHeadEnd.size() - 1);
    if (end == std::string_view::npos) return state_;
    head_.size = next_ = searched_ = end + kHeadEnd.size();
    state_ = ReadHead(bytes.substr(0, end));
  }
  if (state_ != State::kBody) return state_;
  if (head_.chunked) return state_ = ReadChunks(bytes);
  if (bytes.size() >= size_) state_ = State::kWhole;
  return state_;
}

RequestScanner::State RequestScanner::ReadHead(std::string_view head) {
  const size_t line_end = std::min(head.find(kLineEnd), head.size());
  const std::string_view line = head.substr(0, line_end);
  const size_t method = line.find(' ');
  if (method == std::string_view::npos || method == 0) return State::kBad;
  const size_t target = line.find(' ', method + 1);
  if (target == std::string_view::npos) return State::kBad;
  if (!line.substr(target + 1).starts_with("HTTP/1.")) return State::kBad;
  head_.method = line.substr(0, method);
  const std::string_view path = line.substr(method + 1, target - method - 1);
  head_.path = path.substr(0, path.find('?'));
  std::optional<size_t> length;
  for (size_t at = line_end; at < head.size();) {
    at += kLineEnd.size();
    const size_t end = std::min(head.find(kLineEnd, at), head.size());
    const std::string_view field = head.substr(at, end - at);
    at = end;
    const size_t colon = field.find(':');
    if (colon == std::string_view::npos) return State::kBad;
    const std::string name = input::LowerLetters(field.substr(0, colon));
    const std::string_view value = Trimmed(field.substr(colon + 1));
    if (name == "content-length") {
      const auto number = NumberIn(value, 10);
      if (!number || (length && *length != *number)) return State::kBad;
      length = number;
    } else if (name == "transfer-encoding") {
      if (input::LowerLetters(value) != "chunked") return State::kBad;
      head_.chunked = true;
    } else if (name == "expect") {
      head_.expects_continue = input::LowerLetters(value) == "100-continue";
    }
  }
  if (head_.chunked && length)
    return State::kBad;  // which of them is right decides too much
  head_.length = length.value_or(0);
  if (head_.length > longest_body_) return State::kBodyTooLong;
  size_ = head_.size + head_.length;
  return State::kBody;
}

RequestScanner::State RequestScanner::ReadChunks(std::string_view bytes) {
  while (next_ < bytes.size()) {
    const size_t end = bytes.find(kLineEnd, std::max(searched_, next_));
    const size_t length = std::min(end, bytes.size()) - next_;
    if (length > kLongestChunkLine) return State::kBad;
    if (end == std::string_view::npos) {
      searched_ = bytes.size() - 1;
      return State::kBody;
    }
    const std::string_view line = bytes.substr(next_, length);
    const size_t after = end + kLineEnd.size();
    if (in_trailer_) {
      next_ = after;
      if (!line.empty()) continue;
      size_ = after;
      return State::kWhole;
    }
    const auto size = NumberIn(Trimmed(line.substr(0, line.find(';'))), 16);
    if (!size) return State::kBad;
    if (*size > longest_body_ - body_) return State::kBodyTooLong;
    body_ += *size;
    in_trailer_ = *size == 0;
    next_ = after + (in_trailer_ ? 0 : *size + kLineEnd.size());
  }
  return State::kBody;
}

}  // namespace amends::serve

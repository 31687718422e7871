#include "amends/suggest/quote.h"

#include <algorithm>
#include <cstddef>

#include "amends/text/char_class.h"

namespace amends::suggest {
namespace {

constexpr size_t kLongest = 80;  // bytes
constexpr size_t kHead = 53;     // of a long one: bytes kept at its start and at its end
constexpr size_t kTail = 20;
constexpr size_t kLongestWord = 16;  // how far a cut moves to meet a blank

bool IsContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::string OnOneLine(std::string_view source) {
  std::string line;
  bool blank = false;
  for (size_t at = 0; at < source.size();) {
    const text::Decoded next = text::DecodeAt(source, at);
    if (text::IsSpace(next.type)) {
      blank = true;
    } else {
      if (blank && !line.empty()) line += ' ';
      blank = false;
      line += next.bad ? std::string_view("\xEF\xBF\xBD") : source.substr(at, next.length);
    }
    at += next.length;
  }
  return line;
}

}  // namespace

std::string Quote(std::string_view source) {
  const std::string line = OnOneLine(source);
  if (line.size() <= kLongest) return line;
  size_t head = kHead;
  while (IsContinuation(line[head])) --head;
  size_t tail = line.size() - kTail;
  while (IsContinuation(line[tail])) ++tail;
  const size_t blank_before = line.rfind(' ', head);
  if (blank_before != std::string::npos && head - blank_before < kLongestWord) head = blank_before;
  const size_t blank_after = line.find(' ', tail - 1);
  if (blank_after != std::string::npos && blank_after - tail + 1 < kLongestWord) {
    tail = blank_after + 1;
  }
  return line.substr(0, head) + " … " + line.substr(tail);
}

}  // namespace amends::suggest

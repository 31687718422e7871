#include "tools/serve/stream_body.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <stdexcept>
#include <system_error>

#include <sys/socket.h>

namespace amends::serve {
namespace {

constexpr size_t kReceivedAtOnce = size_t{64} << 10;

}  // namespace

size_t StreamBody::Read(std::string& bytes) {
  if (ended_) return 0;
  if (!chunked_) {
    if (left_ == 0) return 0;
    return Take(left_, bytes);
  }
  if (left_ == 0 && !NextChunk()) return 0;
  return Take(left_, bytes);
}

// The head of the next chunk. False at the end of the body.
bool StreamBody::NextChunk() {
  if (in_chunk_ && !Line().empty()) throw std::runtime_error("a chunk does not end");
  const std::string line = Line();
  const size_t end = std::min(line.find_first_of("; \t"), line.size());
  const auto [stopped, error] =
      std::from_chars(line.data(), line.data() + end, left_, 16);
  if (error != std::errc() || stopped != line.data() + end || end == 0) {
    throw std::runtime_error("a chunk has no size");
  }
  in_chunk_ = true;
  if (left_ > 0) return true;
  while (!Line().empty()) continue;  // fields behind the last chunk
  ended_ = true;
  return false;
}

size_t StreamBody::Take(size_t most, std::string& bytes) {
  if (raw_.empty()) Receive();
  const size_t size = std::min(most, raw_.size());
  bytes.append(raw_, 0, size);
  raw_.erase(0, size);
  left_ -= size;
  received_ += size;
  return size;
}

std::string StreamBody::Line() {
  while (true) {
    const size_t end = raw_.find("\r\n");
    if (end != std::string::npos) {
      std::string line = raw_.substr(0, end);
      raw_.erase(0, end + 2);
      return line;
    }
    if (raw_.size() > kLongestChunkLine) throw std::runtime_error("a chunk has no size");
    Receive();
  }
}

void StreamBody::Receive() {
  const size_t before = raw_.size();
  raw_.resize(before + kReceivedAtOnce);
  ssize_t count = -1;
  do {
    count = recv(socket_, raw_.data() + before, kReceivedAtOnce, 0);
  } while (count < 0 && errno == EINTR);
  raw_.resize(before + static_cast<size_t>(std::max<ssize_t>(count, 0)));
  if (count == 0) throw std::runtime_error("the request ended in the middle");
  if (count < 0) throw std::runtime_error("the request came too slowly");
}

}  // namespace amends::serve

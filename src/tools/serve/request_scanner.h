// Where a request of HTTP/1 ends, told while its bytes come in; nothing else about it is
// judged here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace amends::serve {

inline constexpr size_t kLongestChunkLine = 1024;  // of the lines between chunks

// What can be told once the head is there.
struct RequestHead {
  std::string method;
  std::string path;  // without the query
  bool expects_continue = false;
  bool chunked = false;
  size_t length = 0;  // bytes of the body as the head has it, unless it is chunked
  size_t size = 0;    // bytes, with the blank line
};

class RequestScanner {
 public:
  enum class State : uint8_t {
    kHead,         // the head is not all there
    kBody,         // the head is, the body not
    kWhole,        // size() bytes are one request
    kBad,          // this is no request
    kHeadTooLong,  // longer than was allowed
    kBodyTooLong,  // longer than was allowed, as far as it has come or as it says itself
  };

  RequestScanner(size_t longest_head, size_t longest_body)
      : longest_head_(longest_head), longest_body_(longest_body) {}

  // `bytes` is all that has come of it so far, what came earlier unchanged. Looks at
  // every byte once.
  State Scan(std::string_view bytes);

  State state() const { return state_; }
  const RequestHead& head() const { return head_; }  // from kBody on
  size_t size() const { return size_; }              // of the whole request, at kWhole

 private:
  State ReadHead(std::string_view head);
  State ReadChunks(std::string_view bytes);

  size_t longest_head_;
  size_t longest_body_;
  State state_ = State::kHead;
  RequestHead head_;
  bool in_trailer_ = false;
  size_t searched_ = 0;  // bytes in which the end of the head, or of a line, is not
  size_t next_ = 0;      // where the next line of the chunks begins
  size_t body_ = 0;      // bytes in the chunks so far
  size_t size_ = 0;
};

}  // namespace amends::serve

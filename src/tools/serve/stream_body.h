// The body of a request that is read from its socket while it is answered.
#pragma once

#include <cstddef>
#include <string>

#include "tools/serve/request_scanner.h"

namespace amends::serve {

class StreamBody {
 public:
  // `begun` is what of the body has come already. The socket blocks and must stay open.
  StreamBody(const RequestHead& head, std::string begun, int socket)
      : chunked_(head.chunked),
        left_(head.length),
        raw_(std::move(begun)),
        socket_(socket) {}

  // Appends some of it and returns how many bytes; 0 at the end. Throws
  // std::runtime_error if it ends before its end, comes too slowly, or is no body.
  size_t Read(std::string& bytes);

  size_t received() const { return received_; }  // bytes of the body so far

 private:
  void Receive();
  std::string Line();
  size_t Take(size_t most, std::string& bytes);
  bool NextChunk();

  bool chunked_;
  size_t left_;  // bytes of the body, or of the chunk
  std::string raw_;
  int socket_;
  size_t received_ = 0;
  bool ended_ = false;
  bool in_chunk_ = false;
};

}  // namespace amends::serve

// A connection that sends what it is told, as slowly as it is told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include "tools/serve/descriptor.h"

namespace amends::serve {

class RawConnection {
 public:
  explicit RawConnection(uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = connect(socket_.number(), reinterpret_cast<const sockaddr*>(&address),
                         sizeof address) == 0;
    const timeval minute{.tv_sec = 60, .tv_usec = 0};  // the most a test waits
    setsockopt(socket_.number(), SOL_SOCKET, SO_RCVTIMEO, &minute, sizeof minute);
  }

  bool connected() const { return connected_; }

  bool Send(std::string_view bytes) {
    const ssize_t count =
        send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    return count == static_cast<ssize_t>(bytes.size());
  }

  void EndSending() { shutdown(socket_.number(), SHUT_WR); }

  // What comes up to and with `end`; less if the other side closes before.
  std::string ReadTo(std::string_view end) {
    while (pending_.find(end) == std::string::npos && Receive()) continue;
    const size_t at = pending_.find(end);
    const size_t size = at == std::string::npos ? pending_.size() : at + end.size();
    std::string read = pending_.substr(0, size);
    pending_.erase(0, size);
    return read;
  }

  std::string ReadAll() {
    while (Receive()) continue;
    return std::move(pending_);
  }

 private:
  bool Receive() {
    char piece[4096];
    const ssize_t count = recv(socket_.number(), piece, sizeof piece, 0);
    if (count <= 0) return false;
    pending_.append(piece, static_cast<size_t>(count));
    return true;
  }

  Descriptor socket_;
  bool connected_ = false;
  std::string pending_;
};

}  // namespace amends::serve

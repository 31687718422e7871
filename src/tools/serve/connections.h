// Connections of HTTP/1 without a thread each: one thread waits for all of them and hands
// on a request when it is there as a whole, so that slow senders and slow readers hold up
// nobody. What is answered is not its business.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "tools/serve/request_scanner.h"

namespace amends::serve {

struct ConnectionLimits {
  size_t connections = 1000;  // open at once; the slowest sender makes room for one more
  size_t waiting = 64;        // requests that wait for a worker
  size_t workers = 2;         // threads that answer
  size_t streams = 4;         // requests whose body is read while it is answered
  size_t head = size_t{16} << 10;             // bytes
  size_t body = size_t{8} << 20;              // bytes, but of streams
  std::chrono::milliseconds request{10'000};  // from its first byte to its last
  std::chrono::milliseconds idle{30'000};     // between two requests
  std::chrono::milliseconds write{30'000};    // to take an answer
  std::chrono::milliseconds drain{20'000};    // to end what is under way
};

struct Answer {
  std::string bytes;  // of the whole response
  bool close = false;
};

// Why a request is answered by the connections themselves.
enum class Refusal : uint8_t {
  kBad,  // it is no HTTP/1
  kHeadTooLong,
  kBodyTooLong,
  kTooSlow,  // it did not come in time
  kBusy,     // too many wait already
};

// What answers. All from several threads at once.
class Service {
 public:
  virtual ~Service() = default;

  // Answered by the waiting thread itself: must be quick, and works however busy it is.
  virtual bool IsUrgent(const RequestHead& head) const = 0;
  // Its body is to be read by ServeStream, whatever its size.
  virtual bool IsStream(const RequestHead& head) const = 0;

  // `request` is the bytes of one whole request, `peer` the address it came from.
  virtual Answer Serve(std::string_view request, const std::string& peer) = 0;
  // `begun` is the head and what of the body has come; the rest is read from the socket,
  // which blocks, with a time limit on each read and write, and is closed afterwards.
  virtual void ServeStream(const RequestHead& head, std::string begun, int socket,
                           const std::string& peer) = 0;
  virtual Answer Refuse(Refusal why, const std::string& peer) = 0;
};

class Connections {
 public:
  // Both must outlive it.
  Connections(Service& service, const ConnectionLimits& limits);
  ~Connections();
  Connections(const Connections&) = delete;
  Connections& operator=(const Connections&) = delete;

  // Begins to listen; the port (the one that was free for 0). Throws std::system_error.
  uint16_t Listen(const std::string& host, uint16_t port);

  // Serves until Drain, and then until all is answered or the time for that is over.
  void Run();
  // Takes no more connections, and no more requests but those that have begun. From any
  // thread, and from a signal handler.
  void Drain();

  size_t open() const { return open_; }
  size_t waiting() const { return waiting_; }
  bool draining() const { return draining_; }

 private:
  class Loop;

  Service& service_;
  const ConnectionLimits limits_;
  int listener_ = -1;
  int wake_ = -1;  // an eventfd
  std::atomic<bool> draining_ = false;
  std::atomic<size_t> open_ = 0;
  std::atomic<size_t> waiting_ = 0;
};

}  // namespace amends::serve

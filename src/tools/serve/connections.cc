#include "tools/serve/connections.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include "tools/serve/descriptor.h"
#include "tools/serve/worker_pool.h"

namespace amends::serve {
namespace {

using SteadyClock = std::chrono::steady_clock;
using Time = SteadyClock::time_point;

constexpr int kBacklog = 128;
// How long a peer that was answered may go on sending. Closing at once would reset the
// connection, and the answer could be lost on its way.
constexpr std::chrono::milliseconds kLinger{2'000};
constexpr size_t kPiece = size_t{64} << 10;
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

[[noreturn]] void Fail(const std::string& what) {
  throw std::system_error(errno, std::system_category(), what);
}

std::string AddressOf(const sockaddr_storage& address, socklen_t length) {
  std::array<char, NI_MAXHOST> host{};
  const int failed = getnameinfo(reinterpret_cast<const sockaddr*>(&address), length,
                                 host.data(), host.size(), nullptr, 0, NI_NUMERICHOST);
  return failed != 0 ? "" : host.data();
}

// Reads and writes wait, but not for ever.
void MakeBlocking(int socket, std::chrono::milliseconds limit) {
  fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) & ~O_NONBLOCK);
  const timeval time{.tv_sec = limit.count() / 1000,
                     .tv_usec = limit.count() % 1000 * 1000};
  setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
}

struct Connection {
  enum class State : uint8_t {
    kReading,
    kAnswering,
    kWriting,
    kEnding,  // all is written; what still comes is thrown away
  };

  Connection(Descriptor open_socket, std::string address, const ConnectionLimits& limits)
      : socket(std::move(open_socket)),
        peer(std::move(address)),
        scanner(limits.head, limits.body) {}

  Descriptor socket;
  std::string peer;
  State state = State::kReading;
  std::string in;  // the request, and what came behind it
  RequestScanner scanner;
  bool told_to_continue = false;
  std::string out;
  size_t written = 0;
  bool close = false;  // when all is written
  Time deadline;
};

}  // namespace

// All of it runs on one thread, but for what workers and streams leave behind.
class Connections::Loop {
 public:
  explicit Loop(Connections& owner)
      : owner_(owner),
        limits_(owner.limits_),
        epoll_(epoll_create1(EPOLL_CLOEXEC)),
        workers_(limits_.workers, limits_.waiting) {
    if (epoll_.number() < 0) Fail("epoll");
    Watch(owner_.listener_, EPOLLIN, EPOLL_CTL_ADD);
    Watch(owner_.wake_, EPOLLIN, EPOLL_CTL_ADD);
  }

  ~Loop() {
    // Whoever still reads or writes a stream is told that it is over.
    const std::scoped_lock lock(mutex_);
    for (Stream& stream : streams_) shutdown(stream.socket.number(), SHUT_RDWR);
  }

  void Run() {
    std::optional<Time> end;
    while (true) {
      if (owner_.draining_ && !end) {
        end = SteadyClock::now() + limits_.drain;
        close(std::exchange(owner_.listener_, -1));
      }
      if (end &&
          ((connections_.empty() && StreamCount() == 0) || SteadyClock::now() > *end)) {
        return;
      }
      constexpr int kTick = 100;  // milliseconds, in which a deadline may be overrun
      std::array<epoll_event, 64> events{};
      const int count = epoll_wait(epoll_.number(), events.data(), events.size(),
                                   ready_.empty() ? kTick : 0);
      for (int i = 0; i < count; ++i) Handle(events[static_cast<size_t>(i)]);
      TakeAnswers();
      ProceedWithReady();
      EndOverdue(end.has_value());
      JoinStreams();
      owner_.open_ = connections_.size() + StreamCount();
      owner_.waiting_ = workers_.waiting();
    }
  }

 private:
  struct Stream {
    Descriptor socket;
    bool done = false;
    std::jthread thread;
  };

  void Watch(int descriptor, uint32_t events, int operation) {
    epoll_event event{};
    event.events = events;
    event.data.fd = descriptor;
    epoll_ctl(epoll_.number(), operation, descriptor, &event);
  }

  void Handle(const epoll_event& event) {
    const int descriptor = event.data.fd;
    if (descriptor == owner_.listener_) return Accept();
    if (descriptor == owner_.wake_) {
      uint64_t count = 0;
      [[maybe_unused]] const ssize_t ignored = read(owner_.wake_, &count, sizeof count);
      return;
    }
    const auto found = connections_.find(descriptor);
    if (found == connections_.end()) return;
    Connection& connection = *found->second;
    if (connection.state == Connection::State::kReading) {
      Read(connection);
    } else if (connection.state == Connection::State::kWriting) {
      Write(connection);
    } else if (connection.state == Connection::State::kEnding) {
      ThrowAway(connection);
    }
  }

  void Accept() {
    while (true) {
      sockaddr_storage address{};
      socklen_t length = sizeof address;
      Descriptor socket(accept4(owner_.listener_, reinterpret_cast<sockaddr*>(&address),
                                &length, SOCK_NONBLOCK | SOCK_CLOEXEC));
      const int number = socket.number();
      if (number < 0) {
        // Out of descriptors: one that is open already has to go.
        if ((errno == EMFILE || errno == ENFILE) && MakeRoom()) continue;
        return;
      }
      const int on = 1;
      setsockopt(number, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      if (connections_.size() >= limits_.connections && !MakeRoom())
        continue;  // closes it
      auto connection = std::make_unique<Connection>(std::move(socket),
                                                     AddressOf(address, length), limits_);
      connection->deadline = SteadyClock::now() + limits_.request;
      Watch(number, EPOLLIN, EPOLL_CTL_ADD);
      connections_.emplace(number, std::move(connection));
    }
  }

  // Closes the connection on whose request most time has been spent. False if there is
  // none that is still sending.
  bool MakeRoom() {
    const Connection* slowest = nullptr;
    for (const auto& [number, connection] : connections_) {
      const bool sends = connection->state == Connection::State::kReading ||
                         connection->state == Connection::State::kEnding;
      if (!sends) continue;
      if (slowest == nullptr || connection->deadline < slowest->deadline) {
        slowest = connection.get();
      }
    }
    if (slowest == nullptr) return false;
    Close(*slowest);
    return true;
  }

  void Close(const Connection& connection) {
    connections_.erase(connection.socket.number());
  }

  void Read(Connection& connection) {
    const bool fresh = connection.in.empty();
    bool ended = false;
    while (true) {
      const size_t before = connection.in.size();
      connection.in.resize(before + kPiece);
      const ssize_t count =
          recv(connection.socket.number(), connection.in.data() + before, kPiece, 0);
      connection.in.resize(before + static_cast<size_t>(std::max<ssize_t>(count, 0)));
      ended = count == 0;
      if (ended) break;
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) break;
      if (count < 0) return Close(connection);
      // What has been scanned need not be kept for more than one request.
      if (connection.in.size() > limits_.head + limits_.body + kPiece) break;
    }
    if (fresh && !connection.in.empty()) {
      connection.deadline = SteadyClock::now() + limits_.request;
    }
    const int number = connection.socket.number();
    Proceed(connection);
    // Who has ended in the middle of a request waits for no answer.
    const auto found = connections_.find(number);
    const bool unfinished = ended && found != connections_.end() &&
                            found->second->state == Connection::State::kReading;
    if (unfinished) Close(*found->second);
  }

  // Does what the bytes that have come allow.
  void Proceed(Connection& connection) {
    using State = RequestScanner::State;
    const State state = connection.scanner.Scan(connection.in);
    const RequestHead& head = connection.scanner.head();
    const bool has_head =
        state == State::kBody || state == State::kWhole || state == State::kBodyTooLong;
    if (has_head && owner_.service_.IsStream(head)) return BeginStream(connection);
    switch (state) {
      case State::kHead:
        return;
      case State::kBody:
        if (head.expects_continue && !std::exchange(connection.told_to_continue, true)) {
          [[maybe_unused]] const ssize_t ignored =
              send(connection.socket.number(), kContinue.data(), kContinue.size(),
                   MSG_NOSIGNAL);
        }
        return;
      case State::kWhole:
        return HandOn(connection);
      case State::kBad:
        return Refuse(connection, Refusal::kBad);
      case State::kHeadTooLong:
        return Refuse(connection, Refusal::kHeadTooLong);
      case State::kBodyTooLong:
        return Refuse(connection, Refusal::kBodyTooLong);
    }
  }

  // Hands the request to a worker, or answers it at once.
  void HandOn(Connection& connection) {
    const int number = connection.socket.number();
    const size_t size = connection.scanner.size();
    const bool urgent = owner_.service_.IsUrgent(connection.scanner.head());
    std::string request = connection.in.substr(0, size);
    connection.in.erase(0, size);
    if (urgent) {
      return Send(connection, owner_.service_.Serve(request, connection.peer));
    }
    connection.state = Connection::State::kAnswering;
    Watch(number, 0, EPOLL_CTL_DEL);
    const bool taken = workers_.Add(
        [this, number, peer = connection.peer, request = std::move(request)] {
          Answer answer = owner_.service_.Serve(request, peer);
          {
            const std::scoped_lock lock(mutex_);
            answers_.emplace_back(number, std::move(answer));
          }
          Wake();
        });
    if (!taken) {
      Watch(number, EPOLLIN, EPOLL_CTL_ADD);
      Refuse(connection, Refusal::kBusy);
    }
  }

  void Wake() const {
    const uint64_t one = 1;
    [[maybe_unused]] const ssize_t ignored = write(owner_.wake_, &one, sizeof one);
  }

  void TakeAnswers() {
    std::vector<std::pair<int, Answer>> answers;
    {
      const std::scoped_lock lock(mutex_);
      answers.swap(answers_);
    }
    for (auto& [number, answer] : answers) {
      Watch(number, EPOLLOUT, EPOLL_CTL_ADD);
      Send(*connections_.at(number), std::move(answer));
    }
  }

  // A worker takes no request of a connection that was refused, so it is closed.
  void Refuse(Connection& connection, Refusal why) {
    Answer answer = owner_.service_.Refuse(why, connection.peer);
    answer.close = true;
    Send(connection, std::move(answer));
  }

  void Send(Connection& connection, Answer answer) {
    connection.out = std::move(answer.bytes);
    connection.written = 0;
    connection.close = answer.close || owner_.draining_;
    connection.state = Connection::State::kWriting;
    connection.deadline = SteadyClock::now() + limits_.write;
    Watch(connection.socket.number(), EPOLLOUT, EPOLL_CTL_MOD);
    Write(connection);
  }

  void Write(Connection& connection) {
    while (connection.written < connection.out.size()) {
      const ssize_t count =
          send(connection.socket.number(), connection.out.data() + connection.written,
               connection.out.size() - connection.written, MSG_NOSIGNAL);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
      if (count < 0) return Close(connection);
      connection.written += static_cast<size_t>(count);
    }
    connection.out.clear();
    if (connection.close) return End(connection);
    connection.state = Connection::State::kReading;
    connection.scanner = RequestScanner(limits_.head, limits_.body);
    connection.told_to_continue = false;
    const bool begun = !connection.in.empty();
    connection.deadline = SteadyClock::now() + (begun ? limits_.request : limits_.idle);
    Watch(connection.socket.number(), EPOLLIN, EPOLL_CTL_MOD);
    if (begun) ready_.push_back(connection.socket.number());
  }

  // Requests that came together with the one before.
  void ProceedWithReady() {
    for (const int number : std::exchange(ready_, {})) {
      const auto found = connections_.find(number);
      if (found == connections_.end()) continue;
      if (found->second->state == Connection::State::kReading) Proceed(*found->second);
    }
  }

  void End(Connection& connection) {
    shutdown(connection.socket.number(), SHUT_WR);
    connection.state = Connection::State::kEnding;
    connection.in.clear();
    connection.deadline = SteadyClock::now() + kLinger;
    Watch(connection.socket.number(), EPOLLIN, EPOLL_CTL_MOD);
  }

  void ThrowAway(Connection& connection) {
    std::array<char, 4096> rest{};
    const ssize_t count = recv(connection.socket.number(), rest.data(), rest.size(), 0);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
      Close(connection);
    }
  }

  void EndOverdue(bool draining) {
    const Time now = SteadyClock::now();
    std::vector<Connection*> overdue;
    for (const auto& [number, connection] : connections_) {
      const bool idle =
          connection->state == Connection::State::kReading && connection->in.empty();
      const bool waits = connection->state != Connection::State::kAnswering;
      if (waits && (now > connection->deadline || (draining && idle))) {
        overdue.push_back(connection.get());
      }
    }
    for (Connection* connection : overdue) {
      const bool begun =
          connection->state == Connection::State::kReading && !connection->in.empty();
      if (begun) {
        Refuse(*connection, Refusal::kTooSlow);
      } else {
        Close(*connection);
      }
    }
  }

  void BeginStream(Connection& connection) {
    if (StreamCount() >= limits_.streams) return Refuse(connection, Refusal::kBusy);
    const int number = connection.socket.number();
    Watch(number, 0, EPOLL_CTL_DEL);
    MakeBlocking(number, limits_.write);
    if (connection.scanner.head().expects_continue) {
      [[maybe_unused]] const ssize_t ignored =
          send(number, kContinue.data(), kContinue.size(), MSG_NOSIGNAL);
    }
    const std::scoped_lock lock(mutex_);
    Stream& stream = streams_.emplace_back();
    stream.socket = std::move(connection.socket);
    stream.thread = std::jthread([this, &stream, number, head = connection.scanner.head(),
                                  begun = std::move(connection.in),
                                  peer = connection.peer]() mutable {
      owner_.service_.ServeStream(head, std::move(begun), number, peer);
      shutdown(number, SHUT_WR);
      {
        const std::scoped_lock done(mutex_);
        stream.done = true;
      }
      Wake();
    });
    connections_.erase(number);
  }

  size_t StreamCount() {
    const std::scoped_lock lock(mutex_);
    return streams_.size();
  }

  void JoinStreams() {
    const std::scoped_lock lock(mutex_);
    streams_.remove_if([](const Stream& stream) { return stream.done; });
  }

  Connections& owner_;
  const ConnectionLimits& limits_;
  Descriptor epoll_;
  std::map<int, std::unique_ptr<Connection>> connections_;  // by descriptor
  std::vector<int> ready_;  // connections with the next request, or some of it
  std::mutex mutex_;        // of the next two
  std::vector<std::pair<int, Answer>> answers_;
  std::list<Stream> streams_;
  WorkerPool workers_;  // the last: its threads use the others
};

Connections::Connections(Service& service, const ConnectionLimits& limits)
    : service_(service), limits_(limits), wake_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (wake_ < 0) Fail("eventfd");
}

Connections::~Connections() {
  if (listener_ >= 0) close(listener_);
  close(wake_);
}

uint16_t Connections::Listen(const std::string& host, uint16_t port) {
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int failed =
      getaddrinfo(host.c_str(), std::to_string(port).c_str(), &hints, &found);
  if (failed != 0) {
    throw std::system_error(std::make_error_code(std::errc::address_not_available),
                            host + ": " + gai_strerror(failed));
  }
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> addresses(found, freeaddrinfo);
  Descriptor socket(::socket(found->ai_family,
                             found->ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC,
                             found->ai_protocol));
  const int on = 1;
  setsockopt(socket.number(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (socket.number() < 0 ||
      bind(socket.number(), found->ai_addr, found->ai_addrlen) != 0 ||
      listen(socket.number(), kBacklog) != 0) {
    Fail(host + ":" + std::to_string(port));
  }
  sockaddr_storage bound{};
  socklen_t length = sizeof bound;
  getsockname(socket.number(), reinterpret_cast<sockaddr*>(&bound), &length);
  listener_ = socket.Release();
  return ntohs(bound.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(bound).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(bound).sin_port);
}

void Connections::Run() { Loop(*this).Run(); }

void Connections::Drain() {
  draining_ = true;
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t ignored = write(wake_, &one, sizeof one);
}

}  // namespace amends::serve

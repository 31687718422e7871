#include "tools/serve/server.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <utility>

#include <fmt/format.h>
#include <sys/socket.h>

#include "amends/input/lines.h"
#include "tools/serve/encoding.h"
#include "tools/serve/utc_time.h"

namespace amends::serve {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr size_t kLongestId = 64;

double SecondsSince(SteadyClock::time_point start) {
  return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

// A request that is all there, and a place for the answer.
class MemoryStream final : public httplib::Stream {
 public:
  MemoryStream(std::string_view in, const std::string& peer) : in_(in), peer_(peer) {}

  bool is_readable() const override { return !in_.empty(); }
  bool is_writable() const override { return true; }
  ssize_t read(char* to, size_t size) override {
    const size_t count = std::min(size, in_.size());
    std::memcpy(to, in_.data(), count);
    in_.remove_prefix(count);
    return static_cast<ssize_t>(count);
  }
  ssize_t write(const char* from, size_t size) override {
    out_.append(from, size);
    return static_cast<ssize_t>(size);
  }
  void get_remote_ip_and_port(std::string& ip, int& port) const override {
    ip = peer_;
    port = 0;
  }
  void get_local_ip_and_port(std::string& ip, int& port) const override {
    ip.clear();
    port = 0;
  }
  socket_t socket() const override { return 0; }

  std::string TakeOut() { return std::move(out_); }

 private:
  std::string_view in_;
  const std::string& peer_;
  std::string out_;
};

std::string NewId() { return RandomHex(8); }

// The id that the client gave, if it can stand in a log.
std::string IdOf(const httplib::Request& request) {
  const std::string given = request.get_header_value("X-Request-Id");
  const bool fits = !given.empty() && given.size() <= kLongestId &&
                    std::ranges::all_of(given, [](char c) {
                      return std::isalnum(static_cast<unsigned char>(c)) != 0 ||
                             c == '-' || c == '_' || c == '.';
                    });
  return fits ? given : NewId();
}

std::string SecretOf(const httplib::Request& request) {
  constexpr std::string_view kBearer = "Bearer ";
  const std::string given = request.get_header_value("Authorization");
  if (given.starts_with(kBearer)) return given.substr(kBearer.size());
  // LanguageTool's clients have a field for a key, and none for headers.
  return request.get_param_value("apiKey");
}

void Set(const Failure& failure, bool json, httplib::Response& response) {
  Set(failure, response);
  if (!json) response.set_content("Error: " + failure.message, "text/plain");
}

// 414 and the like, which cpp-httplib finds before any route.
Failure FailureOf(int status) {
  switch (status) {
    case 404:
      return {404, "not-found",
              "There is nothing here; /openapi.json says what there is."};
    case 414:
      return {414, "uri-too-long",
              "This address is too long; send the text in the body."};
    case 500:
      return {500, "internal", "Something went wrong here; the draft is as it was."};
    default:
      return {status, "bad-request", "This request cannot be read."};
  }
}

bool SendAll(int socket, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(count));
  }
  return true;
}

bool SendChunk(int socket, std::string_view bytes) {
  if (bytes.empty()) return true;
  return SendAll(socket, fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes));
}

// The line that lets a page read the answer, as it stands in another answer.
std::string AllowedOrigin(std::string_view answer) {
  constexpr std::string_view kName = "Access-Control-Allow-Origin: ";
  const size_t at = answer.find(kName);
  if (at == std::string_view::npos) return "";
  return std::string(answer.substr(at, answer.find("\r\n", at) + 2 - at));
}

// The head of a request without what tells of its body.
std::string HeadAlone(std::string_view head) {
  std::string kept;
  while (!head.empty()) {
    const size_t end = std::min(head.find("\r\n"), head.size() - 2) + 2;
    const std::string_view line = head.substr(0, end);
    head.remove_prefix(end);
    const std::string name = input::LowerLetters(line.substr(0, line.find(':')));
    if (name == "content-length" || name == "transfer-encoding" || name == "expect") {
      continue;
    }
    if (line == "\r\n") kept += "Content-Length: 0\r\n";
    kept += line;
  }
  return kept;
}

thread_local Exchange* current_exchange = nullptr;

// Makes an exchange the current one of this thread.
class Scope {
 public:
  explicit Scope(Exchange& exchange) { current_exchange = &exchange; }
  ~Scope() { current_exchange = nullptr; }
  Scope(const Scope&) = delete;
  Scope& operator=(const Scope&) = delete;
};

}  // namespace

// cpp-httplib without its sockets.
class Server::Router : public httplib::Server {
 public:
  // The answer to one whole request.
  Answer Route(std::string_view request, const std::string& peer) {
    MemoryStream stream(request, peer);
    bool closed = false;
    process_request(stream, false, closed, [](httplib::Request& each) {
      each.headers.erase("Expect");  // Connections has told it to go on
    });
    return {stream.TakeOut(), closed};
  }
};

Exchange& Server::current() { return *current_exchange; }

Server::Server(Access& access, Metrics& metrics, std::FILE* log)
    : access_(access), metrics_(metrics), log_(log), router_(std::make_unique<Router>()) {
  router_->set_pre_routing_handler([this](const auto& request, auto& response) {
    return MayPass(request, response) ? httplib::Server::HandlerResponse::Unhandled
                                      : httplib::Server::HandlerResponse::Handled;
  });
  router_->set_error_handler([](const auto&, httplib::Response& response) {
    if (response.body.empty()) Set(FailureOf(response.status), response);
  });
  router_->set_exception_handler([](const auto&, auto& response, auto) {
    Set(FailureOf(500), response);  // its words may hold words of the draft
  });
  router_->set_logger([](const auto& request, const auto& response) {
    current_exchange->method = request.method;
    current_exchange->status = response.status;
  });
}

Server::~Server() = default;

void Server::Get(const std::string& pattern, const Route& route, Handler handler) {
  if (route.urgent) urgent_.insert(pattern);
  router_->Get(pattern, Wrapped(route, std::move(handler)));
}

void Server::Post(const std::string& pattern, const Route& route, Handler handler) {
  if (route.urgent) urgent_.insert(pattern);
  router_->Post(pattern, Wrapped(route, std::move(handler)));
}

void Server::Delete(const std::string& pattern, const Route& route, Handler handler) {
  if (route.urgent) urgent_.insert(pattern);
  router_->Delete(pattern, Wrapped(route, std::move(handler)));
}

void Server::PostStream(const std::string& path, const Route& route,
                        std::string_view type, StreamHandler handler) {
  streams_[path] = {type, std::move(handler)};
  router_->Post(path,
                Wrapped(route, [](const auto&, auto&) { current().admitted = true; }));
}

bool Server::IsUrgent(const RequestHead& head) const {
  return urgent_.contains(head.path);
}

bool Server::IsStream(const RequestHead& head) const {
  return head.method == "POST" && streams_.contains(head.path);
}

Server::Handler Server::Wrapped(const Route& route, Handler handler) {
  return [this, route, handler = std::move(handler)](const httplib::Request& request,
                                                     httplib::Response& response) {
    current().route = route.name;
    const std::optional<Failure> failure = WhyNot(route, request);
    if (failure) return Set(*failure, route.json_errors, response);
    handler(request, response);
  };
}

// What holds for every request, whatever it asks for: ids, names and origins.
bool Server::MayPass(const httplib::Request& request, httplib::Response& response) {
  Exchange& exchange = current();
  exchange.id = IdOf(request);
  response.set_header("X-Request-Id", exchange.id);
  response.set_header("X-Content-Type-Options", "nosniff");
  const std::string host = request.get_header_value("Host");
  if (!access_.IsOurs(host)) {
    Set({421, "host", "This service does not go by that name."}, response);
    return false;
  }
  const std::string origin = request.get_header_value("Origin");
  if (origin.empty()) return true;
  if (!access_.MayAsk(origin, host)) {
    Set({403, "origin", "Pages of this origin may not ask; --allow-origin lets them."},
        response);
    return false;
  }
  response.set_header("Access-Control-Allow-Origin", origin);
  response.set_header("Access-Control-Expose-Headers", "Retry-After, X-Request-Id");
  response.set_header("Vary", "Origin");
  if (request.method != "OPTIONS") return true;
  response.set_header("Access-Control-Allow-Methods", "GET, POST, DELETE");
  response.set_header("Access-Control-Allow-Headers",
                      "Authorization, Content-Type, X-Request-Id");
  response.set_header("Access-Control-Max-Age", "600");
  response.status = 204;
  return false;
}

// Why the client may not use the route, or not now.
std::optional<Failure> Server::WhyNot(const Route& route,
                                      const httplib::Request& request) {
  Exchange& exchange = current();
  if (access_.asks_for_token() && !route.open) {
    const auto client = access_.ClientWith(SecretOf(request));
    if (!client) {
      return Failure{route.json_errors ? 401 : 403, "token",
                     "A token is needed: Authorization: Bearer …, or apiKey for "
                     "LanguageTool's clients."};
    }
    exchange.client = *client;
  }
  if (route.urgent) return std::nullopt;
  if (const auto seconds = access_.Hold(exchange.client)) {
    return Failure{429, "rate", "Too many requests; wait a moment.", "", *seconds};
  }
  return std::nullopt;
}

Answer Server::Serve(std::string_view request, const std::string& peer) {
  const SteadyClock::time_point start = SteadyClock::now();
  Exchange exchange;
  exchange.client = exchange.peer = peer;
  const Scope scope(exchange);
  Answer answer = router_->Route(request, peer);
  End(exchange, SecondsSince(start), request.size(), answer.bytes.size());
  return answer;
}

// The head alone is routed first, so that what holds for every request holds for this.
void Server::ServeStream(const RequestHead& head, std::string begun, int socket,
                         const std::string& peer) {
  const SteadyClock::time_point start = SteadyClock::now();
  Exchange exchange;
  exchange.client = exchange.peer = peer;
  const Scope scope(exchange);
  const Answer refused =
      router_->Route(HeadAlone(std::string_view(begun).substr(0, head.size)), peer);
  size_t in = begun.size();
  size_t out = 0;
  if (!exchange.admitted) {
    out = refused.bytes.size();
    SendAll(socket, refused.bytes);
  } else {
    const Stream& stream = streams_.at(head.path);
    begun.erase(0, head.size);
    StreamBody body(head, std::move(begun), socket);
    const std::string answer = fmt::format(
        "HTTP/1.1 200 OK\r\nContent-Type: {}\r\nTransfer-Encoding: chunked\r\n"
        "Connection: close\r\nX-Request-Id: {}\r\n{}\r\n",
        stream.type, exchange.id, AllowedOrigin(refused.bytes));
    bool taken = SendAll(socket, answer);
    const auto send = [&](std::string_view piece) {
      out += piece.size();
      return taken = taken && SendChunk(socket, piece);
    };
    stream.handler(body, send);
    if (taken) SendAll(socket, "0\r\n\r\n");
    in = body.received();
  }
  End(exchange, SecondsSince(start), in, out);
}

Answer Server::Refuse(Refusal why, const std::string& peer) {
  struct Row {
    std::string_view name;
    std::string_view phrase;  // of HTTP
    Failure failure;
  };
  static const std::array<Row, 5> rows = {{
      {"bad", "Bad Request", {400, "bad-request", "This is no request of HTTP/1.1."}},
      {"head",
       "Request Header Fields Too Large",
       {431, "head-too-long", "The head of this request is too long."}},
      {"body",
       "Payload Too Large",
       {413, "too-large", "This is too large; a draft is one message."}},
      {"slow", "Request Timeout", {408, "too-slow", "The request did not come in time."}},
      {"busy",
       "Service Unavailable",
       {503, "busy", "Too many are waiting; try again in a moment.", "", 1}},
  }};
  const Row& row = rows[static_cast<size_t>(why)];
  metrics_.CountRefusal(row.name);
  Exchange exchange;
  exchange.client = exchange.peer = peer;
  exchange.id = NewId();
  exchange.status = row.failure.status;
  const std::string body = FailureJson(row.failure);
  std::string bytes = fmt::format(
      "HTTP/1.1 {} {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n"
      "Connection: close\r\nX-Request-Id: {}\r\n",
      row.failure.status, row.phrase, body.size(), exchange.id);
  if (row.failure.retry_after > 0) {
    bytes += fmt::format("Retry-After: {}\r\n", row.failure.retry_after);
  }
  bytes += "\r\n" + body;
  End(exchange, 0, 0, bytes.size());
  return {bytes, true};
}

// One line, and the counters. No path and no query: both may hold words of a draft.
void Server::End(const Exchange& exchange, double seconds, size_t in, size_t out) {
  metrics_.CountRequest(exchange.route, exchange.status, seconds);
  if (log_ == nullptr) return;
  fmt::print(log_, "{} {} {} {} {} {:.1f}ms in={} out={} {}\n", TextOf(UtcNow()),
             exchange.id, exchange.method.empty() ? "-" : exchange.method, exchange.route,
             exchange.status, seconds * 1000, in, out,
             exchange.client.empty() ? "-" : exchange.client);
}

}  // namespace amends::serve

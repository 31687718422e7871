// The service as a whole: routes, who may ask, what is logged and counted. Requests are
// read and answers written by Connections; cpp-httplib takes them apart and puts them
// together.
#pragma once

#include <cstdio>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include <httplib.h>

#include "tools/serve/access.h"
#include "tools/serve/connections.h"
#include "tools/serve/failure.h"
#include "tools/serve/metrics.h"
#include "tools/serve/stream_body.h"

namespace amends::serve {

// What happens to one request, for the log and the counters: nothing of a draft.
struct Exchange {
  std::string id;
  std::string_view route = "other";  // one of the server's own
  std::string client;                // the name of the token, or the address
  std::string peer;                  // the address
  std::string method;
  int status = 0;
  bool admitted = false;  // a stream may begin
};

class Server final : public Service {
 public:
  using Handler = std::function<void(const httplib::Request&, httplib::Response&)>;
  // Reads the body and sends the answer piece by piece; false from `send` means that
  // nobody takes it any more.
  using StreamHandler = std::function<void(
      StreamBody& body, const std::function<bool(std::string_view)>& send)>;

  struct Route {
    std::string_view name;  // "/v1/check": for the log
    bool open = false;      // to everybody, also where tokens are asked for
    bool urgent = false;    // answered however busy the server is
    // Errors are {"error": …}; false: text, as LanguageTool's clients expect.
    bool json_errors = true;
  };

  // Both must outlive it. `log` may be null.
  Server(Access& access, Metrics& metrics, std::FILE* log);
  ~Server() override;

  // Before the first request. `pattern` is a regular expression for the whole path.
  void Get(const std::string& pattern, const Route& route, Handler handler);
  void Post(const std::string& pattern, const Route& route, Handler handler);
  void Delete(const std::string& pattern, const Route& route, Handler handler);
  // `type` is the content type of the answer.
  void PostStream(const std::string& path, const Route& route, std::string_view type,
                  StreamHandler handler);

  bool IsUrgent(const RequestHead& head) const override;
  bool IsStream(const RequestHead& head) const override;
  Answer Serve(std::string_view request, const std::string& peer) override;
  void ServeStream(const RequestHead& head, std::string begun, int socket,
                   const std::string& peer) override;
  Answer Refuse(Refusal why, const std::string& peer) override;

  // The exchange that the calling thread is in.
  static Exchange& current();

 private:
  class Router;
  struct Stream {
    std::string_view type;
    StreamHandler handler;
  };

  Handler Wrapped(const Route& route, Handler handler);
  bool MayPass(const httplib::Request& request, httplib::Response& response);
  std::optional<Failure> WhyNot(const Route& route, const httplib::Request& request);
  void End(const Exchange& exchange, double seconds, size_t in, size_t out);

  Access& access_;
  Metrics& metrics_;
  std::FILE* log_;
  std::unique_ptr<Router> router_;
  std::set<std::string, std::less<>> urgent_;
  std::map<std::string, Stream, std::less<>> streams_;
};

}  // namespace amends::serve

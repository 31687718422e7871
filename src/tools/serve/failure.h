// What goes wrong with a request, as programs read it (docs/serve.md):
// {"error": {"code", "message", "pointer"}}.
#pragma once

#include <string>

#include <httplib.h>

namespace amends::serve {

struct Failure {
  int status = 400;          // of HTTP
  std::string code;          // a word for programs
  std::string message;       // a sentence for people
  std::string pointer = {};  // RFC 6901, to the field of the request; empty = the whole
  int retry_after = 0;       // seconds; 0 = trying again is of no use
};

std::string FailureJson(const Failure& failure);

void Set(const Failure& failure, httplib::Response& response);

}  // namespace amends::serve

#include "tools/serve/failure.h"

#include "amends/report/json_text.h"

namespace amends::serve {

std::string FailureJson(const Failure& failure) {
  std::string text;
  report::JsonText json(text);
  json.BeginObject();
  json.Key("error");
  json.BeginObject();
  json.String("code", failure.code);
  json.String("message", failure.message);
  if (!failure.pointer.empty()) json.String("pointer", failure.pointer);
  json.EndObject();
  json.EndObject();
  return text + '\n';
}

void Set(const Failure& failure, httplib::Response& response) {
  response.status = failure.status;
  response.set_content(FailureJson(failure), "application/json");
  if (failure.retry_after > 0) {
    response.set_header("Retry-After", std::to_string(failure.retry_after));
  }
}

}  // namespace amends::serve

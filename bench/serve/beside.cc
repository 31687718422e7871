// What the service is measured beside:
//   beside bare PORT       a bare handler of cpp-httplib that answers /v1/check with a
//   fixed body beside check RECORD N  N checks of a record in this process: microseconds
//   of CPU for each
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>
#include <variant>

#include <httplib.h>

#include "amends/engine.h"
#include "amends/input/record.h"
#include "amends/report/json.h"

namespace {

std::string ReadFile(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string Check(const amends::Engine& engine, const std::string& record) {
  const auto conversation =
      std::get<amends::input::Conversation>(amends::input::ReadRecord(record));
  std::string out;
  amends::report::AppendJson(conversation, engine.Check(conversation), {}, out);
  return out;
}

double CpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

int ServeBare(int port) {
  httplib::Server server;
  const std::string answer(4096, 'x');
  server.Post("/v1/check", [&](const httplib::Request&, httplib::Response& response) {
    response.set_content(answer, "application/json");
  });
  server.set_tcp_nodelay(true);
  server.set_keep_alive_max_count(100'000'000);
  return server.listen("127.0.0.1", port) ? 0 : 1;
}

int CheckHere(const char* path, int count) {
  const amends::Engine engine = amends::Engine::Load({});
  const std::string record = ReadFile(path);
  Check(engine, record);
  const double start = CpuSeconds();
  for (int i = 0; i < count; ++i) Check(engine, record);
  std::printf("%.1f\n", (CpuSeconds() - start) / count * 1e6);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  const std::string what = argc > 2 ? argv[1] : "";
  if (what == "bare") return ServeBare(std::atoi(argv[2]));
  if (what == "check" && argc == 4) return CheckHere(argv[2], std::atoi(argv[3]));
  std::fputs("usage: beside bare PORT | check RECORD N\n", stderr);
  return 2;
}

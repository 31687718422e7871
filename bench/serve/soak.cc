// Good, slow, broken, huge and malformed requests at once, for as long as it is told:
//   soak PORT PID SECONDS
// Prints every few seconds what was answered and the memory of the process PID; exits
// with 1 if a good request was not answered rightly.
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <httplib.h>

#include "tests/serve/raw_connection.h"

namespace {

using amends::serve::RawConnection;

struct Counts {
  std::atomic<size_t> good = 0;     // answered rightly
  std::atomic<size_t> refused = 0;  // 503 and 429: told to come back
  std::atomic<size_t> wrong = 0;
  std::atomic<size_t> bad = 0;  // that were sent to disturb
};

constexpr const char* kRecord =
    R"({"text": "Dear Ana, we're sorry if you felt let down, but it's our policy not to refund sale items. We will get back to you soon.", "context": [{"role": "customer", "text": "The tent is torn and I am furious!"}]})";

void Ask(int port, const std::string& right, const std::atomic<bool>& stop,
         Counts& counts) {
  httplib::Client client("127.0.0.1", port);
  client.set_keep_alive(true);
  client.set_tcp_nodelay(true);
  client.set_read_timeout(60);
  while (!stop) {
    const auto result = client.Post("/v1/check", kRecord, "application/json");
    if (result && result->status == 200 && result->body == right) {
      ++counts.good;
    } else if (result && (result->status == 503 || result->status == 429)) {
      ++counts.refused;
    } else {
      ++counts.wrong;
    }
  }
}

std::string Noise(std::mt19937& random, size_t size) {
  std::string bytes(size, '\0');
  for (char& c : bytes) c = static_cast<char>(random());
  return bytes;
}

// One of the many ways to be a bad client.
void Disturb(int port, std::mt19937& random, std::vector<RawConnection>& held) {
  const auto open = [&]() -> RawConnection& {
    if (held.size() >= 200) held.erase(held.begin(), held.begin() + 100);
    return held.emplace_back(static_cast<uint16_t>(port));
  };
  const std::string head = "POST /v1/check HTTP/1.1\r\nHost: localhost\r\n";
  switch (random() % 9) {
    case 0:  // says nothing
      open();
      break;
    case 1:  // never ends its head
      open().Send("GET /v1/rules HTTP/1.1\r\nA: ");
      break;
    case 2:  // never ends its body
      open().Send(head + "Content-Length: 5000\r\n\r\n{\"text\": \"");
      break;
    case 3:  // sends what is no HTTP
      open().Send(Noise(random, 500));
      break;
    case 4:  // says that it is huge
      open().Send(head + "Content-Length: 999999999\r\n\r\n");
      break;
    case 5: {  // is huge
      RawConnection huge(static_cast<uint16_t>(port));
      huge.Send(head + "Transfer-Encoding: chunked\r\n\r\n");
      for (int i = 0; i < 100 && huge.Send("10000\r\n" + Noise(random, 0x10000) + "\r\n");
           ++i) {
      }
      break;
    }
    case 6:  // goes away before the answer
      RawConnection(static_cast<uint16_t>(port))
          .Send(head + "Content-Length: 12\r\n\r\n{\"text\": \"a\"}");
      break;
    case 7:  // sends noise as a record
      open().Send(head + "Content-Length: 300\r\n\r\n" + Noise(random, 300));
      break;
    default:  // a batch that breaks off
      open().Send(
          "POST /v1/batch HTTP/1.1\r\nContent-Length: 900\r\n\r\n{\"text\": \"You "
          "must.\"}\n{");
  }
}

size_t MemoryOf(const std::string& pid) {  // KB
  std::ifstream status("/proc/" + pid + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmRSS:")) return std::strtoul(line.c_str() + 6, nullptr, 10);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: soak PORT PID SECONDS\n", stderr);
    return 2;
  }
  const int port = std::atoi(argv[1]);
  const auto first =
      httplib::Client("127.0.0.1", port).Post("/v1/check", kRecord, "application/json");
  if (!first || first->status != 200) return 2;
  Counts counts;
  std::atomic<bool> stop = false;
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&] { Ask(port, first->body, stop, counts); });
  }
  threads.emplace_back([&] {
    std::mt19937 random(1);
    std::vector<RawConnection> held;
    while (!stop) {
      Disturb(port, random, held);
      ++counts.bad;
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  });
  const auto report = [&](int second) {
    std::printf(
        "%4d s  good %zu  refused %zu  wrong %zu  bad clients %zu  memory %zu KB\n",
        second, counts.good.load(), counts.refused.load(), counts.wrong.load(),
        counts.bad.load(), MemoryOf(argv[2]));
    std::fflush(stdout);
  };
  const int seconds = std::atoi(argv[3]);
  const int step = std::max(1, seconds / 20);
  for (int second = 0; second < seconds; second += step) {
    std::this_thread::sleep_for(std::chrono::seconds(step));
    report(second + step);
  }
  stop = true;
  for (std::thread& thread : threads) thread.join();
  return counts.wrong == 0 && counts.good > 0 ? 0 : 1;
}

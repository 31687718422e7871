#include "tools/serve/request_scanner.h"

#include <string>

#include <gtest/gtest.h>

namespace amends::serve {
namespace {

using State = RequestScanner::State;

constexpr size_t kHead = 100;
constexpr size_t kBody = 20;

struct RequestScannerRow {
  std::string bytes;
  State state;
  size_t size = 0;  // of a whole request
};

const RequestScannerRow kRows[] = {
    {"", State::kHead},
    {"GET / HTTP/1.1\r\n", State::kHead},
    {"GET / HTTP/1.1\r\n\r\n", State::kWhole, 18},
    {"GET / HTTP/1.1\r\nHost: a\r\n\r\n", State::kWhole, 27},
    {"GET / HTTP/1.1\r\n\r\nGET / HT", State::kWhole, 18},
    {"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nab", State::kBody},
    {"POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc", State::kWhole, 41},
    {"POST / HTTP/1.1\r\nCONTENT-length:3\r\n\r\nabcd", State::kWhole, 40},
    {"POST / HTTP/1.1\r\nContent-Length: 21\r\n\r\n", State::kBodyTooLong},
    {"POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n", State::kBad},
    {"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", State::kBad},
    {"POST / HTTP/1.1\r\nContent-Length: 3x\r\n\r\n", State::kBad},
    {"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabc", State::kBad},
    {"POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc",
     State::kWhole, 60},
    {"POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
     State::kBad},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", State::kBad},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", State::kBody},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n",
     State::kBody},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\nx",
     State::kWhole, 60},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: Chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\nA: "
     "b\r\n\r\n",
     State::kWhole, 70},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n15\r\n", State::kBodyTooLong},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\na\r\n0123456789\r\nb\r\n",
     State::kBodyTooLong},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n",
     State::kBodyTooLong},
    {"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", State::kBad},
    {"nonsense\r\n\r\n", State::kBad},
    {" / HTTP/1.1\r\n\r\n", State::kBad},
    {"GET / SMTP\r\n\r\n", State::kBad},
    {"GET / HTTP/2\r\n\r\n", State::kBad},
    {"GET / HTTP/1.1\r\nno colon\r\n\r\n", State::kBad},
    {std::string(kHead + 1, 'x'), State::kHeadTooLong},
    {"GET / HTTP/1.1\r\nA: " + std::string(kHead, 'x') + "\r\n\r\n", State::kHeadTooLong},
    {std::string("\0\xFF\r\n\r\n", 6), State::kBad},
};

TEST(RequestScanner, TellsWhereARequestEnds) {
  for (const RequestScannerRow& row : kRows) {
    RequestScanner scanner(kHead, kBody);
    EXPECT_EQ(scanner.Scan(row.bytes), row.state) << row.bytes;
    if (row.state == State::kWhole) {
      EXPECT_EQ(scanner.size(), row.size) << row.bytes;
    }
  }
}

TEST(RequestScanner, TellsTheSameHoweverItComes) {
  for (const RequestScannerRow& row : kRows) {
    for (size_t step = 1; step < 5; ++step) {
      RequestScanner scanner(kHead, kBody);
      for (size_t size = 0; size < row.bytes.size(); size += step) {
        scanner.Scan(std::string_view(row.bytes).substr(0, size));
      }
      EXPECT_EQ(scanner.Scan(row.bytes), row.state) << step << " " << row.bytes;
      if (row.state == State::kWhole) {
        EXPECT_EQ(scanner.size(), row.size) << row.bytes;
      }
    }
  }
}

TEST(RequestScanner, ReadsTheHead) {
  RequestScanner scanner(kHead, kBody);
  scanner.Scan(
      "PUT /a/b?text=c HTTP/1.1\r\nExpect: 100-Continue\r\nContent-Length: 9\r\n\r\n");
  EXPECT_EQ(scanner.head().method, "PUT");
  EXPECT_EQ(scanner.head().path, "/a/b");
  EXPECT_TRUE(scanner.head().expects_continue);
  EXPECT_EQ(scanner.head().length, 9u);
}

}  // namespace
}  // namespace amends::serve

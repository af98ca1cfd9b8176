// SPDX-License-Identifier: Apache-2.0
#include "web/http/request_reader.hpp"

#include <gtest/gtest.h>

#include <string>

#include "web/http/refused_requests_test.hpp"

namespace smm::web::http::testing {
namespace {

using State = RequestReader::State;

// Gives the reader so many bytes at a time; returns how many it took in all.
std::size_t feed_all(RequestReader& reader, std::string_view bytes, std::size_t step, const Limits& limits) {
  std::size_t taken = 0;
  bool limited = false;
  while (!bytes.empty() && reader.state() != State::complete && reader.state() != State::refused) {
    std::string_view some = bytes.substr(0, step);
    const std::size_t used = reader.feed(some);
    bytes.remove_prefix(used);
    taken += used;
    if (!limited && reader.state() == State::body) {
      reader.limit_body(limits.body);
      limited = true;
    }
  }
  return taken;
}

int status_of(const RequestReader& reader) {
  if (reader.state() == State::complete) return 200;
  return reader.state() == State::refused ? reader.refusal().status : 0;
}

TEST(RequestReader, EndsAsTheTableSaysHoweverTheBytesAreCut) {
  const Limits limits;
  for (const RequestCase& one : request_cases()) {
    for (const std::size_t step : {std::size_t{1}, std::size_t{2}, std::size_t{7}, one.bytes.size()}) {
      RequestReader reader(limits);
      feed_all(reader, one.bytes, step, limits);
      EXPECT_EQ(status_of(reader), one.status) << one.name << ", " << step << " at a time";
    }
  }
}

TEST(RequestReader, LeavesTheNextRequestToTheCaller) {
  const Limits limits;
  const std::string first =
      "POST /x HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n";
  for (const std::size_t step : {std::size_t{1}, std::size_t{1000}}) {
    RequestReader reader(limits);
    EXPECT_EQ(feed_all(reader, first + "GET /y HTTP/1.1\r\n", step, limits), first.size());
    ASSERT_EQ(reader.state(), State::complete);
    EXPECT_EQ(reader.request().body, "ab");
  }
}

TEST(RequestReader, GivesTheDecodedRequest) {
  const Limits limits;
  RequestReader reader(limits);
  EXPECT_FALSE(reader.started());
  reader.feed("GET /a%20b/%C3%A9?x=1+2&y=%26&x=&z HTTP/1.1\r\nHost: a:80\r\nAccept:  text/html \r\n\r\n");
  ASSERT_EQ(reader.state(), State::complete);
  const Request& request = reader.request();
  EXPECT_EQ(request.path, "/a b/\xC3\xA9");
  EXPECT_EQ(request.target, "/a%20b/%C3%A9?x=1+2&y=%26&x=&z");
  EXPECT_EQ(request.query.value("x"), "1 2");
  EXPECT_EQ(request.query.value("y"), "&");
  EXPECT_EQ(request.query.values("x").size(), 2U);
  EXPECT_NE(request.query.find("z"), nullptr);
  EXPECT_EQ(request.host, "a:80");
  EXPECT_EQ(request.headers.value("accept"), "text/html");
  EXPECT_TRUE(reader.framing().keep_alive);
}

TEST(RequestReader, TakesExactlyWhatTheLimitsAllow) {
  Limits limits;
  limits.request_line = 40;
  limits.head = 100;
  limits.fields = 3;
  limits.body = 5;
  const auto status = [&limits](const std::string& bytes) {
    RequestReader reader(limits);
    feed_all(reader, bytes, 1000, limits);
    return status_of(reader);
  };
  const auto line = [](std::size_t size) { return "GET /" + std::string(size - 14, 'a') + " HTTP/1.1\r\n"; };
  EXPECT_EQ(status(line(40) + "Host: a\r\n\r\n"), 200);
  EXPECT_EQ(status(line(41) + "Host: a\r\n\r\n"), 414);
  EXPECT_EQ(status(line(20) + "Host: a\r\nX: " + std::string(100 - 38, 'x') + "\r\n\r\n"), 200);
  EXPECT_EQ(status(line(20) + "Host: a\r\nX: " + std::string(101 - 38, 'x') + "\r\n\r\n"), 431);
  EXPECT_EQ(status(line(20) + "Host: a\r\nX:\r\nY:\r\n\r\n"), 200);
  EXPECT_EQ(status(line(20) + "Host: a\r\nX:\r\nY:\r\nZ:\r\n\r\n"), 431);
  const std::string post = "POST / HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(status(post + "Content-Length: 5\r\n\r\n12345"), 200);
  EXPECT_EQ(status(post + "Content-Length: 6\r\n\r\n"), 413);
  EXPECT_EQ(status(post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"), 200);
  EXPECT_EQ(status(post + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n3\r\n"), 413);
}

TEST(RequestReader, ReadsWhetherTheConnectionIsKept) {
  const Limits limits;
  const auto kept = [&limits](const std::string& bytes) {
    RequestReader reader(limits);
    reader.feed(bytes);
    EXPECT_EQ(reader.state(), State::complete);
    return reader.framing().keep_alive;
  };
  EXPECT_TRUE(kept("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
  EXPECT_FALSE(kept("GET / HTTP/1.1\r\nHost: a\r\nConnection: x, Close\r\n\r\n"));
  EXPECT_FALSE(kept("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

}  // namespace
}  // namespace smm::web::http::testing

// SPDX-License-Identifier: Apache-2.0
#include "load/load.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <stdexcept>
#include <thread>

#include "web/http/server.hpp"

namespace smm::load {
namespace {

namespace http = web::http;

// A server with the routes of one test.
class LoadedServer {
 public:
  explicit LoadedServer(http::Limits limits = {}) : limits_(limits) {}

  http::Router& router() { return router_; }
  std::uint16_t port() {
    if (!server_) {
      server_.emplace(http::ServerSettings{*http::parse_listen_address("127.0.0.1:0"), limits_, {}}, router_);
      server_->start();
    }
    return server_->port();
  }

 private:
  http::Limits limits_;
  http::Router router_;
  std::optional<http::Server> server_;
};

Script asking(const std::string& path) {
  return {[request = "GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n"](std::size_t, std::string& wanted) {
    wanted += request;
  }};
}

TEST(Answer, IsReadWhenItIsWhole) {
  const std::string whole = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nETag:\"x\"\r\nEmpty:\r\n\r\nabHTTP";
  Answer answer;
  for (std::size_t size = 0; size < whole.size() - 4; ++size)
    EXPECT_EQ(read_answer(std::string_view(whole).substr(0, size), answer), 0U) << size;
  EXPECT_EQ(read_answer(whole, answer), whole.size() - 4);
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.body, "ab");
  EXPECT_EQ(answer.field("etag"), "\"x\"");
  EXPECT_EQ(answer.field("Empty"), "");
  EXPECT_EQ(answer.field("Tag"), "");
  EXPECT_EQ(read_answer("HTTP/1.1 204 No Content\r\n\r\n", answer), 27U);
  EXPECT_THROW(read_answer("HTTP/1.1 200 OK\r\n\r\n", answer), std::runtime_error);
  EXPECT_THROW(read_answer("HTTP/1.1 2x0 OK\r\nContent-Length: 0\r\n\r\n", answer), std::runtime_error);
  EXPECT_THROW(read_answer("SMTP 220 hello hello\r\n\r\n", answer), std::runtime_error);
}

TEST(Report, PercentilesAreOfTheNearestRank) {
  Report report;
  EXPECT_EQ(report.percentile(50).count(), 0);
  for (int n = 1; n <= 200; ++n) report.latencies.emplace_back(n);
  report.seconds = 2;
  EXPECT_EQ(report.percentile(50).count(), 100);
  EXPECT_EQ(report.percentile(99).count(), 198);
  EXPECT_EQ(report.percentile(99.6).count(), 200);
  EXPECT_EQ(report.percentile(0).count(), 1);
  EXPECT_EQ(report.percentile(100).count(), 200);
  EXPECT_EQ(report.rate(), 100);
}

TEST(Load, WhatWasHeardIsThereWhenTheNextIsAsked) {
  LoadedServer server;
  server.router().add(http::Method::post, "/next", [](const http::Request& request) {
    return http::text_response(200, std::to_string(std::stoi(request.body) + 1));
  });
  std::vector<int> versions(7, 0);
  std::size_t heard = 0;
  const Script script{[&](std::size_t person, std::string& request) {
                        const std::string body = std::to_string(versions[person]);
                        request += "POST /next HTTP/1.1\r\nHost: a\r\nContent-Length: " +
                                   std::to_string(body.size()) + "\r\n\r\n" + body;
                      },
                      [&](std::size_t person, const Answer& answer) {
                        EXPECT_EQ(answer.body, std::to_string(++versions[person]));
                        ++heard;
                      }};
  const Report report = closed_loop(server.port(), script,
                                    {.persons = 7, .warm_up = milliseconds(50), .time = milliseconds(1000)});
  EXPECT_GT(report.with_status_from(200, 299), 100U);
  EXPECT_EQ(report.with_status_from(200, 299), report.latencies.size());
  EXPECT_GT(heard, report.latencies.size());  // with those of the warm-up
  EXPECT_EQ(report.broken + report.unanswered, 0U);
  for (const int version : versions) EXPECT_GT(version, 5);
}

TEST(Load, ErrorsAreCountedByStatus) {
  LoadedServer server;
  const Report report = closed_loop(server.port(), asking("/nowhere"),
                                    {.persons = 3, .warm_up = {}, .time = milliseconds(1000)});
  EXPECT_GT(report.with_status_from(404, 404), 10U);
  EXPECT_EQ(report.with_status_from(200, 399), 0U);
  EXPECT_NE(text_of(report).find("404: "), std::string::npos);
}

TEST(Load, AnOpenLoopKeepsItsRate) {
  LoadedServer server;
  server.router().add(http::Method::get, "/",
                      [](const http::Request&) { return http::text_response(200, ""); });
  const Report report =
      open_loop(server.port(), asking("/"),
                {.persons = 10, .rate = 500, .warm_up = milliseconds(100), .time = milliseconds(600)});
  EXPECT_NEAR(static_cast<double>(report.latencies.size()), 300, 1);
  EXPECT_NEAR(report.rate(), 500, 2);
}

TEST(Load, SeveralServersAreAskedAlike) {
  LoadedServer servers[2];
  std::atomic<int> asked[2] = {0, 0};
  for (int at = 0; at < 2; ++at)
    servers[at].router().add(http::Method::get, "/", [&asked, at](const http::Request&) {
      ++asked[at];
      return http::text_response(200, "");
    });
  const std::uint16_t ports[] = {servers[0].port(), servers[1].port()};
  const Report report =
      open_loop(ports, asking("/"), {.persons = 10, .rate = 500, .warm_up = {}, .time = milliseconds(400)});
  EXPECT_EQ(report.with_status_from(200, 200), 200U);
  EXPECT_NEAR(asked[0], asked[1], 20);
}

// One stall of half a second: who only measured what was sent would see one slow answer of 250.
TEST(Load, AStallIsSeenByEveryRequestThatWasToBegin) {
  LoadedServer server;
  std::atomic<int> asked = 0;
  server.router().add(http::Method::get, "/", [&](const http::Request&) {
    if (++asked == 50) std::this_thread::sleep_for(milliseconds(500));
    return http::text_response(200, "");
  });
  const Report report = open_loop(server.port(), asking("/"),
                                  {.persons = 1, .rate = 250, .warm_up = {}, .time = milliseconds(1000)});
  EXPECT_NEAR(static_cast<double>(report.latencies.size()), 250, 1);
  EXPECT_GT(report.percentile(90), milliseconds(300));
  EXPECT_GT(report.percentile(70), milliseconds(100));
  EXPECT_GE(report.percentile(100), milliseconds(499));
}

TEST(Load, WhatIsNotAnsweredOrBegunInTimeIsSaid) {
  LoadedServer server;
  server.router().add(http::Method::get, "/", [](const http::Request&) {
    std::this_thread::sleep_for(milliseconds(700));
    return http::text_response(200, "");
  });
  Plan plan{.persons = 2, .rate = 100, .warm_up = {}, .time = milliseconds(200)};
  plan.patience = milliseconds(100);
  const Report report = open_loop(server.port(), asking("/"), plan);
  EXPECT_NEAR(static_cast<double>(report.unanswered), 20, 1);
  EXPECT_NE(text_of(report).find("unanswered: "), std::string::npos);
}

TEST(Load, ConnectionsThatEndAreOpenedAnew) {
  http::Limits limits;
  limits.requests_per_connection = 3;
  LoadedServer server(limits);
  server.router().add(http::Method::get, "/",
                      [](const http::Request&) { return http::text_response(200, ""); });
  const Report report =
      closed_loop(server.port(), asking("/"), {.persons = 2, .warm_up = {}, .time = milliseconds(1000)});
  EXPECT_GT(report.with_status_from(200, 200), 50U);
  EXPECT_EQ(report.broken, 0U);
}

struct NoBytes : base::ByteSource {
  std::size_t read(char*, std::size_t) override { return 0; }
};

TEST(Load, ConnectionsThatBreakAreCounted) {
  LoadedServer server;
  server.router().add(http::Method::get, "/", [](const http::Request&) {
    http::Response response;
    response.body = http::Streamed{std::make_shared<NoBytes>(), 10};
    return response;
  });
  const Report report =
      closed_loop(server.port(), asking("/"), {.persons = 2, .warm_up = {}, .time = milliseconds(1000)});
  EXPECT_GT(report.broken, 5U);
  EXPECT_TRUE(report.latencies.empty());
}

TEST(Load, ThatNobodyListensIsSaid) {
  EXPECT_THROW(closed_loop(1, asking("/"), {.persons = 1}), std::runtime_error);
}

}  // namespace
}  // namespace smm::load

// SPDX-License-Identifier: Apache-2.0
// What a client on the wire sees: refusals, keeping connections, HEAD, compression, incidents.
#include <gtest/gtest.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "web/http/loopback_test.hpp"
#include "web/http/refused_requests_test.hpp"
#include "web/http/static_files.hpp"

namespace smm::web::http::testing {
namespace {

TEST(ServerRequests, RefusalsEndTheConnectionWithoutASecondAnswer) {
  TestServer server;
  for (const RequestCase& one : request_cases()) {
    if (one.status == 200) continue;
    RawClient client(server.port());
    EXPECT_EQ(client.ask(one.bytes + get("/hello")).status, one.status) << one.name;
    EXPECT_TRUE(client.is_ended()) << one.name;
  }
  EXPECT_EQ(RawClient(server.port()).ask(get("/hello")).body, "hello");
}

TEST(ServerRequests, ARefusalSaysWhyAndRepeatsNothing) {
  TestServer server;
  const Answer answer = RawClient(server.port()).ask("GET /<b> HTTP/1.1\r\nHost: <b>\r\n\r\n");
  EXPECT_EQ(answer.body, "400 Bad Request: bad Host\n");
  EXPECT_EQ(answer.headers.value("Connection"), "close");
  EXPECT_EQ(answer.headers.value("Content-Type"), "text/plain; charset=utf-8");
}

TEST(ServerRequests, EveryAnswerIsDatedAndNamesNoServer) {
  TestServer server;
  const Answer answer = RawClient(server.port()).ask(get("/hello"));
  EXPECT_EQ(answer.status, 200);
  EXPECT_EQ(answer.headers.value("Date").size(), 29U);
  EXPECT_EQ(answer.headers.value("X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(answer.headers.value("Content-Length"), "5");
  EXPECT_EQ(answer.headers.count("Server"), 0U);
}

TEST(ServerRequests, AConnectionIsKeptAndRequestsSentAheadAreAnsweredInOrder) {
  TestServer server;
  RawClient client(server.port());
  client.send(get("/wait") + post("/echo", "one") + get("/hello") + post("/echo", "two"));
  EXPECT_EQ(client.answer().body, "waited");
  EXPECT_EQ(client.answer().body, "one");
  EXPECT_EQ(client.answer().body, "hello");
  EXPECT_EQ(client.answer().body, "two");
  EXPECT_EQ(client.ask(get("/hello", "Connection: close\r\n")).headers.value("Connection"), "close");
  EXPECT_TRUE(client.is_ended());
  EXPECT_EQ(server.counts().accepted, 1U);
}

TEST(ServerRequests, AConnectionEndsAfterItsLastRequest) {
  Limits limits;
  limits.requests_per_connection = 2;
  TestServer server(limits);
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/hello")).headers.count("Connection"), 0U);
  EXPECT_EQ(client.ask(get("/hello")).headers.value("Connection"), "close");
  EXPECT_TRUE(client.is_ended());
}

TEST(ServerRequests, AnHttp10ClientIsAnsweredAndClosed) {
  TestServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.ask("GET /hello HTTP/1.0\r\n\r\n").body, "hello");
  EXPECT_TRUE(client.is_ended());
}

TEST(ServerRequests, HeadHasTheHeadOfGetAndNoBody) {
  TestServer server;
  RawClient client(server.port());
  const Answer head = client.ask("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n", true);
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.headers.value("Content-Length"), "5");
  EXPECT_EQ(client.ask(get("/hello")).body, "hello");  // nothing of a body stood between
}

TEST(ServerRequests, ABodyIsInvitedOnlyWhenItWouldBeTaken) {
  TestServer server;
  RawClient taken(server.port());
  taken.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(taken.answer().status, 100);
  EXPECT_EQ(taken.ask("ab").body, "ab");
  RawClient refused(server.port());
  refused.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(refused.answer().status, 413);
  EXPECT_TRUE(refused.is_ended());
}

TEST(ServerRequests, BodyLimitsAreThoseOfTheRoute) {
  TestServer server;
  EXPECT_EQ(RawClient(server.port()).ask(post("/echo", std::string(1024 * 1024, 'x'))).status, 200);
  EXPECT_EQ(RawClient(server.port()).ask(post("/echo", std::string(1024 * 1024 + 1, 'x'))).status, 413);
  EXPECT_EQ(RawClient(server.port()).ask(post("/large", std::string(4'000'000, 'x'))).body.size(),
            4'000'000U);
  EXPECT_EQ(RawClient(server.port()).ask(get("/hello", "Content-Length: 1\r\n") + "x").status, 413);
}

TEST(ServerRequests, WithoutARouteThereIsAnAnswerAndNoBodyIsRead) {
  TestServer server;
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/nowhere")).status, 404);
  const Answer other = client.ask("DELETE /echo HTTP/1.1\r\nHost: a\r\n\r\n");
  EXPECT_EQ(other.status, 405);
  EXPECT_EQ(other.headers.value("Allow"), "POST, OPTIONS");
  const std::string unread = "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n";
  EXPECT_EQ(client.ask(unread + "only the beginning").status, 404);
  EXPECT_TRUE(client.is_ended());
}

TEST(ServerRequests, AnExceptionTellsTheClientAnIdAndTheLogTheRest) {
  TestServer server;
  RawClient client(server.port());
  const Answer answer = client.ask(get("/fail"));
  EXPECT_EQ(answer.status, 500);
  ASSERT_EQ(server.incidents().size(), 1U);
  const Incident incident = server.incidents().front();
  EXPECT_EQ(answer.body, "Something went wrong here. Incident " + incident.id + ".\n");
  EXPECT_EQ(incident.id.size(), 16U);
  EXPECT_EQ(incident.what, "the password is swordfish");
  EXPECT_EQ(incident.route, "/fail");
  EXPECT_EQ(client.ask(get("/hello")).status, 200);
}

TEST(ServerRequests, TheLogHasTheRouteAndNeverThePath) {
  TestServer server;
  RawClient client(server.port());
  client.ask(post("/large?name=Ada", "1234"));
  client.ask(get("/Ada"));
  client.ask("GET /Ada\r\n\r\n");
  EXPECT_TRUE(eventually([&] { return server.log().size() == 3; }));
  const auto log = server.log();
  EXPECT_EQ(log[0].route, "large");
  EXPECT_EQ(log[0].status, 200);
  EXPECT_EQ(log[0].body_bytes, 4U);
  EXPECT_EQ(log[1].route, "");
  EXPECT_EQ(log[1].status, 404);
  EXPECT_EQ(log[2].refusal, "bad request line");
}

TEST(ServerRequests, AUnixSocketServesAndItsFileGoesWithIt) {
  const std::string path = ::testing::TempDir() + "smm-http-" + std::to_string(getpid()) + ".sock";
  for (int turn = 0; turn < 2; ++turn) {
    TestServer server({}, {"unix"}, "unix:" + path);
    EXPECT_EQ(server.port(), 0);
    RawClient client(path);
    EXPECT_EQ(client.ask(get("/who", "X-Forwarded-For: 192.0.2.7\r\n")).body, "192.0.2.7 http test proxy");
    server.stop();
    EXPECT_NE(access(path.c_str(), F_OK), 0);
  }
}

TEST(ServerRequests, OnlyATrustedProxyIsBelieved) {
  const std::string said =
      "X-Forwarded-For: 10.9.9.9, 192.0.2.7\r\nX-Forwarded-Proto: https\r\n"
      "X-Forwarded-Host: smm.example\r\n";
  TestServer trusting({}, {"127.0.0.0/8"});
  EXPECT_EQ(RawClient(trusting.port()).ask(get("/who", said)).body, "192.0.2.7 https smm.example proxy");
  EXPECT_EQ(RawClient(trusting.port()).ask(get("/who", "X-Forwarded-Host: a/b\r\n")).status, 400);
  TestServer doubting({}, {"10.0.0.0/8"});
  EXPECT_EQ(RawClient(doubting.port()).ask(get("/who", said)).body, "127.0.0.1 http test");
}

TEST(ServerRequests, StaticFilesAreCompressedAndNotSentTwice) {
  static const std::string style(5000, 'a');
  Router router;
  add_static_file(router, {"/site.css", style, "text/css; charset=utf-8", Caching::forever});
  Server server({*parse_listen_address("127.0.0.1:0")}, router);
  server.start();
  RawClient client(server.port());
  const Answer whole = client.ask(get("/site.css"));
  EXPECT_EQ(whole.body, style);
  const Answer packed = client.ask(get("/site.css", "Accept-Encoding: gzip\r\n"));
  EXPECT_EQ(packed.headers.value("Content-Encoding"), "gzip");
  EXPECT_LT(packed.body.size(), 100U);
  const std::string tag(packed.headers.value("ETag"));
  const Answer known =
      client.ask(get("/site.css", "Accept-Encoding: gzip\r\nIf-None-Match: " + tag + "\r\n"));
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.headers.count("Content-Length"), 0U);
  EXPECT_EQ(client.ask(get("/site.css")).body, style);
}

}  // namespace
}  // namespace smm::web::http::testing

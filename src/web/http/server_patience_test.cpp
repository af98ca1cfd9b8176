// SPDX-License-Identifier: Apache-2.0
// Slow and greedy clients: each phase ends in time, and others are served meanwhile.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "web/http/loopback_test.hpp"

namespace smm::web::http::testing {
namespace {

using Clock = std::chrono::steady_clock;

milliseconds since(Clock::time_point begin) {
  return std::chrono::duration_cast<milliseconds>(Clock::now() - begin);
}

// Sends byte by byte until the server has had enough; the answer it gave.
Answer drip(RawClient& client, std::string_view bytes) {
  for (const char byte : bytes) {
    if (!client.stays_silent(milliseconds(20))) break;
    if (!client.send({&byte, 1})) break;
  }
  return client.answer();
}

TEST(ServerPatience, AHeadThatDripsEndsIn408) {
  TestServer server(impatient());
  RawClient client(server.port());
  const auto begin = Clock::now();
  EXPECT_EQ(drip(client, get("/hello", "X: " + std::string(500, 'x') + "\r\n")).status, 408);
  EXPECT_GE(since(begin), milliseconds(150));
  EXPECT_LT(since(begin), milliseconds(1500));
  EXPECT_TRUE(client.is_ended());
}

TEST(ServerPatience, ABodyThatDripsEndsIn408) {
  TestServer server(impatient());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
  EXPECT_EQ(drip(client, std::string(1000, 'x')).status, 408);
  EXPECT_TRUE(client.is_ended());
}

TEST(ServerPatience, ABodyThatComesAtTheSlowestRateIsTaken) {
  Limits limits = impatient();
  limits.slowest_rate = 100;
  TestServer server(limits);
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n");
  for (int piece = 0; piece < 10; ++piece) {
    client.send(std::string(100, 'x'));
    std::this_thread::sleep_for(milliseconds(40));
  }
  EXPECT_EQ(client.answer().status, 200);
}

TEST(ServerPatience, SilentConnectionsAreEndedWithoutAnAnswer) {
  TestServer server(impatient());
  RawClient never(server.port());
  RawClient once(server.port());
  EXPECT_EQ(once.ask(get("/hello")).status, 200);
  EXPECT_TRUE(never.is_ended());
  EXPECT_TRUE(once.is_ended());
}

TEST(ServerPatience, AReaderThatStopsIsCutOff) {
  TestServer server(impatient());
  RawClient client(server.port(), 4096);
  client.send(get("/long"));
  EXPECT_TRUE(eventually([&] { return server.counts().connections == 1; }));
  EXPECT_TRUE(eventually([&] { return server.counts().connections == 0; }));
  EXPECT_LT(client.answer().body.size(), 24'000'000U);
}

TEST(ServerPatience, AHandlerIsNotHurriedByTheConnection) {
  Limits limits = impatient();
  limits.idle_time = limits.write_time = milliseconds(50);
  TestServer server(limits);
  EXPECT_EQ(RawClient(server.port()).ask(get("/wait")).body, "waited");
}

TEST(ServerPatience, TwoHundredIdleConnectionsHinderNobody) {
  TestServer server;
  std::vector<std::unique_ptr<RawClient>> idle;
  for (int count = 0; count < 200; ++count) idle.push_back(std::make_unique<RawClient>(server.port()));
  for (std::size_t at = 0; at < idle.size(); at += 2) idle[at]->send("GET /hello HTTP/1.1\r\nHo");
  RawClient busy(server.port());
  const auto begin = Clock::now();
  for (int count = 0; count < 100; ++count) ASSERT_EQ(busy.ask(get("/hello")).status, 200);
  EXPECT_LT(since(begin), milliseconds(2000));
  EXPECT_EQ(idle[0]->ask("st: a\r\n\r\n").body, "hello");
  EXPECT_EQ(server.counts().connections, 201U);
}

TEST(ServerPatience, ConnectionsAboveTheLimitAreTurnedAway) {
  Limits limits;
  limits.connections = 3;
  TestServer server(limits);
  std::vector<std::unique_ptr<RawClient>> open;
  for (int count = 0; count < 3; ++count) {
    open.push_back(std::make_unique<RawClient>(server.port()));
    EXPECT_EQ(open.back()->ask(get("/hello")).status, 200);
  }
  const Answer answer = RawClient(server.port()).ask(get("/hello"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.headers.value("Retry-After"), "1");
  open.pop_back();
  EXPECT_TRUE(eventually([&] { return server.counts().connections == 2; }));
  EXPECT_EQ(RawClient(server.port()).ask(get("/hello")).status, 200);
}

TEST(ServerPatience, AFullQueueIsAnsweredAtOnce) {
  Limits limits;
  limits.workers = 1;
  limits.queue = 1;
  TestServer server(limits);
  RawClient running(server.port());
  running.send(get("/gate"));
  EXPECT_TRUE(eventually([&] {
    RawClient probe(server.port());  // takes the one place in the queue once the worker is busy
    probe.send(get("/hello"));
    return probe.stays_silent(milliseconds(30));
  }));
  RawClient waiting(server.port());
  waiting.send(get("/hello"));
  RawClient third(server.port());
  const auto begin = Clock::now();
  const Answer answer = third.ask(get("/hello"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.headers.value("Retry-After"), "1");
  EXPECT_LT(since(begin), milliseconds(500));
  server.open_gate();
  EXPECT_EQ(running.answer().body, "gate");
  EXPECT_TRUE(eventually([&] { return third.ask(get("/hello")).status == 200; }));  // the connection stayed
  EXPECT_GE(server.counts().overloaded, 1U);
}

TEST(ServerPatience, ARequestThatWaitedTooLongIsNotBegun) {
  Limits limits;
  limits.workers = 1;
  limits.request_time = milliseconds(100);
  TestServer server(limits);
  RawClient first(server.port());
  first.send(get("/gate"));
  EXPECT_TRUE(first.stays_silent(milliseconds(50)));
  RawClient second(server.port());
  second.send(get("/hello"));
  EXPECT_TRUE(second.stays_silent(milliseconds(250)));
  server.open_gate();
  EXPECT_EQ(first.answer().status, 200);  // what has begun is not cut short
  EXPECT_EQ(second.answer().status, 503);
}

TEST(ServerPatience, BodiesTogetherAreLimited) {
  Limits limits;
  limits.bodies_held = 3'000'000;
  TestServer server(limits);
  RawClient first(server.port());
  first.send("POST /large HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n" +
             std::string(1'999'999, 'x'));
  EXPECT_TRUE(eventually([&] { return server.counts().body_bytes == 1'999'999; }));
  const std::string another = post("/large", std::string(2'000'000, 'x'));
  EXPECT_EQ(RawClient(server.port()).ask(another).status, 503);
  EXPECT_EQ(first.ask("x").body.size(), 2'000'000U);
  EXPECT_TRUE(eventually([&] { return server.counts().body_bytes == 0; }));
  EXPECT_EQ(RawClient(server.port()).ask(another).status, 200);
}

}  // namespace
}  // namespace smm::web::http::testing

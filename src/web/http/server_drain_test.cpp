// SPDX-License-Identifier: Apache-2.0
// How a server starts and stops.
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <thread>

#include "base/environment_error.hpp"
#include "web/http/loopback_test.hpp"

namespace smm::web::http::testing {
namespace {

// The client of a test does not close its end, and is waited for.
Limits impatient_to_close() {
  Limits limits;
  limits.linger_time = milliseconds(100);
  return limits;
}

TEST(ServerDrain, WhatIsInFlightIsAnsweredAndNothingNewIsTaken) {
  TestServer server(impatient_to_close());
  RawClient idle(server.port());
  RawClient busy(server.port());
  EXPECT_EQ(idle.ask(get("/hello")).status, 200);
  busy.send(get("/gate"));
  EXPECT_TRUE(busy.stays_silent(milliseconds(50)));
  std::thread stopping([&] { server.stop(); });
  EXPECT_TRUE(idle.is_ended());
  EXPECT_ANY_THROW(RawClient(server.port()));
  server.open_gate();
  const Answer answer = busy.answer();
  EXPECT_EQ(answer.body, "gate");
  EXPECT_EQ(answer.headers.value("Connection"), "close");
  EXPECT_TRUE(busy.is_ended());
  stopping.join();
  EXPECT_EQ(server.counts().connections, 0U);
}

TEST(ServerDrain, ARequestThatIsHalfThereMayBeFinished) {
  TestServer server(impatient_to_close());
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
  EXPECT_TRUE(eventually([&] { return server.counts().connections == 1; }));
  EXPECT_TRUE(client.stays_silent(milliseconds(50)));
  std::thread stopping([&] { server.stop(); });
  EXPECT_TRUE(client.stays_silent(milliseconds(50)));
  EXPECT_EQ(client.ask("cd").body, "abcd");
  stopping.join();
}

TEST(ServerDrain, GraceEnds) {
  Limits limits;
  limits.grace_time = milliseconds(100);
  TestServer server(limits);
  RawClient client(server.port());
  client.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nab");
  EXPECT_TRUE(eventually([&] { return server.counts().connections == 1; }));
  EXPECT_TRUE(client.stays_silent(milliseconds(50)));
  const auto begin = std::chrono::steady_clock::now();
  server.stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, milliseconds(1000));
  EXPECT_TRUE(client.is_ended());
}

TEST(ServerDrain, StoppingTwiceOrUnstartedIsHarmless) {
  const Router router;
  Server unstarted({*parse_listen_address("127.0.0.1:0")}, router);
  unstarted.stop();
  TestServer server;
  server.stop();
  server.stop();
}

TEST(ServerDrain, APortThatIsTakenIsSaid) {
  const TestServer first;
  try {
    const TestServer second({}, {}, "127.0.0.1:" + std::to_string(first.port()));
    FAIL() << "two servers on one port";
  } catch (const base::EnvironmentError& error) {
    EXPECT_NE(std::string(error.what()).find("Address already in use"), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace smm::web::http::testing

// SPDX-License-Identifier: Apache-2.0
// Answers that a handler gives later, from a thread of its own.
#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "web/http/loopback_test.hpp"

namespace smm::web::http::testing {
namespace {

// Keeps what POST /later hands over, until a test answers it; the route /drop forgets it.
class Desk {
 public:
  explicit Desk(Router& router) {
    router.add(Method::post, "/later",
               [this](const Request& request, Respond respond) {
                 const std::lock_guard lock(mutex_);
                 waiting_.push_back({&request, std::move(respond)});
               },
               {.name = "later"});
    router.add(Method::get, "/drop", [](const Request&, const Respond&) {});
    router.add(Method::get, "/throw",
               [](const Request&, const Respond&) { throw std::runtime_error("no such thing"); });
    router.add(Method::get, "/soon", [](const Request&, const Respond& respond) {
      respond(text_response(200, "first"));
      respond(text_response(200, "second"));
      throw std::runtime_error("and a third");
    });
  }

  struct Waiting {
    const Request* request;
    Respond respond;
  };

  std::size_t size() {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
  }

  // Once so many are there.
  std::vector<Waiting> take(std::size_t count) {
    EXPECT_TRUE(eventually([&] { return size() == count; }));
    const std::lock_guard lock(mutex_);
    return std::move(waiting_);
  }

  void answer_all(std::size_t count) {
    for (const Waiting& one : take(count)) one.respond(text_response(200, "later " + one.request->body));
  }

 private:
  std::mutex mutex_;
  std::vector<Waiting> waiting_;
};

struct LaterServer {
  explicit LaterServer(Limits limits = {}) : server(limits), desk(server.router()) {}

  RawClient client() { return RawClient(server.port()); }

  TestServer server;
  Desk desk;
};

Limits two_workers() {
  Limits limits;
  limits.workers = 2;
  limits.queue = 400;
  limits.linger_time = milliseconds(100);
  return limits;
}

TEST(LaterAnswers, ManyMayBeOutstandingAndNoneHoldsAWorker) {
  LaterServer later(two_workers());
  std::vector<std::unique_ptr<RawClient>> clients;
  for (int n = 0; n < 300; ++n) {
    clients.push_back(std::make_unique<RawClient>(later.server.port()));
    clients.back()->send(post("/later", std::to_string(n)));
  }
  const auto waiting = later.desk.take(300);
  EXPECT_EQ(later.client().ask(get("/hello")).body, "hello");
  std::thread writer([&] {
    for (const auto& one : waiting) one.respond(text_response(200, "later " + one.request->body));
  });
  for (std::size_t n = 0; n < clients.size(); ++n)
    EXPECT_EQ(clients[n]->answer().body, "later " + std::to_string(n));
  writer.join();
}

TEST(LaterAnswers, RequestsSentAheadAreAnsweredInOrder) {
  LaterServer later;
  RawClient client(later.server.port());
  client.send(post("/later", "one") + get("/hello") + post("/later", "two"));
  EXPECT_TRUE(eventually([&] { return later.desk.size() == 1; }));
  EXPECT_TRUE(client.stays_silent(milliseconds(50)));
  later.desk.answer_all(1);
  EXPECT_EQ(client.answer().body, "later one");
  EXPECT_EQ(client.answer().body, "hello");
  later.desk.answer_all(1);
  EXPECT_EQ(client.answer().body, "later two");
}

TEST(LaterAnswers, TheResponseIsMadeOnAWorker) {
  LaterServer later;
  RawClient client(later.server.port());
  client.send(post("/later", "a"));
  const auto waiting = later.desk.take(1);
  std::thread::id maker;
  waiting.front().respond.with([&maker] {
    maker = std::this_thread::get_id();
    return text_response(200, "made");
  });
  EXPECT_EQ(client.answer().body, "made");
  EXPECT_NE(maker, std::this_thread::get_id());
}

TEST(LaterAnswers, FailuresAreIncidents) {
  LaterServer later;
  RawClient client(later.server.port());
  EXPECT_EQ(client.ask(get("/drop")).status, 500);
  EXPECT_EQ(client.ask(get("/throw")).status, 500);
  client.send(post("/later", "a"));
  later.desk.take(1).front().respond.fail(std::make_exception_ptr(std::runtime_error("the disk failed")));
  EXPECT_EQ(client.answer().status, 500);
  client.send(post("/later", "b"));
  later.desk.take(1).front().respond.with([]() -> Response { throw std::runtime_error("no template"); });
  EXPECT_EQ(client.answer().status, 500);
  std::vector<std::string> told;
  for (const Incident& incident : later.server.incidents()) told.push_back(incident.what);
  EXPECT_EQ(told, (std::vector<std::string>{"a handler dropped its request unanswered", "no such thing",
                                            "the disk failed", "no template"}));
}

TEST(LaterAnswers, TheFirstAnswerCounts) {
  LaterServer later;
  RawClient client(later.server.port());
  EXPECT_EQ(client.ask(get("/soon")).body, "first");
  EXPECT_EQ(client.ask(get("/hello")).body, "hello");
  EXPECT_TRUE(later.server.incidents().empty());
}

TEST(LaterAnswers, AfterTheDeadlineTheClientIsToldAndTheAnswerIgnored) {
  Limits limits;
  limits.request_time = milliseconds(150);
  LaterServer later(limits);
  RawClient client(later.server.port());
  const Answer answer = client.ask(post("/later", "a"));
  EXPECT_EQ(answer.status, 503);
  EXPECT_EQ(answer.headers.value("Retry-After"), "1");
  EXPECT_EQ(answer.body, "503 Service Unavailable: the answer took too long\n");
  client.send(get("/gate"));
  later.desk.answer_all(1);
  EXPECT_TRUE(client.stays_silent(milliseconds(50)));  // least of all as the answer to another request
  later.server.open_gate();
  EXPECT_EQ(client.answer().body, "gate");
  EXPECT_EQ(later.server.counts().overloaded, 1U);
  EXPECT_EQ(later.server.log().front().route, "later");
}

TEST(LaterAnswers, AStopWaitsForThem) {
  LaterServer later(two_workers());
  RawClient client(later.server.port());
  client.send(post("/later", "a"));
  const auto waiting = later.desk.take(1);
  std::thread stopping([&] { later.server.stop(); });
  EXPECT_TRUE(client.stays_silent(milliseconds(100)));
  waiting.front().respond(text_response(200, "last"));
  const Answer answer = client.answer();
  EXPECT_EQ(answer.body, "last");
  EXPECT_EQ(answer.headers.value("Connection"), "close");
  stopping.join();
}

TEST(LaterAnswers, AnAnswerToAServerThatIsGoneIsIgnored) {
  Limits limits = two_workers();
  limits.grace_time = milliseconds(100);
  std::vector<Desk::Waiting> waiting;
  {
    LaterServer later(limits);
    RawClient first(later.server.port());
    RawClient second(later.server.port());
    first.send(post("/later", "a"));
    second.send(post("/later", "b"));
    waiting = later.desk.take(2);
    later.server.stop();
    EXPECT_TRUE(first.is_ended());
    waiting.front().respond(text_response(200, "stopped"));
  }
  EXPECT_EQ(waiting.back().request->method, Method::post);  // lives on
  waiting.back().respond.with([]() -> Response { throw std::logic_error("nobody asked"); });
}

TEST(LaterAnswers, AClientMayBeGone) {
  LaterServer later;
  {
    RawClient client(later.server.port());
    client.send(post("/later", "a"));
    EXPECT_TRUE(eventually([&] { return later.desk.size() == 1; }));
  }
  later.desk.answer_all(1);
  EXPECT_TRUE(eventually([&] { return later.server.counts().connections == 0; }));
  EXPECT_EQ(later.client().ask(get("/hello")).body, "hello");
}

TEST(LaterAnswers, ABusyServerRefusesThemAtOnce) {
  Limits limits;
  limits.workers = 1;
  limits.queue = 0;
  LaterServer later(limits);
  RawClient client(later.server.port());
  EXPECT_EQ(client.ask(post("/later", "a")).status, 503);
  EXPECT_EQ(later.desk.size(), 0U);
}

}  // namespace
}  // namespace smm::web::http::testing

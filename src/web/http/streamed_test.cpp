// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <stdexcept>

#include "web/http/loopback_test.hpp"

namespace smm::web::http::testing {
namespace {

// Gives so many bytes, then ends or throws.
class Letters final : public base::ByteSource {
 public:
  explicit Letters(std::size_t count, bool throws = false) : left_(count), throws_(throws) {}
  std::size_t read(char* into, std::size_t capacity) override {
    if (left_ == 0 && throws_) throw std::runtime_error("the disk is gone");
    const std::size_t count = std::min({capacity, left_, std::size_t{50'000}});
    std::memset(into, 'z', count);
    left_ -= count;
    return count;
  }

 private:
  std::size_t left_;
  bool throws_;
};

void add(TestServer& server, const char* path, std::size_t there, std::uint64_t said, bool throws) {
  server.router().add(Method::get, path, [=](const Request&) {
    Response response;
    response.body = Streamed{std::make_shared<Letters>(there, throws), said};
    return response;
  });
}

TEST(Streamed, IsSentWholeAndTheConnectionKept) {
  TestServer server;
  add(server, "/stream", 3'000'000, 3'000'000, false);
  RawClient client(server.port());
  EXPECT_EQ(client.ask(get("/stream")).body, std::string(3'000'000, 'z'));
  EXPECT_EQ(client.ask("HEAD /stream HTTP/1.1\r\nHost: a\r\n\r\n", true).headers.value("Content-Length"),
            "3000000");
  EXPECT_EQ(client.ask(get("/hello")).body, "hello");
}

TEST(Streamed, ThatFailsCutsTheConnectionOff) {
  TestServer server;
  add(server, "/short", 100'000, 200'000, false);
  add(server, "/broken", 100'000, 200'000, true);
  for (const char* path : {"/short", "/broken"}) {
    RawClient client(server.port());
    EXPECT_EQ(client.ask(get(path)).body.size(), 100'000U) << path;
    EXPECT_TRUE(client.is_ended()) << path;
  }
  ASSERT_EQ(server.incidents().size(), 2U);
  EXPECT_EQ(server.incidents()[1].what, "the disk is gone");
}

}  // namespace
}  // namespace smm::web::http::testing

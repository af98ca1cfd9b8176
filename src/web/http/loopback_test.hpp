// SPDX-License-Identifier: Apache-2.0
// A server on a port of its own, and a client that sends exactly the bytes it is told to.
#pragma once

#include <chrono>
#include <functional>
#include <latch>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "web/http/server.hpp"

namespace smm::web::http::testing {

using std::chrono::milliseconds;

struct Answer {
  int status = 0;  // 0: the connection ended without an answer
  Headers headers;
  std::string body;
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port, int receive_buffer = 0);
  explicit RawClient(const std::string& unix_path);
  ~RawClient();
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  // False when the other end is gone.
  bool send(std::string_view bytes);

  // The next answer; waits up to five seconds. `to_head`: it has no body, whatever its length says.
  Answer answer(bool to_head = false);

  // send and answer.
  Answer ask(std::string_view bytes, bool to_head = false);

  // Whether the server ends the connection within five seconds, without sending anything more.
  bool is_ended();

  // Whether nothing comes for this time and the connection stays.
  bool stays_silent(milliseconds time);

 private:
  bool receive();

  int socket_;
  std::string buffer_;
};

// Routes: GET /hello, GET /wait (150 ms), GET /gate (until opened), POST /echo, GET and POST /x, POST /large
// (4 MB), GET /fail, GET /long (24 MB of text, more than sockets hold), GET /who (client, scheme and host).
class TestServer {
 public:
  explicit TestServer(Limits limits = {}, const std::vector<std::string>& proxies = {},
                      std::string_view listen = "127.0.0.1:0");
  ~TestServer();

  std::uint16_t port() const { return server_->port(); }
  ServerCounts counts() const { return server_->counts(); }
  void stop() { server_->stop(); }
  void open_gate() { gate_.count_down(); }  // closed until then
  Router& router() { return router_; }
  std::vector<Incident> incidents();
  std::vector<Answered> log();

 private:
  void add_routes();

  Router router_;
  std::latch gate_{1};
  std::mutex mutex_;
  std::vector<Incident> incidents_;
  std::vector<Answered> log_;
  std::unique_ptr<Server> server_;
};

// "GET /path HTTP/1.1" with Host, and with more header lines ("X: y\r\n") where wanted.
std::string get(std::string_view path, std::string_view more = "");
std::string post(std::string_view path, std::string_view body, std::string_view more = "");

// Limits short enough for a test to wait for.
Limits impatient();

// Waits until it holds, at most two seconds.
bool eventually(const std::function<bool()>& condition);

}  // namespace smm::web::http::testing

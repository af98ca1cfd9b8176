// SPDX-License-Identifier: Apache-2.0
#include "web/http/loopback_test.hpp"

#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <thread>

#include "web/http/ascii.hpp"

namespace smm::web::http::testing {
namespace {

constexpr milliseconds patience{5000};

bool has_input(int socket, milliseconds time) {
  pollfd wanted{socket, POLLIN, 0};
  return poll(&wanted, 1, static_cast<int>(time.count())) > 0;
}

Answer answer_of(std::string_view head) {
  Answer answer;
  const auto lines = pieces(head, '\n');
  answer.status = std::stoi(std::string(lines.front().substr(9, 3)));
  for (std::string_view line : std::vector(lines.begin() + 1, lines.end())) {
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    const auto colon = line.find(": ");
    if (colon != std::string_view::npos)
      answer.headers.add(std::string(line.substr(0, colon)), std::string(line.substr(colon + 2)));
  }
  return answer;
}

}  // namespace

RawClient::RawClient(std::uint16_t port, int receive_buffer) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  if (receive_buffer > 0) setsockopt(socket_, SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
  sockaddr_in where{};
  where.sin_family = AF_INET;
  where.sin_port = htons(port);
  where.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&where), sizeof where) != 0)
    throw std::runtime_error("no connection to the test server");
}

RawClient::RawClient(const std::string& unix_path) : socket_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
  sockaddr_un where{};
  where.sun_family = AF_UNIX;
  std::ranges::copy(unix_path, where.sun_path);
  if (connect(socket_, reinterpret_cast<sockaddr*>(&where), sizeof where) != 0)
    throw std::runtime_error("no connection to " + unix_path);
}

RawClient::~RawClient() {
  close(socket_);
}

bool RawClient::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

bool RawClient::receive() {
  std::array<char, 65536> block{};
  if (!has_input(socket_, patience)) return false;
  const auto count = recv(socket_, block.data(), block.size(), 0);
  if (count <= 0) return false;
  buffer_.append(block.data(), static_cast<std::size_t>(count));
  return true;
}

Answer RawClient::answer(bool to_head) {
  auto end = buffer_.find("\r\n\r\n");
  for (; end == std::string::npos; end = buffer_.find("\r\n\r\n"))
    if (!receive()) return {};
  Answer answer = answer_of(std::string_view(buffer_).substr(0, end));
  buffer_.erase(0, end + 4);
  const auto length = to_head ? 0 : whole_number(answer.headers.value("Content-Length")).value_or(0);
  while (buffer_.size() < length)
    if (!receive()) break;
  answer.body = buffer_.substr(0, length);
  buffer_.erase(0, answer.body.size());
  return answer;
}

Answer RawClient::ask(std::string_view bytes, bool to_head) {
  send(bytes);
  return answer(to_head);
}

bool RawClient::is_ended() {
  char byte = 0;
  return buffer_.empty() && has_input(socket_, patience) && recv(socket_, &byte, 1, 0) <= 0;
}

bool RawClient::stays_silent(milliseconds time) {
  return buffer_.empty() && !has_input(socket_, time);
}

TestServer::TestServer(Limits limits, const std::vector<std::string>& proxies, std::string_view listen) {
  add_routes();
  ServerEvents events;
  events.failed = [this](const Incident& incident) {
    const std::lock_guard lock(mutex_);
    incidents_.push_back(incident);
  };
  events.answered = [this](const Answered& answered) {
    const std::lock_guard lock(mutex_);
    log_.push_back(answered);
  };
  server_ = std::make_unique<Server>(
      ServerSettings{*parse_listen_address(listen), limits, *parse_trusted_proxies(proxies)}, router_,
      events);
  server_->start();
}

TestServer::~TestServer() {
  if (!gate_.try_wait()) open_gate();
  stop();
}

void TestServer::add_routes() {
  router_.add(Method::get, "/hello", [](const Request&) { return text_response(200, "hello"); });
  router_.add(Method::get, "/wait", [](const Request&) {
    std::this_thread::sleep_for(milliseconds(150));
    return text_response(200, "waited");
  });
  router_.add(Method::get, "/gate", [this](const Request&) {
    gate_.wait();
    return text_response(200, "gate");
  });
  const auto echo = [](const Request& request) { return text_response(200, request.body); };
  router_.add(Method::post, "/echo", echo);
  router_.add(Method::post, "/x", echo);
  router_.add(Method::get, "/x", echo);
  router_.add(Method::post, "/large", echo, {.name = "large", .body_limit = 4'000'000});
  router_.add(Method::get, "/fail",
              [](const Request&) -> Response { throw std::runtime_error("the password is swordfish"); });
  router_.add(Method::get, "/long",
              [](const Request&) { return text_response(200, std::string(24'000'000, 'x')); });
  router_.add(Method::get, "/who", [](const Request& request) {
    return text_response(200, request.client + " " + request.scheme + " " + request.host +
                                  (request.through_proxy ? " proxy" : ""));
  });
}

std::vector<Incident> TestServer::incidents() {
  const std::lock_guard lock(mutex_);
  return incidents_;
}

std::vector<Answered> TestServer::log() {
  const std::lock_guard lock(mutex_);
  return log_;
}

std::string get(std::string_view path, std::string_view more) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: test\r\n" + std::string(more) + "\r\n";
}

std::string post(std::string_view path, std::string_view body, std::string_view more) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(more) + "\r\n" + std::string(body);
}

Limits impatient() {
  Limits limits;
  limits.header_time = limits.body_time = limits.idle_time = limits.write_time = milliseconds(250);
  limits.linger_time = milliseconds(200);
  limits.slowest_rate = 100'000'000;
  limits.workers = 2;
  return limits;
}

bool eventually(const std::function<bool()>& condition) {
  for (int turn = 0; turn < 400; ++turn) {
    if (condition()) return true;
    std::this_thread::sleep_for(milliseconds(5));
  }
  return condition();
}

}  // namespace smm::web::http::testing

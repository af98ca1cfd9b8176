// SPDX-License-Identifier: Apache-2.0
#include "web/http/connection.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <ctime>
#include <utility>

#include "base/assert.hpp"
#include "web/http/finish.hpp"
#include "web/http/listening.hpp"

namespace smm::web::http {
namespace {

constexpr std::size_t piece_size = 64 * 1024;

bool would_wait() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

// A transfer may last this long after so many bytes.
std::chrono::milliseconds allowed_time(std::chrono::milliseconds basis, std::uint64_t bytes,
                                       std::uint64_t rate) {
  return basis + std::chrono::milliseconds(bytes * 1000 / std::max<std::uint64_t>(rate, 1));
}

// A GET has no use for a body, and a default of some size would only invite one.
std::uint64_t body_limit_of(const Limits& limits, const Router::Match& match) {
  if (match.route && match.route->options.body_limit) return *match.route->options.body_limit;
  return match.route && match.route->method == Method::get ? 0 : limits.body;
}

}  // namespace

Connection::Connection(Service& service, int descriptor)
    : service_(service),
      socket_(service.loop, descriptor),
      peer_(peer_of(descriptor)),
      reader_(service.limits) {
  ++service_.connections;
}

Connection::~Connection() {
  close();
}

void Connection::enter(Phase phase, Clock::duration time) {
  phase_ = phase;
  deadline_ = Clock::now() + time;
}

void Connection::begin() {
  enter(Phase::idle, service_.limits.header_time);
  wait_for_bytes();
}

void Connection::turn_away() {
  ++service_.overloaded;
  refuse({503, "too many connections"});
}

void Connection::close() {
  if (closed()) return;
  phase_ = Phase::closed;
  release_body();
  socket_.close();
  --service_.connections;
}

// A request that came already, but was not read yet, is in flight too; and whoever connected just now is
// about to send one.
void Connection::drain() {
  constexpr std::chrono::milliseconds first_request_time{500};
  if (phase_ != Phase::idle || !unread_.empty()) return;
  char byte = 0;
  const auto count = recv(socket_.descriptor(), &byte, 1, MSG_PEEK);
  if (count > 0) return;
  if (served_ > 0 || count == 0) return close();
  deadline_ = std::min(deadline_, Clock::now() + first_request_time);
}

void Connection::check_time(Clock::time_point now) {
  if (phase_ == Phase::handling || closed() || now < deadline_) return;
  if (phase_ == Phase::head || phase_ == Phase::body)
    refuse({408, "the request took too long to come"});
  else if (phase_ == Phase::awaiting)
    give_up();
  else
    close();
}

// Reading

void Connection::wait_for_bytes() {
  socket_.when_readable([self = shared_from_this()] { self->on_readable(); });
}

void Connection::on_readable() {
  if (phase_ == Phase::lingering) return discard();
  if (!is_reading()) return;
  const auto count = recv(socket_.descriptor(), service_.scratch.data(), service_.scratch.size(), 0);
  if (count < 0 && would_wait()) return wait_for_bytes();
  if (count <= 0) return close();
  received({service_.scratch.data(), static_cast<std::size_t>(count)});
}

void Connection::received(std::string_view bytes) {
  while (!bytes.empty() && is_reading()) {
    bytes.remove_prefix(reader_.feed(bytes));
    look_at_request();
  }
  if (is_reading())
    wait_for_bytes();
  else
    unread_ = bytes;
}

void Connection::look_at_request() {
  using State = RequestReader::State;
  if (phase_ == Phase::idle) enter(Phase::head, service_.limits.header_time);
  if (!routed_ && (reader_.state() == State::body || reader_.state() == State::complete)) on_head();
  if (!is_reading()) return;
  if (reader_.state() == State::refused) return refuse(reader_.refusal());
  if (phase_ == Phase::body) on_body_bytes();
  if (is_reading() && reader_.state() == State::complete) handle();
}

void Connection::on_head() {
  routed_ = true;
  began_ = Clock::now();
  Request& request = reader_.request();
  if (const auto refused = apply_forwarding(service_.proxies, peer_, request)) return refuse(*refused);
  exchange_ = std::make_shared<Exchange>();
  exchange_->host = &service_.hosts.of(request);
  exchange_->match = exchange_->host->router.find(request);
  if (reader_.state() != RequestReader::State::body) return;
  if (!exchange_->match.route) {
    last_ = true;  // no handler wants the body: answer without it
    return handle();
  }
  reader_.limit_body(body_limit_of(service_.limits, exchange_->match));
  if (reader_.state() == RequestReader::State::refused) return;
  enter(Phase::body, service_.limits.body_time);
  if (reader_.framing().expects_continue) invite_body();
}

void Connection::on_body_bytes() {
  if (!hold_body()) {
    ++service_.overloaded;
    return refuse({503, "too many large requests"});
  }
  const Limits& limits = service_.limits;
  deadline_ = began_ + allowed_time(limits.body_time, held_, limits.slowest_rate);
}

bool Connection::hold_body() {
  const std::uint64_t more = reader_.request().body.size() - held_;
  if (service_.body_bytes + more > service_.limits.bodies_held) return false;
  service_.body_bytes += more;
  held_ += more;
  return true;
}

void Connection::release_body() {
  service_.body_bytes -= held_;
  held_ = 0;
}

// A client that cannot take 25 bytes is not worth a wait.
void Connection::invite_body() {
  constexpr std::string_view line = "HTTP/1.1 100 Continue\r\n\r\n";
  const auto count = send(socket_.descriptor(), line.data(), line.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
  if (count != static_cast<ssize_t>(line.size())) close();
}

void Connection::handle() {
  exchange_->request = std::move(reader_.request());
  exchange_->request.deadline = Clock::now() + service_.limits.request_time;
  const bool later = exchange_->match.later() != nullptr;
  phase_ = later ? Phase::awaiting : Phase::handling;
  deadline_ = exchange_->request.deadline;
  if (service_.workers->try_run(later ? awaiting() : handling())) return;
  ++service_.overloaded;
  refusal_ = "too busy";
  exchange_->response = refusal_response(service_.limits, {503, refusal_});
  answer();
}

// The job gives its hold on the connection back to the loop: sockets are closed on the I/O thread only.
WorkerPool::Job Connection::handling() {
  return [self = shared_from_this()]() mutable {
    const Service& service = self->service_;
    Exchange& exchange = *self->exchange_;
    begin_answer(service, exchange, [&](const Make& make) { make_answer(service, exchange, make); });
    EventLoop& loop = self->service_.loop;
    loop.post([self = std::move(self)] { self->answer(); });
  };
}

// Whoever answers later holds the exchange and never the connection. When the server is gone the pool still
// takes the call, and drops it.
WorkerPool::Job Connection::awaiting() {
  return [self = weak_from_this(), exchange = exchange_, &service = service_] {
    const auto pool = service.workers;
    begin_answer(service, *exchange, [self, exchange, pool, &service](Make make) {
      pool->run_next_step([self, exchange, &service, make = std::move(make)] {
        make_answer(service, *exchange, make);
        service.loop.post([self, exchange] {
          const auto waiting = self.lock();
          if (waiting && waiting->exchange_ == exchange) waiting->answer();
        });
      });
    });
  };
}

// The request is left to whoever may still be answering it.
void Connection::give_up() {
  ++service_.overloaded;
  refusal_ = "the answer took too long";
  auto given_up = std::make_shared<Exchange>();
  given_up->request.method = exchange_->request.method;
  given_up->host = exchange_->host;
  given_up->match = exchange_->match;
  given_up->response = refusal_response(service_.limits, {503, refusal_});
  exchange_ = std::move(given_up);
  answer();
}

// Writing

void Connection::refuse(const Refusal& refusal) {
  if (refusal.status != 503) ++service_.refused;
  last_ = true;
  refusal_ = refusal.reason;
  if (!exchange_) exchange_ = std::make_shared<Exchange>();
  exchange_->request.method = reader_.request().method;
  exchange_->response = refusal_response(service_.limits, refusal);
  answer();
}

bool Connection::stays_open() const {
  return !last_ && !service_.draining && reader_.framing().keep_alive &&
         served_ + 1 < service_.limits.requests_per_connection;
}

void Connection::answer() {
  if (closed()) return;
  const Response& response = exchange_->response;
  last_ = !stays_open();
  head_ = head_of(response, std::time(nullptr), last_);
  rest_ = head_;
  if (!is_bodiless(exchange_->request.method, response.status)) {
    body_ = bytes_of(response.body);
    owed_ = std::holds_alternative<Streamed>(response.body) ? length_of(response.body) : 0;
  }
  sent_ = 0;
  writing_since_ = Clock::now();
  enter(Phase::writing, service_.limits.write_time);
  write_on();
}

void Connection::write_on() {
  while (phase_ == Phase::writing) {
    if (!rest_.empty() || !body_.empty()) {
      if (!write_some()) return;
    } else if (owed_ > 0) {
      return fetch_piece();
    } else {
      return written();
    }
  }
}

// False when it has to wait, or when there is nobody to write to.
bool Connection::write_some() {
  std::array<iovec, 2> parts{
      {{const_cast<char*>(rest_.data()), rest_.size()}, {const_cast<char*>(body_.data()), body_.size()}}};
  msghdr message{};
  message.msg_iov = parts.data();
  message.msg_iovlen = parts.size();
  const auto result = sendmsg(socket_.descriptor(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (result < 0 && would_wait()) {
    const Limits& limits = service_.limits;
    deadline_ = writing_since_ + allowed_time(limits.write_time, sent_, limits.slowest_rate);
    socket_.when_writable([self = shared_from_this()] { self->write_on(); });
    return false;
  }
  if (result < 0) return close(), false;
  const auto count = static_cast<std::size_t>(result);
  sent_ += count;
  const std::size_t of_head = std::min(count, rest_.size());
  rest_.remove_prefix(of_head);
  body_.remove_prefix(count - of_head);
  return true;
}

void Connection::fetch_piece() {
  phase_ = Phase::handling;
  const auto most = static_cast<std::size_t>(std::min<std::uint64_t>(owed_, piece_size));
  service_.workers->run_next_step([self = shared_from_this(), most]() mutable {
    auto piece = next_piece(self->service_, *self->exchange_, most);
    EventLoop& loop = self->service_.loop;
    loop.post([self = std::move(self), piece = std::move(piece)]() mutable {
      if (self->closed()) return;
      if (piece.empty()) return self->close();
      self->piece_ = std::move(piece);
      self->body_ = self->piece_;
      self->owed_ -= self->piece_.size();
      self->enter(Phase::writing, self->service_.limits.write_time);
      self->write_on();
    });
  });
}

void Connection::report() const {
  const ServerEvents& events = events_of(service_, *exchange_);
  if (!events.answered) return;
  Answered answered;
  answered.method = exchange_->request.method;
  answered.route = route_name(exchange_->match);
  answered.refusal = refusal_;
  answered.status = exchange_->response.status;
  answered.body_bytes = sent_ - std::min<std::uint64_t>(sent_, head_.size());
  if (routed_) answered.time = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_);
  events.answered(answered);
}

void Connection::written() {
  ++service_.answered;
  report();
  release_body();
  exchange_.reset();
  head_.clear();
  piece_.clear();
  refusal_ = {};
  if (last_)
    linger();
  else
    next_request();
}

void Connection::next_request() {
  ++served_;
  routed_ = false;
  reader_ = RequestReader(service_.limits);
  enter(Phase::idle, service_.limits.idle_time);
  if (unread_.empty()) return wait_for_bytes();
  service_.loop.post([self = shared_from_this()] {
    const std::string bytes = std::exchange(self->unread_, {});
    if (self->is_reading()) self->received(bytes);
  });
}

// Closing at once, with bytes of the client unread, would make its system throw our answer away.
void Connection::linger() {
  shutdown(socket_.descriptor(), SHUT_WR);
  enter(Phase::lingering, service_.limits.linger_time);
  discard();
}

void Connection::discard() {
  const auto count = recv(socket_.descriptor(), service_.scratch.data(), service_.scratch.size(), 0);
  if (count > 0 || (count < 0 && would_wait())) return wait_for_bytes();
  close();
}

}  // namespace smm::web::http

// SPDX-License-Identifier: Apache-2.0
// One connection: reads requests one after the other, hands each to a worker, writes the answers in order.
//
// Requests that a client sends ahead (pipelining) wait unread until the one before is answered. A connection
// is always in one phase, and each phase but handling has its own end in time. Everything runs on the I/O
// thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "web/http/event_loop.hpp"
#include "web/http/exchange.hpp"
#include "web/http/request_reader.hpp"
#include "web/http/service.hpp"

namespace smm::web::http {

class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(Service& service, int descriptor);
  ~Connection();

  void begin();
  void turn_away();  // instead of begin: there are too many connections
  void check_time(Clock::time_point now);
  void drain();  // closes when idle; otherwise after the answer that is due
  void close();
  bool closed() const { return phase_ == Phase::closed; }

 private:
  enum class Phase { idle, head, body, handling, awaiting, writing, lingering, closed };

  void enter(Phase phase, Clock::duration time);
  void wait_for_bytes();
  void on_readable();
  void received(std::string_view bytes);
  bool is_reading() const { return phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::body; }

  void look_at_request();
  void on_head();
  void on_body_bytes();
  bool hold_body();
  void release_body();
  void invite_body();
  void handle();
  WorkerPool::Job handling();
  WorkerPool::Job awaiting();
  void give_up();

  void refuse(const Refusal& refusal);
  void answer();
  bool stays_open() const;
  void write_on();
  bool write_some();
  void fetch_piece();
  void written();
  void report() const;
  void next_request();
  void linger();
  void discard();

  Service& service_;
  Socket socket_;
  std::string peer_;
  Phase phase_ = Phase::idle;
  Clock::time_point deadline_;

  RequestReader reader_;
  std::string unread_;  // came ahead of its turn
  std::size_t served_ = 0;
  bool routed_ = false;
  bool last_ = false;  // the request's end is unknown or unwanted: close after the answer
  std::uint64_t held_ = 0;
  Clock::time_point began_;  // the request's head was whole

  std::shared_ptr<Exchange> exchange_;  // a worker's while handling, anybody's while awaiting
  std::string_view refusal_;
  std::string head_;
  std::string piece_;       // of a stream
  std::string_view rest_;   // of the head
  std::string_view body_;   // of the body's bytes at hand
  std::uint64_t owed_ = 0;  // of a stream, not yet fetched
  std::uint64_t sent_ = 0;
  Clock::time_point writing_since_;
};

}  // namespace smm::web::http

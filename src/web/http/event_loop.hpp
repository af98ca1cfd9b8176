// SPDX-License-Identifier: Apache-2.0
// One thread that waits for many sockets: all that this room needs of Boost.Asio, kept in one .cpp.
//
// Everything handed to the loop runs on the thread that called run(), one thing at a time; only post() and
// finish() may be called from other threads. What is handed over must not throw and must not wait.
#pragma once

#include <chrono>
#include <functional>
#include <memory>

namespace smm::web::http {

class EventLoop {
 public:
  using Action = std::function<void()>;

  EventLoop();
  ~EventLoop();  // actions that did not run are dropped

  void run();     // until finish()
  void finish();  // run() returns after the action that is running
  void post(Action action);
  void after(std::chrono::milliseconds time, Action action);  // one at a time: a new one replaces the last

 private:
  friend class Socket;
  struct Asio;
  std::unique_ptr<Asio> asio_;
};

// A socket that the loop watches and that is closed with this object. One waiting action of each kind.
class Socket {
 public:
  Socket(EventLoop& loop, int descriptor);  // takes it over; it is non-blocking
  ~Socket();

  int descriptor() const;  // -1 once closed
  void when_readable(EventLoop::Action action);
  void when_writable(EventLoop::Action action);
  void close();  // waiting actions are dropped

 private:
  struct Asio;
  std::unique_ptr<Asio> asio_;
};

}  // namespace smm::web::http

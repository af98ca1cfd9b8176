// SPDX-License-Identifier: Apache-2.0
// One person of a load generator: a connection, kept open and opened anew when the server ended it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace smm::load {

// The thing that epoll tells of; made and closed with its object.
class Wakeups {
 public:
  Wakeups();
  ~Wakeups();
  Wakeups(const Wakeups&) = delete;
  Wakeups& operator=(const Wakeups&) = delete;

  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

class Person {
 public:
  using Clock = std::chrono::steady_clock;

  Person(std::uint16_t port, const Wakeups& wakeups, std::size_t number);
  ~Person();
  Person(const Person&) = delete;
  Person& operator=(const Person&) = delete;

  // Where the next request is written, before send().
  std::string& request();
  void send(Clock::time_point begun);
  bool is_waiting() const { return waiting_; }
  Clock::time_point begun() const { return begun_; }

  // What came so far, after more came or could be sent. False when the server ended the connection.
  bool receive();
  void send_more();
  std::string_view received() const { return input_; }

  // The answer was that long; `closing`: the connection is not used again.
  void answered(std::size_t length, bool closing);
  void reconnect();

 private:
  void connect_anew();
  void watch(int operation, bool writable);
  void disconnect();

  std::uint16_t port_;
  int wakeups_;
  std::size_t number_;
  int socket_ = -1;
  std::string output_;
  std::size_t sent_ = 0;
  std::string input_;
  bool waiting_ = false;
  Clock::time_point begun_;
};

}  // namespace smm::load

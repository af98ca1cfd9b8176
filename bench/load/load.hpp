// SPDX-License-Identifier: Apache-2.0
// A load generator: many persons, each with a connection of its own to a server on this machine, on one
// thread, so that most of the machine is left to the server.
//
// closed_loop: each person asks again as soon as the answer is there. Shows the most a server can do.
// open_loop: requests begin at a fixed rate, whatever the server does, by whichever person is free. A
// request's latency counts from the moment it was to begin, also while everybody was busy: a server that
// stalls does not make its own stalls invisible (no coordinated omission).
//
//   Report report = open_loop(port, {.ask = save_an_answer, .hear = remember_its_version},
//                             {.persons = 200, .rate = 4000});
//   std::fputs(text_of(report).c_str(), stdout);
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "load/answer.hpp"

namespace smm::load {

using std::chrono::microseconds;
using std::chrono::milliseconds;

// What persons do. Both are called on the thread of the caller; a person has one request at a time, so what
// is heard (a cookie, a version) is there when the next is asked.
struct Script {
  // Appends one whole request: method, target, Host, Content-Length, body.
  std::function<void(std::size_t person, std::string& request)> ask;
  std::function<void(std::size_t person, const Answer& answer)> hear = {};
};

struct Plan {
  std::size_t persons = 200;
  double rate = 0;             // requests per second of all persons together; for open_loop
  milliseconds warm_up{1000};  // not counted
  milliseconds time{5000};
  milliseconds patience{10000};  // for what is still to be answered at the end
};

struct Report {
  double seconds = 0;
  std::vector<microseconds> latencies;     // of all answers that count, sorted
  std::map<int, std::uint64_t> by_status;  // of the same
  std::uint64_t broken = 0;                // connections that ended before the answer
  std::uint64_t unanswered = 0;            // when patience ended; of an open loop also never begun
  double generator_share = 0;              // of one core, taken by the generator itself

  double rate() const;                            // answers per second
  microseconds percentile(double percent) const;  // nearest rank; 0 without answers
  std::uint64_t with_status_from(int first, int last) const;
};

// Throw std::runtime_error when nobody listens on the port of 127.0.0.1, or answers what is no HTTP.
Report closed_loop(std::uint16_t port, const Script& script, const Plan& plan);
Report open_loop(std::uint16_t port, const Script& script, const Plan& plan);

// The same at several servers, to each the same number of persons, as a proxy in front would give them.
Report closed_loop(std::span<const std::uint16_t> ports, const Script& script, const Plan& plan);
Report open_loop(std::span<const std::uint16_t> ports, const Script& script, const Plan& plan);

// Some lines: rate, percentiles, errors by status.
std::string text_of(const Report& report);

}  // namespace smm::load

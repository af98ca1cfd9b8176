// SPDX-License-Identifier: Apache-2.0
// What a server tells about itself: for a log and for counters. Nothing here names a person: a route is told
// by its name or pattern, never by the path that was asked for.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "web/http/method.hpp"

namespace smm::web::http {

struct Answered {
  Method method = Method::get;
  std::string_view route;  // empty: no route was found, or the request was refused before one was looked for
  std::string_view refusal;  // why, when the server itself refused; otherwise empty
  int status = 0;
  std::uint64_t body_bytes = 0;       // of the response, as sent
  std::chrono::microseconds time{0};  // from the request's head to the last byte handed to the system
};

// A handler that threw. The client is told the id and nothing else.
struct Incident {
  std::string id;  // 16 random hexadecimal digits
  std::string_view route;
  std::string what;  // of the exception; may hold anything
};

struct ServerEvents {
  std::function<void(const Answered&)> answered;  // on the server's one I/O thread: must be quick
  std::function<void(const Incident&)> failed;    // on a worker thread, on several at once
};

struct ServerCounts {
  std::uint64_t connections = 0;  // open now
  std::uint64_t accepted = 0;     // connections since the start
  std::uint64_t answered = 0;     // requests since the start, refused ones included
  std::uint64_t refused = 0;      // by the server itself: 4xx and 501, 505
  std::uint64_t overloaded = 0;   // 503: no room in the queue, for a connection, or for a body
  std::uint64_t body_bytes = 0;   // of requests that are being read or handled now
};

}  // namespace smm::web::http

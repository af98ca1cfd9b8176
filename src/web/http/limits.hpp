// SPDX-License-Identifier: Apache-2.0
// What one client may take from this server before it is refused, and how long each phase of a request may
// last. Sizes are bytes. docs/reference/http.md lists the defaults and the statuses; a test holds it to this.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace smm::web::http {

struct Limits {
  std::size_t request_line = 8 * 1024;  // method, target and version
  std::size_t head = 16 * 1024;         // request line and header fields, up to the empty line
  std::size_t fields = 100;
  std::uint64_t body = 1024 * 1024;                  // where the route says nothing else
  std::uint64_t bodies_held = 256ULL * 1024 * 1024;  // bodies of all requests together

  std::chrono::milliseconds header_time{10'000};  // from the first byte, or from the connection's beginning
  std::chrono::milliseconds body_time{30'000};
  std::chrono::milliseconds idle_time{60'000};  // between two requests of a connection
  std::chrono::milliseconds write_time{30'000};
  std::chrono::milliseconds linger_time{2'000};    // for a refused client to read its answer
  std::chrono::milliseconds request_time{30'000};  // the deadline handlers see; queueing counts
  std::chrono::milliseconds grace_time{20'000};    // for requests in flight when the server stops

  // Added to body_time and write_time: a transfer at this rate (bytes per second) or faster never times out.
  std::uint64_t slowest_rate = 16 * 1024;

  std::size_t connections = 1024;
  std::size_t requests_per_connection = 1000;
  std::size_t workers = 8;  // threads that run handlers
  std::size_t queue = 256;  // requests that wait for a worker
  std::chrono::seconds retry_after{1};
};

}  // namespace smm::web::http

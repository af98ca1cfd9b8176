// SPDX-License-Identifier: Apache-2.0
// Both ends of a socket that pages are printed through. They hold frames against a time, so that neither end
// waits for the other for ever. Internal to adapters.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "adapters/print_frame.hpp"

namespace smm::adapters {

// A descriptor, closed when this goes.
class Socket {
 public:
  explicit Socket(int descriptor = -1) : descriptor_(descriptor) {}
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&&) = delete;
  ~Socket();

  int descriptor() const { return descriptor_; }
  bool ok() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

using SocketTime = std::chrono::steady_clock::time_point;

// Non-blocking. Not ok when nobody listens there: errno says why.
Socket connected_to(const std::string& path);

// A new socket file at the path, mode 0600; one that nobody listens on any more is replaced. Throws
// EnvironmentError.
Socket listening_at(const std::string& path);

// True when all of it was taken in time.
bool send_all(const Socket& socket, std::string_view bytes, SocketTime until);

// Empty when the reader has a whole frame, otherwise what came instead, in words.
std::string receive_frame(const Socket& socket, FrameReader& reader, SocketTime until);

}  // namespace smm::adapters

// SPDX-License-Identifier: Apache-2.0
// Where a server listens: "127.0.0.1:8080", "[::1]:8080", "localhost:8080" (which is 127.0.0.1), or
// "unix:/run/smm/http.sock". Port 0 lets the system choose. Names are not looked up.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "web/http/address.hpp"

namespace smm::web::http {

struct ListenAddress {
  Address address;
  std::uint16_t port = 0;
  std::string unix_path;  // then the two above mean nothing

  bool is_unix() const { return !unix_path.empty(); }
  bool is_loopback() const;  // or Unix: reached from this machine only
};

// Problem: bad_listen_address.
base::Result<ListenAddress> parse_listen_address(std::string_view text);

// A listening stream socket, non-blocking and closed on exec; the caller owns it. A Unix socket that nobody
// listens on any more is replaced; its file gets mode 0660. Throws EnvironmentError, with the reason.
int open_listening_socket(const ListenAddress& where);

// The port a listening socket got; 0 for a Unix socket.
std::uint16_t port_of(int socket);

// The address of the other end of a connection, or "unix".
std::string peer_of(int socket);

}  // namespace smm::web::http

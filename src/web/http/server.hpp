// SPDX-License-Identifier: Apache-2.0
// An HTTP/1.1 server for a place behind a reverse proxy or on a loopback address: no TLS, no HTTP/2. It holds
// every client to `Limits` (docs/reference/http.md), refuses what is ambiguous, and answers from a Router.
//
//   Server server({.listen = address}, router);
//   server.start();          // from here on requests are answered, on threads of the server
//   wait_for_signal();       // the caller's: this room handles no signals
//   server.stop();           // requests in flight are answered first
//
// One thread does all reading and writing; handlers run on `limits.workers` threads.
#pragma once

#include <cstdint>
#include <memory>

#include "web/http/forwarded.hpp"
#include "web/http/limits.hpp"
#include "web/http/listening.hpp"
#include "web/http/router.hpp"
#include "web/http/server_events.hpp"
#include "web/http/virtual_hosts.hpp"

namespace smm::web::http {

struct ServerSettings {
  ListenAddress listen;
  Limits limits = {};
  TrustedProxies proxies = {};
};

class Server {
 public:
  // The router outlives the server and is not changed any more.
  Server(ServerSettings settings, const Router& router, ServerEvents events = {});

  // One that answers differently under different names. The hosts outlive the server.
  Server(ServerSettings settings, const VirtualHosts& hosts);
  ~Server();  // as stop()

  // Throws EnvironmentError when the address cannot be listened on. A server is started once.
  void start();

  // The port that was asked for, or the one the system chose; 0 on a Unix socket.
  std::uint16_t port() const;

  // Takes no new connections, closes idle ones, lets requests in flight be answered within limits.grace_time,
  // then closes what is left. Returns when no thread of the server runs any more: a handler that ignores its
  // deadline is waited for. Not to be called by a handler.
  void stop();

  ServerCounts counts() const;  // from any thread

 private:
  class Running;
  std::unique_ptr<Running> running_;
};

}  // namespace smm::web::http

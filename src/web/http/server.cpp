// SPDX-License-Identifier: Apache-2.0
#include "web/http/server.hpp"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "base/assert.hpp"
#include "web/http/connection.hpp"

namespace smm::web::http {
namespace {

constexpr std::chrono::milliseconds tick_time{50};  // how exactly time-outs are kept
constexpr std::size_t accepted_at_once = 64;
constexpr std::size_t turned_away_at_once = 64;  // connections above the limit that are told so politely

void without_delay(int socket) {
  const int yes = 1;
  setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);  // fails on a Unix socket, which has none
}

}  // namespace

class Server::Running {
 public:
  Running(ServerSettings settings, const VirtualHosts& hosts)
      : listen_(std::move(settings.listen)), service_(settings.limits, std::move(settings.proxies), hosts) {}

  // The same answer under any name.
  Running(ServerSettings settings, const Router& router, ServerEvents events)
      : only_(std::make_unique<OnlyHost>(router, std::move(events))),
        listen_(std::move(settings.listen)),
        service_(settings.limits, std::move(settings.proxies), only_->hosts) {}

  void start() {
    SMM_ASSERT(!listener_ && !thread_.joinable());
    const int socket = open_listening_socket(listen_);
    port_ = port_of(socket);
    listener_.emplace(service_.loop, socket);
    wait_for_connection();
    thread_ = std::thread([this] { service_.loop.run(); });
  }

  void stop() {
    if (!thread_.joinable()) return;
    service_.loop.post([this] { begin_drain(); });
    thread_.join();
    service_.workers->stop();
    connections_.clear();
  }

  std::uint16_t port() const { return port_; }

  ServerCounts counts() const {
    return {service_.connections, service_.accepted,   service_.answered,
            service_.refused,     service_.overloaded, service_.body_bytes};
  }

 private:
  void wait_for_connection() {
    listener_->when_readable([this] { accept_some(); });
  }

  // Those who connected before the end are served: the system would hang up on them.
  void accept_last() {
    for (;;) {
      const int socket = accept4(listener_->descriptor(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (socket < 0) return;
      welcome(socket);
    }
  }

  // When descriptors run out, the next try is the next tick's: the waiting connection would wake us for ever.
  void accept_some() {
    for (std::size_t count = 0; count < accepted_at_once; ++count) {
      const int socket = accept4(listener_->descriptor(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (socket >= 0) {
        welcome(socket);
      } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
        paused_ = true;
        tick_soon();
        return;
      } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
        break;
      }
    }
    wait_for_connection();
  }

  void welcome(int socket) {
    ++service_.accepted;
    without_delay(socket);
    const auto connection = std::make_shared<Connection>(service_, socket);
    const std::size_t open = service_.connections;
    if (open > service_.limits.connections + turned_away_at_once) return connection->close();
    connections_.push_back(connection);
    tick_soon();
    if (open > service_.limits.connections)
      connection->turn_away();
    else
      connection->begin();
  }

  void tick_soon() {
    if (!std::exchange(ticking_, true)) service_.loop.after(tick_time, [this] { tick(); });
  }

  void tick() {
    const auto now = Connection::Clock::now();
    for (const auto& connection : connections_) connection->check_time(now);
    std::erase_if(connections_, [](const auto& connection) { return connection->closed(); });
    if (std::exchange(paused_, false) && !service_.draining) wait_for_connection();
    if (service_.draining && now >= grace_end_)
      for (const auto& connection : connections_) connection->close();
    if (service_.draining && service_.connections == 0) return service_.loop.finish();
    ticking_ = service_.draining || paused_ || !connections_.empty();  // an idle server sleeps
    if (!ticking_) return;
    service_.loop.after(service_.draining ? tick_time / 5 : tick_time, [this] { tick(); });
  }

  void begin_drain() {
    service_.draining = true;
    grace_end_ = Connection::Clock::now() + service_.limits.grace_time;
    accept_last();
    listener_->close();
    if (listen_.is_unix()) unlink(listen_.unix_path.c_str());
    for (const auto& connection : connections_) connection->drain();
    tick();
  }

  struct OnlyHost {
    OnlyHost(const Router& router, ServerEvents events)
        : answering{router, std::move(events)}, hosts(answering) {}
    AnsweringHost answering;
    VirtualHosts hosts;
  };

  std::unique_ptr<OnlyHost> only_;  // null when the caller brought the hosts
  ListenAddress listen_;
  Service service_;
  std::uint16_t port_ = 0;
  std::optional<Socket> listener_;
  bool paused_ = false;   // accepting, until the next tick
  bool ticking_ = false;  // a tick is due
  std::vector<std::shared_ptr<Connection>> connections_;
  Connection::Clock::time_point grace_end_;
  std::thread thread_;
};

Server::Server(ServerSettings settings, const Router& router, ServerEvents events)
    : running_(std::make_unique<Running>(std::move(settings), router, std::move(events))) {}

Server::Server(ServerSettings settings, const VirtualHosts& hosts)
    : running_(std::make_unique<Running>(std::move(settings), hosts)) {}

Server::~Server() {
  stop();
}

void Server::start() {
  running_->start();
}
void Server::stop() {
  running_->stop();
}
std::uint16_t Server::port() const {
  return running_->port();
}
ServerCounts Server::counts() const {
  return running_->counts();
}

}  // namespace smm::web::http

// SPDX-License-Identifier: Apache-2.0
// What all connections of one server share. Only the I/O thread touches it, but for what is marked otherwise.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <utility>

#include "web/http/event_loop.hpp"
#include "web/http/forwarded.hpp"
#include "web/http/limits.hpp"
#include "web/http/virtual_hosts.hpp"
#include "web/http/worker_pool.hpp"

namespace smm::web::http {

struct Service {
  Service(const Limits& held_to, TrustedProxies believed, const VirtualHosts& answering)
      : limits(held_to), proxies(std::move(believed)), hosts(answering) {}

  Limits limits;
  TrustedProxies proxies;
  const VirtualHosts& hosts;  // their routers are read by workers too, who also call `failed` of their events
  EventLoop loop;             // workers post to it
  // Shared with answers that are still to be given, which may come when the server is gone.
  std::shared_ptr<WorkerPool> workers = std::make_shared<WorkerPool>(limits.workers, limits.queue);

  bool draining = false;
  std::array<char, 64 * 1024>
      scratch{};  // what is read lands here first, so that idle connections hold nothing

  // Read by any thread.
  std::atomic<std::uint64_t> connections{0}, accepted{0}, answered{0}, refused{0}, overloaded{0},
      body_bytes{0};
};

}  // namespace smm::web::http

// SPDX-License-Identifier: Apache-2.0
// What the service did since it started, as Prometheus reads it (text format 0.0.4). Routes are told by name,
// so that nothing here names a person. docs/reference/metrics.md lists the counters; a test holds it to this.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/installation/outbox.hpp"
#include "web/http/server_events.hpp"
#include "wiring/time_counts.hpp"

namespace smm::wiring {

// Safe between threads.
class ServiceCounts {
 public:
  void answered(const web::http::Answered& answered);  // quick: a lock and a few additions
  void failed();                                       // a handler threw

  // What others count.
  struct Beside {
    web::http::ServerCounts server;
    std::vector<std::pair<app::MailState, std::int64_t>> mails;
    std::string version;
    std::optional<base::Instant> last_backup = std::nullopt;
    std::int64_t jobs = 0;  // that wait or run
    std::string more = {};  // families that others write themselves
  };
  std::string text(const Beside& beside) const;

 private:
  struct Requests {
    std::array<std::uint64_t, 5> by_class{};  // 1xx to 5xx
  };

  mutable std::mutex mutex_;
  std::map<std::string, Requests, std::less<>> routes_;
  TimeCounts times_;
  std::uint64_t failed_ = 0;
};

}  // namespace smm::wiring

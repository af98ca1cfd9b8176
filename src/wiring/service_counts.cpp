// SPDX-License-Identifier: Apache-2.0
#include "wiring/service_counts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace smm::wiring {
namespace {

void write_server(std::string& text, const web::http::ServerCounts& server) {
  const auto one = [&](const char* name, const char* type, const char* about, std::uint64_t value) {
    write_one(text, name, type, about, static_cast<std::int64_t>(value));
  };
  one("smm_connections", "gauge", "Open connections.", server.connections);
  one("smm_connections_total", "counter", "Connections since the start.", server.accepted);
  one("smm_refused_requests_total", "counter", "Requests that the server itself refused.", server.refused);
  one("smm_overloads_total", "counter", "Requests answered 503 for want of room.", server.overloaded);
  one("smm_held_body_bytes", "gauge", "Bodies that are being read or handled.", server.body_bytes);
}

void write_mails(std::string& text, const std::vector<std::pair<app::MailState, std::int64_t>>& mails) {
  begin_family(text, "smm_mails", "gauge", "Mails of the outbox by state.");
  for (const auto& [state, count] : mails)
    text += fmt::format("smm_mails{{state=\"{}\"}} {}\n", app::to_string(state), count);
}

}  // namespace

void ServiceCounts::answered(const web::http::Answered& answered) {
  const auto status_class = static_cast<std::size_t>(std::clamp(answered.status / 100, 1, 5) - 1);
  const std::lock_guard lock(mutex_);
  auto found = routes_.find(answered.route);
  if (found == routes_.end()) found = routes_.emplace(std::string(answered.route), Requests()).first;
  ++found->second.by_class[status_class];
  times_.add(answered.time);
}

void ServiceCounts::failed() {
  const std::lock_guard lock(mutex_);
  ++failed_;
}

std::string ServiceCounts::text(const Beside& beside) const {
  std::string text;
  const std::lock_guard lock(mutex_);
  begin_family(text, "smm_build", "gauge", "The program that is running.");
  text += fmt::format("smm_build{{version=\"{}\"}} 1\n", beside.version);
  begin_family(text, "smm_requests_total", "counter", "Requests by route and class of status.");
  for (const auto& [route, requests] : routes_) {
    for (std::size_t i = 0; i < requests.by_class.size(); ++i) {
      if (requests.by_class[i] != 0)
        text += fmt::format("smm_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", route, i + 1,
                            requests.by_class[i]);
    }
  }
  times_.write_histogram(text, "smm_request_seconds", "Time from a request's head to the end of its answer.");
  write_one(text, "smm_failures_total", "counter", "Handlers that threw; the log tells each.",
            static_cast<std::int64_t>(failed_));
  write_server(text, beside.server);
  write_mails(text, beside.mails);
  write_one(text, "smm_jobs", "gauge", "Jobs that wait or run.", beside.jobs);
  write_one(text, "smm_last_backup_timestamp_seconds", "gauge", "When smm backup last wrote; 0: never noted.",
            beside.last_backup.value_or(base::Instant{}).seconds());
  return text + beside.more;
}

}  // namespace smm::wiring

// SPDX-License-Identifier: Apache-2.0
#include "wiring/service_counts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace smm::wiring {
namespace {

void begin(std::string& text, const char* name, const char* type, const char* about) {
  text += fmt::format("# HELP {0} {2}\n# TYPE {0} {1}\n", name, type, about);
}

void one(std::string& text, const char* name, const char* type, const char* about, std::uint64_t value) {
  begin(text, name, type, about);
  text += fmt::format("{} {}\n", name, value);
}

void write_server(std::string& text, const web::http::ServerCounts& server) {
  one(text, "smm_connections", "gauge", "Open connections.", server.connections);
  one(text, "smm_connections_total", "counter", "Connections since the start.", server.accepted);
  one(text, "smm_refused_requests_total", "counter", "Requests that the server itself refused.",
      server.refused);
  one(text, "smm_overloads_total", "counter", "Requests answered 503 for want of room.", server.overloaded);
  one(text, "smm_held_body_bytes", "gauge", "Bodies that are being read or handled.", server.body_bytes);
}

void write_mails(std::string& text, const std::vector<std::pair<app::MailState, std::int64_t>>& mails) {
  begin(text, "smm_mails", "gauge", "Mails of the outbox by state.");
  for (const auto& [state, count] : mails)
    text += fmt::format("smm_mails{{state=\"{}\"}} {}\n", app::to_string(state), count);
}

}  // namespace

void ServiceCounts::answered(const web::http::Answered& answered) {
  const double seconds = static_cast<double>(answered.time.count()) / 1e6;
  const auto bound = std::ranges::lower_bound(bounds, seconds);
  const auto status_class = static_cast<std::size_t>(std::clamp(answered.status / 100, 1, 5) - 1);
  const std::lock_guard lock(mutex_);
  auto found = routes_.find(answered.route);
  if (found == routes_.end()) found = routes_.emplace(std::string(answered.route), Requests()).first;
  ++found->second.by_class[status_class];
  ++times_[static_cast<std::size_t>(bound - bounds.begin())];
  microseconds_ += static_cast<std::uint64_t>(answered.time.count());
}

void ServiceCounts::failed() {
  const std::lock_guard lock(mutex_);
  ++failed_;
}

std::string ServiceCounts::text(const Beside& beside) const {
  std::string text;
  const std::lock_guard lock(mutex_);
  begin(text, "smm_build", "gauge", "The program that is running.");
  text += fmt::format("smm_build{{version=\"{}\"}} 1\n", beside.version);
  begin(text, "smm_requests_total", "counter", "Requests by route and class of status.");
  for (const auto& [route, requests] : routes_) {
    for (std::size_t i = 0; i < requests.by_class.size(); ++i) {
      if (requests.by_class[i] != 0)
        text += fmt::format("smm_requests_total{{route=\"{}\",status=\"{}xx\"}} {}\n", route, i + 1,
                            requests.by_class[i]);
    }
  }
  begin(text, "smm_request_seconds", "histogram", "Time from a request's head to the end of its answer.");
  std::uint64_t so_far = 0;
  for (std::size_t i = 0; i < bounds.size(); ++i)
    text += fmt::format("smm_request_seconds_bucket{{le=\"{}\"}} {}\n", bounds[i], so_far += times_[i]);
  so_far += times_.back();
  text += fmt::format("smm_request_seconds_bucket{{le=\"+Inf\"}} {}\n", so_far);
  text += fmt::format("smm_request_seconds_sum {:.6f}\n", static_cast<double>(microseconds_) / 1e6);
  text += fmt::format("smm_request_seconds_count {}\n", so_far);
  one(text, "smm_failures_total", "counter", "Handlers that threw; the log tells each.", failed_);
  write_server(text, beside.server);
  write_mails(text, beside.mails);
  return text;
}

}  // namespace smm::wiring

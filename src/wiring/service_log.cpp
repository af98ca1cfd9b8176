// SPDX-License-Identifier: Apache-2.0
#include "wiring/service_log.hpp"

#include <fmt/format.h>

#include <ostream>

#include "exchange/json.hpp"

namespace smm::wiring {

using exchange::json_text;

void ServiceLog::write(const std::string& rest) {
  const std::int64_t now = clock_.now().microseconds;
  const std::lock_guard lock(*mutex_);
  out_ << fmt::format("{{\"at\":{}.{:06},{}{}}}\n", now / 1'000'000, now % 1'000'000, rest, office_)
       << std::flush;
}

ServiceLog ServiceLog::of_office(const std::string& name) const {
  ServiceLog log = *this;
  log.office_ = ",\"office\":" + json_text(name);
  return log;
}

void ServiceLog::started(std::string_view version, std::string_view address) {
  write(fmt::format("\"event\":\"started\",\"version\":{},\"address\":{}", json_text(version),
                    json_text(address)));
}

void ServiceLog::stopped() {
  write("\"event\":\"stopped\"");
}

void ServiceLog::answered(const web::http::Answered& answered) {
  write(fmt::format(
      "\"event\":\"answered\",\"method\":{},\"route\":{},\"status\":{},\"bytes\":{},\"us\":{}{}",
      json_text(name_of(answered.method)), json_text(answered.route), answered.status, answered.body_bytes,
      answered.time.count(), answered.refusal.empty() ? "" : ",\"refusal\":" + json_text(answered.refusal)));
}

void ServiceLog::failed(const web::http::Incident& incident) {
  write(fmt::format("\"event\":\"failed\",\"incident\":{},\"route\":{},\"what\":{}", json_text(incident.id),
                    json_text(incident.route), json_text(incident.what)));
}

void ServiceLog::trouble(std::string_view where, std::string_view what) {
  write(fmt::format("\"event\":\"trouble\",\"where\":{},\"what\":{}", json_text(where), json_text(what)));
}

}  // namespace smm::wiring

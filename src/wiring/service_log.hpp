// SPDX-License-Identifier: Apache-2.0
// The service's log: one JSON object a line, for machines to read. It tells routes by name, never paths,
// addresses, names or anything that people typed.
#pragma once

#include <iosfwd>
#include <mutex>
#include <string_view>

#include "app/clock.hpp"
#include "web/http/server_events.hpp"

namespace smm::wiring {

// Safe between threads.
class ServiceLog {
 public:
  ServiceLog(std::ostream& out, const app::Clock& clock) : out_(out), clock_(clock) {}

  void started(std::string_view version, std::string_view address);
  void stopped();
  void answered(const web::http::Answered& answered);
  void failed(const web::http::Incident& incident);
  void trouble(std::string_view where, std::string_view what);

 private:
  // `rest` is the object's inside after the time: ,"event":…
  void write(const std::string& rest);

  std::ostream& out_;
  const app::Clock& clock_;
  std::mutex mutex_;
};

}  // namespace smm::wiring

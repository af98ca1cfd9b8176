// SPDX-License-Identifier: Apache-2.0
// The service's log: one JSON object a line, for machines to read. It tells routes by name, never paths,
// addresses, names or anything that people typed.
#pragma once

#include <iosfwd>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "app/clock.hpp"
#include "web/http/server_events.hpp"

namespace smm::wiring {

// Safe between threads.
class ServiceLog {
 public:
  ServiceLog(std::ostream& out, const app::Clock& clock)
      : out_(out), clock_(clock), mutex_(std::make_shared<std::mutex>()) {}

  // The same log, whose lines from here tell the office that they are about.
  ServiceLog of_office(const std::string& name) const;

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
  std::shared_ptr<std::mutex> mutex_;
  std::string office_ = {};  // ,"office":"rivers"
};

}  // namespace smm::wiring

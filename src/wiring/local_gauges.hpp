// SPDX-License-Identifier: Apache-2.0
// app::operating::Gauges on this machine: its disks and clock, the database, the key file, the mail server,
// Chromium.
#pragma once

#include <string>

#include "app/operating/gauges.hpp"
#include "wiring/printer.hpp"

namespace smm::wiring {

class LocalGauges final : public app::operating::Gauges {
 public:
  explicit LocalGauges(Environment environment) : environment_(std::move(environment)) {}

  app::operating::Measured measure(const app::ServiceSettings& settings) const override;

 private:
  app::operating::PrinterSeen measure_printer(const std::string& setting) const;

  Environment environment_;
};

}  // namespace smm::wiring

// SPDX-License-Identifier: Apache-2.0
// Port: measures an installation and its machine. It changes nothing that lasts: a small file is written
// and removed, a mail server is greeted and left, a page is printed and thrown away. It may take a minute,
// most of it waiting for what does not answer. Never throws for what is broken: that is what it tells.
#pragma once

#include "app/installation/service_settings.hpp"
#include "app/operating/measured.hpp"

namespace smm::app::operating {

class Gauges {
 public:
  virtual ~Gauges() = default;
  virtual Measured measure(const ServiceSettings& settings) const = 0;
};

}  // namespace smm::app::operating

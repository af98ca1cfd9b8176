// SPDX-License-Identifier: Apache-2.0
// Time zones by the tables of this machine (Debian's package tzdata), read once, when first asked for. After
// an update of the package the program has to be started again.
//
// Throws EnvironmentError when the machine has no such tables.
#pragma once

#include "app/time_zones.hpp"

namespace smm::adapters {

class SystemTimeZones final : public app::TimeZones {
 public:
  bool knows(std::string_view zone) const override;
  base::Result<base::Instant> close_of_day(std::string_view zone,
                                           std::chrono::year_month_day day) const override;
  base::Result<app::LocalTime> local_time(std::string_view zone, base::Instant when) const override;
};

}  // namespace smm::adapters

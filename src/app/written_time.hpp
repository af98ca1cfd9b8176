// SPDX-License-Identifier: Apache-2.0
// How days and times are written to a person: "Nov 22, 2026, 12:04:31 p.m. EST". The words and their order
// are interface texts (time.*), so that another language can have its own.
#pragma once

#include <chrono>
#include <string>

#include "app/time_zones.hpp"
#include "render/texts.hpp"

namespace smm::app {

std::string written_time(const LocalTime& time, const render::Texts& texts);

// "Nov 22, 2026"
std::string written_day(std::chrono::year_month_day day, const render::Texts& texts);

}  // namespace smm::app

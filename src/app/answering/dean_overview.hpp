// SPDX-License-Identifier: Apache-2.0
// Use case: what the dean sees before attesting: the school's own preliminary area scores with their bounds,
// what is open, soft checks, how far each packet is. Nothing is compared with anybody.
#pragma once

#include "app/answering/read_sheet.hpp"
#include "app/answering/school_scores.hpp"
#include "app/answering/signing.hpp"
#include "assessment/soft_checks.hpp"

namespace smm::app {

struct AreaStanding {
  std::size_t programme = 0;  // position in Edition::programmes
  std::size_t section = 0;    // position in Edition::sections
  scoring::Score score;
  std::vector<std::size_t> open;  // places of the area, for this program, that are not settled
  bool priority = false;
};

struct DeanOverview {
  SheetReading reading;
  std::vector<AreaStanding> areas;  // program by program, in the edition's order
  std::vector<assessment::Finding> findings;
  base::Problems refusals;  // what keeps the sheet from being attested; in solo mode not the packets
  assessment::StatementFacts facts;
  std::string seen;  // for SigningForm
};

// Problem: key_unavailable.
base::Result<DeanOverview> dean_overview(Installation& installation, const Hand& hand, base::Instant now);

}  // namespace smm::app

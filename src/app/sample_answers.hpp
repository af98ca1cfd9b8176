// SPDX-License-Identifier: Apache-2.0
// Invented answers of invented schools, for trying the program out, for benchmarks and for tests. Seeded: the
// same edition, seed and number of schools give the same bytes. Valid for any edition: routing is followed,
// values fit their items. Never meant to look like the results of real schools.
//
// Each school has a leaning q, about normal around 0.5 with SD 0.2 and clipped to 0-1, and each answer leans
// on it with noise of its own: better options, more boxes, larger shares the larger q is. About one answer in
// ten is missing for one of the reasons there are.
#pragma once

#include <cstdint>
#include <string>

#include "instrument/edition.hpp"

namespace smm::app {

struct SampleRequest {
  std::uint64_t seed = 2026;
  int schools = 12;
  // Share of items that are left unanswered, not known, not collected, declined, not applicable or not
  // permitted.
  double missing = 0.1;
};

// An answer file (docs/reference/files.md) with schools sample-0001, sample-0002, …; programmes in turn,
// every fourth school with a second programme of the same profession where there is one.
std::string sample_answers(const instrument::Edition& edition, const SampleRequest& request);

}  // namespace smm::app

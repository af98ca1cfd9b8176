// SPDX-License-Identifier: Apache-2.0
// Thirteen trials of the vaccine against tuberculosis (Colditz and others 1994, Journal of the American
// Medical Association 271:698-702): a known example of groups that differ. Logarithms of the risk ratio,
// and their sampling variances.
#pragma once

#include <array>
#include <cmath>
#include <vector>

namespace smm::test {

struct Trials {
  std::vector<double> estimates;
  std::vector<double> variances;
};

inline Trials bcg_trials() {
  // Vaccinated with and without the disease, not vaccinated with and without.
  constexpr std::array<std::array<double, 4>, 13> counts = {{{4, 119, 11, 128},
                                                             {6, 300, 29, 274},
                                                             {3, 228, 11, 209},
                                                             {62, 13536, 248, 12619},
                                                             {33, 5036, 47, 5761},
                                                             {180, 1361, 372, 1079},
                                                             {8, 2537, 10, 619},
                                                             {505, 87886, 499, 87892},
                                                             {29, 7470, 45, 7232},
                                                             {17, 1699, 65, 1600},
                                                             {186, 50448, 141, 27197},
                                                             {5, 2493, 3, 2338},
                                                             {27, 16886, 29, 17825}}};
  Trials trials;
  for (const auto& [ill, well, control_ill, control_well] : counts) {
    const double vaccinated = ill + well;
    const double controls = control_ill + control_well;
    trials.estimates.push_back(std::log(ill / vaccinated / (control_ill / controls)));
    trials.variances.push_back(1 / ill - 1 / vaccinated + 1 / control_ill - 1 / controls);
  }
  return trials;
}

}  // namespace smm::test

// SPDX-License-Identifier: Apache-2.0
// The share to whom an event has happened by a given time, when not everybody was watched to the end
// (censored) and another event may forestall it (a competing event). Without competing events this is one
// minus the Kaplan-Meier estimate; without censoring it is the plain share.
//
// At the times t_j with events, n_j watched just before, e_j of them with the event, d_j with either:
//   S_j = product up to j of (1 - d_i / n_i),  I(t) = sum over t_j <= t of S_(j-1) e_j / n_j
// (Aalen and Johansen 1978, Scandinavian Journal of Statistics 5:141-150). Who is censored at t_j is watched
// until then. The variance is by the delta method (Marubini and Valsecchi 1995, Analysing Survival Data from
// Clinical Trials, 341):
//   sum of (I(t) - I_j)^2 d_j / (n_j (n_j - d_j)) + S_(j-1)^2 e_j (n_j - e_j) / n_j^3
//          - 2 (I(t) - I_j) S_(j-1) e_j / n_j^2
// which is Greenwood's when nothing competes. The term with n_j - d_j = 0 is 0, as is its factor.
//
//   log_log_interval   p to the power exp(-+ z error / (p log p)): stays in 0 to 1 (Kalbfleisch and Prentice)
//
// Unit of time: any. Missing values: none; a person whose beginning is not known is left out by the caller.
// docs/methods/retention.md has the worked example.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "stats/interval.hpp"

namespace smm::stats {

enum class Ending : std::uint8_t { censored, event, competing };

struct Watched {
  double time = 0;  // from the beginning to the ending, >= 0
  Ending ending = Ending::censored;
};

struct Incidence {
  double share = 0;
  double error = 0;            // standard error
  std::size_t events = 0;      // up to the time
  std::size_t still_seen = 0;  // watched beyond the time, without event
};

// Needs at least one person.
Incidence cumulative_incidence(std::span<const Watched> persons, double until);

// Of a share strictly between 0 and 1.
Interval log_log_interval(double share, double error, double confidence);

}  // namespace smm::stats

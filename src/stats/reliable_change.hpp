// SPDX-License-Identifier: Apache-2.0
// Whether a difference between two measurements is more than measuring them again could make.
//
// Missing values: both measurements are needed.
//   standard error of measurement  SEM = SD * square root of (1 - reliability)
//   error of a difference          square root of 2 * SEM
//   reliable change index          (later - earlier) / error of a difference
//   smallest real difference       z * error of a difference, z = 1.95996... for a confidence of 0.95
// Source: Jacobson and Truax (1991), Journal of Consulting and Clinical Psychology 59:12-19.
//
// Unit: that of the measurements; the index has none. Needs SD > 0, 0 <= reliability < 1, a confidence
// between 0 and 1. The reliability has to be that of repeating the measurement: an internal consistency says
// nothing about the change of an index whose items need not go together.
// docs/methods/reliable-change.md has the worked example.
#pragma once

namespace smm::stats {

struct MeasurementError {
  double of_measurement = 0;
  double of_difference = 0;
};

MeasurementError measurement_error(double sd, double reliability);
double reliable_change_index(double earlier, double later, const MeasurementError& error);
double smallest_real_difference(const MeasurementError& error, double confidence);

}  // namespace smm::stats

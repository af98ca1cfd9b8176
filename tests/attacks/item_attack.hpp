// SPDX-License-Identifier: Apache-2.0
// T13 and T6 on items: what printed shares tell of single answers. How many answered is taken for known.
//   few          an option whose share proves that fewer than three chose it, or all but fewer than three:
//   whoever
//                else chose it knows who else did not. For items of up to 45 answers every way to answer that
//                prints the same is tried; otherwise the printed share is turned back into counts, and one
//                suppressed share is taken from a hundred minus the others
//   one joined   from one round to the next one school joined and nobody left or answered otherwise: a share
//   that
//                rises is of an option that the school chose, one that falls is not
#pragma once

#include "finding.hpp"
#include "intervals.hpp"

namespace smm::attacks {

Finding few_who_chose(const Evidence& evidence);
Finding answers_of_who_joined(const Evidence& evidence);

}  // namespace smm::attacks

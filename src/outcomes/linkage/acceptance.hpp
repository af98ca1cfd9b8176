// SPDX-License-Identifier: Apache-2.0
// From which probability on to link, so that a wanted share of the links *together* is right.
//
// Links of p >= .99 each are right in far more than 99 of 100 cases, because most of them have a p of .999
// and more: whoever wants 99 of 100 right may take links of a lower p along. With p_1 >= p_2 >= ... the best
// candidates' probabilities, links are taken from the first on as long as the mean of those taken is at least
// the share; equal probabilities are taken together or not at all. True probabilities make the expected share
// true.
#pragma once

#include <vector>

namespace smm::outcomes::linkage {

inline constexpr double least_accepted = 0.5;  // below it, another candidate or none is as likely

// `best`: one probability for each graduate that has a candidate. More than 1, which accepts nothing, where
// even the surest links are right less often. 0 < share <= 1.
double accepted_from(std::vector<double> best, double share);

}  // namespace smm::outcomes::linkage

// SPDX-License-Identifier: Apache-2.0
// Measures and their results as FHIR R4 (4.0.1): resources Measure and MeasureReport, in a Bundle.
//
// A Measure carries the definition's words, populations and stratifiers; conditions are given in our own
// language, which FHIR has no code for, so that criteria.language is marked as absent. A MeasureReport is a
// summary of one school: counts as populations, the rate as measureScore, strata. FHIR has no fields for
// intervals, bounds and coverage: they are extensions of the group or stratum, urn:smm:extension:interval,
// :bounds and :coverage. Counts that are means over draws are rounded. Scorings that FHIR does not have are
// written as its nearest, told in the description.
//
// Not written: CQL, and anything about single persons.
#pragma once

#include <string>
#include <vector>

#include "outcomes/measure/results.hpp"

namespace smm::outcomes::measure {

// One Measure; its canonical url is urn:smm:measure:ID.
std::string fhir_measure(const Definition& measure);

// A Bundle (collection) of Measures, and of a MeasureReport for each measure and school among `rows`.
std::string fhir_bundle(const std::vector<const Definition*>& measures, const std::vector<ResultRow>& rows,
                        const Catalogue& catalogue, Day as_of, const std::string& snapshots);

}  // namespace smm::outcomes::measure

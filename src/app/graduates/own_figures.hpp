// SPDX-License-Identifier: Apache-2.0
// A school's own results of the measures, as the last linkage left them, and what they say to questions of
// the self-assessment that ask for the same (Item::measure).
//
// Only the school sees them. Figures of other schools would have to pass the gate
// (benchmark::publish_quantity) with a round's release, and no release carries quantities.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/answering/save_answer.hpp"
#include "app/graduates/outcome_sources.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

// A row of results.csv (docs/reference/measures.md); numbers as written there, empty where there is none.
struct OwnFigure {
  std::string measure;
  std::string title;
  std::string scoring;    // "proportion"
  std::string programme;  // as the cohort names it; empty: the whole school
  std::string stratum;
  std::string n;
  std::string numerator;
  std::string rate;
  std::string low;
  std::string high;
  std::string bound_low;
  std::string bound_high;
  std::string known;
  std::string unknown;
  std::string not_linked;
  std::string no_npi_expected;
  std::string snapshots;
};

struct OwnFigures {
  std::vector<OwnFigure> rows;     // in the order of results.csv
  std::vector<std::string> notes;  // what to know of them
  base::Instant at;
};

// Problems: graduates_off, graduates_elsewhere, linkage_missing, key_unavailable.
base::Result<OwnFigures> own_figures(Installation& installation, const OutcomeSources& sources,
                                     const Hand& hand);

// What a measure suggests for a question: a share as "n/d", which is what a person would type.
struct Suggestion {
  std::string measure;
  std::string numerator;
  std::string denominator;
  std::string value;  // in the notation of answers
  base::Instant at;
};

// Nothing for a question without a measure, whose answer is no share, or of which there is no figure: counts
// in whole persons, at least the measure's minimum. `place`: position in SheetPlan::answers.
std::optional<Suggestion> suggestion_for(Installation& installation, const OutcomeSources& sources,
                                         const Hand& hand, std::size_t place);

// Saves the suggestion as the answer, like any other, with a working note that says where it is from.
// Problems: figure_missing, those of save_answer.
base::Result<SavedAnswer> take_suggestion(Installation& installation, const OutcomeSources& sources,
                                          const Hand& hand, std::size_t place, std::int64_t base);

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
// Scores of one sheet of answers: item → indicator → area → domain → overall.
//
// A ScoringPlan is prepared once from an edition, a weight set and the optional items to score; scoring a
// sheet is then a pure function of its answers and allocates nothing that outlives it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "instrument/questionnaire.hpp"
#include "instrument/routing.hpp"
#include "scoring/score.hpp"
#include "scoring/weight_set.hpp"

namespace smm::scoring {

// An area as one programme is scored on it.
struct PlannedArea {
  std::size_t section = 0;              // position in Edition::sections
  std::size_t domain = 0;               // position in Edition::domains
  double weight = 1;                    // among the areas of its domain
  double full_points = 0;               // weighted
  std::vector<std::size_t> indicators;  // positions in Questionnaire::items
  std::vector<double> weights;          // of the indicators, in the same order
};

struct ProgrammePlan {
  // With modules, so that their answers have a place; each item is scored or not, none on request any more.
  instrument::Questionnaire questionnaire;
  instrument::RoutePlan routes;
  std::vector<PlannedArea> areas;  // in the edition's order
};

struct ScoringPlan {
  const instrument::Edition* edition = nullptr;  // must outlive the plan
  std::vector<ProgrammePlan> programmes;         // by position in Edition::programmes
};

// `also_score` holds ids of items that are scored only on request; ids that are no such items are ignored
// here (the command checks them).
ScoringPlan plan_scoring(const instrument::Edition& edition, const WeightSet& weights,
                         std::span<const std::string> also_score = {});

struct SheetScores {
  std::vector<Score> indicators;  // area by area, in the order of PlannedArea::indicators
  std::vector<Score> areas;       // by ProgrammePlan::areas
  std::vector<Score> domains;     // by Edition::domains
  Score overall;
};

// `answers` and `routes`: one per item of the programme's questionnaire.
SheetScores score_sheet(const ScoringPlan& plan, const ProgrammePlan& programme,
                        std::span<const instrument::Answer> answers,
                        std::span<const instrument::Route> routes);

}  // namespace smm::scoring

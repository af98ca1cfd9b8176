// SPDX-License-Identifier: Apache-2.0
// A questionnaire: the edition as one programme sees it. Items that are not for the programme are gone,
// variants are folded in, so that whoever prints, routes or scores never asks "which programme?" again.
#pragma once

#include <string>
#include <vector>

#include "instrument/edition.hpp"

namespace smm::instrument {

struct QuestionnaireItem {
  std::size_t position = 0;  // in Edition::items
  Item item;                 // variants folded in and emptied
};

struct Questionnaire {
  std::size_t programme = 0;             // position in Edition::programmes
  int years = 0;                         // columns of year grids
  std::vector<QuestionnaireItem> items;  // in the order asked
};

// With `with_modules`, optional modules are part of it.
Questionnaire questionnaire_for(const Edition& edition, std::size_t programme, bool with_modules = false);

}  // namespace smm::instrument

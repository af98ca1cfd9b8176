// SPDX-License-Identifier: Apache-2.0
// A school's sheet in a round with all that is needed to read it: the round, the school, its part in the
// round, and the edition. Loaded once for a request.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "app/installation/database.hpp"
#include "app/installation/edition_shelf.hpp"
#include "base/result.hpp"

namespace smm::app {

struct OpenSheet {
  assessment::Round round;
  assessment::School school;
  assessment::Participation participation;
  std::shared_ptr<const ShelvedEdition> edition;
  std::shared_ptr<const assessment::SheetPlan> plan;  // holds on to the edition's data

  SheetKey key() const { return {round.id, school.id}; }
};

// By the codes of round and school. Problems: not_there, and those of EditionShelf.
base::Result<OpenSheet> open_sheet(Records& records, EditionShelf& editions, std::string_view round,
                                   std::string_view school);

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "app/installation/open_sheet.hpp"

#include "app/installation/problems.hpp"
#include "app/installation/round_edition.hpp"

namespace smm::app {

base::Result<OpenSheet> open_sheet(Records& records, EditionShelf& editions, std::string_view round_code,
                                   std::string_view school_code) {
  const base::Problem not_there(installation_problem::not_there,
                                "There is no such page, or it is not for you");
  auto part = records.rounds.part(round_code, school_code);
  if (!part) return not_there;
  auto edition = round_edition(records, editions, part->round);
  if (!edition) return std::move(edition).problems();
  auto plan = (*edition)->sheet_plan(part->school.programmes);
  if (!plan) return std::move(plan).problems();
  return OpenSheet{std::move(part->round), std::move(part->school), std::move(part->participation),
                   std::move(*edition), std::move(*plan)};
}

}  // namespace smm::app

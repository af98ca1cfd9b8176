// SPDX-License-Identifier: Apache-2.0
#include "app/installation/open_sheet.hpp"

#include "app/installation/problems.hpp"

namespace smm::app {

base::Result<OpenSheet> open_sheet(Records& records, EditionShelf& editions, std::string_view round_code,
                                   std::string_view school_code) {
  const base::Problem not_there(installation_problem::not_there,
                                "There is no such page, or it is not for you");
  const auto round = records.rounds.by_code(round_code);
  const auto school = records.schools.by_code(school_code);
  if (!round || !school) return not_there;
  const auto participation = records.rounds.participation({round->id, school->id}, false);
  if (!participation) return not_there;
  auto edition = editions.edition(round->edition);
  if (!edition) return std::move(edition).problems();
  auto plan = (*edition)->sheet_plan(school->programmes);
  if (!plan) return std::move(plan).problems();
  return OpenSheet{*round, *school, *participation, *edition, *plan};
}

}  // namespace smm::app

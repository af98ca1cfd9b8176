// SPDX-License-Identifier: Apache-2.0
#include "app/installation/edition_shelf.hpp"

#include "app/editions.hpp"
#include "app/problems.hpp"
#include "scoring/weight_set.hpp"

namespace smm::app {

ShelvedEdition::ShelvedEdition(instrument::Edition loaded)
    : edition(std::move(loaded)), plan(scoring::plan_scoring(edition, scoring::equal_weights(edition))) {}

base::Result<std::shared_ptr<const assessment::SheetPlan>> ShelvedEdition::sheet_plan(
    const std::vector<std::string>& programmes) const {
  const std::lock_guard lock(mutex_);
  const auto found = sheet_plans_.find(programmes);
  if (found != sheet_plans_.end()) return found->second;
  auto planned = assessment::plan_sheet(edition, programmes);
  if (!planned) return std::move(planned).problems();
  auto kept = std::make_shared<const assessment::SheetPlan>(std::move(*planned));
  return sheet_plans_.emplace(programmes, std::move(kept)).first->second;
}

base::Result<std::shared_ptr<const ShelvedEdition>> EditionShelf::edition(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto found = editions_.find(id);
  if (found != editions_.end()) return found->second;
  // An id, never a path: what the database names ships with the program.
  if (id.find('/') != std::string::npos)
    return base::Problem(problem::edition_not_found,
                         "An edition of a round is named by its id, not by a folder");
  auto loaded = open_edition(content_, files_, id);
  if (!loaded) return std::move(loaded).problems();
  if (!loaded->published)
    return base::Problem(problem::edition_is_draft,
                         "Edition " + id + " is a draft; a round needs a published one");
  return editions_.emplace(id, std::make_shared<const ShelvedEdition>(std::move(*loaded))).first->second;
}

}  // namespace smm::app

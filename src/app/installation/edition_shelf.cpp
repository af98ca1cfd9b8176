// SPDX-License-Identifier: Apache-2.0
#include "app/installation/edition_shelf.hpp"

#include "app/editions.hpp"
#include "app/problems.hpp"
#include "scoring/weight_set.hpp"

namespace smm::app {

namespace {

std::vector<std::string> scored_on_request(const instrument::Edition& edition) {
  std::vector<std::string> ids;
  for (const auto& item : edition.items)
    if (item.scored == instrument::Scored::optional) ids.push_back(item.id);
  return ids;
}

scoring::ScoringPlan plan_as_chosen(const instrument::Edition& edition, const EditionChoice& choice) {
  const auto weights = scoring::equal_weights(edition);
  if (!choice.score_composition) return scoring::plan_scoring(edition, weights);
  return scoring::plan_scoring(edition, weights, scored_on_request(edition));
}

}  // namespace

ShelvedEdition::ShelvedEdition(instrument::Edition loaded, EditionChoice chosen)
    : edition(std::move(loaded)), choice(chosen), plan(plan_as_chosen(edition, choice)) {}

base::Result<std::shared_ptr<const assessment::SheetPlan>> ShelvedEdition::sheet_plan(
    const std::vector<std::string>& programmes) const {
  const std::lock_guard lock(mutex_);
  const auto found = sheet_plans_.find(programmes);
  if (found != sheet_plans_.end()) return found->second;
  auto planned = assessment::plan_sheet(edition, programmes, choice.with_module);
  if (!planned) return std::move(planned).problems();
  auto kept = std::make_shared<const assessment::SheetPlan>(std::move(*planned));
  return sheet_plans_.emplace(programmes, std::move(kept)).first->second;
}

base::Result<std::shared_ptr<const ShelvedEdition>> EditionShelf::edition(const assessment::Round& round) {
  return edition(round.edition, {round.options.score_composition, round.options.with_module});
}

base::Result<std::shared_ptr<const ShelvedEdition>> EditionShelf::edition(const std::string& id,
                                                                          EditionChoice choice) {
  const std::lock_guard lock(mutex_);
  const std::pair key(id, choice);
  const auto found = editions_.find(key);
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
  return editions_.emplace(key, std::make_shared<const ShelvedEdition>(std::move(*loaded), choice))
      .first->second;
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
// The editions that an installation's rounds use, loaded once and kept: an edition never changes.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "app/content.hpp"
#include "app/files.hpp"
#include "assessment/round.hpp"
#include "assessment/sheet_plan.hpp"
#include "instrument/edition.hpp"
#include "scoring/score_sheet.hpp"

namespace smm::app {

// What a round chooses of its edition.
struct EditionChoice {
  bool score_composition = false;  // what the edition scores on request is scored
  bool with_module = false;        // its optional modules are asked

  friend auto operator<=>(const EditionChoice&, const EditionChoice&) = default;
};

// An edition with what is prepared from it once, for pages and scores, as a round chose it.
struct ShelvedEdition {
  explicit ShelvedEdition(instrument::Edition loaded, EditionChoice chosen = {});
  ShelvedEdition(const ShelvedEdition&) = delete;
  ShelvedEdition& operator=(const ShelvedEdition&) = delete;

  const instrument::Edition edition;
  const EditionChoice choice;
  const scoring::ScoringPlan plan;  // equal weights; holds on to `edition`

  // The sheet of a school with these programmes: planned once, kept. Problems: those of plan_sheet.
  base::Result<std::shared_ptr<const assessment::SheetPlan>> sheet_plan(
      const std::vector<std::string>& programmes) const;

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::vector<std::string>, std::shared_ptr<const assessment::SheetPlan>> sheet_plans_;
};

// Safe between threads.
class EditionShelf {
 public:
  EditionShelf(const Content& content, const Files& files) : content_(content), files_(files) {}

  // Problems of open_edition, and edition_is_draft.
  base::Result<std::shared_ptr<const ShelvedEdition>> edition(const std::string& id,
                                                              EditionChoice choice = {});
  base::Result<std::shared_ptr<const ShelvedEdition>> edition(const assessment::Round& round);

 private:
  const Content& content_;
  const Files& files_;
  std::mutex mutex_;
  std::map<std::pair<std::string, EditionChoice>, std::shared_ptr<const ShelvedEdition>> editions_;
};

}  // namespace smm::app

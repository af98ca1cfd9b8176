// SPDX-License-Identifier: Apache-2.0
// Scores of a round kept for showing: one entry per school and program, with areas by domain.
// For whoever holds the answers of all these schools; nothing here may be shown to another school.
#pragma once

#include <string>
#include <vector>

#include "render/html.hpp"
#include "scoring/score_rows.hpp"

namespace smm::report {

struct ScoredSheet {
  std::string school_id;
  std::size_t programme = 0;            // position in Edition::programmes
  std::vector<scoring::Score> areas;    // by Edition::sections; empty scores where a section is no area
  std::vector<scoring::Score> domains;  // by Edition::domains
};

// Collects rows of levels area and domain into sheets, in the order in which they come.
class ScoredSheets {
 public:
  explicit ScoredSheets(const instrument::Edition& edition) : edition_(edition) {}
  void add(const scoring::ScoreRow& row);
  const std::vector<ScoredSheet>& sheets() const { return sheets_; }

 private:
  const instrument::Edition& edition_;
  std::vector<ScoredSheet> sheets_;
};

// One line per sheet, one column per domain; "-" where there is no score.
std::string score_table(const instrument::Edition& edition, const std::vector<ScoredSheet>& sheets,
                        const render::Texts& texts);

// One page: each sheet with its areas by domain, score, bounds and a drawn bar. Needs the template "scores".
std::string score_page(const instrument::Edition& edition, const std::vector<ScoredSheet>& sheets,
                       const render::Templates& templates, const render::Texts& texts);

}  // namespace smm::report

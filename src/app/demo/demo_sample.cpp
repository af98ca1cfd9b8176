// SPDX-License-Identifier: Apache-2.0
#include "app/demo/demo_sample.hpp"

#include "app/sample_answers.hpp"
#include "app/score_answers.hpp"
#include "report/score_file.hpp"
#include "report/score_sheets.hpp"
#include "scoring/weight_set.hpp"

namespace smm::app {

base::Result<bool> write_demo_sample(const DemoHouse& house) {
  house.stages.begin("A sample of answers with its scores, for smm score");
  const auto shelved = house.installation.editions.edition(demo_edition);
  if (!shelved) return shelved.problems();
  const instrument::Edition& edition = (*shelved)->edition;
  SampleRequest request;
  request.seed = house.seed;
  const std::string answers = sample_answers(edition, request);
  base::MemorySource bytes(answers);
  std::string csv;
  report::ScoreCsv rows(csv);
  report::ScoredSheets sheets(edition);
  const auto outcome =
      score_answer_bytes((*shelved)->plan, bytes, "answers.csv",
                         {scoring::Level::area, scoring::Level::domain}, [&](const scoring::ScoreRow& row) {
                           rows.add(row);
                           sheets.add(row);
                         });
  if (!outcome) return outcome.problems();
  if (!outcome->problems.empty()) return outcome->problems;
  const std::string folder = house.folder + "/sample/";
  house.files.write(folder + "answers.csv", answers);
  house.files.write(folder + "scores.csv", csv);
  house.files.write(folder + "scores.html",
                    report::score_page(edition, sheets.sheets(), house.pages.templates, house.pages.texts));
  return true;
}

}  // namespace smm::app

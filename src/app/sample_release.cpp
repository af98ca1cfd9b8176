// SPDX-License-Identifier: Apache-2.0
#include "app/sample_release.hpp"

#include <algorithm>

#include "benchmark/counted_items.hpp"
#include "benchmark/freeze.hpp"

namespace smm::app {
namespace {

using instrument::Edition;
using report::OwnSheet;

benchmark::SheetScores row_of_scores(const std::string& school, const OwnSheet& sheet, const Edition& edition,
                                     const benchmark::Outline& outline) {
  benchmark::SheetScores scores{school, edition.programmes[sheet.programme].id, {}};
  scores.areas.resize(outline.areas.size());
  for (std::size_t area = 0; area < sheet.plan->areas.size(); ++area) {
    const scoring::Score& score = sheet.scores.areas[area];
    if (score.state != scoring::ScoreState::scored) continue;
    scores.areas[*outline.area(edition.sections[sheet.plan->areas[area].section].id)] =
        benchmark::AreaValue{score.score, score.lower, score.upper};
  }
  return scores;
}

benchmark::SheetAnswers row_of_answers(const std::string& school, const OwnSheet& sheet,
                                       const Edition& edition, const benchmark::ItemCatalogue& catalogue) {
  const auto& questionnaire = sheet.plan->questionnaire;
  benchmark::SheetAnswers answers{school, edition.programmes[sheet.programme].id, {}};
  for (const std::size_t position : catalogue.positions) {
    const int at = sheet.plan->routes.at[position];
    const auto here = static_cast<std::size_t>(std::max(at, 0));
    const bool asked = at >= 0 && sheet.routes[here] == instrument::Route::asked;
    answers.chosen.push_back(asked ? benchmark::counted_answer(questionnaire.items[here].item,
                                                               questionnaire.years, sheet.answers[here])
                                   : std::nullopt);
  }
  return answers;
}

benchmark::FrameRow sample_frame_row(const SampleSchool& school, const std::string& programme,
                                     std::size_t at) {
  constexpr const char* states[] = {"NY", "GA", "IL", "TX", "CA", "MA", "MN", "AL", "CO"};
  constexpr const char* sizes[] = {"small", "medium", "large"};
  return {.school_id = school.code,
          .institution_id = school.code,
          .system_id = "",
          .programme = programme,
          .control = at % 5 < 3 ? "public" : "private",
          .state = states[at % 9],
          .division = "",
          .size = sizes[at % 3],
          .carnegie = at % 4 == 0 ? "r1" : "special",
          .locale = at % 2 == 0 ? "city" : "town",
          .responded = !school.sheets.empty()};
}

}  // namespace

benchmark::Scores sample_scores(const std::string& school, const std::vector<OwnSheet>& sheets,
                                const Edition& edition) {
  const benchmark::Outline outline = benchmark::outline_of(edition);
  benchmark::Scores scores;
  for (const OwnSheet& sheet : sheets) scores.push_back(row_of_scores(school, sheet, edition, outline));
  return scores;
}

base::Result<benchmark::Release> sample_release(const std::vector<SampleSchool>& schools,
                                                const Edition& edition) {
  benchmark::FreezeInput input;
  input.outline = benchmark::outline_of(edition);
  const auto catalogue = benchmark::counted_items(edition);
  input.answers = benchmark::ItemAnswers{catalogue.items, {}};
  std::vector<benchmark::FrameRow> rows;
  for (std::size_t at = 0; at < schools.size(); ++at) {
    const SampleSchool& school = schools[at];
    for (const std::string& programme : school.programmes)
      rows.push_back(sample_frame_row(school, programme, at));
    for (const OwnSheet& sheet : school.sheets) {
      input.scores.push_back(row_of_scores(school.code, sheet, edition, input.outline));
      input.answers->sheets.push_back(row_of_answers(school.code, sheet, edition, catalogue));
    }
  }
  auto frame = benchmark::frame_of(std::move(rows), input.outline);
  if (!frame) return std::move(frame).problems();
  input.frame = std::move(*frame);
  return benchmark::freeze(input);
}

}  // namespace smm::app

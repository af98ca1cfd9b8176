// SPDX-License-Identifier: Apache-2.0
#include "benchmark/freeze_input.hpp"

#include "base/assert.hpp"
#include "benchmark/block_facts.hpp"
#include "benchmark/problems.hpp"

namespace smm::benchmark {
namespace {

using base::Problems;

constexpr int least_k = 5;
constexpr int most_k = 100;

std::string named(const std::string& school_id, const std::string& programme) {
  return "\"" + school_id + "\" (" + programme + ")";
}

void check_range(const SheetScores& sheet, const Outline& outline, Problems& problems) {
  SMM_ASSERT(sheet.areas.size() == outline.areas.size());
  const auto in_range = [](double score) { return score >= 0 && score <= 100; };  // not a number: no
  for (std::size_t area = 0; area < sheet.areas.size(); ++area) {
    const auto& value = sheet.areas[area];
    if (!value || (in_range(value->score) && in_range(value->lower) && in_range(value->upper))) continue;
    problems.emplace_back(problem::score_out_of_range, "school " + named(sheet.school_id, sheet.programme) +
                                                           " has a score in " + outline.areas[area] +
                                                           " that is not between 0 and 100");
  }
}

// Lays sheets beside the frame's rows; those of rows that did not answer are left out.
template <class Sheet>
std::vector<const Sheet*> beside_frame(const Frame& frame, const std::vector<Sheet>& sheets,
                                       const std::string& what, Problems& problems) {
  std::vector<const Sheet*> beside(frame.rows.size());
  std::vector<bool> taken(frame.rows.size());
  for (const Sheet& sheet : sheets) {
    const FrameRow* row = frame.find(sheet.school_id, sheet.programme);
    const std::string school = named(sheet.school_id, sheet.programme);
    if (row == nullptr) {
      problems.emplace_back(problem::school_unknown,
                            "the frame has no school " + school + ", but there are " + what + " of it");
      continue;
    }
    const auto at = static_cast<std::size_t>(row - frame.rows.data());
    if (taken[at])
      problems.emplace_back(problem::school_duplicate,
                            "there are " + what + " of school " + school + " twice");
    taken[at] = true;
    if (row->responded) beside[at] = &sheet;
  }
  return beside;
}

std::vector<StackedRound> previous_rounds(const FreezeInput& input, Problems& problems) {
  std::vector<StackedRound> rounds;
  for (std::size_t at = 0; at < input.previous.size(); ++at) {
    const ReleaseContent& content = *input.previous[at];
    StackedRound& round = rounds.emplace_back(StackedRound{&content, {}});
    if (at >= input.previous_scores.size() || !input.previous_scores[at]) continue;
    const Scores& scores = *input.previous_scores[at];
    for (const SheetScores& sheet : scores) check_range(sheet, content.outline, problems);
    round.sheets = beside_frame(Frame{rows_of(content.frame)}, scores, "earlier scores", problems);
  }
  return rounds;
}

}  // namespace

base::Result<FreezeRows> freeze_rows(const FreezeInput& input) {
  auto frame = frame_of(input.frame.rows, input.outline);
  if (!frame) return std::move(frame).problems();
  Problems problems;
  if (input.k && (*input.k < least_k || *input.k > most_k))
    problems.emplace_back(problem::block_size_out_of_range,
                          "a block has at least " + std::to_string(least_k) + " to " +
                              std::to_string(most_k) + " units, not " + std::to_string(*input.k));
  FreezeRows rows;
  rows.frame = std::move(*frame);
  rows.scores = beside_frame(rows.frame, input.scores, "scores", problems);
  for (const SheetScores& sheet : input.scores) check_range(sheet, input.outline, problems);
  rows.answers.resize(rows.frame.rows.size());
  if (input.answers) rows.answers = beside_frame(rows.frame, input.answers->sheets, "answers", problems);
  rows.previous = previous_rounds(input, problems);
  base::sort_problems(problems);
  if (!problems.empty()) return problems;
  return rows;
}

}  // namespace smm::benchmark

// SPDX-License-Identifier: Apache-2.0
// A school's own sheet of one program, worked out from what it wrote: answers, routes, points, scores. And
// its figures across its programs, as a comparison takes them: the mean of the programs that are scored.
#pragma once

#include <string>
#include <vector>

#include "scoring/indicator_score.hpp"
#include "scoring/score_sheet.hpp"

namespace smm::report {

// In the notation of the answer file.
struct WrittenAnswer {
  instrument::AnswerState state = instrument::AnswerState::not_answered;
  std::string value = {};
  std::string reason = {};

  friend bool operator==(const WrittenAnswer&, const WrittenAnswer&) = default;
};

// By position in the questionnaire of the program's ScoringPlan.
struct WrittenSheet {
  std::size_t programme = 0;  // position in Edition::programmes
  std::vector<WrittenAnswer> answers;
};

struct OwnSheet {
  std::size_t programme = 0;
  const scoring::ProgrammePlan* plan = nullptr;
  std::vector<WrittenAnswer> written;  // this and the next three: by position in the plan's questionnaire
  std::vector<instrument::Answer> answers;
  std::vector<instrument::Route> routes;
  std::vector<scoring::IndicatorPoints> points;  // zero for what is not scored
  scoring::SheetScores scores;
};

// What cannot be read counts as not answered. `plan` must outlive the result.
OwnSheet own_sheet(const scoring::ScoringPlan& plan, WrittenSheet written);

// The whole school: each score is the mean over the sheets that are scored, with the means of their bounds.
// Where none is, the state is that of the first sheet that says more than not_applicable. A domain is the
// mean of these areas, by the rule of scoring/domain_score.hpp, and so is the overall score.
struct OwnScores {
  std::vector<scoring::Score> areas;    // by Edition::sections; not_applicable where a section is no area
  std::vector<scoring::Score> domains;  // by Edition::domains
  scoring::Score overall;
};

OwnScores own_scores(const instrument::Edition& edition, const std::vector<OwnSheet>& sheets);

}  // namespace smm::report

// SPDX-License-Identifier: Apache-2.0
#include "scoring/indicator_score.hpp"

#include "base/assert.hpp"
#include "instrument/points.hpp"

namespace smm::scoring {

using instrument::Answer;
using instrument::AnswerState;
using instrument::Item;
using instrument::Route;

namespace {

IndicatorPoints asked_points(const Item& item, int years, const Answer& answer) {
  const double full = instrument::full_points(item);
  switch (answer.state) {
    case AnswerState::answered: {
      const auto points = instrument::points_for(item, years, answer);
      return {points.earned, points.attainable, points.attainable > 0};
    }
    case AnswerState::not_collected:
      return instrument::is_number(item.type) ? IndicatorPoints{0, full, false}
                                              : IndicatorPoints{0, full, true};
    case AnswerState::not_answered:
    case AnswerState::not_known:
    case AnswerState::declined:
      return {0, full, false};
    case AnswerState::not_applicable:
    case AnswerState::not_permitted:
      return {};
  }
  SMM_ASSERT(false);
}

}  // namespace

IndicatorPoints indicator_points(const Item& item, int years, const Answer& answer, Route route) {
  switch (route) {
    case Route::asked:
      return asked_points(item, years, answer);
    case Route::closed_at_zero:
      return {0, instrument::full_points(item), true};
    case Route::leaves:
      return {};
    case Route::undecided:
      return {0, instrument::full_points(item), false};
  }
  SMM_ASSERT(false);
}

Score indicator_score(const IndicatorPoints& points, double weight) {
  Score score;
  if (points.attainable <= 0) return score;
  score.attainable_points = points.attainable * weight;
  if (!points.answered) {
    score.state = ScoreState::too_few;
    score.upper = 1;
    return score;
  }
  score.state = ScoreState::scored;
  score.answered_points = score.attainable_points;
  score.score = score.lower = score.upper = points.earned / points.attainable;
  return score;
}

}  // namespace smm::scoring

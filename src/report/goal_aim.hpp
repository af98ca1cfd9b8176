// SPDX-License-Identifier: Apache-2.0
// The answer that a goal aims at, and whether the school's next sheet has it. From own answers alone.
//
// An aim is written as an item and
//
//   yes/no, one of, phase   an option           reached: an answer that earns as many points or more
//   any of                  an option           reached: it is chosen
//   year grid               "topic:2"           reached: the topic is in two years or more
//   numbers                 "step_2"            reached: the points of the second threshold, or more
//
// In a later edition the aim is read through the concordance: only where the item is comparable there, and a
// mapped option leads on. What was not answered tells nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "instrument/concordance.hpp"
#include "render/texts.hpp"
#include "report/next_step.hpp"
#include "report/own_sheet.hpp"

namespace smm::report {

struct GoalAim {
  std::string item;
  std::string programme;  // id; empty for a shared item
  std::string option;
};

// What a goal that is made from a move aims at.
std::string aim_of(const instrument::Item& item, int years, const instrument::Answer& answer,
                   const NextStep& next);

// In words: the question, and the answer aimed at. Nothing when the edition has no such item or option.
// `programmes` are ids of those the school has.
struct AimInWords {
  std::string question;
  std::string answer;
};
std::optional<AimInWords> aim_in_words(const scoring::ScoringPlan& plan,
                                       const std::vector<std::string>& programmes, const GoalAim& aim,
                                       const render::Texts& texts);

enum class Reached { yes, no, unknown };

// `concordance` leads from the edition in which the goal was made to that of the sheets; null: none does.
Reached reached(const GoalAim& aim, const instrument::Concordance* concordance,
                const instrument::Edition& edition, const std::vector<OwnSheet>& sheets);

}  // namespace smm::report

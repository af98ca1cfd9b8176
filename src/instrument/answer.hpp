// SPDX-License-Identifier: Apache-2.0
// One answer to one item: a state, and a value where the state is `answered`.
//
// parse_answer turns the three text fields of an answer file or form (state, value, reason) into an
// Answer, or says what is wrong with them. The notation of each type stands in docs/reference/files.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.hpp"
#include "instrument/item.hpp"

namespace smm::instrument {

enum class AnswerState : std::uint8_t {
  not_answered,
  answered,
  not_known,
  not_collected,   // zero for a chosen answer, missing for a number
  declined,        // the school chooses not to say; treated as not answered
  not_applicable,  // leaves the denominator; needs a reason
  not_permitted    // leaves the denominator; needs a citation
};

// Bit i stands for option i; for a year grid, bit topic * years + (year - 1).
struct Choice {
  std::uint64_t chosen = 0;
  std::uint64_t barred = 0;  // options or cells that law, board rule or a funder does not permit
};

// Numbers are kept as entered: n/d as given, a percent p as p/100 with denominator 100. Money in dollars.
// Dates, texts and evidence carry no value here: they are never scored or routed on.
struct Answer {
  AnswerState state = AnswerState::not_answered;
  Choice choice;
  double value = 0;  // count, money: the number; share: percent; ratio: n per 100 d; two_shares: own percent
  double comparator = 0;  // two_shares: the other percent
};

struct AnswerText {
  std::string_view state;
  std::string_view value;
  std::string_view reason;
};

// `years` is the number of grid columns of the programme. On failure `problem` is filled and false returned;
// this runs millions of times, so success allocates nothing.
bool parse_answer(const Item& item, int years, const AnswerText& text, Answer& answer,
                  std::optional<base::Problem>& problem);

std::string_view to_string(AnswerState state);
std::optional<AnswerState> answer_state(std::string_view name);

}  // namespace smm::instrument

// SPDX-License-Identifier: Apache-2.0
// Findings that a person should look at, and may leave as they are: none of them keeps an answer from being
// saved or a packet from being affirmed. docs/methods/soft-checks.md has the rules with their thresholds and
// reasons, and a worked example.
//
// The rules are made from what an edition says of its questions: types, what numbers count and of what,
// reference periods, routes, steps. They know no question by its name.
//
// Not done here: the words of a finding (content/i18n), and anything across schools.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/routed_sheet.hpp"

namespace smm::assessment {

enum class SoftCheck : std::uint8_t {
  // One answer alone.
  part_above_whole,        // a share whose part is more than its whole
  fraction_for_percent,    // a percent between 0 and 1
  comparator_repeats_own,  // two shares with the same two numbers on both sides
  small_denominator,       // a whole under that from which classes are pooled
  amount_too_small,        // dollars that look like thousands of dollars
  far_from_earlier,        // far from the last round's answer
  // An answer beside others.
  typed_twice,            // the same two numbers for different things
  quantity_differs,       // one quantity, two numbers
  digits_transposed,      // the same, where two digits changed places
  percent_not_of_whole,   // no number of people gives this percent of the whole
  answered_though_closed  // a value where other answers close the question
};

// "part_above_whole": also the last part of the key of its words.
std::string_view to_string(SoftCheck check);
std::span<const SoftCheck> soft_checks();

struct Finding {
  SoftCheck check;
  std::vector<AnswerPlace> places;  // one or two
  std::vector<std::string>
      numbers;  // to fill into its words, as typed: one for each place; far_from_earlier: now, then

  friend bool operator==(const Finding&, const Finding&) = default;
};

// Values of the last round by place, in this edition's terms (instrument/earlier_answer.hpp).
using EarlierValues = std::map<AnswerPlace, std::string>;

// What one answer shows alone, as it is typed; also of a value that cannot be saved. `answer`: position in
// SheetPlan::answers.
std::vector<Finding> check_answer(const SheetPlan& plan, std::size_t answer, const GivenAnswer& given,
                                  std::optional<std::string_view> earlier = std::nullopt);

// What numbers show beside each other. May be given a part of the answers: compared_places() says which ones
// one answer is compared with.
std::vector<Finding> check_numbers(const SheetPlan& plan, std::span<const SheetAnswer> answers);
std::vector<std::size_t> compared_places(const SheetPlan& plan, std::size_t answer);

// Values where a question is closed by other answers.
std::vector<Finding> check_routes(const SheetPlan& plan, const RoutedSheet& sheet,
                                  std::span<const SheetAnswer> answers);

// All of these, in the order of the sheet: by the place that comes first, then by check.
std::vector<Finding> check_sheet(const SheetPlan& plan, const RoutedSheet& sheet,
                                 std::span<const SheetAnswer> answers, const EarlierValues& earlier = {});

}  // namespace smm::assessment

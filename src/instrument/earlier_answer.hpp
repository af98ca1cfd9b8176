// SPDX-License-Identifier: Apache-2.0
// An answer given in an earlier edition, read in the terms of a newer one.
//
// Answers are handled in the notation of answer files (answer.hpp), so that dates and texts come along too.
// What comes out is judged by parse_answer like any other answer: multiplied by a factor, a count may pass
// the newer item's maximum.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "instrument/answer.hpp"
#include "instrument/concordance.hpp"

namespace smm::instrument {

// The value as the newer item would have it, for showing and scoring both answers alike; nothing when the
// row's map does not carry it over. `row` is one of comparable_items. Under `same` and `reworded` it stays.
//
// A map takes chosen options to their new ones, each once; all of them must have one. An option marked as
// not permitted stays so only if every old option that leads to the same new one was marked. A factor
// multiplies whole numbers, rounded to the nearest.
std::optional<std::string> value_as_newer(const ConcordanceRow& row, std::string_view value);

// An earlier answer offered for the next round. It counts only once a person has confirmed it: with the note
// and, unless `change` is same, both wordings in view.
struct AnswerToConfirm {
  std::string item;  // of the newer edition
  Change change = Change::same;
  std::string note;
  std::string state;
  std::string value;
  std::string reason;
};

// Nothing when the row is not comparable, either item is time-bound, the map does not carry the answer over,
// or it says nothing that could hold again: only `answered`, `not_applicable` and `not_permitted` are
// copied, what was unknown or declined is asked afresh. `older` and `newer` are the row's items.
std::optional<AnswerToConfirm> carry_forward(const ConcordanceRow& row, const Item& older, const Item& newer,
                                             const AnswerText& answer);

}  // namespace smm::instrument

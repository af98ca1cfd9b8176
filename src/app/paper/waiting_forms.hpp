// SPDX-License-Identifier: Apache-2.0
// The forms of one sheet that somebody sent, and which wait. Internal to app/paper.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/answering/sheet_words.hpp"
#include "app/paper/kept_form.hpp"

namespace smm::app {

// Sent by this person, oldest first.
std::vector<ReturnedForm> own_workbooks(Records& records, const Hand& hand);

// Is it for this person to look through: their own workbook, or, for whoever writes the whole sheet, a paper
// form that the office keyed and handed over? Nothing that is older than is kept.
bool is_for(const Hand& hand, const ReturnedForm& form, const Seals& seals, base::Instant now);

std::optional<ReturnedForm> form_for(Records& records, const Hand& hand, const Seals& seals,
                                     const ReturnedFormId& id, base::Instant now);

base::Problem no_such_form();

// The sheet's questions with their lines of numbers, by place.
std::vector<report::Question> numbered_questions(const SheetWords& words);

}  // namespace smm::app

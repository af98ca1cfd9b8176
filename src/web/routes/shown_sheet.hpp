// SPDX-License-Identifier: Apache-2.0
// What the pages of a sheet share: whose hand it is, the words beside the questions, times in the round's
// zone.
#pragma once

#include <memory>
#include <string>

#include "app/answering/read_sheet.hpp"
#include "app/answering/sheet_words.hpp"
#include "web/routes/question_view.hpp"
#include "web/session/endpoint.hpp"

namespace smm::web {

app::Hand hand_of(const Call& call);

// "12:04:31 p.m. EST", in the round's zone.
std::string clock_time(const Call& call, base::Instant when);
// "Nov 22, 2026, 12:04:31 p.m. EST".
std::string full_time(const Call& call, base::Instant when);

// A question as it stands for this person, with nothing said below it.
QuestionShown shown_question(const Call& call, const app::SheetWords& words, const app::SheetReading& reading,
                             std::size_t place);

}  // namespace smm::web

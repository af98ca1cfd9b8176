// SPDX-License-Identifier: Apache-2.0
// Use case: answers of a school's last round, offered for this one. They come through the concordance of the
// two editions; what is bound to its time is left out, and what was unknown or declined is asked afresh
// (instrument/earlier_answer.hpp). None counts, or stands on the sheet, before somebody has confirmed it with
// both wordings in view.
#pragma once

#include <string>
#include <vector>

#include "app/answering/hand.hpp"
#include "app/installation/installation.hpp"
#include "app/reporting/report_library.hpp"
#include "instrument/concordance.hpp"

namespace smm::app {

// One to confirm: for a place that this person may write, and that has no answer yet.
struct CarriedAnswer {
  std::size_t place = 0;  // position in the sheet's plan
  assessment::GivenAnswer given;
  std::int64_t version = 0;  // of what stands there: 0, or an answer that was cleared
  instrument::Change change = instrument::Change::same;
  std::string note;          // of the concordance; empty only for `same`
  std::string old_question;  // as it was asked then
};

struct CarriedAnswers {
  std::string round;  // code of the round they come from; empty: there is none
  std::string title;
  std::vector<CarriedAnswer> answers;  // in the sheet's order
};

// From the latest earlier round in which the school attested. Problems: those of read_sheet.
base::Result<CarriedAnswers> carried_answers(Installation& installation, ReportLibrary& library,
                                             const Hand& hand, base::Instant now);

// Saves those of these places that are still offered, with the round they come from as their source. How many
// were saved. Problems: those of save_answer, for the first that is refused.
base::Result<std::size_t> confirm_carried(Installation& installation, ReportLibrary& library,
                                          const Hand& hand,
                                          const std::vector<assessment::AnswerPlace>& places,
                                          base::Instant now);

}  // namespace smm::app

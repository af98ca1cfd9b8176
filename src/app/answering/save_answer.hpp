// SPDX-License-Identifier: Apache-2.0
// Use case: save one answer. It is acknowledged when it is on disk, sealed, with its history and its entry in
// the school's log; whoever saved from an older version than stands gets a conflict and nothing is lost.
//
// Problems: no_such_question, those of reading an answer (instrument/answer.hpp), round_not_open,
// not_accepted, sheet_locked, packet_locked, not_handed_out, key_unavailable.
#pragma once

#include <functional>

#include "app/answering/hand.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"

namespace smm::app {

struct SaveRequest {
  assessment::AnswerPlace place;
  assessment::GivenAnswer given;
  std::int64_t base = 0;        // the version that the person saw
  std::string source = "page";  // or "workbook"
};

struct SavedAnswer {
  assessment::SaveOutcome outcome = assessment::SaveOutcome::saved;
  assessment::SheetAnswer standing;  // what stands on the sheet now
};

// `end` is called once, maybe before this returns, else on a thread of the database; it must not wait.
void save_answer_later(Installation& installation, const Hand& hand, const SaveRequest& request,
                       std::function<void(ChangeEnd<SavedAnswer>)> end);

// Waits.
base::Result<SavedAnswer> save_answer(Installation& installation, const Hand& hand,
                                      const SaveRequest& request);

}  // namespace smm::app

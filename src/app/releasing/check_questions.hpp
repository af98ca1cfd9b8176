// SPDX-License-Identifier: Apache-2.0
// Use cases: while a round is checked, a data steward who has opened a school's answers with a reason asks
// about one of them; the school says that it stands, or takes its sheet back, corrects it and attests anew.
// The office sees item and state, never the words.
#pragma once

#include "app/answering/hand.hpp"
#include "app/installation/change.hpp"
#include "app/installation/installation.hpp"
#include "app/pages.hpp"

namespace smm::app {

struct OpenedQuestion {
  CheckQuestion kept;
  std::string text;
  std::string reply;
  std::string asked_by;  // name
};

inline constexpr std::size_t most_question_letters = 2000;

// Problems: question_text, not_yours (no such answer on the sheet), round_not_checked, key_unavailable.
base::Result<CheckQuestion> ask_school(Installation& installation, const Pages& pages, const Hand& steward,
                                       const assessment::AnswerPlace& place, const std::string& text);

// Oldest first. Problem: key_unavailable.
base::Result<std::vector<OpenedQuestion>> opened_questions(Installation& installation,
                                                           const OpenSheet& sheet);

// What the school says: it stands, with a reply; or it corrects, and the sheet is given back. Problems:
// question_settled, question_text, round_not_checked, participation_state_not_possible.
base::Result<CheckQuestion> answer_stands(Installation& installation, const Hand& hand,
                                          const assessment::CheckQuestionId& id, const std::string& reply);
base::Result<CheckQuestion> correct_answer(Installation& installation, const Hand& hand,
                                           const assessment::CheckQuestionId& id, const std::string& reply);

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "instrument/answer.hpp"

#include "instrument/answer_value.hpp"
#include "instrument/problems.hpp"
#include "instrument/words.hpp"

namespace smm::instrument {
namespace {

bool blank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::optional<base::Problem> check_state(const AnswerText& text, AnswerState state) {
  const bool needs_reason = state == AnswerState::not_applicable || state == AnswerState::not_permitted;
  if (state == AnswerState::answered && blank(text.value)) {
    return base::Problem(problem::answer_empty, "the state is answered but the value is empty");
  }
  if (state != AnswerState::answered && !text.value.empty()) {
    return base::Problem(problem::answer_unexpected, "the state " + std::string(text.state) +
                                                         " takes no value, but there is \"" +
                                                         std::string(text.value.substr(0, 60)) + "\"");
  }
  if (needs_reason && blank(text.reason)) {
    const std::string what = state == AnswerState::not_permitted ? " needs a citation" : " needs a reason";
    return base::Problem(problem::reason_missing, std::string(text.state) + what + " in the reason column");
  }
  return std::nullopt;
}

}  // namespace

bool parse_answer(const Item& item, int years, const AnswerText& text, Answer& answer,
                  std::optional<base::Problem>& problem) {
  const auto state = answer_state(text.state);
  if (!state) {
    problem = base::Problem(problem::unknown_state, "\"" + std::string(text.state.substr(0, 60)) +
                                                        "\" is no answer state; use " +
                                                        choices(answer_state_words));
    return false;
  }
  answer = Answer{*state, {}, 0, 0};
  problem = check_state(text, *state);
  if (!problem && *state == AnswerState::answered) {
    problem = read_value(item, years, text.value, answer);
    if (!problem && answer.choice.barred != 0 && blank(text.reason)) {
      problem = base::Problem(problem::reason_missing,
                              "an option that is not permitted needs a citation in the reason column");
    }
  }
  return !problem;
}

std::string_view to_string(AnswerState state) {
  return word_of(answer_state_words, state);
}

std::optional<AnswerState> answer_state(std::string_view name) {
  return value_of(answer_state_words, name);
}

}  // namespace smm::instrument

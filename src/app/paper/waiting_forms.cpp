// SPDX-License-Identifier: Apache-2.0
#include "app/paper/waiting_forms.hpp"

#include "app/installation/problems.hpp"

namespace smm::app {

std::vector<ReturnedForm> own_workbooks(Records& records, const Hand& hand) {
  std::vector<ReturnedForm> own;
  for (ReturnedForm& form : records.returned_forms.of(hand.sheet.key()))
    if (form.kind == workbook_kind && form.by == hand.actor.person.id) own.push_back(std::move(form));
  return own;
}

bool is_for(const Hand& hand, const ReturnedForm& form, const Seals& seals, base::Instant now) {
  if (form.sheet != hand.sheet.key() || !(now < form.at + returned_form_waits)) return false;
  if (form.kind == workbook_kind) return form.by == hand.actor.person.id;
  return assessment::allows(hand.standing, assessment::Right::write_all_answers) &&
         open_form(seals, form).settled;
}

std::optional<ReturnedForm> form_for(Records& records, const Hand& hand, const Seals& seals,
                                     const ReturnedFormId& id, base::Instant now) {
  auto form = records.returned_forms.by_id(id);
  return form && is_for(hand, *form, seals, now) ? std::move(form) : std::nullopt;
}

base::Problem no_such_form() {
  return {installation_problem::not_there,
          "There is no such worksheet, or it has waited too long, or it is not yours"};
}

std::vector<report::Question> numbered_questions(const SheetWords& words) {
  std::vector<report::Question> questions = words.questions;
  for (report::Question& question : questions)
    question.numbers = report::number_lines(question.item, question.number);
  return questions;
}

}  // namespace smm::app

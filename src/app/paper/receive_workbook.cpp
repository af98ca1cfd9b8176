// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/answering/answer_seals.hpp"
#include "app/answering/sheet_open.hpp"
#include "app/paper/kept_form.hpp"
#include "app/paper/problems.hpp"
#include "app/paper/read_worksheet.hpp"
#include "app/paper/returned_workbook.hpp"
#include "app/paper/waiting_forms.hpp"

namespace smm::app {
namespace {

namespace why = paper_problem;

using Printed = std::map<std::pair<assessment::AnswerPlace, std::int64_t>, assessment::GivenAnswer>;

// What stood in each version of each answer: an untouched worksheet gives it back.
Printed versions_of(Records& records, const Seals& seals, const SheetKey& sheet) {
  Printed printed;
  for (const SealedAnswer& kept : records.sheets.whole_history(sheet))
    printed[{kept.place, kept.version}] = open_answer(seals, sheet, kept).given;
  return printed;
}

// What the school's side of it is at this moment.
struct SentTo {
  const Hand& hand;
  const Seals& seals;
  Printed printed;  // empty for a blank worksheet
  std::vector<bool> own;
};

report::EnteredAnswer printed_at(const SentTo& to, std::size_t place, std::int64_t version) {
  const auto found = to.printed.find({to.hand.sheet.plan->answers[place].place, version});
  if (found == to.printed.end()) return {};
  return {found->second.state, found->second.value, found->second.reason};
}

KeptForm kept_of(const SentWorksheet& sent, const SentTo& to) {
  KeptForm form;
  for (const report::ReturnedAnswer& answer : sent.answers) {
    const report::Question& question = sent.questions[answer.question];
    const auto printed = printed_at(to, answer.question, answer.version);
    const auto barred = report::barred_beside(question.item, printed);
    auto written = report::answer_in(question.item, question.years, answer.cells, barred);
    if (written == report::canonical(question.item, question.years, printed))
      ++form.untouched;
    else if (!to.own[answer.question])
      ++form.others;
    else
      form.answers.push_back({question.key, std::move(written), answer.cell, answer.version});
  }
  return form;
}

std::optional<base::Problem> refusal_to_keep(Records& records, const SentTo& to, const KeptForm& form) {
  const base::Place file{"file", 0, 0};
  if (form.answers.empty())
    return base::Problem(why::worksheet_unchanged,
                         form.others == 0
                             ? "Nothing in this worksheet differs from what was printed into it"
                             : "All that was changed in this worksheet is about questions that are not yours",
                         file);
  const auto waiting = own_workbooks(records, to.hand);
  if (waiting.size() >= most_waiting_worksheets)
    return base::Problem(why::worksheets_waiting,
                         "Ten of your worksheets wait already; apply or discard one of them first", file);
  return std::nullopt;
}

base::Result<Change<ReturnedFormId>> take_in(Records& records, const SentTo& to, const KeptForm& form,
                                             const ReturnedFormId& id, base::Instant now) {
  sweep_returned_forms(records, now);
  if (auto refused = refusal_now(records, to.hand.sheet, now)) return *refused;
  if (auto refused = refusal_to_keep(records, to, form)) return *refused;
  records.returned_forms.keep({id, to.hand.sheet.key(), std::string(workbook_kind), 1,
                               to.hand.actor.person.id, now, seal_form(to.seals, id, form)});
  return Change<ReturnedFormId>(id,
                                told_by(to.hand, "worksheet.return", std::to_string(form.answers.size())));
}

}  // namespace

base::Result<ReturnedFormId> receive_workbook(Installation& installation, const render::Texts& texts,
                                              const Hand& hand, std::string_view bytes) {
  const auto sent = read_worksheet(texts, hand.sheet, bytes);
  if (!sent) return sent.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  SentTo to{hand, *seals, {}, {}};
  installation.database.read([&](Records& records) {
    to.printed = sent->filled ? versions_of(records, *seals, hand.sheet.key()) : Printed();
    to.own = written_by(records, hand);
  });
  const KeptForm form = kept_of(*sent, to);
  const auto id = ReturnedFormId::make(installation.random);
  return change<ReturnedFormId>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) { return take_in(records, to, form, id, now); });
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "app/answering/answer_seals.hpp"
#include "app/answering/read_sheet.hpp"
#include "app/answering/set_answer_aside.hpp"
#include "app/paper/returned_workbook.hpp"
#include "app/paper/waiting_forms.hpp"
#include "assessment/visible_items.hpp"

namespace smm::app {
namespace {

using assessment::GivenAnswer;

// A form that waits, and the sheet as it stands.
struct LookedThrough {
  ReturnedForm form;
  KeptForm kept;
  SheetReading reading;
  base::Instant now;
};

base::Result<LookedThrough> look_through(Installation& installation, const Hand& hand,
                                         const ReturnedFormId& id) {
  const base::Instant now = installation.clock.now();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  auto form = look<ReturnedForm>(installation.database, [&](Records& records) -> base::Result<ReturnedForm> {
    auto own = form_for(records, hand, *seals, id, now);
    if (!own) return no_such_form();
    return std::move(*own);
  });
  if (!form) return std::move(form).problems();
  auto reading = read_sheet(installation, hand, now);
  if (!reading) return std::move(reading).problems();
  KeptForm kept = open_form(*seals, *form);
  return LookedThrough{std::move(*form), std::move(kept), std::move(*reading), now};
}

// In the edition's terms, or why it is none. A state that is no state stays with the problem alone.
struct ReadBack {
  GivenAnswer given;
  std::optional<base::Problem> problem;
};

ReadBack read_back(const assessment::SheetPlan& plan, std::size_t place, const report::TypedAnswer& typed) {
  const auto state = instrument::answer_state(typed.state);
  ReadBack back{{state.value_or(instrument::AnswerState::answered), typed.value, typed.reason}, std::nullopt};
  instrument::Answer answer;
  parse_answer(assessment::item_at(plan, place), assessment::years_at(plan, place),
               {typed.state, typed.value, typed.reason}, answer, back.problem);
  return back;
}

bool says_the_same(const assessment::SheetPlan& plan, std::size_t place,
                   const std::optional<assessment::SheetAnswer>& standing, const report::TypedAnswer& typed) {
  const GivenAnswer given = standing ? standing->given : GivenAnswer();
  return report::canonical(assessment::item_at(plan, place), assessment::years_at(plan, place),
                           {given.state, given.value, given.reason}) == typed;
}

void review_one(const Hand& hand, const LookedThrough& looked, const KeptAnswer& kept,
                ReviewedWorkbook& review) {
  const auto& plan = *hand.sheet.plan;
  const auto place = plan.find(place_of(kept.key));
  const assessment::Onlooker onlooker{hand.actor.person.id, hand.standing};
  const assessment::DividedWork work{hand.sheet.participation, looked.reading.packets,
                                     looked.reading.assignments};
  // Taken back from the sender since: not even shown.
  if (!place || !assessment::writable_places(plan, onlooker, work)[*place]) {
    ++review.others;
    return;
  }
  const auto& standing = looked.reading.at[*place];
  const ReadBack back = read_back(plan, *place, kept.written);
  if (back.problem) {
    review.unread.push_back({*place, kept.cell, back.given, *back.problem});
  } else if (says_the_same(plan, *place, standing, kept.written)) {
    ++review.unchanged;
  } else {
    WorkbookChange change{*place, kept.cell, standing, back.given, false, std::nullopt};
    change.conflict = change.base() != kept.version;
    change.closed = assessment::refusal_to_write(plan, plan.answers[*place].place, onlooker, work,
                                                 hand.sheet.round, looked.now);
    review.changes.push_back(std::move(change));
  }
}

ReviewedWorkbook reviewed(const Hand& hand, const LookedThrough& looked) {
  ReviewedWorkbook review{looked.form.id,
                          looked.form.at,
                          {},
                          {},
                          looked.kept.untouched,
                          looked.kept.others,
                          looked.form.kind == keyed_kind};
  for (const KeptAnswer& kept : looked.kept.answers) review_one(hand, looked, kept, review);
  std::ranges::stable_sort(review.changes, {}, &WorkbookChange::place);
  std::ranges::stable_sort(review.unread, {}, &UnreadCell::place);
  return review;
}

// What the person decided about a change, as long as it is the one that they looked at.
std::optional<SettledChange> decided(const std::vector<SettledChange>& settled,
                                     const WorkbookChange& change) {
  const auto found = std::ranges::find(settled, change.place, &SettledChange::place);
  if (found == settled.end() || found->base != change.base() || change.closed) return std::nullopt;
  return *found;
}

std::vector<std::size_t> unchosen_of(const ReviewedWorkbook& review,
                                     const std::vector<SettledChange>& settled) {
  std::vector<std::size_t> unchosen;
  for (const WorkbookChange& change : review.changes) {
    const auto decision = decided(settled, change);
    if (decision && change.conflict && decision->choice == WorkbookChoice::none)
      unchosen.push_back(change.place);
  }
  return unchosen;
}

class Applying {
 public:
  Applying(Installation& installation, const Hand& hand, bool paper)
      : installation_(installation), hand_(hand), source_(paper ? "paper" : "workbook") {}

  base::Result<bool> apply(const WorkbookChange& change, const SettledChange& decision) {
    const auto& place = hand_.sheet.plan->answers[change.place].place;
    const SaveRequest request{place, change.given, decision.base, source_};
    if (change.conflict && decision.choice == WorkbookChoice::theirs) {
      const auto aside = set_answer_aside(installation_, hand_, request);
      if (!aside) return aside.problems();
      ++done.set_aside;
      return true;
    }
    const auto saved = save_answer(installation_, hand_, request);
    const bool kept = saved && saved->outcome != assessment::SaveOutcome::conflict;
    done.saved += kept ? 1 : 0;
    return kept;
  }

  AppliedWorkbook done;

 private:
  Installation& installation_;
  const Hand& hand_;
  const std::string source_;
};

// What was settled goes; the form goes with the last of it. What cannot be read was told, and is over as
// well.
base::Result<AppliedWorkbook> close_settled(Installation& installation, const Hand& hand,
                                            LookedThrough looked, const std::vector<std::string>& left,
                                            AppliedWorkbook done) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  std::erase_if(looked.kept.answers,
                [&](const KeptAnswer& kept) { return std::ranges::find(left, kept.key) == left.end(); });
  done.over = left.empty();
  const std::string what = "saved " + std::to_string(done.saved) + ", set aside " +
                           std::to_string(done.set_aside) + ", left " + std::to_string(left.size());
  return change<AppliedWorkbook>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant) -> base::Result<Change<AppliedWorkbook>> {
        if (done.over) {
          records.returned_forms.remove(looked.form.id);
        } else {
          looked.form.sealed = seal_form(*seals, looked.form.id, looked.kept);
          records.returned_forms.keep(looked.form);
        }
        return Change<AppliedWorkbook>(done, told_by(hand, "worksheet.apply", "", what));
      });
}

}  // namespace

base::Result<ReviewedWorkbook> review_workbook(Installation& installation, const Hand& hand,
                                               const ReturnedFormId& id) {
  const auto looked = look_through(installation, hand, id);
  if (!looked) return looked.problems();
  return reviewed(hand, *looked);
}

base::Result<AppliedWorkbook> apply_workbook(Installation& installation, const Hand& hand,
                                             const ReturnedFormId& id,
                                             const std::vector<SettledChange>& settled) {
  auto looked = look_through(installation, hand, id);
  if (!looked) return std::move(looked).problems();
  const ReviewedWorkbook review = reviewed(hand, *looked);
  Applying applying(installation, hand, review.paper);
  applying.done.unchosen = unchosen_of(review, settled);
  if (!applying.done.unchosen.empty()) return applying.done;
  std::vector<std::string> left;
  for (const WorkbookChange& change : review.changes) {
    const auto decision = decided(settled, change);
    const auto settled_now = decision ? applying.apply(change, *decision) : base::Result<bool>(false);
    if (!settled_now) return settled_now.problems();
    if (*settled_now) continue;
    left.push_back(key_of(hand.sheet.plan->answers[change.place].place));
    applying.done.moved = applying.done.moved || !change.closed;
  }
  return close_settled(installation, hand, std::move(*looked), left, applying.done);
}

base::Result<bool> discard_workbook(Installation& installation, const Hand& hand, const ReturnedFormId& id) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        if (!form_for(records, hand, *seals, id, now)) return no_such_form();
                        records.returned_forms.remove(id);
                        return Change<bool>(true, told_by(hand, "worksheet.discard", ""));
                      });
}

base::Result<std::vector<WaitingWorkbook>> waiting_workbooks(Installation& installation, const Hand& hand) {
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  std::vector<WaitingWorkbook> waiting;
  const base::Instant now = installation.clock.now();
  installation.database.read([&](Records& records) {
    waiting.clear();
    for (const ReturnedForm& form : records.returned_forms.of(hand.sheet.key()))
      if (is_for(hand, form, *seals, now)) waiting.push_back({form.id, form.at, form.kind == keyed_kind});
  });
  return waiting;
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "app/reporting/carried_answers.hpp"

#include <algorithm>

#include "app/answering/read_sheet.hpp"
#include "app/releasing/attested_sheet.hpp"
#include "benchmark/outline.hpp"
#include "instrument/earlier_answer.hpp"
#include "instrument/tracking.hpp"

namespace smm::app {
namespace {

using assessment::AnswerPlace;
using assessment::SheetAnswer;
using instrument::AnswerState;

// What the school attested before, with its edition.
struct AttestedBefore {
  OpenSheet sheet;
  std::vector<SheetAnswer> answers;
};

std::optional<AttestedBefore> attested_before(Installation& installation, Records& records,
                                              const OpenSheet& sheet, base::Instant now) {
  auto seals = installation.keys.seals(records.schools, sheet.school.id.text());
  if (!seals) return std::nullopt;
  std::vector<assessment::Round> rounds = records.rounds.all();
  std::ranges::sort(rounds, std::ranges::greater(), &assessment::Round::closes);
  for (const auto& round : rounds) {
    if (round.practice || round.closes >= sheet.round.closes || round.id == sheet.round.id) continue;
    auto before = open_sheet(records, installation.editions, round.code, sheet.school.code);
    if (!before) continue;
    auto attested =
        attested_sheet(records, *seals, *before, benchmark::outline_of(before->edition->edition), now);
    if (attested) return AttestedBefore{std::move(*before), std::move(attested->answers)};
  }
  return std::nullopt;
}

bool is_empty(const std::optional<SheetAnswer>& standing) {
  return !standing || standing->given.state == AnswerState::not_answered;
}

// Earlier answers at their new places.
class Carrying {
 public:
  Carrying(const Hand& hand, const SheetReading& reading, const AttestedBefore& before)
      : sheet_(hand.sheet), reading_(reading), before_(before) {}

  std::vector<CarriedAnswer> through(const instrument::Concordance& concordance) {
    for (const auto* row : instrument::comparable_items(concordance))
      for (const SheetAnswer& answer : before_.answers)
        if (answer.place.item == row->from.front()) carry(*row, answer);
    std::ranges::sort(carried_, {}, &CarriedAnswer::place);
    return std::move(carried_);
  }

 private:
  void carry(const instrument::ConcordanceRow& row, const SheetAnswer& answer) {
    const auto* older = item_of(before_.sheet, answer.place.item);
    const auto* newer = item_of(sheet_, row.to.front());
    const auto place = place_now(answer.place.programme, row.to.front());
    if (older == nullptr || newer == nullptr || !place) return;
    const auto& standing = reading_.at[*place];
    if (!reading_.writable[*place] || !reading_.visible[*place] || !is_empty(standing)) return;
    const auto& [state, value, reason] = answer.given;
    const auto offered =
        instrument::carry_forward(row, *older, *newer, {instrument::to_string(state), value, reason});
    if (!offered) return;
    carried_.push_back({*place,
                        {*instrument::answer_state(offered->state), offered->value, offered->reason},
                        standing ? standing->version : 0,
                        offered->change,
                        offered->note,
                        older->wording.question});
  }

  static const instrument::Item* item_of(const OpenSheet& sheet, const std::string& id) {
    const auto& edition = sheet.edition->edition;
    const auto at = edition.item(id);
    return at ? &edition.items[*at] : nullptr;
  }

  // A question may have become one for each program, or one for the school.
  std::optional<std::size_t> place_now(const std::string& programme, const std::string& item) const {
    if (const auto same = sheet_.plan->find({programme, item})) return same;
    if (const auto shared = sheet_.plan->find({"", item})) return shared;
    if (programme.empty() && sheet_.school.programmes.size() == 1)
      return sheet_.plan->find({sheet_.school.programmes.front(), item});
    return std::nullopt;
  }

  const OpenSheet& sheet_;
  const SheetReading& reading_;
  const AttestedBefore& before_;
  std::vector<CarriedAnswer> carried_;
};

}  // namespace

base::Result<CarriedAnswers> carried_answers(Installation& installation, ReportLibrary& library,
                                             const Hand& hand, base::Instant now) {
  std::optional<AttestedBefore> before;
  installation.database.read(
      [&](Records& records) { before = attested_before(installation, records, hand.sheet, now); });
  if (!before) return CarriedAnswers{};
  CarriedAnswers carried{before->sheet.round.code, before->sheet.round.title, {}};
  const auto concordance = library.concordance(before->sheet.edition->edition, hand.sheet.edition->edition);
  if (!concordance) return carried;
  const auto reading = read_sheet(installation, hand, now);
  if (!reading) return reading.problems();
  carried.answers = Carrying(hand, *reading, *before).through(*concordance);
  return carried;
}

base::Result<std::size_t> confirm_carried(Installation& installation, ReportLibrary& library,
                                          const Hand& hand, const std::vector<AnswerPlace>& places,
                                          base::Instant now) {
  const auto carried = carried_answers(installation, library, hand, now);
  if (!carried) return carried.problems();
  std::size_t kept = 0;
  for (const CarriedAnswer& answer : carried->answers) {
    const AnswerPlace& place = hand.sheet.plan->answers[answer.place].place;
    if (std::ranges::find(places, place) == places.end()) continue;
    const auto saved =
        save_answer(installation, hand, {place, answer.given, answer.version, "carried " + carried->round});
    if (!saved) return saved.problems();
    if (saved->outcome == assessment::SaveOutcome::saved) ++kept;
  }
  return kept;
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "app/answering/save_answer.hpp"

#include <algorithm>
#include <future>

#include "app/answering/answer_seals.hpp"
#include "app/answering/problems.hpp"
#include "assessment/assignment.hpp"
#include "instrument/answer.hpp"

namespace smm::app {
namespace {

using assessment::AnswerPlace;
using assessment::Right;
using assessment::SaveOutcome;

// What a save knows before it waits for the database; it may run more than once.
struct Prepared {
  OpenSheet sheet;
  assessment::PersonId person;
  bool writes_all = false;
  bool writes_own = false;
  SaveRequest request;
  const instrument::Item* item = nullptr;  // of the sheet's edition
  Seals seals;
  std::string sealed;  // as the version after request.base
};

const instrument::Programme* programme_of(const OpenSheet& sheet, std::string_view id) {
  if (std::ranges::find(sheet.school.programmes, id) == sheet.school.programmes.end()) return nullptr;
  const auto position = sheet.edition->edition.programme(id);
  return position ? &sheet.edition->edition.programmes[*position] : nullptr;
}

bool asks(const OpenSheet& sheet, const instrument::Item& item, std::string_view programme) {
  const auto position = sheet.edition->edition.programme(programme);
  return position && (item.programmes >> *position & 1U) != 0;
}

// A shared item is on the sheet when any of the school's programs has it.
bool on_sheet(const OpenSheet& sheet, const instrument::Item& item, const AnswerPlace& place) {
  if (item.shared != place.programme.empty()) return false;
  if (!item.shared)
    return programme_of(sheet, place.programme) != nullptr && asks(sheet, item, place.programme);
  return std::ranges::any_of(sheet.school.programmes, [&](const auto& id) { return asks(sheet, item, id); });
}

int years_of(const OpenSheet& sheet, const AnswerPlace& place) {
  const std::string_view id =
      place.programme.empty() ? std::string_view(sheet.school.programmes.front()) : place.programme;
  const auto* programme = programme_of(sheet, id);
  return programme != nullptr ? programme->years : 0;
}

std::optional<base::Problem> refusal_to_save(Records& records, const Prepared& save, base::Instant now) {
  const SheetKey key = save.sheet.key();
  // Whoever writes on a sheet holds this row first: a school's writers come one after the other.
  const auto participation = records.rounds.participation(key, true);
  if (!participation) return base::Problem(answering_problem::no_such_question, "The school left the round");
  if (auto refused = assessment::refusal_to_answer(save.sheet.round, now)) return refused;
  if (auto refused = assessment::refusal_to_write(*participation)) return refused;
  const auto packet = records.rounds.packet(key, save.item->office, false);
  if (packet) {
    if (auto refused = assessment::refusal_to_write(*packet)) return refused;
  }
  if (save.writes_all) return std::nullopt;
  const auto handed_out = records.rounds.assignments(key, save.person);
  const bool covered = save.writes_own && std::ranges::any_of(handed_out, [&](const auto& assignment) {
                         return assessment::covers(assignment, save.sheet.edition->edition, *save.item);
                       });
  if (covered) return std::nullopt;
  return base::Problem(answering_problem::not_handed_out, "This question was not handed to you");
}

AuditEntry entry_of(const Prepared& save, std::int64_t version) {
  const AnswerPlace& place = save.request.place;
  const std::string programme = place.programme.empty() ? "shared" : place.programme;
  return {save.sheet.school.id.text(), save.person.text(), "answer.save",
          save.sheet.round.code + " " + programme + " " + place.item + " " + std::to_string(version), ""};
}

// The version that was expected to come is sealed already; another one has to be sealed anew.
SealedAnswer next_version(const Prepared& save, std::int64_t standing, base::Instant now) {
  const SaveRequest& wanted = save.request;
  SealedAnswer answer;
  answer.place = wanted.place;
  answer.state = wanted.given.state;
  answer.version = standing + 1;
  answer.made_from = wanted.base;
  answer.sealed = standing == wanted.base
                      ? save.sealed
                      : seal_answer(save.seals, save.sheet.key(), wanted.place, answer.version, wanted.given);
  answer.by = save.person;
  answer.at = now;
  answer.source = wanted.source;
  return answer;
}

base::Result<Change<SavedAnswer>> save_now(Records& records, const Prepared& save, base::Instant now) {
  if (auto refused = refusal_to_save(records, save, now)) return *refused;
  const SheetKey key = save.sheet.key();
  assessment::SheetAnswer standing;
  standing.place = save.request.place;
  if (const auto kept = records.sheets.answer(key, save.request.place))
    standing = open_answer(save.seals, key, *kept);
  const SaveOutcome outcome =
      assessment::judge_save(standing.given, standing.version, save.request.given, save.request.base);
  if (outcome != SaveOutcome::saved) return Change<SavedAnswer>::nothing({outcome, standing});
  const SealedAnswer next = next_version(save, standing.version, now);
  records.sheets.keep(key, next);
  const assessment::SheetAnswer kept{next.place, save.request.given, next.version, next.by, next.at};
  return Change<SavedAnswer>({outcome, kept}, entry_of(save, next.version));
}

base::Result<Prepared> prepared(Installation& installation, const Hand& hand, const SaveRequest& request) {
  const auto item = item_at(hand.sheet, request.place);
  if (!item) return item.problems();
  base::Problems problems = problems_of_answer(hand.sheet, request.place, request.given);
  if (!problems.empty()) return problems;
  auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return std::move(seals).problems();
  std::string sealed = seal_answer(*seals, hand.sheet.key(), request.place, request.base + 1, request.given);
  return Prepared{hand.sheet,
                  hand.actor.person.id,
                  assessment::allows(hand.standing, Right::write_all_answers),
                  assessment::allows(hand.standing, Right::write_own_answers),
                  request,
                  *item,
                  *seals,
                  std::move(sealed)};
}

}  // namespace

base::Result<const instrument::Item*> item_at(const OpenSheet& sheet, const AnswerPlace& place) {
  const auto& edition = sheet.edition->edition;
  const auto position = edition.item(place.item);
  if (position && on_sheet(sheet, edition.items[*position], place)) return &edition.items[*position];
  return base::Problem(answering_problem::no_such_question, "There is no such question on this sheet");
}

base::Problems problems_of_answer(const OpenSheet& sheet, const AnswerPlace& place,
                                  const assessment::GivenAnswer& given) {
  const auto item = item_at(sheet, place);
  if (!item) return item.problems();
  instrument::Answer answer;
  std::optional<base::Problem> problem;
  const instrument::AnswerText text{instrument::to_string(given.state), given.value, given.reason};
  if (instrument::parse_answer(**item, years_of(sheet, place), text, answer, problem)) return {};
  return {*problem};
}

void save_answer_later(Installation& installation, const Hand& hand, const SaveRequest& request,
                       std::function<void(ChangeEnd<SavedAnswer>)> end) {
  auto save = prepared(installation, hand, request);
  if (!save) return end({base::Result<SavedAnswer>(std::move(save).problems()), nullptr});
  change_later<SavedAnswer>(
      installation.database, installation.clock,
      [save = std::make_shared<const Prepared>(std::move(*save))](Records& records, base::Instant now) {
        return save_now(records, *save, now);
      },
      std::move(end));
}

base::Result<SavedAnswer> save_answer(Installation& installation, const Hand& hand,
                                      const SaveRequest& request) {
  std::promise<ChangeEnd<SavedAnswer>> ended;
  auto end = ended.get_future();
  save_answer_later(installation, hand, request,
                    [&ended](ChangeEnd<SavedAnswer> how) { ended.set_value(std::move(how)); });
  return end.get().take();
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "app/answering/save_answer.hpp"

#include <future>

#include "app/answering/answer_seals.hpp"
#include "assessment/problems.hpp"
#include "assessment/routed_sheet.hpp"
#include "assessment/visible_items.hpp"

namespace smm::app {
namespace {

using assessment::AnswerPlace;
using assessment::SaveOutcome;

// What a save knows before it waits for the database; it may run more than once.
struct Prepared {
  OpenSheet sheet;
  assessment::Onlooker writer;
  SaveRequest request;
  Seals seals;
  std::string sealed;  // as the version after request.base
  ExpectedSave expected;
};

// Whoever may write everywhere needs no assignments.
ExpectedSave expected_of(const OpenSheet& sheet, const AnswerPlace& place,
                         const assessment::Onlooker& writer) {
  const assessment::SheetPlan& plan = *sheet.plan;
  ExpectedSave expected{sheet.key(), place, plan.packets[plan.packet_of[*plan.find(place)]].office, {}};
  if (!assessment::allows(writer.standing, assessment::Right::write_all_answers))
    expected.assigned_to = writer.person;
  return expected;
}

// Round, part, packet and assignments are looked at again, under the lock that all of a school's writers
// take.
std::optional<base::Problem> refusal_to_save(Records& records, const Prepared& save, base::Instant now) {
  const ExpectedSave& expected = save.expected;
  const auto participation = records.rounds.participation(expected.sheet, true);
  SMM_ASSERT(participation);
  std::vector<assessment::Packet> packets;
  if (auto packet = records.rounds.packet(expected.sheet, expected.office, false))
    packets.push_back(std::move(*packet));
  std::vector<assessment::Assignment> handed_out;
  if (expected.assigned_to) handed_out = records.rounds.assignments(expected.sheet, *expected.assigned_to);
  return assessment::refusal_to_write(*save.sheet.plan, save.request.place, save.writer,
                                      {*participation, packets, handed_out}, save.sheet.round, now);
}

// Where it came from is told unless it was typed on a page.
AuditEntry entry_of(const Prepared& save, std::int64_t version) {
  const AnswerPlace& place = save.request.place;
  const std::string programme = place.programme.empty() ? "shared" : place.programme;
  return {save.sheet.school.id.text(), save.writer.person.text(), "answer.save",
          save.sheet.round.code + " " + programme + " " + place.item + " " + std::to_string(version),
          save.request.source == "page" ? "" : save.request.source};
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
  answer.by = save.writer.person;
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

base::Problem not_yours() {
  return {assessment::problem::not_yours, "This question was not handed to you, or is not on the sheet"};
}

base::Result<Prepared> prepared(Installation& installation, const Hand& hand, const SaveRequest& request) {
  const auto place = hand.sheet.plan->find(request.place);
  if (!place) return not_yours();
  const auto readable = assessment::read_answer(*hand.sheet.plan, *place, request.given);
  if (!readable) return readable.problems();
  auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return std::move(seals).problems();
  std::string sealed = seal_answer(*seals, hand.sheet.key(), request.place, request.base + 1, request.given);
  const assessment::Onlooker writer{hand.actor.person.id, hand.standing};
  return Prepared{
      hand.sheet, writer, request, *seals, std::move(sealed), expected_of(hand.sheet, request.place, writer)};
}

}  // namespace

void save_answer_later(Installation& installation, const Hand& hand, const SaveRequest& request,
                       std::function<void(ChangeEnd<SavedAnswer>)> end) {
  auto made = prepared(installation, hand, request);
  if (!made) return end({base::Result<SavedAnswer>(std::move(made).problems()), nullptr});
  const auto save = std::make_shared<const Prepared>(std::move(*made));
  save_later<SavedAnswer>(
      installation.database, installation.clock, save->expected,
      [save](Records& records, base::Instant now) { return save_now(records, *save, now); }, std::move(end));
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

// SPDX-License-Identifier: Apache-2.0
#include "app/answering/set_answer_aside.hpp"

#include <algorithm>

#include "app/answering/answer_seals.hpp"
#include "app/answering/sheet_open.hpp"
#include "assessment/problems.hpp"
#include "assessment/routed_sheet.hpp"

namespace smm::app {
namespace {

using assessment::GivenAnswer;
using Standing = std::optional<assessment::SheetAnswer>;

base::Problem not_theirs() {
  return {assessment::problem::not_yours, "This question was not handed to you, or is not on the sheet"};
}

// What is to be kept beside the history, and as which row.
struct Aside {
  const Hand& hand;
  std::size_t place;
  const GivenAnswer& given;
  assessment::NotKeptId id;
  Seals seals;

  const assessment::AnswerPlace& at() const { return hand.sheet.plan->answers[place].place; }
};

bool is_kept_already(Records& records, const Aside& aside, std::int64_t stood) {
  const SheetKey key = aside.hand.sheet.key();
  return std::ranges::any_of(records.sheets.not_kept(key, aside.at()), [&](const SealedNotKept& kept) {
    return kept.stood == stood && kept.by == aside.hand.actor.person.id &&
           open_not_kept(aside.seals, key, kept) == aside.given;
  });
}

AuditEntry told(const Aside& aside, std::int64_t stood) {
  const std::string programme = aside.at().programme.empty() ? "shared" : aside.at().programme;
  return told_by(aside.hand, "answer.set_aside",
                 programme + " " + aside.at().item + " " + std::to_string(stood));
}

base::Result<Change<Standing>> keep_aside(Records& records, const Aside& aside, base::Instant now) {
  const SheetKey key = aside.hand.sheet.key();
  records.rounds.participation(key, true);
  if (!written_by(records, aside.hand)[aside.place]) return not_theirs();
  const auto kept = records.sheets.answer(key, aside.at());
  if (!kept) return Change<Standing>::nothing(std::nullopt);
  const auto standing = open_answer(aside.seals, key, *kept);
  if (standing.given == aside.given || is_kept_already(records, aside, standing.version))
    return Change<Standing>::nothing(standing);
  records.sheets.add(key, SealedNotKept{aside.id, aside.at(), aside.given.state,
                                        seal_not_kept(aside.seals, key, aside.id, aside.given),
                                        standing.version, aside.hand.actor.person.id, now});
  return Change<Standing>(standing, told(aside, standing.version));
}

}  // namespace

base::Result<Standing> set_answer_aside(Installation& installation, const Hand& hand,
                                        const SaveRequest& request) {
  const auto place = hand.sheet.plan->find(request.place);
  if (!place) return not_theirs();
  const auto readable = assessment::read_answer(*hand.sheet.plan, *place, request.given);
  if (!readable) return readable.problems();
  const auto seals = seals_of(installation, hand.sheet.school.id.text());
  if (!seals) return seals.problems();
  const Aside aside{hand, *place, request.given, assessment::NotKeptId::make(installation.random), *seals};
  return change<Standing>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) { return keep_aside(records, aside, now); });
}

}  // namespace smm::app

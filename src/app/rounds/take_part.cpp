// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/take_part.hpp"

#include <algorithm>
#include <functional>

#include "app/people/person_at.hpp"
#include "app/people/post_mail.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/school_people.hpp"
#include "app/rounds/school_stories.hpp"
#include "assessment/problems.hpp"
#include "base/assert.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Participation;
using PartChange = base::Result<Change<Participation>>;

AuditEntry told(const OpenSheet& sheet, const Actor& actor, std::string action, std::string detail = {}) {
  return {sheet.school.id.text(), actor.name_in_log(), std::move(action), sheet.round.code,
          std::move(detail)};
}

// The part as it is now, under the lock of the school's writers.
Participation locked_part(Records& records, const SheetKey& sheet) {
  auto part = records.rounds.participation(sheet, true);
  SMM_ASSERT(part);
  return std::move(*part);
}

std::optional<base::Problem> unknown_area(const OpenSheet& sheet, const std::vector<std::string>& areas) {
  for (const std::string& area : areas) {
    const auto section = sheet.edition->edition.section(area);
    const bool is_area =
        section && sheet.edition->edition.sections[*section].kind == instrument::SectionKind::area;
    if (!is_area) return base::Problem(why::no_such_target, "There is no area \"" + area + "\"");
  }
  return std::nullopt;
}

// Why a school does not take part: a working note of its own.
base::Result<std::optional<SealedNote>> part_with(Installation& installation, const OpenSheet& sheet,
                                                  const Actor& actor, const std::string& act,
                                                  const std::string& reason) {
  if (reason.empty()) return std::optional<SealedNote>();
  const auto seals = seals_of(installation, sheet.school.id.text());
  if (!seals) return seals.problems();
  const auto id = assessment::NoteId::make(installation.random);
  return std::optional(SealedNote{id, assessment::Scope::packet, act, actor.person.id,
                                  installation.clock.now(),
                                  seals->seal({"note", sheet.round.id.text(), id.text()}, reason)});
}

void keep_reason(Records& records, const OpenSheet& sheet, const std::optional<SealedNote>& reason,
                 base::Instant now) {
  if (!reason) return;
  SealedNote kept = *reason;
  kept.at = now;
  records.sheets.add(sheet.key(), kept);
}

void leave_public_places(Records& records, const SheetKey& sheet, const Actor& actor, base::Instant now) {
  records.badges.remove_listing(sheet);
  withdraw_stories(records, sheet);
  for (KeptBadge badge : records.badges.of(sheet)) {
    if (!badge.holds(now)) continue;
    badge.revoked = now;
    badge.revoked_by = actor.name_in_log();
    badge.reason = "The school withdrew from the round.";
    records.badges.revoke(badge);
  }
}

}  // namespace

base::Result<Participation> accept_invitation(Installation& installation, const Pages& pages,
                                              const Actor& actor, const OpenSheet& sheet,
                                              const AcceptRequest& request) {
  if (const auto unknown = unknown_area(sheet, request.priorities)) return *unknown;
  const auto agreement = read_agreement(pages.texts, request.agreed);
  if (!agreement) return agreement.problems();
  return change<Participation>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> PartChange {
        auto next =
            assessment::accepted(locked_part(records, sheet.key()), {request.solo, request.priorities}, now);
        if (!next) return std::move(next).problems();
        records.rounds.change(*next);
        keep_agreement(records, sheet.key(), *agreement, actor.person.id, now);
        if (!request.solo && !request.coordinator.address.empty()) {
          const Joining joining{request.coordinator, assessment::SchoolRole::coordinator};
          const auto joined = join_school(installation, pages, records, actor, sheet, joining, now);
          if (!joined) return joined.problems();
        }
        return Change<Participation>(*next, told(sheet, actor, "school.accept", request.solo ? "solo" : ""));
      });
}

base::Result<Participation> decline_invitation(Installation& installation, const Actor& actor,
                                               const OpenSheet& sheet, const std::string& reason) {
  const auto parting = part_with(installation, sheet, actor, "decline", reason);
  if (!parting) return parting.problems();
  return change<Participation>(installation.database, installation.clock,
                               [&](Records& records, base::Instant now) -> PartChange {
                                 const auto next = assessment::declined(locked_part(records, sheet.key()));
                                 if (!next) return next.problems();
                                 records.rounds.change(*next);
                                 keep_reason(records, sheet, *parting, now);
                                 return Change<Participation>(*next, told(sheet, actor, "school.decline"));
                               });
}

base::Result<Participation> withdraw_school(Installation& installation, const Actor& actor,
                                            const OpenSheet& sheet, const std::string& reason) {
  const auto parting = part_with(installation, sheet, actor, "withdraw", reason);
  if (!parting) return parting.problems();
  return change<Participation>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> PartChange {
        const auto part = locked_part(records, sheet.key());
        if (records.rounds.by_id(sheet.round.id)->state == assessment::RoundState::frozen)
          return base::Problem(assessment::problem::round_not_open,
                               "round " + sheet.round.code + " is frozen; nothing leaves it any more");
        const auto next = assessment::withdrawn(part);
        if (!next) return next.problems();
        records.rounds.change(*next);
        leave_public_places(records, sheet.key(), actor, now);
        keep_reason(records, sheet, *parting, now);
        return Change<Participation>(*next, told(sheet, actor, "school.withdraw"));
      });
}

base::Result<Participation> reopen_sheet(Installation& installation, const Pages& pages, const Actor& actor,
                                         const SheetKey& key, const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
    return base::Problem(why::reason_needed, "Say why the sheet is opened again; the school reads it");
  return change<Participation>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) -> PartChange {
        const auto part = locked_part(records, key);
        const auto round = records.rounds.by_id(key.round);
        if (round->state == assessment::RoundState::frozen)
          return base::Problem(assessment::problem::round_not_open,
                               "round " + round->code + " is frozen; a correction belongs to the next round");
        const auto next = assessment::reopened(part);
        if (!next) return next.problems();
        records.rounds.change(*next);
        const auto told_them =
            tell_leaders(installation, pages, records, key, "reopened", {{"reason", reason}}, now);
        if (!told_them) return told_them.problems();
        return Change<Participation>(
            *next, AuditEntry{key.school.text(), actor.name_in_log(), "sheet.reopen", round->code, reason});
      });
}

base::Result<Participation> set_choices(Installation& installation, const Actor& actor,
                                        const OpenSheet& sheet, assessment::NotesFate notes,
                                        bool authors_see_all) {
  return change<Participation>(
      installation.database, installation.clock, [&](Records& records, base::Instant) -> PartChange {
        Participation next = locked_part(records, sheet.key());
        next.notes = notes;
        next.authors_see_all = authors_see_all;
        ++next.version;
        records.rounds.change(next);
        return Change<Participation>(
            next, told(sheet, actor, "sheet.choices",
                       std::string(to_string(notes)) +
                           (authors_see_all ? ", authors see all" : ", authors see their own")));
      });
}

}  // namespace smm::app

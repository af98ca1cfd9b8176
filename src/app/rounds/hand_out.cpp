// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/hand_out.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/rounds/calendar_day.hpp"
#include "app/rounds/problems.hpp"

namespace smm::app {
namespace {

namespace why = rounds_problem;
using assessment::Assignment;
using assessment::Packet;
using assessment::Scope;

bool has_target(const OpenSheet& sheet, Scope scope, const std::string& target) {
  const auto& plan = *sheet.plan;
  if (scope == Scope::packet) return plan.packet(target) != nullptr;
  if (scope == Scope::area) return sheet.edition->edition.section(target).has_value();
  return std::ranges::any_of(plan.answers, [&](const auto& answer) { return answer.place.item == target; });
}

std::optional<base::Problem> refusal_to_hand_out(const OpenSheet& sheet, const HandOut& wanted) {
  if (!has_target(sheet, wanted.scope, wanted.target))
    return base::Problem(why::no_such_target, "There is nothing of this name to hand out");
  if (wanted.due && !is_day(*wanted.due))
    return base::Problem(why::bad_round, "\"" + *wanted.due + "\" is no day; write it as 2026-10-31");
  return std::nullopt;
}

AuditEntry told(const OpenSheet& sheet, const Actor& actor, std::string action, const std::string& target,
                const std::string& person) {
  return {sheet.school.id.text(), actor.name_in_log(), std::move(action), sheet.round.code + " " + target,
          person};
}

base::Result<Packet> with_affirmer(const Installation& installation, const Pages& pages, Records& records,
                                   const Actor& actor, const OpenSheet& sheet, Packet packet,
                                   const Mailbox& affirmer, base::Instant now) {
  const Joining joining{affirmer, assessment::SchoolRole::affirmer};
  const auto person = join_school(installation, pages, records, actor, sheet, joining, now);
  if (!person) return person.problems();
  packet.affirmer = person->id;
  return packet;
}

}  // namespace

bool is_day(const std::string& text) {
  return calendar_day(text).has_value();
}

Packet packet_or_untouched(Records& records, const SheetKey& sheet, const std::string& office, bool locked) {
  using std::nullopt;
  if (auto kept = records.rounds.packet(sheet, office, locked)) return std::move(*kept);
  return {sheet.round, sheet.school, office,  assessment::PacketState::in_work,
          nullopt,     nullopt,      nullopt, nullopt,
          nullopt,     nullopt,      0};
}

base::Result<Packet> name_affirmer(Installation& installation, const Pages& pages, const Actor& actor,
                                   const OpenSheet& sheet, const std::string& office, const Mailbox& affirmer,
                                   const std::optional<std::string>& due) {
  const HandOut as_handed{Scope::packet, office, {}, due, affirmer};
  if (const auto refused = refusal_to_hand_out(sheet, as_handed)) return *refused;
  return change<Packet>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Packet>> {
        records.rounds.participation(sheet.key(), true);
        Packet packet = packet_or_untouched(records, sheet.key(), office, true);
        auto named = with_affirmer(installation, pages, records, actor, sheet, packet, affirmer, now);
        if (!named) return std::move(named).problems();
        if (due) named->due = due;
        ++named->version;
        records.rounds.keep(*named);
        return Change<Packet>(*named, told(sheet, actor, "packet.affirmer", office, named->affirmer->text()));
      });
}

base::Result<Assignment> hand_out(Installation& installation, const Pages& pages, const Actor& actor,
                                  const OpenSheet& sheet, const HandOut& wanted) {
  if (const auto refused = refusal_to_hand_out(sheet, wanted)) return *refused;
  return change<Assignment>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<Assignment>> {
        records.rounds.participation(sheet.key(), true);
        const Joining joining{wanted.author, assessment::SchoolRole::author};
        const auto author = join_school(installation, pages, records, actor, sheet, joining, now);
        if (!author) return author.problems();
        const Assignment assignment{assessment::AssignmentId::make(installation.random),
                                    sheet.round.id,
                                    sheet.school.id,
                                    author->id,
                                    wanted.scope,
                                    wanted.target,
                                    wanted.due,
                                    now,
                                    std::nullopt};
        records.rounds.add(assignment);
        if (wanted.scope == Scope::packet) {
          Packet packet = packet_or_untouched(records, sheet.key(), wanted.target, true);
          if (wanted.due) packet.due = wanted.due;
          if (!wanted.affirmer.address.empty()) {
            auto named =
                with_affirmer(installation, pages, records, actor, sheet, packet, wanted.affirmer, now);
            if (!named) return std::move(named).problems();
            packet = std::move(*named);
          }
          ++packet.version;
          records.rounds.keep(packet);
        }
        const std::string target = std::string(to_string(wanted.scope)) + " " + wanted.target;
        return Change<Assignment>(assignment, told(sheet, actor, "work.hand_out", target, author->id.text()));
      });
}

base::Result<bool> take_back(Installation& installation, const Actor& actor, const OpenSheet& sheet,
                             const assessment::AssignmentId& id) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        records.rounds.participation(sheet.key(), true);
                        const auto live = records.rounds.assignments(sheet.key());
                        const auto found = std::ranges::find(live, id, &Assignment::id);
                        if (found == live.end())
                          return base::Problem(installation_problem::not_there,
                                               "There is no such assignment, or it ended already");
                        records.rounds.end(id, now);
                        return Change<bool>(
                            true, told(sheet, actor, "work.take_back", found->target, found->person.text()));
                      });
}

}  // namespace smm::app

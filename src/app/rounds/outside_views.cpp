// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/outside_views.hpp"

#include "app/installation/problems.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/school_people.hpp"

namespace smm::app {
namespace {

AuditEntry told(const SheetKey& sheet, const Actor& actor, std::string action, const std::string& round,
                std::string detail = {}) {
  return {sheet.school.text(), actor.name_in_log(), std::move(action), round, std::move(detail)};
}

}  // namespace

base::Result<GrantedView> grant_support(Installation& installation, const Actor& actor,
                                        const OpenSheet& sheet) {
  return change<GrantedView>(installation.database, installation.clock,
                             [&](Records& records, base::Instant now) -> base::Result<Change<GrantedView>> {
                               const GrantedView view{sheet.key(), false, std::nullopt,       actor.person.id,
                                                      "",          now,   now + support_lasts};
                               records.rounds.add(view);
                               return Change<GrantedView>(
                                   view, told(sheet.key(), actor, "support.grant", sheet.round.code));
                             });
}

base::Result<bool> end_support(Installation& installation, const Actor& actor, const OpenSheet& sheet) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        records.rounds.end_support(sheet.key(), now);
                        return Change<bool>(true, told(sheet.key(), actor, "support.end", sheet.round.code));
                      });
}

base::Result<GrantedView> begin_stewardship(Installation& installation, const Pages& pages,
                                            const Actor& actor, const SheetKey& key,
                                            const std::string& reason) {
  if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
    return base::Problem(rounds_problem::reason_needed,
                         "Say why you have to see the answers; the school reads it");
  return change<GrantedView>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<GrantedView>> {
        const auto round = records.rounds.by_id(key.round);
        if (!round || !records.rounds.participation(key, false))
          return base::Problem(installation_problem::not_there, "There is no such school in this round");
        const GrantedView view{key,    true, actor.person.id,        std::nullopt,
                               reason, now,  now + stewardship_lasts};
        records.rounds.add(view);
        const auto posted = tell_leaders(installation, pages, records, key, "stewardship",
                                         {{"steward", actor.person.name}, {"reason", reason}}, now);
        if (!posted) return posted.problems();
        return Change<GrantedView>(view, told(key, actor, "stewardship.begin", round->code, reason));
      });
}

}  // namespace smm::app

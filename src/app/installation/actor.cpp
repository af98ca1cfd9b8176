// SPDX-License-Identifier: Apache-2.0
#include "app/installation/actor.hpp"

#include "app/installation/problems.hpp"

namespace smm::app {
namespace {

bool is_live(const Session& session, base::Instant now) {
  return !session.ended && now < session.expires && now - session.seen < session_idle_time;
}

}  // namespace

std::optional<Actor> actor_of(Records& records, std::string_view token_hash, base::Instant now) {
  auto visitor = records.sessions.visitor(token_hash);
  if (!visitor || !is_live(visitor->session, now) || visitor->person.deactivated) return std::nullopt;
  return Actor{std::move(visitor->person), std::move(visitor->session), std::move(visitor->office_roles)};
}

assessment::Standing standing_of(Records& records, const Actor& actor, const assessment::Participation& part,
                                 base::Instant now) {
  const SheetKey sheet{part.round, part.school};
  assessment::Standing standing = office_standing(actor);
  standing.school_roles = records.rounds.roles(actor.person.id, sheet);
  standing.solo = part.solo;
  if (standing.office_roles.empty()) return standing;
  for (const GrantedView& view : records.rounds.granted_views(sheet, now)) {
    if (!view.stewardship) standing.support_view = true;
    if (view.stewardship && view.person == actor.person.id) standing.stewardship = true;
  }
  return standing;
}

assessment::Standing standing_of(Records& records, const Actor& actor, const SheetKey& sheet,
                                 base::Instant now) {
  const auto part = records.rounds.participation(sheet, false);
  return part ? standing_of(records, actor, *part, now) : office_standing(actor);
}

assessment::Standing office_standing(const Actor& actor) {
  assessment::Standing standing;
  standing.office_roles = actor.office_roles;
  return standing;
}

std::optional<base::Problem> refusal(const Actor& actor, const assessment::Standing& standing,
                                     assessment::Right right) {
  if (!assessment::allows(standing, right)) {
    return base::Problem(
        installation_problem::not_allowed,
        "You do not have the right to do that; whoever coordinates for your school, or the program "
        "office, can give it to you");
  }
  // What only an office role opens needs the second factor that office roles come with.
  assessment::Standing at_school = standing;
  at_school.office_roles.clear();
  if (!assessment::allows(at_school, right) && !actor.session.second_factor) {
    return base::Problem(
        installation_problem::second_factor_needed,
        "People of the program office sign in with a one-time code as well; set one up under "
        "your account");
  }
  return std::nullopt;
}

std::optional<base::Problem> refusal_unless_confirmed(const Actor& actor, base::Instant now) {
  if (now - actor.session.confirmed < confirmation_lasts) return std::nullopt;
  return base::Problem(installation_problem::confirm_first, "Please confirm first that it is you");
}

}  // namespace smm::app

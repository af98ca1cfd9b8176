// SPDX-License-Identifier: Apache-2.0
#include "app/people/change_password.hpp"

#include "app/installation/change.hpp"
#include "app/people/new_password.hpp"
#include "app/people/notices.hpp"
#include "app/people/password_check.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"

namespace smm::app {
namespace {

// `stored` as the account is to have it: empty is none.
base::Result<StartedSession> keep_password(const Installation& installation, const Pages& pages,
                                           const Actor& actor, const std::string& stored, const char* action,
                                           const char* notice) {
  return change<StartedSession>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<StartedSession>> {
        auto person = records.people.by_id(actor.person.id);
        if (!person) return base::Problem(people_problem::person_deactivated, "This account was closed");
        person->password = stored;
        person->password_set = stored.empty() ? std::nullopt : std::optional(now);
        records.people.change(*person);
        auto session =
            renewed_session(installation, records, actor.session, actor.session.second_factor, now);
        records.sessions.end_all(person->id, session.session.id, now);
        records.sessions.end_links(person->id, std::nullopt, now);
        const auto told = post_notice(installation, pages, records, *person, notice, now);
        if (!told) return told.problems();
        return Change<StartedSession>(std::move(session), told_of_own(records, *person, action));
      });
}

}  // namespace

base::Result<StartedSession> change_password(const Installation& installation, const Pages& pages,
                                             const Actor& actor, const std::string& password) {
  auto problems = new_password_problems(installation, password, actor.person);
  if (!problems.empty()) return problems;
  return keep_password(installation, pages, actor, hashed_password(password), "password.set", "password_set");
}

base::Result<StartedSession> remove_password(const Installation& installation, const Pages& pages,
                                             const Actor& actor) {
  return keep_password(installation, pages, actor, "", "password.removed", "password_removed");
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "app/people/own_sessions.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/people/person_at.hpp"
#include "app/people/person_log.hpp"
#include "base/problems.hpp"

namespace smm::app {
namespace {

base::Result<bool> ending(const Installation& installation, const Actor& actor, const char* action,
                          const std::function<bool(Records&, base::Instant)>& end) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        if (!end(records, now))
                          return base::Problem(installation_problem::not_there,
                                               "This session has ended already");
                        return Change<bool>(true, told_of_own(records, actor.person, action));
                      });
}

}  // namespace

base::Result<std::vector<Session>> own_sessions(const Installation& installation, const Actor& actor) {
  using All = std::vector<Session>;
  return look<All>(installation.database, [&](Records& records) {
    All sessions = records.sessions.live_of(actor.person.id, installation.clock.now());
    std::ranges::stable_sort(sessions, std::ranges::greater(), &Session::seen);
    return base::Result<All>(std::move(sessions));
  });
}

base::Result<bool> end_own_session(const Installation& installation, const Actor& actor,
                                   std::string_view session_id) {
  return ending(installation, actor, "session.ended", [&](Records& records, base::Instant now) {
    const auto live = records.sessions.live_of(actor.person.id, now);
    const auto found =
        std::ranges::find_if(live, [&](const Session& session) { return session.id.text() == session_id; });
    if (found == live.end()) return false;
    records.sessions.end(found->id, now);
    return true;
  });
}

base::Result<bool> end_other_sessions(const Installation& installation, const Actor& actor) {
  return ending(installation, actor, "session.others_ended", [&](Records& records, base::Instant now) {
    records.sessions.end_all(actor.person.id, actor.session.id, now);
    return true;
  });
}

base::Result<bool> sign_out(const Installation& installation, const Actor& actor) {
  return ending(installation, actor, "sign_out", [&](Records& records, base::Instant now) {
    records.sessions.end(actor.session.id, now);
    return true;
  });
}

base::Result<bool> sign_out_everywhere(const Installation& installation, const Actor& actor) {
  return ending(installation, actor, "sign_out.everywhere", [&](Records& records, base::Instant now) {
    records.sessions.end_all(actor.person.id, std::nullopt, now);
    return true;
  });
}

base::Result<bool> change_name(const Installation& installation, const Actor& actor, std::string_view typed) {
  const std::string name = tidy_name(typed);
  if (name.empty()) return base::Problem(base::problem::missing_field, "Write your name", {"name"});
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant) -> base::Result<Change<bool>> {
                        auto person = records.people.by_id(actor.person.id);
                        if (!person)
                          return base::Problem(installation_problem::not_there, "There is no such account");
                        person->name = name;
                        records.people.change(*person);
                        return Change<bool>(true, told_of_own(records, *person, "person.renamed"));
                      });
}

}  // namespace smm::app

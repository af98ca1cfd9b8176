// SPDX-License-Identifier: Apache-2.0
#include "app/people/set_up.hpp"

#include "app/installation/change.hpp"
#include "app/people/email_address.hpp"
#include "app/people/links.hpp"
#include "app/people/new_password.hpp"
#include "app/people/password_check.hpp"
#include "app/people/person_at.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "base/problems.hpp"

namespace smm::app {
namespace {

// The hash of the link that was made last.
constexpr std::string_view set_up_setting = "set_up_link";

base::Problem no_set_up() {
  return {people_problem::link_not_live,
          "This set-up link does not work any more; the program prints a new one when it starts and nobody "
          "is in the office yet"};
}

// Whoever was invited for a school does not count: schools may be there before the office.
bool office_is_empty(Records& records) {
  return records.people.office_people().empty();
}

bool is_open(Records& records, const std::string& token, base::Instant now) {
  const std::string hash = link_at_rest(token);
  if (!office_is_empty(records) || records.settings.value(set_up_setting) != hash) return false;
  const auto link = records.sessions.link(hash);
  return link && link->use == LinkUse::set_up && !link->used && now < link->expires;
}

base::Problems problems_of(const Installation& installation, const FirstAdmin& admin) {
  base::Problems problems;
  if (tidy_name(admin.name).empty())
    problems.emplace_back(base::problem::missing_field, "Write your name", base::Place{"name"});
  if (auto email = email_address(admin.email); !email) {
    problems.push_back(email.problems().front());
    problems.back().place.source = "email";
  }
  auto of_password = new_password_problems(installation, admin.password, admin.name, admin.email);
  problems.insert(problems.end(), of_password.begin(), of_password.end());
  return problems;
}

base::Result<Change<StartedSession>> make_admin(const Installation& installation, Records& records,
                                                const std::string& token, const FirstAdmin& admin,
                                                const std::string& stored, const Browser& browser,
                                                base::Instant now) {
  if (!is_open(records, token, now) || !records.sessions.use_link(link_at_rest(token), now))
    return no_set_up();
  auto person = person_at(installation, records, {admin.name, admin.email}, now);
  if (!person) return std::move(person).problems();
  person->password = stored;
  person->password_set = now;
  records.people.change(*person);
  records.people.grant(person->id, assessment::OfficeRole::admin, now);
  auto session = start_session(installation, records, *person, {"set_up", false}, browser, now);
  return Change<StartedSession>(std::move(session),
                                told_in_office(person->id.text(), "installation.set_up", person->id.text()));
}

}  // namespace

base::Result<std::optional<std::string>> set_up_link(const Installation& installation) {
  using Url = std::optional<std::string>;
  return change<Url>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    if (!office_is_empty(records)) return base::Result<Change<Url>>(Change<Url>::nothing(std::nullopt));
    const std::string url = make_link(installation, records, {LinkUse::set_up}, now);
    const std::string token = url.substr(url.rfind('/') + 1);
    records.settings.set(set_up_setting, link_at_rest(token));
    return base::Result<Change<Url>>(Change<Url>(installation.public_url + "/set-up/" + token,
                                                 told_in_office("system", "installation.set_up_link", "")));
  });
}

base::Result<bool> set_up_is_open(const Installation& installation, const std::string& token) {
  return look<bool>(installation.database, [&](Records& records) {
    return base::Result<bool>(is_open(records, token, installation.clock.now()));
  });
}

base::Result<StartedSession> set_up(const Installation& installation, const std::string& token,
                                    const FirstAdmin& admin, const Browser& browser) {
  // Before anything is hashed: strangers without the link cost nothing.
  const auto open = set_up_is_open(installation, token);
  if (!open) return open.problems();
  if (!*open) return no_set_up();
  auto problems = problems_of(installation, admin);
  if (!problems.empty()) return problems;
  const std::string stored = hashed_password(admin.password);
  return change<StartedSession>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) {
        return make_admin(installation, records, token, admin, stored, browser, now);
      });
}

}  // namespace smm::app

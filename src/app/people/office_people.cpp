// SPDX-License-Identifier: Apache-2.0
#include "app/people/office_people.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/installation/problems.hpp"
#include "app/people/ask_for_link.hpp"
#include "app/people/notices.hpp"
#include "app/people/person_at.hpp"
#include "app/people/person_log.hpp"
#include "app/people/problems.hpp"
#include "base/problems.hpp"

namespace smm::app {
namespace {

using Roles = std::vector<assessment::OfficeRole>;

base::Problem nobody_there() {
  return {installation_problem::not_there, "There is no such person"};
}

std::optional<Person> person_named(Records& records, std::string_view id) {
  const auto parsed = assessment::PersonId::parse(id);
  return parsed ? records.people.by_id(*parsed) : std::nullopt;
}

bool holds(const Roles& roles, assessment::OfficeRole role) {
  return std::ranges::find(roles, role) != roles.end();
}

// Changes of roles wait for each other, so that two admins cannot send each other away at one moment.
void one_after_another(Records& records, base::Instant now) {
  records.settings.set("office_people_changed", std::to_string(now.microseconds));
}

bool is_last_admin(Records& records, const Person& person) {
  const auto people = records.people.office_people();
  return std::ranges::none_of(people, [&](const Person& other) {
    return other.id != person.id && !other.deactivated &&
           holds(records.people.office_roles(other.id), assessment::OfficeRole::admin);
  });
}

std::optional<base::Problem> refusal_for_last_admin(Records& records, const Person& person) {
  if (!holds(records.people.office_roles(person.id), assessment::OfficeRole::admin)) return std::nullopt;
  if (!is_last_admin(records, person)) return std::nullopt;
  return base::Problem(people_problem::last_admin,
                       "This is the only admin left; make somebody else an admin first");
}

std::string words_of(const Roles& roles) {
  std::string words;
  for (const auto role : roles) words += (words.empty() ? "" : " ") + std::string(to_string(role));
  return words;
}

// True when something changed.
bool set_roles(Records& records, const Person& person, const Roles& wanted, base::Instant now) {
  const Roles held = records.people.office_roles(person.id);
  for (const auto role : held) {
    if (!holds(wanted, role)) records.people.revoke(person.id, role);
  }
  for (const auto role : wanted) {
    if (!holds(held, role)) records.people.grant(person.id, role, now);
  }
  return records.people.office_roles(person.id) != held;
}

using PersonWork = std::function<base::Result<Change<bool>>(Records&, Person& person, base::Instant now)>;

base::Result<bool> change_person(const Installation& installation, std::string_view id,
                                 const PersonWork& work) {
  return change<bool>(installation.database, installation.clock,
                      [&](Records& records, base::Instant now) -> base::Result<Change<bool>> {
                        one_after_another(records, now);
                        auto person = person_named(records, id);
                        if (!person) return nobody_there();
                        return work(records, *person, now);
                      });
}

OfficePerson with_roles(Records& records, Person person) {
  auto roles = records.people.office_roles(person.id);
  return {std::move(person), std::move(roles)};
}

base::Result<Change<bool>> invite(const Installation& installation, const Pages& pages, Records& records,
                                  const Actor& by, const Mailbox& to, const Roles& roles, base::Instant now) {
  one_after_another(records, now);
  const auto person = person_at(installation, records, to, now);
  if (!person) return person.problems();
  Roles all = records.people.office_roles(person->id);
  std::ranges::copy_if(roles, std::back_inserter(all), [&](auto role) { return !holds(all, role); });
  if (set_roles(records, *person, all, now)) records.sessions.end_all(person->id, by.session.id, now);
  const auto mail = post_link(installation, pages, records, *person,
                              {LinkUse::invitation, person->id, std::nullopt, "/office"}, now);
  if (!mail) return mail.problems();
  return Change<bool>(true,
                      told_in_office(by.name_in_log(), "office.invite", person->id.text(), words_of(roles)));
}

}  // namespace

base::Result<std::vector<OfficePerson>> office_people(const Installation& installation) {
  using All = std::vector<OfficePerson>;
  return look<All>(installation.database, [](Records& records) {
    All all;
    for (Person& person : records.people.office_people())
      all.push_back(with_roles(records, std::move(person)));
    return base::Result<All>(std::move(all));
  });
}

base::Result<std::optional<OfficePerson>> person_by_email(const Installation& installation,
                                                          std::string_view email) {
  using Found = std::optional<OfficePerson>;
  return look<Found>(installation.database, [&](Records& records) {
    auto person = records.people.by_email(email);
    return base::Result<Found>(person ? Found(with_roles(records, std::move(*person))) : std::nullopt);
  });
}

base::Result<OfficePerson> person_by_id(const Installation& installation, std::string_view id) {
  return look<OfficePerson>(installation.database, [&](Records& records) -> base::Result<OfficePerson> {
    auto person = person_named(records, id);
    if (!person) return nobody_there();
    return with_roles(records, std::move(*person));
  });
}

base::Result<bool> invite_to_office(const Installation& installation, const Pages& pages, const Actor& by,
                                    const Mailbox& to, const Roles& roles) {
  if (roles.empty()) return base::Problem(base::problem::missing_field, "Choose at least one role", {"role"});
  return change<bool>(installation.database, installation.clock, [&](Records& records, base::Instant now) {
    return invite(installation, pages, records, by, to, roles, now);
  });
}

base::Result<bool> set_office_roles(const Installation& installation, const Pages& pages, const Actor& by,
                                    std::string_view id, const Roles& roles) {
  return change_person(
      installation, id,
      [&](Records& records, Person& person, base::Instant now) -> base::Result<Change<bool>> {
        if (!holds(roles, assessment::OfficeRole::admin)) {
          if (const auto refused = refusal_for_last_admin(records, person)) return *refused;
        }
        if (!set_roles(records, person, roles, now)) return Change<bool>::nothing(true);
        records.sessions.end_all(person.id, std::nullopt, now);
        const auto told = post_notice(installation, pages, records, person, "office_roles_changed", now);
        if (!told) return told.problems();
        return Change<bool>(
            true, told_in_office(by.name_in_log(), "office.roles", person.id.text(), words_of(roles)));
      });
}

base::Result<bool> close_account(const Installation& installation, const Actor& by, std::string_view id) {
  return change_person(
      installation, id,
      [&](Records& records, Person& person, base::Instant now) -> base::Result<Change<bool>> {
        if (person.deactivated) return Change<bool>::nothing(true);
        if (const auto refused = refusal_for_last_admin(records, person)) return *refused;
        person.deactivated = now;
        records.people.change(person);
        records.sessions.end_all(person.id, std::nullopt, now);
        records.sessions.end_links(person.id, std::nullopt, now);
        return Change<bool>(true, told_of(records, person, {by.name_in_log(), "person.closed"}));
      });
}

base::Result<bool> open_account(const Installation& installation, const Actor& by, std::string_view id) {
  return change_person(
      installation, id, [&](Records& records, Person& person, base::Instant) -> base::Result<Change<bool>> {
        if (!person.deactivated) return Change<bool>::nothing(true);
        person.deactivated.reset();
        records.people.change(person);
        return Change<bool>(true, told_of(records, person, {by.name_in_log(), "person.opened"}));
      });
}

base::Result<bool> reset_second_factor(const Installation& installation, const Pages& pages, const Actor& by,
                                       std::string_view id, const std::string& reason) {
  const std::string why = tidy_name(reason);
  if (why.empty())
    return base::Problem(base::problem::missing_field, "Say how you made sure who asks", {"reason"});
  return change_person(
      installation, id,
      [&](Records& records, Person& person, base::Instant now) -> base::Result<Change<bool>> {
        if (person.id == by.person.id)
          return base::Problem(installation_problem::not_allowed, "Another admin has to do this for you");
        person.totp_secret.clear();
        person.totp_confirmed = false;
        records.people.change(person);
        records.people.set_recovery_codes(person.id, {});
        records.sessions.end_all(person.id, std::nullopt, now);
        const auto told = post_notice(installation, pages, records, person, "second_factor_reset", now);
        if (!told) return told.problems();
        return Change<bool>(true, told_of(records, person, {by.name_in_log(), "second_factor.reset", why}));
      });
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "app/people/change_email.hpp"

#include "app/people/ask_for_link.hpp"
#include "app/people/email_address.hpp"
#include "app/people/notices.hpp"
#include "app/people/person_log.hpp"
#include "app/people/practice_address.hpp"
#include "app/people/problems.hpp"

namespace smm::app {
namespace {

// To the new address: the link, or that the address has an account already.
base::Result<MailId> write_to_new(const Installation& installation, const Pages& pages, Records& records,
                                  const Person& person, const std::string& email, base::Instant now) {
  const Mailbox to{person.name, email};
  if (records.people.by_email(email)) {
    return post_notice_to(installation, pages, records, to, "email_in_use", now);
  }
  Letter mail =
      letter(pages.texts, "change_email", to, {{"name", person.name}, {"office", installation.mail_from}});
  mail.url = make_link(installation, records,
                       {LinkUse::change_email, person.id, std::nullopt, "/account", email}, now);
  return post_mail(installation, pages, records, mail, now);
}

base::Result<Change<std::optional<Throttled>>> ask(const Installation& installation, const Pages& pages,
                                                   Records& records, const Actor& actor,
                                                   const std::string& email, base::Instant now) {
  using Wait = std::optional<Throttled>;
  if (auto wait = count_try(records, links_to(actor.person.email), now))
    return Change<Wait>::bookkeeping(wait);
  const auto to_new = write_to_new(installation, pages, records, actor.person, email, now);
  if (!to_new) return to_new.problems();
  const auto to_old = post_notice(installation, pages, records, actor.person, "email_change_asked", now);
  if (!to_old) return to_old.problems();
  return Change<Wait>(std::nullopt, told_of_own(records, actor.person, "email.change_asked"));
}

}  // namespace

base::Result<std::optional<Throttled>> ask_to_change_email(const Installation& installation,
                                                           const Pages& pages, const Actor& actor,
                                                           const std::string& typed) {
  const auto email = email_address(typed);
  if (!email) return email.problems();
  if (is_practice_address(*email) || is_practice_address(actor.person.email))
    return base::Problem(
        people_problem::practice_address,
        "People who were invented for a practice round keep their addresses, and nobody else has one");
  return change<std::optional<Throttled>>(installation.database, installation.clock,
                                          [&](Records& records, base::Instant now) {
                                            return ask(installation, pages, records, actor, *email, now);
                                          });
}

base::Result<std::vector<AuditEntry>> set_email(const Installation& installation, const Pages& pages,
                                                Records& records, const assessment::PersonId& id,
                                                const std::string& email, base::Instant now) {
  auto person = records.people.by_id(id);
  if (!person || person->deactivated)
    return base::Problem(people_problem::person_deactivated, "This account was closed");
  const auto holder = records.people.by_email(email);
  if (holder && holder->id != id)
    return base::Problem(people_problem::email_taken, "Somebody else has this address by now");
  const std::string old = person->email;
  person->email = email;
  records.people.change(*person);
  // Links that went to the old address end with it.
  records.sessions.end_links(id, std::nullopt, now);
  const auto told = post_notice_to(installation, pages, records, {person->name, old}, "email_changed", now);
  if (!told) return told.problems();
  return told_of_own(records, *person, "email.changed");
}

}  // namespace smm::app

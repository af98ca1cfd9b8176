// SPDX-License-Identifier: Apache-2.0
#include "app/rounds/invitation.hpp"

#include <algorithm>

#include "app/installation/problems.hpp"
#include "app/people/links.hpp"
#include "app/rounds/own_words.hpp"
#include "app/rounds/problems.hpp"
#include "app/rounds/stop_reminders.hpp"

namespace smm::app {

using assessment::Contact;

bool answers_alone(const ShelvedEdition& edition, const assessment::School& school) {
  return std::ranges::all_of(school.programmes, [&](const std::string& id) {
    const auto position = edition.edition.programme(id);
    return position && edition.edition.programmes[*position].solo;
  });
}

Contact whom_to_invite(const ShelvedEdition& edition, const assessment::School& school) {
  const auto& contacts = school.contacts;
  std::vector<Contact> order = {contacts.interim, contacts.dean, contacts.director};
  if (answers_alone(edition, school)) order = {contacts.director, contacts.interim, contacts.dean};
  const auto found =
      std::ranges::find_if(order, [](const Contact& contact) { return !contact.email.empty(); });
  return found == order.end() ? Contact{} : *found;
}

Mailbox invited_as(Records& records, const Contact& contact) {
  const auto known = records.people.by_email(contact.email);
  return {known && !known->name.empty() ? known->name : contact.name, contact.email};
}

std::string path_of_part(const std::string& round_code, const std::string& school_code) {
  return "/rounds/" + round_code + "/schools/" + school_code;
}

std::optional<Person> dean_of(Records& records, const SheetKey& sheet) {
  const auto members = records.rounds.memberships(sheet);
  const auto found = std::ranges::find(members, assessment::SchoolRole::dean, &Membership::role);
  return found == members.end() ? std::nullopt : records.people.by_id(found->person);
}

base::Result<Invited> invited_at(const Installation& installation, Records& records, const std::string& code,
                                 const std::string& school_code) {
  const auto round = records.rounds.by_code(code);
  if (!round) return base::Problem(rounds_problem::round_not_found, "There is no round " + code);
  const auto school = records.schools.by_code(school_code);
  if (!school) return base::Problem(installation_problem::not_there, "There is no such school");
  const auto edition = installation.editions.edition(round->edition);
  if (!edition) return edition.problems();
  const auto dean = dean_of(records, {round->id, school->id});
  const Mailbox to =
      dean ? Mailbox{dean->name, dean->email} : invited_as(records, whom_to_invite(**edition, *school));
  return Invited{*round, *school, to};
}

base::Result<MailLinks> mail_links(const Installation& installation, Records& records,
                                   const assessment::Round& round, const assessment::School& school,
                                   const assessment::PersonId& person, base::Instant now) {
  auto stop = stop_link(installation, records, round, person);
  if (!stop) return std::move(stop).problems();
  const NewLink link{LinkUse::invitation, person, school.id, path_of_part(round.code, school.code), ""};
  return MailLinks{make_link(installation, records, link, now), std::move(*stop)};
}

MailLinks preview_links(const Installation& installation) {
  return {installation.public_url + "/link/preview", installation.public_url + "/reminders/stop/preview"};
}

Letter invitation_mail(const Installation& installation, const render::Texts& texts,
                       const assessment::Round& round, const assessment::School& school, const Mailbox& to,
                       const MailLinks& links, const OwnWords& own) {
  const std::string sample = installation.public_url + "/sample-report";
  Letter mail = letter(texts, "school_invitation", to,
                       {{"name", to.name},
                        {"school", school.name},
                        {"round", round.title},
                        {"last_day", round.last_day},
                        {"sample", sample},
                        {"office", installation.mail_from}});
  mail.url = links.open;
  mail.stop_url = links.stop;
  add_own_words(mail, own.invitation, own.signature);
  mail.round = round.id;
  mail.school = school.id;
  return mail;
}

base::Result<MailId> post_invitation(const Installation& installation, const Pages& pages, Records& records,
                                     const assessment::Round& round, const assessment::School& school,
                                     const Person& to, base::Instant now) {
  const auto links = mail_links(installation, records, round, school, to.id, now);
  if (!links) return links.problems();
  const Letter mail = invitation_mail(installation, pages.texts, round, school, {to.name, to.email}, *links,
                                      own_words(records, round.id));
  return post_mail(installation, pages, records, mail, now);
}

}  // namespace smm::app

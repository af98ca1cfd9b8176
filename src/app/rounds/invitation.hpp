// SPDX-License-Identifier: Apache-2.0
// An invitation to a round: whom it goes to, where its link leads, and what its mail says.
#pragma once

#include "app/installation/installation.hpp"
#include "app/people/post_mail.hpp"

namespace smm::app {

// Do all programs of the school answer in solo mode? Then a director leads it.
bool answers_alone(const ShelvedEdition& edition, const assessment::School& school);

// An interim dean stands in for a dean, and a director leads what answers alone; any may be missing. An empty
// address: there is nobody to invite.
assessment::Contact whom_to_invite(const ShelvedEdition& edition, const assessment::School& school);

// Who is invited, by the name that the person is known by already. Within a read or write.
Mailbox invited_as(Records& records, const assessment::Contact& contact);

// Where a school accepts, and works later.
std::string path_of_part(const std::string& round_code, const std::string& school_code);

// Who has, or would get, the invitation of a school of the roster. Problems: round_not_found, not_there,
// those of the edition shelf.
struct Invited {
  assessment::Round round;
  assessment::School school;
  Mailbox to;
};
base::Result<Invited> invited_at(const Installation& installation, Records& records, const std::string& round,
                                 const std::string& school);

// The dean of a school in a round, or whoever has that part; nothing when nobody has.
std::optional<Person> dean_of(Records& records, const SheetKey& sheet);

// What a mail to somebody of a school links to.
struct MailLinks {
  std::string open;  // the school's page, as a personal link
  std::string stop;  // no more reminders
};

struct OwnWords;

// Within a write. Problem: key_unavailable.
base::Result<MailLinks> mail_links(const Installation& installation, Records& records,
                                   const assessment::Round& round, const assessment::School& school,
                                   const assessment::PersonId& person, base::Instant now);

// Of a mail that is only looked at: they lead nowhere.
MailLinks preview_links(const Installation& installation);

Letter invitation_mail(const Installation& installation, const render::Texts& texts,
                       const assessment::Round& round, const assessment::School& school, const Mailbox& to,
                       const MailLinks& links, const OwnWords& own);

// In the outbox afterwards, with the office's own words. Within a write. Problem: key_unavailable.
base::Result<MailId> post_invitation(const Installation& installation, const Pages& pages, Records& records,
                                     const assessment::Round& round, const assessment::School& school,
                                     const Person& to, base::Instant now);

}  // namespace smm::app

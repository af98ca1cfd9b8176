// SPDX-License-Identifier: Apache-2.0
#include "app/people/outbox_desk.hpp"

#include <functional>

#include "app/installation/problems.hpp"
#include "app/people/problems.hpp"

namespace smm::app {
namespace {

base::Problem no_such_mail() {
  return base::Problem(installation_problem::not_there, "There is no such mail");
}

// Changes one mail, with a line in the log of the school it is about, or else of the office.
base::Result<WaitingMail> change_mail(
    Installation& installation, const Actor& actor, const MailId& id, const char* action,
    const std::function<std::optional<base::Problem>(WaitingMail&, base::Instant)>& act) {
  return change<WaitingMail>(
      installation.database, installation.clock,
      [&](Records& records, base::Instant now) -> base::Result<Change<WaitingMail>> {
        auto mail = records.outbox.by_id(id);
        if (!mail) return no_such_mail();
        if (const auto refused = act(*mail, now)) return *refused;
        records.outbox.change(*mail);
        const std::string chain = mail->school ? mail->school->text() : std::string(office_owner);
        return Change<WaitingMail>(
            *mail, AuditEntry{chain, actor.name_in_log(), action, mail->kind + " " + mail->id.text(), ""});
      });
}

}  // namespace

base::Result<OutboxDesk> outbox_desk(Installation& installation) {
  return look<OutboxDesk>(installation.database, [](Records& records) -> base::Result<OutboxDesk> {
    return OutboxDesk{records.outbox.sizes(), records.outbox.troubled(mails_on_desk),
                      records.outbox.latest(mails_on_desk)};
  });
}

base::Result<WaitingMail> mail_on_desk(Installation& installation, const MailId& id) {
  return look<WaitingMail>(installation.database, [&](Records& records) -> base::Result<WaitingMail> {
    auto mail = records.outbox.by_id(id);
    if (!mail) return no_such_mail();
    return *std::move(mail);
  });
}

base::Result<std::vector<WaitingMail>> mails_of_part(Installation& installation,
                                                     const assessment::RoundId& round,
                                                     const assessment::SchoolId& school) {
  using Mails = std::vector<WaitingMail>;
  return look<Mails>(installation.database, [&](Records& records) -> base::Result<Mails> {
    return records.outbox.about(round, school);
  });
}

base::Result<WaitingMail> send_again(Installation& installation, const Actor& actor, const MailId& id) {
  return change_mail(installation, actor, id, "mail.again",
                     [](WaitingMail& mail, base::Instant now) -> std::optional<base::Problem> {
                       if (mail.state != MailState::unknown || mail.sealed.empty())
                         return base::Problem(people_problem::mail_not_unknown,
                                              "Only a mail whose fate is not known can be sent again");
                       mail.state = MailState::waiting;
                       mail.next_try = now;
                       return std::nullopt;
                     });
}

base::Result<WaitingMail> note_bounce(Installation& installation, const Actor& actor, const MailId& id,
                                      bool came_back) {
  return change_mail(installation, actor, id, came_back ? "mail.bounced" : "mail.not_bounced",
                     [&](WaitingMail& mail, base::Instant now) -> std::optional<base::Problem> {
                       if (mail.state != MailState::sent && mail.state != MailState::unknown)
                         return base::Problem(people_problem::mail_not_sent,
                                              "Only a mail that went out can come back");
                       mail.bounced = came_back ? std::optional(now) : std::nullopt;
                       return std::nullopt;
                     });
}

}  // namespace smm::app

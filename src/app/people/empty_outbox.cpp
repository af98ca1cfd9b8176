// SPDX-License-Identifier: Apache-2.0
#include "app/people/empty_outbox.hpp"

#include <algorithm>

#include "app/installation/change.hpp"
#include "app/people/post_mail.hpp"

namespace smm::app {
namespace {

template <class T>
T or_throw(base::Result<T> result) {
  if (!result) throw base::EnvironmentError("outbox: " + to_string(result.problems().front()));
  return std::move(*result);
}

// What a server says is for the office to read: one line of plain letters, not too long.
std::string one_line(std::string words) {
  std::ranges::replace_if(
      words, [](char c) { return c < ' ' || c > '~'; }, '?');
  if (words.size() > 500) words.resize(500);
  return words;
}

void keep_trying_or_not(WaitingMail& mail, base::Instant now) {
  mail.next_try = now + wait_after(mail.attempts);
  mail.state = mail.next_try - mail.created > mail_tried_for ? MailState::refused : MailState::waiting;
}

WaitingMail after_sending(WaitingMail mail, const SendOutcome& outcome, base::Instant now) {
  mail.said = one_line(outcome.words);
  switch (outcome.state) {
    case SendState::sent:
      mail.state = MailState::sent;
      break;
    case SendState::refused:
      mail.state = MailState::refused;
      break;
    case SendState::unknown:
      mail.state = MailState::unknown;
      break;
    case SendState::try_again:
      keep_trying_or_not(mail, now);
      break;
  }
  // The links in it are of no more use here.
  if (mail.state == MailState::sent || mail.state == MailState::refused) mail.sealed.clear();
  return mail;
}

AuditEntry told_of(const WaitingMail& mail) {
  return {.chain = mail.school ? mail.school->text() : std::string(office_owner),
          .actor = "system",
          .action = "mail." + std::string(to_string(mail.state)),
          .subject = mail.kind + " " + mail.id.text(),
          .detail = ""};
}

WaitingMail write_down(const Installation& installation, const WaitingMail& mail,
                       const SendOutcome& outcome) {
  return or_throw(change<WaitingMail>(
      installation.database, installation.clock, [&](Records& records, base::Instant now) {
        const WaitingMail after = after_sending(mail, outcome, now);
        records.outbox.change(after);
        auto told = after.state == MailState::waiting ? Change<WaitingMail>::bookkeeping(after)
                                                      : Change<WaitingMail>(after, told_of(after));
        return base::Result<Change<WaitingMail>>(std::move(told));
      }));
}

void count(OutboxPass& pass, MailState state) {
  if (state == MailState::sent) ++pass.sent;
  if (state == MailState::refused) ++pass.refused;
  if (state == MailState::waiting) ++pass.later;
  if (state == MailState::unknown) ++pass.unknown;
}

struct Taken {
  std::vector<WaitingMail> mails;
  std::optional<Seals> seals;
};

Taken take(const Installation& installation, std::int64_t most) {
  return or_throw(change<Taken>(installation.database, installation.clock,
                                [&](Records& records, base::Instant now) -> base::Result<Change<Taken>> {
                                  Taken taken{records.outbox.take(now, most), std::nullopt};
                                  if (taken.mails.empty()) return Change<Taken>::nothing(std::move(taken));
                                  auto seals =
                                      installation.keys.seals(records.schools, std::string(office_owner));
                                  if (!seals) return std::move(seals).problems();
                                  taken.seals = std::move(*seals);
                                  return Change<Taken>::bookkeeping(std::move(taken));
                                }));
}

}  // namespace

std::int64_t wait_after(std::int64_t attempts) {
  std::int64_t wait = base::one_minute;
  for (std::int64_t i = 1; i < attempts && wait < base::one_hour; ++i) wait *= 4;
  return std::min(wait, base::one_hour);
}

OutboxPass empty_outbox(const Installation& installation, Mailer& mailer, std::int64_t most) {
  OutboxPass pass;
  const Taken taken = take(installation, most);
  for (const WaitingMail& mail : taken.mails) {
    const Mail opened = mail_kept_as(taken.seals->open(mail_row(mail.id), mail.sealed));
    count(pass, write_down(installation, mail, mailer.send(opened)).state);
  }
  return pass;
}

std::int64_t give_up_unfinished_mails(const Installation& installation) {
  return or_throw(change<std::int64_t>(
      installation.database, installation.clock, [](Records& records, base::Instant now) {
        const std::int64_t count = records.outbox.give_up_unfinished(now);
        auto told = count == 0 ? Change<std::int64_t>::nothing(count)
                               : Change<std::int64_t>(count, {.chain = std::string(office_owner),
                                                              .actor = "system",
                                                              .action = "outbox.given_up",
                                                              .subject = std::to_string(count) + " mails",
                                                              .detail = ""});
        return base::Result<Change<std::int64_t>>(std::move(told));
      }));
}

}  // namespace smm::app

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

// A mail that is being sent, opened; and what the server said of it.
struct Sending {
  WaitingMail mail;
  Mail opened;
  std::optional<SendOutcome> outcome = std::nullopt;
};

struct Step {
  std::optional<WaitingMail> done;  // the mail before, as it is kept now
  std::optional<Sending> next;
};

std::optional<Sending> take_one(const Installation& installation, Records& records, std::int64_t per_minute,
                                base::Instant now) {
  if (per_minute != 0 && records.outbox.taken_since(now + -base::one_minute, now) >= per_minute)
    return std::nullopt;
  auto taken = records.outbox.take(now, 1);
  if (taken.empty()) return std::nullopt;
  auto seals = installation.keys.seals(records.schools, std::string(office_owner));
  const Seals office = or_throw(std::move(seals));
  Mail opened = mail_kept_as(office.open(mail_row(taken[0].id), taken[0].sealed));
  return Sending{std::move(taken[0]), std::move(opened)};
}

// Attempts are counted when a mail is taken, so that they tell whose it is. One that was given up meanwhile
// is still ours; one that somebody sent again is not.
bool is_still_ours(Records& records, const WaitingMail& mail) {
  const auto kept = records.outbox.by_id(mail.id);
  return kept && kept->attempts == mail.attempts &&
         (kept->state == MailState::sending || kept->state == MailState::unknown);
}

AuditEntry record_end(Records& records, const WaitingMail& mail) {
  if (is_still_ours(records, mail)) records.outbox.change(mail);
  return told_of(mail);
}

// What became of one mail, and that the next is being sent, are one commit: whatever ends the program, at
// most one mail is of unknown fate.
Step step(const Installation& installation, const std::optional<Sending>& last, bool more,
          std::int64_t per_minute) {
  return or_throw(change<Step>(installation.database, installation.clock,
                               [&](Records& records, base::Instant now) -> base::Result<Change<Step>> {
                                 Step made;
                                 std::vector<AuditEntry> told;
                                 if (last) {
                                   made.done = after_sending(last->mail, *last->outcome, now);
                                   const AuditEntry entry = record_end(records, *made.done);
                                   if (made.done->state != MailState::waiting) told.push_back(entry);
                                 }
                                 if (more) made.next = take_one(installation, records, per_minute, now);
                                 if (!told.empty()) return Change<Step>(std::move(made), std::move(told));
                                 return Change<Step>::bookkeeping(std::move(made));
                               }));
}

void count(OutboxPass& pass, MailState state) {
  if (state == MailState::sent) ++pass.sent;
  if (state == MailState::refused) ++pass.refused;
  if (state == MailState::waiting) ++pass.later;
  if (state == MailState::unknown) ++pass.unknown;
}

std::int64_t given_up(const Installation& installation, std::int64_t lease) {
  return or_throw(change<std::int64_t>(
      installation.database, installation.clock, [lease](Records& records, base::Instant now) {
        const std::int64_t count = records.outbox.give_up_unfinished(now + -lease);
        auto told = count == 0 ? Change<std::int64_t>::nothing(count)
                               : Change<std::int64_t>(count, {.chain = std::string(office_owner),
                                                              .actor = "system",
                                                              .action = "outbox.given_up",
                                                              .subject = std::to_string(count) + " mails",
                                                              .detail = ""});
        return base::Result<Change<std::int64_t>>(std::move(told));
      }));
}

}  // namespace

std::int64_t wait_after(std::int64_t attempts) {
  std::int64_t wait = base::one_minute;
  for (std::int64_t i = 1; i < attempts && wait < base::one_hour; ++i) wait *= 4;
  return std::min(wait, base::one_hour);
}

OutboxPass empty_outbox(const Installation& installation, Mailer& mailer, std::int64_t most,
                        std::int64_t per_minute) {
  OutboxPass pass;
  std::optional<Sending> sending;
  for (std::int64_t taken = 0;; ++taken) {
    Step made = step(installation, sending, taken < most, per_minute);
    if (made.done) count(pass, made.done->state);
    if (!made.next) return pass;
    sending = std::move(made.next);
    sending->outcome = mailer.send(sending->opened);
  }
}

std::int64_t give_up_unfinished_mails(const Installation& installation) {
  return given_up(installation, 0);
}

std::int64_t give_up_left_mails(const Installation& installation) {
  std::int64_t being_sent = 0;
  installation.database.read([&](Records& records) {
    for (const auto& [state, count] : records.outbox.sizes())
      if (state == MailState::sending) being_sent = count;
  });
  return being_sent == 0 ? 0 : given_up(installation, mail_lease);
}

}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
#include "store/records/outbox_records.hpp"

#include "store/records/columns.hpp"

namespace smm::store::records {
namespace {

app::WaitingMail mail_of(const Row& row) {
  RowReader read(row);
  return {.id = read.id<app::MailId>(),
          .to = read.text(),
          .kind = read.text(),
          .sealed = read.blob(),
          .round = read.id_or_null<assessment::RoundId>(),
          .school = read.id_or_null<assessment::SchoolId>(),
          .state = read.word(app::mail_state),
          .attempts = read.integer(),
          .created = read.time(),
          .next_try = read.time(),
          .said = read.text(),
          .bounced = read.time_or_null()};
}

Values mail_columns(const app::WaitingMail& mail) {
  return columns(mail.to, mail.kind, Blob{mail.sealed}, mail.round, mail.school, app::to_string(mail.state),
                 mail.attempts, mail.created, mail.next_try, mail.said, mail.bounced, mail.id);
}

}  // namespace

void OutboxRecords::add(const app::WaitingMail& mail) {
  queries_.run("add_mail", mail_columns(mail));
}

// Rows that another is about to take are passed over.
std::vector<app::WaitingMail> OutboxRecords::take(base::Instant now, std::int64_t most) {
  std::vector<app::WaitingMail> taken;
  for (app::WaitingMail& mail : each(queries_.rows("due_mails", columns(now, most)), mail_of)) {
    if (queries_.run("take_mail", columns(now, mail.id)) == 0) continue;
    mail.state = app::MailState::sending;
    ++mail.attempts;
    taken.push_back(std::move(mail));
  }
  return taken;
}

void OutboxRecords::change(const app::WaitingMail& mail) {
  queries_.change("change_mail", mail_columns(mail));
}

std::int64_t OutboxRecords::taken_since(base::Instant since, base::Instant now) {
  queries_.run("hold_mail_pace");
  return queries_.row("mails_taken", columns(since, now))->integer(0);
}

std::int64_t OutboxRecords::give_up_unfinished(base::Instant taken_before) {
  return queries_.run("give_up_mails", columns(taken_before));
}

std::vector<std::pair<app::MailState, std::int64_t>> OutboxRecords::sizes() {
  return each(queries_.rows("mails_by_state"), [](const Row& row) {
    RowReader read(row);
    const auto state = read.word(app::mail_state);
    return std::pair(state, read.integer());
  });
}

std::optional<app::WaitingMail> OutboxRecords::by_id(const app::MailId& id) {
  return one(queries_.row("mail", columns(id)), mail_of);
}

std::vector<app::WaitingMail> OutboxRecords::troubled(std::int64_t most) {
  return each(queries_.rows("troubled_mails", columns(most)), mail_of);
}

std::vector<app::WaitingMail> OutboxRecords::latest(std::int64_t most) {
  return each(queries_.rows("latest_mails", columns(most)), mail_of);
}

std::vector<app::WaitingMail> OutboxRecords::about(const assessment::RoundId& round,
                                                   const assessment::SchoolId& school) {
  return each(queries_.rows("mails_about", columns(school, round)), mail_of);
}

}  // namespace smm::store::records

// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <thread>

#include "store/records/on_each_engine_test.hpp"

namespace smm::store::records {
namespace {

using app::MailState;

SMM_RECORDS_ON_EACH_ENGINE(StoredOutbox);

app::WaitingMail mail_at(std::int64_t time, std::uint64_t seed) {
  return {.id = id_of<app::MailId>(seed),
          .to = "ann@lakeside.example",
          .kind = "invitation",
          .sealed = "sealed",
          .round = {},
          .school = {},
          .state = MailState::waiting,
          .attempts = 0,
          .created = {time},
          .next_try = {time},
          .said = {}};
}

app::WaitingMail being_sent(app::WaitingMail mail) {
  mail.state = MailState::sending;
  ++mail.attempts;
  return mail;
}

TEST_P(StoredOutbox, GivesMailsWhoseTimeHasComeOnce) {
  const auto first = mail_at(10, 100);
  const auto second = mail_at(20, 101);
  const auto later = mail_at(31, 102);
  write([&](app::Records& records) {
    for (const auto& mail : {later, second, first}) records.outbox.add(mail);
  });
  write([&](app::Records& records) {
    EXPECT_TRUE(records.outbox.take({9}, 5).empty());
    EXPECT_EQ(records.outbox.take({30}, 1), std::vector{being_sent(first)});
    EXPECT_EQ(records.outbox.take({30}, 5), std::vector{being_sent(second)});
    EXPECT_TRUE(records.outbox.take({30}, 5).empty());
  });
  read([&](app::Records& records) {
    EXPECT_EQ(records.outbox.latest(5), (std::vector{later, being_sent(second), being_sent(first)}));
    EXPECT_EQ(records.outbox.latest(1), std::vector{later});
  });
}

TEST_P(StoredOutbox, ChangesAMailAndFindsItBySchool) {
  app::WaitingMail mail = mail_at(10, 100);
  write([&](app::Records& records) {
    records.outbox.add(mail);
    records.outbox.add(mail_at(11, 101));
  });
  mail.round = sample.round.id;
  mail.school = sample.school.id;
  mail.state = MailState::refused;
  mail.attempts = 3;
  mail.sealed.clear();
  mail.next_try = {77};
  mail.said = "550 no such user";
  write([&](app::Records& records) { records.outbox.change(mail); });
  read([&](app::Records& records) {
    EXPECT_EQ(records.outbox.about(sample.round.id, sample.school.id), std::vector{mail});
  });
}

TEST_P(StoredOutbox, GivesUpWhatWasBeingSentWhenTheProgramDied) {
  write([&](app::Records& records) {
    records.outbox.add(mail_at(10, 100));
    records.outbox.add(mail_at(500, 101));
    records.outbox.take({100}, 5);
    records.outbox.take({500}, 5);
    EXPECT_EQ(records.outbox.give_up_unfinished({100}), 0);
    EXPECT_EQ(records.outbox.give_up_unfinished({200}), 1);
  });
  read([&](app::Records& records) {
    const auto mails = records.outbox.latest(5);
    EXPECT_EQ(mails.at(0).state, MailState::sending);
    EXPECT_EQ(mails.at(1).state, MailState::unknown);
  });
}

TEST_P(StoredOutbox, CountsWhatWasTakenInAWhile) {
  write([&](app::Records& records) {
    for (std::uint64_t n = 0; n < 3; ++n) records.outbox.add(mail_at(10, 100 + n));
    for (const std::int64_t time : {100, 200, 300}) records.outbox.take({time}, 1);
    EXPECT_EQ(records.outbox.taken_since({100}, {300}), 2);
    EXPECT_EQ(records.outbox.taken_since({99}, {200}), 2);
    EXPECT_EQ(records.outbox.taken_since({300}, {400}), 0);
  });
}

TEST_P(StoredOutbox, TellsHowManyThereAreInEachState) {
  write([&](app::Records& records) {
    records.outbox.add(mail_at(10, 100));
    records.outbox.add(mail_at(20, 101));
    records.outbox.add(mail_at(500, 102));
    records.outbox.take({15}, 5);
  });
  read([&](app::Records& records) {
    const std::vector<std::pair<MailState, std::int64_t>> wanted = {{MailState::sending, 1},
                                                                    {MailState::waiting, 2}};
    EXPECT_EQ(records.outbox.sizes(), wanted);
  });
}

TEST_P(StoredOutbox, GivesTwoWhoAskAtOnceDifferentMails) {
  write([&](app::Records& records) {
    for (std::uint64_t n = 0; n < 40; ++n) records.outbox.add(mail_at(10, 100 + n));
  });
  std::mutex mutex;
  std::multiset<std::string> taken;
  std::vector<std::thread> askers;
  for (int asker = 0; asker < 4; ++asker)
    askers.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        std::vector<app::WaitingMail> mine;
        write([&](app::Records& records) { mine = records.outbox.take({10}, 2); });
        const std::lock_guard lock(mutex);
        for (const app::WaitingMail& mail : mine) taken.insert(mail.id.text());
      }
    });
  for (std::thread& asker : askers) asker.join();
  EXPECT_EQ(taken.size(), 40U);
  EXPECT_EQ(std::set(taken.begin(), taken.end()).size(), 40U);
}

}  // namespace
}  // namespace smm::store::records

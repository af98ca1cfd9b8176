// SPDX-License-Identifier: Apache-2.0
#include "app/people/empty_outbox.hpp"

#include <atomic>
#include <functional>
#include <thread>

#include "app/people/notices.hpp"
#include "app/people/outbox_desk.hpp"
#include "base/environment_error.hpp"
#include "sign_in_steps.hpp"

namespace smm::app {
namespace {

SMM_ON_EACH_DATABASE(Outboxes);

// Answers as the test says, and sees whether the intent was on disk before.
class SaidMailer final : public Mailer {
 public:
  explicit SaidMailer(InstallationUnderTest& house) : house_(house) {}

  SendOutcome send(const Mail& mail) override {
    sent.push_back(mail);
    const auto state =
        house_.read<MailState>([](Records& records) { return records.outbox.latest(1).front().state; });
    EXPECT_EQ(state, MailState::sending);
    return {outcome, "250 2.0.0\r\nfine"};
  }

  SendState outcome = SendState::sent;
  std::vector<Mail> sent;

 private:
  InstallationUnderTest& house_;
};

void post_one(InstallationUnderTest& house) {
  house.write([&](Records& records, base::Instant now) {
    const Letter mail = letter(house.pages().texts, "invitation", {"Ben Öst", "ben@lakeside.example"},
                               {{"office", "office@metrics.example.org"}});
    Letter with_link = mail;
    with_link.url = "https://metrics.example.org/link/abc";
    ASSERT_TRUE(post_mail(*house, house.pages(), records, with_link, now));
  });
}

WaitingMail only_mail(InstallationUnderTest& house) {
  return house.read<WaitingMail>([](Records& records) { return records.outbox.latest(10).front(); });
}

TEST_P(Outboxes, SendWhatWasWritten) {
  post_one(house());
  SaidMailer mailer(house());
  const auto pass = empty_outbox(*house(), mailer, 10);
  EXPECT_EQ(pass.sent, 1);
  ASSERT_EQ(mailer.sent.size(), 1u);
  const Mail& mail = mailer.sent[0];
  EXPECT_EQ(mail.to.name, "Ben Öst");
  EXPECT_EQ(mail.from.address, "office@metrics.example.org");
  EXPECT_EQ(mail.written, house().clock.now());
  EXPECT_EQ(mail.message_id, only_mail(house()).id.text() + "@metrics.example.org");
  EXPECT_TRUE(mail.text.starts_with("Ben Öst,\n\nYou have been invited")) << mail.text;
  EXPECT_NE(mail.text.find("Open my invitation:\nhttps://metrics.example.org/link/abc\n"), std::string::npos)
      << mail.text;
  EXPECT_NE(mail.html.find(
                "<a class=\"button\" href=\"https://metrics.example.org/link/abc\">Open my invitation</a>"),
            std::string::npos)
      << mail.html;
  EXPECT_EQ(only_mail(house()).state, MailState::sent);
  EXPECT_EQ(only_mail(house()).sealed, "");
  EXPECT_EQ(only_mail(house()).said, "250 2.0.0??fine");
  EXPECT_EQ(empty_outbox(*house(), mailer, 10).taken(), 0);
  EXPECT_TRUE(house().log_tells("mail.sent"));
}

TEST_P(Outboxes, KeepMailsSealed) {
  post_one(house());
  const WaitingMail mail = only_mail(house());
  EXPECT_EQ(mail.sealed.find("link/abc"), std::string::npos);
  EXPECT_EQ(mail.sealed.find("invited"), std::string::npos);
  EXPECT_EQ(house().mails("invitation").size(), 1u);
}

TEST_P(Outboxes, DoWithEachOutcomeWhatItAsksFor) {
  const std::pair<SendState, MailState> outcomes[] = {{SendState::sent, MailState::sent},
                                                      {SendState::refused, MailState::refused},
                                                      {SendState::try_again, MailState::waiting},
                                                      {SendState::unknown, MailState::unknown}};
  for (const auto& [outcome, state] : outcomes) {
    auto fresh = GetParam() == test::TestedEngine::sqlite ? InstallationUnderTest::on_sqlite()
                                                          : InstallationUnderTest::on_postgres();
    post_one(*fresh);
    SaidMailer mailer(*fresh);
    mailer.outcome = outcome;
    empty_outbox(**fresh, mailer, 10);
    EXPECT_EQ(only_mail(*fresh).state, state);
    EXPECT_EQ(only_mail(*fresh).attempts, 1);
    fresh->clock.pass(base::one_day);
    empty_outbox(**fresh, mailer, 10);
    EXPECT_EQ(mailer.sent.size(), outcome == SendState::try_again ? 2u : 1u);
  }
}

TEST_P(Outboxes, TryAgainLaterAndLaterForThreeDays) {
  post_one(house());
  SaidMailer mailer(house());
  mailer.outcome = SendState::try_again;
  const base::Instant begin = house().clock.now();
  for (const int minutes : {1, 4, 16, 60, 60}) {
    EXPECT_EQ(empty_outbox(*house(), mailer, 10).later, 1);
    EXPECT_EQ(only_mail(house()).next_try - house().clock.now(), minutes * base::one_minute);
    house().clock.pass(minutes * base::one_minute - base::one_second);
    EXPECT_EQ(empty_outbox(*house(), mailer, 10).taken(), 0);
    house().clock.pass(base::one_second);
  }
  while (only_mail(house()).state == MailState::waiting) {
    empty_outbox(*house(), mailer, 10);
    house().clock.pass(base::one_hour);
  }
  EXPECT_EQ(only_mail(house()).state, MailState::refused);
  EXPECT_GT(house().clock.now() - begin, 2 * base::one_day);
  EXPECT_LT(house().clock.now() - begin, 4 * base::one_day);
}

TEST_P(Outboxes, NeverSendWhatMayHaveBeenSent) {
  post_one(house());
  house().write([](Records& records, base::Instant now) { records.outbox.take(now, 10); });
  house().clock.pass(base::one_second);
  EXPECT_EQ(give_up_unfinished_mails(*house()), 1);
  EXPECT_EQ(only_mail(house()).state, MailState::unknown);
  SaidMailer mailer(house());
  house().clock.pass(base::one_day);
  EXPECT_EQ(empty_outbox(*house(), mailer, 10).taken(), 0);
  EXPECT_EQ(give_up_unfinished_mails(*house()), 0);
}

class CountingMailer final : public Mailer {
 public:
  SendOutcome send(const Mail&) override {
    ++sent;
    return {SendState::sent, "250"};
  }
  int sent = 0;
};

class BreakingMailer final : public Mailer {
 public:
  SendOutcome send(const Mail&) override {
    if (++asked == 3) throw base::EnvironmentError("the machine went");
    return {SendState::sent, "250"};
  }
  int asked = 0;
};

TEST_P(Outboxes, LeaveOneMailOfUnknownFateAtMost) {
  for (int i = 0; i < 7; ++i) post_one(house());
  BreakingMailer mailer;
  EXPECT_THROW(empty_outbox(*house(), mailer, 20), base::EnvironmentError);
  house().clock.pass(base::one_second);
  EXPECT_EQ(give_up_unfinished_mails(*house()), 1);
  using Sizes = std::vector<std::pair<MailState, std::int64_t>>;
  const auto sizes = house().read<Sizes>([](Records& records) { return records.outbox.sizes(); });
  EXPECT_EQ(sizes, (Sizes{{MailState::sent, 2}, {MailState::unknown, 1}, {MailState::waiting, 4}}));
  EXPECT_EQ(empty_outbox(*house(), mailer, 20).sent, 4);
}

TEST_P(Outboxes, GoNoFasterThanTheyMay) {
  for (int i = 0; i < 7; ++i) post_one(house());
  CountingMailer mailer;
  EXPECT_EQ(empty_outbox(*house(), mailer, 3, 5).sent, 3);
  EXPECT_EQ(empty_outbox(*house(), mailer, 3, 5).sent, 2);
  EXPECT_EQ(empty_outbox(*house(), mailer, 3, 5).taken(), 0);
  house().clock.pass(base::one_minute - base::one_second);
  EXPECT_EQ(empty_outbox(*house(), mailer, 3, 5).taken(), 0);
  house().clock.pass(base::one_second);
  EXPECT_EQ(empty_outbox(*house(), mailer, 3, 5).sent, 2);
  EXPECT_EQ(mailer.sent, 7);
}

TEST_P(Outboxes, KeepOnePaceHoweverManyProgramsSend) {
  for (int i = 0; i < 40; ++i) post_one(house());
  std::atomic<int> sent = 0;
  std::vector<std::thread> programs;
  for (int program = 0; program < 3; ++program)
    programs.emplace_back([&] {
      CountingMailer mailer;
      while (empty_outbox(*house(), mailer, 4, 10).taken() > 0) {
      }
      sent += mailer.sent;
    });
  for (std::thread& each : programs) each.join();
  EXPECT_EQ(sent, 10);
}

// A clock that was put back must not hold mails up.
TEST_P(Outboxes, GoOnWhenTheClockWasPutBack) {
  for (int i = 0; i < 4; ++i) post_one(house());
  CountingMailer mailer;
  house().clock.pass(base::one_day);
  EXPECT_EQ(empty_outbox(*house(), mailer, 2, 2).sent, 2);
  house().clock.pass(-base::one_day + base::one_second);
  EXPECT_EQ(empty_outbox(*house(), mailer, 2, 2).sent, 2);
}

// Meanwhile time passes, and somebody gives up what is being sent.
class SlowMailer final : public Mailer {
 public:
  explicit SlowMailer(std::function<void()> meanwhile) : meanwhile_(std::move(meanwhile)) {}

  SendOutcome send(const Mail&) override {
    meanwhile_();
    return {SendState::sent, "250"};
  }

 private:
  std::function<void()> meanwhile_;
};

TEST_P(Outboxes, GiveUpMailsOnlyOfSendersThatTellNothingForLong) {
  post_one(house());
  SlowMailer mailer([&] {
    house().clock.pass(mail_lease - base::one_second);
    EXPECT_EQ(give_up_left_mails(*house()), 0);
    house().clock.pass(2 * base::one_second);
    EXPECT_EQ(give_up_left_mails(*house()), 1);
    EXPECT_EQ(only_mail(house()).state, MailState::unknown);
  });
  EXPECT_EQ(empty_outbox(*house(), mailer, 1).sent, 1);
  EXPECT_EQ(only_mail(house()).state, MailState::sent) << "told late, and told all the same";
}

TEST_P(Outboxes, LeaveAMailAloneThatSomebodySentAgainMeanwhile) {
  const Actor olga = office_actor(house(), "Olga");
  CountingMailer notices;
  empty_outbox(*house(), notices, 100);
  house().clock.pass(base::one_second);
  post_one(house());
  SlowMailer mailer([&] {
    house().clock.pass(mail_lease + base::one_second);
    EXPECT_EQ(give_up_left_mails(*house()), 1);
    ASSERT_TRUE(send_again(house().installation(), olga, only_mail(house()).id));
    house().write([](Records& records, base::Instant now) { records.outbox.take(now, 1); });
  });
  empty_outbox(*house(), mailer, 1);
  EXPECT_EQ(only_mail(house()).state, MailState::sending) << "of whoever took it the second time";
  EXPECT_EQ(only_mail(house()).attempts, 2);
}

TEST_P(Outboxes, HaveEveryKindOfMail) {
  const Person ben = house().add_person("Ben <b>", "ben@lakeside.example");
  const auto& texts = house().pages().texts;
  int kinds = 0;
  for (const std::string& key : texts.keys()) {
    if (!key.starts_with("mail.") || !key.ends_with(".subject")) continue;
    const std::string kind = key.substr(5, key.size() - 13);
    // What has a link, or is about a school or a practice round, is posted where it belongs, and tested
    // there.
    if (texts.has("mail." + kind + ".button") || kind == "dean_ended" || kind == "practice") continue;
    ++kinds;
    house().write([&](Records& records, base::Instant now) {
      ASSERT_TRUE(post_notice(*house(), house().pages(), records, ben, kind, now)) << kind;
    });
    const Mail mail = house().mails(kind).front().mail;
    EXPECT_EQ(mail.html.find("<b>"), std::string::npos) << kind;
    EXPECT_NE(mail.text.find("Ben <b>,"), std::string::npos) << kind;
    EXPECT_EQ(mail.text.find('{'), std::string::npos) << kind;
  }
  EXPECT_GE(kinds, 9);
}

TEST(KeptMail, ComesBackAsItWas) {
  const Mail mail{{"", "a@x.example"},
                  {"Ben \"B\" Öst", "b@x.example"},
                  "Hi",
                  "one\n\ntwo\n",
                  "<p>one</p>",
                  "id@x.example",
                  {1234567},
                  {{"Auto-Submitted", "auto-generated"}}};
  const Mail back = mail_kept_as(kept_mail(mail));
  EXPECT_EQ(back.from.address, mail.from.address);
  EXPECT_EQ(back.from.name, "");
  EXPECT_EQ(back.to.name, mail.to.name);
  EXPECT_EQ(back.subject, mail.subject);
  EXPECT_EQ(back.text, mail.text);
  EXPECT_EQ(back.html, mail.html);
  EXPECT_EQ(back.message_id, mail.message_id);
  EXPECT_EQ(back.written, mail.written);
  EXPECT_EQ(back.headers.at(0).value, "auto-generated");
  EXPECT_THROW((void)mail_kept_as("{}"), base::EnvironmentError);
  EXPECT_THROW((void)mail_kept_as("no mail"), base::EnvironmentError);
}

// ---- What the office does by hand.

// A mail on the desk of somebody whose own notices went out before.
struct OnDesk {
  explicit OnDesk(InstallationUnderTest& house) : house_(house), olga(office_actor(house, "Olga")) {
    SaidMailer earlier(house);
    empty_outbox(*house, earlier, 100);
    house.clock.pass(base::one_second);
    post_one(house);
    id = only_mail(house).id;
  }
  WaitingMail mail() const { return *mail_on_desk(house_.installation(), *id); }

 private:
  InstallationUnderTest& house_;

 public:
  const Actor olga;
  std::optional<MailId> id;
};

TEST_P(Outboxes, SendAMailOfUnknownFateAgainByHandOnly) {
  const OnDesk desk(house());
  const auto again = [&] { return send_again(house().installation(), desk.olga, *desk.id); };
  EXPECT_EQ(first_code(again()), "mail_not_unknown");
  SaidMailer mailer(house());
  mailer.outcome = SendState::unknown;
  empty_outbox(*house(), mailer, 10);
  house().clock.pass(10 * base::one_day);
  EXPECT_EQ(empty_outbox(*house(), mailer, 10).taken(), 0) << "never by itself";
  EXPECT_EQ(outbox_desk(house().installation())->troubled.size(), 1U);
  ASSERT_TRUE(again());
  mailer.outcome = SendState::sent;
  EXPECT_EQ(empty_outbox(*house(), mailer, 10).sent, 1);
  ASSERT_EQ(mailer.sent.size(), 2U);
  EXPECT_EQ(mailer.sent[0].message_id, mailer.sent[1].message_id);
  EXPECT_TRUE(outbox_desk(house().installation())->troubled.empty());
  EXPECT_TRUE(house().log_tells("mail.again"));
}

TEST_P(Outboxes, NoteWhatCameBack) {
  const OnDesk desk(house());
  const auto note = [&](const MailId& id, bool came_back) {
    return note_bounce(house().installation(), desk.olga, id, came_back);
  };
  EXPECT_EQ(first_code(note(*desk.id, true)), "mail_not_sent");
  SaidMailer mailer(house());
  empty_outbox(*house(), mailer, 10);
  ASSERT_TRUE(note(*desk.id, true));
  EXPECT_EQ(desk.mail().bounced, house().clock.now());
  ASSERT_TRUE(note(*desk.id, false));
  EXPECT_FALSE(desk.mail().bounced);
  base::SeededRandomBytes random(7);
  EXPECT_EQ(first_code(note(MailId::make(random), true)), "not_there");
}

}  // namespace
}  // namespace smm::app

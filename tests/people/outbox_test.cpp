// SPDX-License-Identifier: Apache-2.0
#include "app/people/empty_outbox.hpp"

#include "app/people/notices.hpp"
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

TEST_P(Outboxes, HaveEveryKindOfMail) {
  const Person ben = house().add_person("Ben <b>", "ben@lakeside.example");
  const auto& texts = house().pages().texts;
  int kinds = 0;
  for (const std::string& key : texts.keys()) {
    if (!key.starts_with("mail.") || !key.ends_with(".subject")) continue;
    const std::string kind = key.substr(5, key.size() - 13);
    if (texts.has("mail." + kind + ".button")) continue;
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

}  // namespace
}  // namespace smm::app

// SPDX-License-Identifier: Apache-2.0
// The outbox as the office sees it: what became of mails, and never what stands in them.
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(OutboxPages);

using assessment::OfficeRole;

class MailedRound {
 public:
  explicit MailedRound(test::InstallationUnderTest& house)
      : round(house, {test::medical_school("east"), test::medical_school("west")}, nobody_scored),
        house_(house) {}

  app::WaitingMail invitation(const std::string& code) {
    const auto sheet = round.sheet(code);
    return house_.read<app::WaitingMail>([&](app::Records& records) {
      return records.outbox.about(sheet.key().round, sheet.key().school).front();
    });
  }

  void becomes(const std::string& code, app::MailState state) {
    house_.write([&](app::Records& records, base::Instant) {
      const auto sheet = round.sheet(code);
      auto mail = records.outbox.about(sheet.key().round, sheet.key().school).front();
      mail.state = state;
      mail.said = "451 what-the-server-said";
      records.outbox.change(mail);
    });
  }

  RoundUnderTest round;

 private:
  test::InstallationUnderTest& house_;
};

TEST_P(OutboxPages, ShowWhatNeedsALookAndWhy) {
  MailedRound mailed(house());
  auto office = mailed.round.office(OfficeRole::campaign_manager);
  EXPECT_TRUE(office->get("/office").says("/office/outbox"));
  EXPECT_TRUE(office->get("/office/outbox").says("Nothing to look at"));
  mailed.becomes("west", app::MailState::unknown);
  const Shown desk = office->get("/office/outbox");
  EXPECT_TRUE(desk.says("dean@west.example"));
  EXPECT_TRUE(desk.says("451 what-the-server-said"));
  EXPECT_FALSE(desk.says("dean@east.example"));
  EXPECT_TRUE(office->get("/office/outbox?show=all").says("dean@east.example"));
  const std::string mail = "/office/outbox/" + mailed.invitation("west").id.text();
  const Shown shown = office->get(mail);
  EXPECT_TRUE(shown.says("may or may not have it"));
  EXPECT_FALSE(shown.says("/link/")) << "the link of a mail opens a door";
  EXPECT_TRUE(office->get("/office/rounds/2026/schools/west/mails").says("dean@west.example"));
}

TEST_P(OutboxPages, SendAgainAndNoteWhatCameBack) {
  MailedRound mailed(house());
  auto office = mailed.round.office(OfficeRole::campaign_manager);
  mailed.becomes("west", app::MailState::unknown);
  const std::string west = "/office/outbox/" + mailed.invitation("west").id.text();
  office->get(west + "/again");
  EXPECT_EQ(office->submit(west + "/again").location(), west + "?done=mail_again");
  EXPECT_EQ(mailed.invitation("west").state, app::MailState::waiting);
  EXPECT_EQ(office->post(west + "/again").status, 409);
  mailed.becomes("east", app::MailState::sent);
  const std::string east = "/office/outbox/" + mailed.invitation("east").id.text();
  office->get(east + "/bounced");
  EXPECT_EQ(office->submit(east + "/bounced").location(), east + "?done=mail_bounced");
  EXPECT_TRUE(mailed.invitation("east").bounced);
  EXPECT_TRUE(office->get(east).says("Sent; came back"));
  office->get(east + "/bounced");
  EXPECT_EQ(office->submit(east + "/bounced").status, 303);
  EXPECT_FALSE(mailed.invitation("east").bounced);
  EXPECT_EQ(office->get("/office/outbox/nothing").status, 404);
}

TEST_P(OutboxPages, AreForWhoInvites) {
  MailedRound mailed(house());
  const std::string mail = "/office/outbox/" + mailed.invitation("west").id.text();
  auto steward = mailed.round.office(OfficeRole::data_steward);
  auto dean = mailed.round.dean("west");
  for (const std::string& path : {std::string("/office/outbox"), mail, mail + "/again", mail + "/bounced"}) {
    EXPECT_EQ(steward->get(path).status, 403) << path;
    EXPECT_NE(dean->get(path).status, 200) << path;
  }
  EXPECT_NE(dean->post(mail + "/bounced").status, 303);
  EXPECT_FALSE(mailed.invitation("west").bounced);
}

}  // namespace
}  // namespace smm::web

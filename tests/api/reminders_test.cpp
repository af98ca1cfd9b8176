// SPDX-License-Identifier: Apache-2.0
// Reminders by the calendar. Requirements:
//   1 each goes out once, from 09:00 of its day in the round's zone, however many look at once
//   2 a missed day is made up for within three days, and else counts as missed
//   3 it goes to whom it is meant for: not to who answered, whose mail came back, or who wants none
//   4 stopping works without signing in, by an address that looking does not use up and nobody can make up
//   5 the office sets days that lie ahead, takes them off until they went out, and sees the mail before
#include <thread>

#include "app/people/ask_for_link.hpp"
#include "app/rounds/send_reminders.hpp"
#include "app/rounds/take_part.hpp"
#include "round_under_test.hpp"

namespace smm::web {
namespace {

SMM_ON_EACH_DATABASE(Reminders);

using app::Audience;
using app::ReminderState;
using assessment::OfficeRole;
using assessment::ParticipationState;

// It is 8 in the morning of June 18, 2026, in New York.
class RemindedRound {
 public:
  explicit RemindedRound(test::InstallationUnderTest& house)
      : round(house, {test::medical_school("east"), test::medical_school("west")}, nobody_scored),
        house_(house) {}

  void set(const std::string& day, Audience audience = Audience::not_answered) {
    const auto added = app::add_reminder(house_.installation(), "2026", day, audience, "test");
    EXPECT_TRUE(added) << to_string(added.problems().front());
  }

  app::ReminderPass send() { return app::send_due_reminders(*house_, house_.pages()); }

  ReminderState state() {
    return app::reminder_schedule(house_.installation(), "2026")->reminders.front().state;
  }

  void becomes(const std::string& code, ParticipationState state) {
    const auto key = round.sheet(code).key();
    house_.write([&](app::Records& records, base::Instant) {
      auto part = *records.rounds.participation(key, true);
      part.state = state;
      records.rounds.change(part);
    });
  }

  std::vector<std::string> reminded(const std::string& kind = "reminder_to_answer") {
    std::vector<std::string> to;
    for (const auto& mail : house_.mails(kind)) to.push_back(mail.mail.to.address);
    std::ranges::sort(to);
    return to;
  }

  RoundUnderTest round;

 private:
  test::InstallationUnderTest& house_;
};

using Addresses = std::vector<std::string>;

std::string stop_path(const app::Mail& mail) {
  const auto found = std::ranges::find(mail.headers, "List-Unsubscribe", &app::MailHeader::name);
  if (found == mail.headers.end()) return "";
  const std::string begin = "<https://metrics.example.org";
  EXPECT_TRUE(found->value.starts_with(begin) && found->value.ends_with(">")) << found->value;
  return found->value.substr(begin.size(), found->value.size() - begin.size() - 1);
}

TEST_P(Reminders, GoOutOnceFromNineOfTheirDay) {  // 1
  RemindedRound reminded(house());
  reminded.set("2026-06-19");
  house().clock.pass(base::one_day + 59 * base::one_minute);
  EXPECT_EQ(reminded.send().sent, 0U) << "08:59";
  EXPECT_EQ(reminded.state(), ReminderState::waiting);
  house().clock.pass(base::one_minute);
  const auto pass = reminded.send();
  EXPECT_EQ(pass.sent, 1U);
  EXPECT_EQ(pass.mails, 2U);
  EXPECT_EQ(reminded.state(), ReminderState::sent);
  house().clock.pass(base::one_hour);
  EXPECT_EQ(reminded.send().sent, 0U);
  EXPECT_EQ(reminded.reminded(), (Addresses{"dean@east.example", "dean@west.example"}));
  EXPECT_TRUE(house().log_tells("reminder.sent"));
  const auto mail = house().mails("reminder_to_answer").front().mail;
  BrowserUnderTest browser(reminded.round.service);
  const std::string link = "/link/" + test::token_in(mail);
  browser.get(link);
  EXPECT_TRUE(browser.submit(link).location().starts_with("/rounds/2026/schools/"));
}

TEST_P(Reminders, GoOutOnceWhenManyLookAtOneMoment) {  // 1
  RemindedRound reminded(house());
  reminded.set("2026-06-19");
  house().clock.pass(base::one_day + base::one_hour);
  std::atomic<std::size_t> sent = 0;
  std::vector<std::thread> lookers;
  for (int i = 0; i < 6; ++i) lookers.emplace_back([&] { sent += reminded.send().sent; });
  for (auto& looker : lookers) looker.join();
  EXPECT_EQ(sent, 1U);
  EXPECT_EQ(reminded.reminded().size(), 2U);
}

TEST_P(Reminders, AreMadeUpForWithinThreeDays) {  // 2
  RemindedRound reminded(house());
  reminded.set("2026-06-19");
  house().clock.pass(4 * base::one_day + 8 * base::one_hour);  // June 22, 16:00
  EXPECT_EQ(reminded.send().mails, 2U);
  EXPECT_EQ(reminded.state(), ReminderState::sent);
}

TEST_P(Reminders, ThatAreTooLateCountAsMissed) {  // 2
  RemindedRound reminded(house());
  reminded.set("2026-06-19");
  house().clock.pass(4 * base::one_day + 17 * base::one_hour);  // June 23, 01:00
  const auto pass = reminded.send();
  EXPECT_EQ(pass.missed, 1U);
  EXPECT_EQ(pass.mails, 0U);
  EXPECT_EQ(reminded.state(), ReminderState::missed);
  EXPECT_EQ(reminded.send().missed, 0U);
  EXPECT_TRUE(reminded.reminded().empty());
  EXPECT_TRUE(house().log_tells("reminder.missed"));
}

TEST_P(Reminders, DoNotGoOutOfAClosedRound) {
  RemindedRound reminded(house());
  reminded.set("2026-06-19");
  reminded.round.close();
  house().clock.pass(base::one_day + base::one_hour);
  EXPECT_EQ(reminded.send().sent, 0U);
  ASSERT_TRUE(app::open_round(house().installation(), "2026", "", "test"));
  EXPECT_EQ(reminded.send().sent, 1U);
}

TEST_P(Reminders, GoToWhomTheyAreMeantFor) {  // 3
  RemindedRound reminded(house());
  const std::pair<ParticipationState, Addresses> not_answered[] = {
      {ParticipationState::invited, {"dean@east.example", "dean@west.example"}},
      {ParticipationState::accepted, {"dean@west.example"}},
      {ParticipationState::declined, {"dean@west.example"}},
      {ParticipationState::withdrawn, {"dean@west.example"}},
      {ParticipationState::submitted, {"dean@west.example"}},
      {ParticipationState::reopened, {"dean@west.example"}}};
  const auto people = [&](Audience audience) {
    return house().read<Addresses>([&](app::Records& records) {
      Addresses to;
      for (const auto& each : app::reminded_people(records, *records.rounds.by_code("2026"), audience))
        to.push_back(each.person.email);
      return to;
    });
  };
  for (const auto& [state, wanted] : not_answered) {
    reminded.becomes("east", state);
    EXPECT_EQ(people(Audience::not_answered), wanted) << to_string(state);
  }
  const auto coordinator = reminded.round.member("east", assessment::SchoolRole::coordinator);
  reminded.round.member("east", assessment::SchoolRole::author);
  const std::pair<ParticipationState, std::size_t> not_submitted[] = {
      {ParticipationState::invited, 0},   {ParticipationState::accepted, 2},
      {ParticipationState::declined, 0},  {ParticipationState::withdrawn, 0},
      {ParticipationState::submitted, 0}, {ParticipationState::reopened, 2}};
  for (const auto& [state, wanted] : not_submitted) {
    reminded.becomes("east", state);
    EXPECT_EQ(people(Audience::not_submitted).size(), wanted) << to_string(state);
  }
}

TEST_P(Reminders, DoNotGoWhereTheLastMailCameBack) {  // 3
  RemindedRound reminded(house());
  house().write([&](app::Records& records, base::Instant now) {
    auto mail =
        records.outbox.about(reminded.round.sheet("east").round.id, reminded.round.sheet("east").school.id)
            .front();
    mail.state = app::MailState::sent;
    mail.bounced = now;
    records.outbox.change(mail);
  });
  reminded.set("2026-06-19");
  house().clock.pass(base::one_day + base::one_hour);
  reminded.send();
  EXPECT_EQ(reminded.reminded(), (Addresses{"dean@west.example"}));
}

TEST_P(Reminders, StopForWhoeverWantsNone) {  // 3, 4
  RemindedRound reminded(house());
  std::string path;
  for (const auto& posted : house().mails("school_invitation"))
    if (posted.mail.to.address == "dean@east.example") path = stop_path(posted.mail);
  ASSERT_FALSE(path.empty());
  BrowserUnderTest scanner(reminded.round.service), browser(reminded.round.service);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(scanner.get(path).says("d•••@east.example"));
  EXPECT_FALSE(house().log_tells("reminder.stop"));
  browser.get(path);
  EXPECT_TRUE(browser.submit(path).says("You are not reminded any more"));
  EXPECT_TRUE(browser.cookies.empty()) << "nobody was signed in";
  EXPECT_TRUE(browser.get(path).says("You are not reminded any more"));
  reminded.set("2026-06-19");
  house().clock.pass(base::one_day + base::one_hour);
  reminded.send();
  EXPECT_EQ(reminded.reminded(), (Addresses{"dean@west.example"}));
  const auto mail = house().mails("reminder_to_answer").front().mail;
  EXPECT_NE(mail.text.find("https://metrics.example.org" + stop_path(mail)), std::string::npos) << mail.text;
  std::string forged = path;
  forged[path.size() - 8] = forged[path.size() - 8] == 'A' ? 'B' : 'A';
  EXPECT_EQ(browser.get(forged).status, 404);
  EXPECT_EQ(browser.post(forged).status, 404);
  EXPECT_EQ(browser.get("/reminders/stop/preview").status, 404);
}

TEST_P(Reminders, MailsOfTheServiceCannotBeStopped) {  // 4
  RemindedRound reminded(house());
  ASSERT_TRUE(app::ask_for_link(*house(), house().pages(),
                                {app::LinkUse::sign_in, "dean@east.example", "", {"192.0.2.1", ""}}));
  EXPECT_EQ(stop_path(house().mails("sign_in", 1).front().mail), "");
}

TEST_P(Reminders, AreSetForDaysAhead) {  // 5
  RemindedRound reminded(house());
  auto office = reminded.round.office(OfficeRole::campaign_manager);
  const std::string path = "/office/rounds/2026/reminders";
  const auto add = [&](const std::string& day) {
    office->get(path);
    return office->submit(path, {{"day", day}, {"audience", "not_submitted"}});
  };
  for (const char* day : {"", "2026-02-30", "tomorrow", "2026-06-17", "2026-11-01"})
    EXPECT_EQ(add(day).status, 422) << day;
  EXPECT_EQ(add("2026-06-18").location(), path + "?done=reminder_set") << "it is 8 o'clock";
  EXPECT_EQ(add("2026-06-18").status, 422) << "twice";
  EXPECT_EQ(add("2026-10-31").status, 303);
  EXPECT_TRUE(office->get(path).says("Waits for its day"));
  office->get(path + "/2/remove");
  EXPECT_EQ(office->submit(path + "/2/remove").location(), path + "?done=reminder_removed");
  house().clock.pass(base::one_hour);
  reminded.send();
  EXPECT_EQ(office->post(path + "/1/remove").status, 422);
  EXPECT_EQ(office->post(path + "/7/remove").status, 404);
  EXPECT_EQ(add("2026-06-18").status, 422) << "it is 9 o'clock";
}

TEST_P(Reminders, AreShownBeforehand) {  // 5
  RemindedRound reminded(house());
  auto office = reminded.round.office(OfficeRole::campaign_manager);
  for (const std::string audience : {"not_answered", "not_submitted"}) {
    const std::string path = "/office/rounds/2026/reminders/preview";
    const Shown page = office->get(path + "?audience=" + audience);
    EXPECT_TRUE(page.says("https://metrics.example.org/link/preview")) << page.body;
    EXPECT_TRUE(page.says("https://metrics.example.org/reminders/stop/preview"));
    EXPECT_TRUE(office->get(path + "/html?audience=" + audience).says("class=\"button\""));
  }
  EXPECT_TRUE(reminded.reminded().empty());
}

}  // namespace
}  // namespace smm::web
